// SPDX-License-Identifier: MIT
#ifndef UNKNOT_VIEW_PAGE_H
#define UNKNOT_VIEW_PAGE_H

#include "view/view.h"

/* One screen being drawn: the settings, the unit of length and the area that is safe to read on
 * televisions that cut off the edges. */
struct page {
    const struct view_context *view;
    const struct theme *theme;
    struct draw_list *list;
    float unit;           /* pixels of 1/1080 of the shorter side */
    struct draw_box safe; /* 5 % in from each edge */
};

/* What a press within `box` chooses, on a screen of a session. */
void page_target(const struct page *page, int id, struct draw_box box);
/* Empties the list and the targets. The background is the caller's to draw. */
struct page page_begin(const struct view_context *view);

/* To draw over what the list has. */
struct page page_over(const struct view_context *view);

/* A length given for a screen whose shorter side has 1080 lines. */
float page_px(const struct page *page, float length);
/* A word or phrase of the program, in the user's language. */
const char *page_word(const struct page *page, const char *english);
/* The same for one that changes with a number. */
const char *page_count(const struct page *page, const char *one, const char *many, uint64_t count);

float box_right(struct draw_box box);
float box_bottom(struct draw_box box);
float box_middle_x(struct draw_box box);
float box_middle_y(struct draw_box box);

/* `c` with `share` of its opacity. */
colour colour_fade(colour c, float share);

#endif
