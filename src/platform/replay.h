// SPDX-License-Identifier: MIT
#ifndef UNKNOT_PLATFORM_REPLAY_H
#define UNKNOT_PLATFORM_REPLAY_H

#include "platform/painter.h"

/* Finds out what changed from one draw list to the next and repaints only that, on pixels that were
 * kept. A command that has its like in the last list, in the same order, is left alone; the boxes
 * of all others, old and new, are painted anew. One thread.
 */
enum { REPLAY_BOXES = 12 };

struct replay {
    struct draw_list last; /* what the canvas shows */
    uint32_t *pixels;      /* of the canvas it was painted on; compared, never followed */
    uint64_t pictures;     /* which of the painter's pictures it was painted with */
    bool whole;            /* nothing of the canvas can be kept */
    struct clip boxes[REPLAY_BOXES];
    int box_count;    /* painted by the last call */
    uint64_t painted; /* pixels painted so far, for tests and the benchmark */
};

void replay_init(struct replay *replay);
void replay_finish(struct replay *replay);
/* The canvas was lost: the next list is painted whole. */
void replay_forget(struct replay *replay);
/* Brings the canvas to `list`. Returns how many of `boxes` were painted: 0 when nothing changed. */
int replay_paint(struct replay *replay, struct painter *painter, struct canvas *canvas,
                 const struct draw_list *list);

#endif
