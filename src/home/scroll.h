// SPDX-License-Identifier: MIT
#ifndef UNKNOT_HOME_SCROLL_H
#define UNKNOT_HOME_SCROLL_H

#include "home/focus.h"
#include "session/action.h"

/* Rows of which not all have room: a wheel, a finger and the keys for pages move them, on every
 * screen in the same way. The screen fills a focus_list while it is drawn; what has the focus stays
 * in sight. */
struct scroll {
    size_t first; /* row at the top, if the focus allows it */
    float drag;   /* pixels that a finger is ahead of the rows */
    bool carried; /* it took the rows with it: lifting it means no more */
};

struct scroll_input {
    int notches;   /* of a wheel, towards the person */
    float dragged; /* pixels that a finger went down */
    bool lifted;   /* the finger that dragged */
};

/* True: that is all the input means. */
bool scroll_handle(struct scroll *scroll, const struct focus_list *list,
                   const struct scroll_input *input, int *focus);
/* ACTION_PAGE_ON and the like, and where nothing in the list can be chosen, up and down. False: the
 * action is another one, or there is no list. */
bool scroll_press(struct scroll *scroll, const struct focus_list *list, enum action action,
                  int *focus);
/* The row to be drawn at the top; `focused`: the row that has the focus, `rows`: none has. */
size_t scroll_top(size_t first, size_t rows, size_t shown, size_t focused);

#endif
