// SPDX-License-Identifier: MIT
#ifndef UNKNOT_FIGURE_BODY_H
#define UNKNOT_FIGURE_BODY_H

#include "figure/ink.h"
#include "figure/skeleton.h"

/* The parts of a body, each written into the drawing over what is there already. */

struct tone {
    enum figure_paint skin, top, trousers;
};
extern const struct tone near_tone, far_tone;

/* limb.c */
/* Sleeve and bare arm apart: a highlight lies over the one and under the other. */
void draw_sleeve(struct ink *ink, const struct limb *arm, const struct tone *tone);
void draw_bare_arm(struct ink *ink, const struct limb *arm, const struct tone *tone, bool palm_left,
                   enum figure_hands hands);
/* `half`: half the trunk's width. */
void draw_sleeve_fold(struct ink *ink, const struct limb *arm, const struct skeleton *body,
                      float half);
void draw_leg(struct ink *ink, const struct limb *leg, const struct tone *tone);
/* `back_left`: the back of the foot is on the left of where the toes point. */
void draw_side_foot(struct ink *ink, const struct limb *leg, enum figure_paint paint,
                    bool back_left);
/* How far down the trousers go; 1 is the knee. */
#define TROUSER_HEM 1.86f

/* front_limb.c: a hand from its back, the thumb on the left of where the fingers point or not. */
void draw_open_hand(struct ink *ink, const struct limb *arm, enum figure_paint paint, bool left);
/* `right` is a limb of the body's right side. */
void front_sleeve(struct ink *ink, const struct limb *arm, const struct tone *tone, bool right);
void front_bare_arm(struct ink *ink, const struct limb *arm, const struct tone *tone, bool right,
                    bool palm_turned);
void front_standing_leg(struct ink *ink, const struct limb *leg, bool right);
void front_ankle(struct ink *ink, const struct limb *leg, enum figure_paint paint, bool right);
void front_lying_foot(struct ink *ink, const struct limb *leg, enum figure_paint paint);
void front_trousers(struct ink *ink, const struct limb *leg, enum figure_paint paint, float from,
                    float to, bool right);

/* front.c */
void draw_shirt(struct ink *ink, const struct skeleton *body);
void draw_hips(struct ink *ink, const struct skeleton *body);
void draw_front(struct ink *ink, const struct figure *figure, const struct skeleton *body,
                float glow);

/* lying.c */
void draw_lying(struct ink *ink, const struct figure *figure, const struct skeleton *body,
                float glow);

/* side.c */
void draw_side(struct ink *ink, const struct figure *figure, const struct skeleton *body,
               float glow);

/* head.c: `turn` in quarter turns: 0 faces the viewer, 1 is the profile that looks along `face`, 2
 * is seen from behind; -1 and -2 the other way round. `face` at 0 and 2: to the picture's right. */
void draw_neck(struct ink *ink, struct vec base, struct vec head, struct vec up, float wide);
void draw_head(struct ink *ink, struct vec at, struct vec face, float turn);

/* muscle.c */
void draw_muscles(struct ink *ink, const struct figure *figure, const struct skeleton *body,
                  enum muscle_place place, float glow);

/* spine.c: the line of the spine over all of the body, where the file asks for it. */
void draw_spine(struct ink *ink, const struct figure *figure, const struct skeleton *body);

/* cut.c: leaves of all that is drawn what lies above the hips, on a line. */
void draw_cut(struct ink *ink, const struct figure *figure);
/* Where, in the figure's own cm. */
float cut_height(const struct figure *figure);

/* prop.c: what stands behind the body, and what lies over its trunk and under its near arms. */
enum prop_layer { PROPS_BEHIND, PROPS_BEFORE, PROP_LAYERS };
void draw_props(struct ink *ink, const struct figure *figure, const struct skeleton *body,
                enum prop_layer layer);

#endif
