// SPDX-License-Identifier: MIT
#ifndef UNKNOT_VIEW_MOTION_H
#define UNKNOT_VIEW_MOTION_H

#include "figure/figure.h"
#include "timeline/timeline.h"

/* What the figure of `moment`'s exercise does then: driven as the exercise says, else as the figure
 * does. A loop runs whole turns over the work. `figure` NULL: pictures, which have no motion of
 * their own. `calm`: the highlight over the working muscle does not swell. */
struct figure_motion motion_at(const struct moment *moment, const struct figure *figure, bool calm);

#endif
