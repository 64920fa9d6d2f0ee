// SPDX-License-Identifier: MIT
#ifndef UNKNOT_TIMELINE_EASE_H
#define UNKNOT_TIMELINE_EASE_H

/* A raised cosine from 0 to 1: slow at both ends, as breath and limbs move. `fraction` is 0 to 1.
 */
double ease_cosine(double fraction);

#endif
