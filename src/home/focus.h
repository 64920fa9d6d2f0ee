// SPDX-License-Identifier: MIT
#ifndef UNKNOT_HOME_FOCUS_H
#define UNKNOT_HOME_FOCUS_H

#include <stdbool.h>
#include <stddef.h>

/* What can be chosen on a screen, and how the focus goes from one to the next: the same for arrows,
 * a D-pad, Tab, a mouse and a finger. A screen fills the list while it is drawn. Pixels, x to the
 * right, y down.
 */
struct focus_box {
    float x, y, w, h;
};

struct focus_item {
    int id;                 /* 0 or more; each once */
    struct focus_box place; /* for moving: as if nothing were scrolled out of sight */
    struct focus_box box;   /* where it is on the screen; no width: out of sight */
};

enum { FOCUS_MOST = 512, FOCUS_NONE = -1 };

/* Of what stands in rows that scroll; no columns: there are none. */
struct focus_list {
    int item;              /* the first of them, */
    size_t count;          /* and how many follow; 0: they cannot be chosen */
    bool down;             /* they go down the first column, then the next; else along the rows */
    size_t columns, shown; /* rows in sight */
    size_t first, most;    /* row in sight at the top; which it can be at the most */
    float pitch;           /* pixels from row to row */
};

struct focus_items {
    struct focus_list list;
    struct focus_item items[FOCUS_MOST];
    size_t count;
};

enum focus_way { FOCUS_LEFT, FOCUS_RIGHT, FOCUS_UP, FOCUS_DOWN, FOCUS_ON, FOCUS_BEFORE };

/* One more than FOCUS_MOST is left out. */
void focus_add(struct focus_items *items, int id, struct focus_box place, struct focus_box box);
/* `id` as long as it is there, else the first; FOCUS_NONE: there is nothing to choose. */
int focus_keep(const struct focus_items *items, int id);
/* The nearest in that direction; beyond the last one it comes in again at the opposite edge.
 * FOCUS_ON, FOCUS_BEFORE: the next, the one before in the order of the list. */
int focus_move(const struct focus_items *items, int id, enum focus_way way);
/* What is on the screen there; FOCUS_NONE: nothing. */
int focus_at(const struct focus_items *items, float x, float y);

#endif
