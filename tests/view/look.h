// SPDX-License-Identifier: MIT
#ifndef TESTS_VIEW_LOOK_H
#define TESTS_VIEW_LOOK_H

#include "view/stand_in.h"

/* What holds on every screen, whatever its shape, its theme and the length of its words. All of it
 * is read off the draw list; each check fails with the screen's name and the text in question. */
struct look {
    const char *screen;
    const struct stand_in *stand_in; /* where it was just drawn */
    const struct focus_items *items; /* what can be chosen; NULL: the screen has no such list */
    int focus;                       /* of `items`; FOCUS_NONE: nothing shows it at the moment */
};

/* All text lies in the safe area, is large enough, is whole, and touches no other text, nor the
 * dial, nor the picture, nor the edge of its card. */
void look_check_places(const struct look *look);
/* Every text reads on the very ground that it is drawn on: 4.5:1, in high contrast 7:1. */
void look_check_contrast(const struct look *look);
/* What can be chosen is in the safe area, large enough for a finger, apart from the others, and
 * reached from each other by arrows, and by Tab; and a frame shows which one has the focus. */
void look_check_items(const struct look *look);
/* One frame that can be seen from 3 m, around the focus where it is known. */
void look_check_frame(const struct look *look);

/* Where two boxes share more than a pixel. */
bool look_overlap(struct draw_box a, struct draw_box b);
/* From a point to the nearest point of a box. */
float look_nearest(struct draw_box box, float x, float y);

#endif
