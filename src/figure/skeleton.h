// SPDX-License-Identifier: MIT
#ifndef UNKNOT_FIGURE_SKELETON_H
#define UNKNOT_FIGURE_SKELETON_H

#include "figure/model.h"

/* The body at one instant: the blended pose with its spine curved and its limbs solved; and where
 * its props are. */

enum { SPINE_SAMPLES = 25 };

struct limb {
    struct vec root, joint, end;
    struct vec direction; /* of fingers or toes */
    bool placed;          /* joint given by the pose: foreshortened, lengths are free */
};

struct skeleton {
    struct vec pelvis, chest, head;
    struct vec face; /* of length 1 in the side view, else as much of it as is seen */
    struct vec spine[SPINE_SAMPLES];  /* evenly spaced, from pelvis to chest */
    struct vec upward[SPINE_SAMPLES]; /* direction of the spine there */
    struct limb arms[SIDES], legs[SIDES];
    float belly, ribs;                     /* cm, breath included */
    float turn, hip_turn, head_turn;       /* radians */
    float shoulders_up, shoulders_forward; /* cm */
    struct prop_place props[FIGURE_MAX_PROPS];
    struct vec moved; /* the pelvis, from where it is in the first pose */
};

/* How long the way to the next pose takes, beside the other ways. */
float pose_lasts(const struct pose *pose);
/* The pose that the way at `at` starts from, and the share of that way; see pose_blend. */
int pose_span(const struct figure *figure, float at, bool cyclic, float *share);
/* `at`: 0 first pose .. 1 last pose. With `cyclic`, 1 is the first pose again and each pose is
 * eased into, or, where the figure flows, passed on a smooth curve. */
void pose_blend(const struct figure *figure, float at, bool cyclic, struct pose *out);
/* Length of the spine from pelvis to chest, cm. */
float pose_trunk(const struct pose *pose);
void skeleton_solve(const struct figure *figure, const struct pose *pose, float breath,
                    struct skeleton *out);

/* Blend and solve for one instant; tests measure bones here. */
void skeleton_at(const struct figure *figure, const struct figure_motion *motion,
                 struct skeleton *out);

/* Where on the spine, and in which direction it runs there; `s`: 0 pelvis .. 1 chest, and beyond
 * in a straight line. */
struct vec spine_at(const struct skeleton *body, float s, struct vec *upward);
/* Towards the belly, in the side view; towards the body's left, in the others, where its front is
 * seen: what is the same on both sides need not know more. */
struct vec spine_front(struct vec upward);
/* Towards the body's left; where its back is seen, that is the other way. */
struct vec spine_left(const struct figure *figure, struct vec upward);

#endif
