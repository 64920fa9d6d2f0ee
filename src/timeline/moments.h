// SPDX-License-Identifier: MIT
#ifndef UNKNOT_TIMELINE_MOMENTS_H
#define UNKNOT_TIMELINE_MOMENTS_H

#include "timeline/timeline.h"

/* The side at `into`: with alternating sides, the left on the first rep, breath or turn, the right
 * on the second, and so on. */
enum side entry_side_at(const struct entry *entry, tick into);

#endif
