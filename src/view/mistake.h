// SPDX-License-Identifier: MIT
#ifndef UNKNOT_VIEW_MISTAKE_H
#define UNKNOT_VIEW_MISTAKE_H

#include "view/scene.h"

/* One message about a file as `unknot check` prints it: where, what, and the line with what is
 * wrong underlined. */
struct mistake {
    char place[WORDS], words[BLOCK_BYTES];
    struct diag_excerpt excerpt;
    struct block head, message, line;
    bool has_line, cut; /* less of the message than there is */
    float height;       /* pixels */
};

/* As wide as `width`. Where that would be higher than `most`, without the line; and where even that
 * is higher, and higher than `least`, with less of the message. */
void mistake_measure(const struct page *page, const struct diag *diag, float width, float most,
                     float least, struct mistake *mistake);
/* Returns its bottom. */
float mistake_draw(const struct page *page, const struct mistake *mistake, float x, float y);

#endif
