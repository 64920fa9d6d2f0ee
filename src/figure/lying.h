// SPDX-License-Identifier: MIT
#ifndef UNKNOT_FIGURE_LYING_H
#define UNKNOT_FIGURE_LYING_H

#include "figure/body.h"

/* Bodies that lie: seen from above, or on their side and seen from the front. They are made of the
 * parts of the front view; which part covers which follows from how they lie. What lies higher
 * shades what is below it, and that alone tells how high it lies. */

/* lying.c. `height`: how far above what it shades it lies, cm. */
#define SHADE_ALPHA 0.34f
void shade_trunk(struct ink *ink, const struct skeleton *body, float height);
/* `thick` at its root, `thin` at its end, cm. */
void shade_limb(struct ink *ink, const struct limb *limb, float thick, float thin, float height);
void lying_arm(struct ink *ink, const struct figure *figure, const struct skeleton *body, int side);
void lying_foot(struct ink *ink, const struct limb *leg, enum figure_paint paint);
/* Neck, shirt, its highlights, and the head. */
void lying_chest(struct ink *ink, const struct figure *figure, const struct skeleton *body,
                 float glow);
void lying_head(struct ink *ink, const struct skeleton *body, float turn);
void lying_limb_muscles(struct ink *ink, const struct figure *figure, const struct skeleton *body,
                        float glow);

/* above.c */
void draw_face_up(struct ink *ink, const struct figure *figure, const struct skeleton *body,
                  float glow);
void draw_face_down(struct ink *ink, const struct figure *figure, const struct skeleton *body,
                    float glow);
/* on_side.c */
void draw_on_side(struct ink *ink, const struct figure *figure, const struct skeleton *body,
                  float glow);

#endif
