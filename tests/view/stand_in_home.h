// SPDX-License-Identifier: MIT
#ifndef TESTS_VIEW_STAND_IN_HOME_H
#define TESTS_VIEW_STAND_IN_HOME_H

#include "view/stand_in_past.h"
#include "view/view.h"

/* The screens outside a session, with routines made by hand. */
enum { STAND_IN_CARDS = 40 };

/* Filled anew by each call: `count` of at most STAND_IN_CARDS routines, the second with mistakes,
 * the third not read yet. */
struct home_content stand_in_home(size_t count);
/* The same with titles, files and messages as long as they may get. */
struct home_content stand_in_home_long(size_t count);

struct home_screen {
    const char *name;
    size_t cards; /* 0: as many as are usual */
    struct home home;
    enum stand_in_past past;
    bool long_names;
    bool pictured; /* has a golden draw list */
};
extern const struct home_screen stand_in_home_screens[];
extern const size_t stand_in_home_screen_count;

/* Draws the screen at the view's size, and says what can be chosen there. */
void stand_in_home_draw(const struct view_context *view, const struct home_screen *screen,
                        struct focus_items *items);

#endif
