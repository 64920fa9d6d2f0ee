// SPDX-License-Identifier: MIT
#ifndef UNKNOT_FIGURE_HEAD_H
#define UNKNOT_FIGURE_HEAD_H

#include "figure/ink.h"

/* A head is a few outlines, each given three times with the same points: from the front, in
 * profile and from behind. Every turn between is a blend, so nothing ever appears or vanishes at
 * once. x towards where it looks (from the front: to the picture's right), y to its crown; cm from
 * the middle of the skull.
 */
struct turning {
    struct vec front, profile, back;
};

struct head {
    struct vec at, right, up;
    float turn; /* quarter turns: 0 front, 1 profile, 2 back */
};

enum { HEAD_OUTLINE_MAX = 32 };
#define HEAD_QUARTER 1.5707963f

struct vec head_at(const struct head *head, const struct turning *point);
void head_blob(struct ink *ink, const struct head *head, enum figure_paint paint,
               const struct turning *points, int count);

/* hair.c: in the style of `ink`. What lies behind skin and ears, and what lies over them. */
void draw_hair_behind(struct ink *ink, const struct head *head);
void draw_hair(struct ink *ink, const struct head *head);

#endif
