// SPDX-License-Identifier: MIT
#ifndef UNKNOT_VIEW_HINT_H
#define UNKNOT_VIEW_HINT_H

#include "view/page.h"

/* Sentences that say what to press. One table (hint.c) has them for each kind of device, and the
 * keys in them are called what the device calls them that was used last. */
enum hint {
    HINT_OPEN,     /* on home */
    HINT_GO_ON,    /* what to press, in one word */
    HINT_READY,    /* it goes on when somebody says so */
    HINT_ENOUGH,   /* it lasts as long as it does good */
    HINT_RATE,     /* a question, with no answer chosen yet */
    HINT_ANSWER,   /* with one chosen */
    HINT_CLOSE,    /* the end */
    HINT_LEAVE,    /* once more; `value`: where it is */
    HINT_START,    /* it counts down */
    HINT_START_IN, /* `value`: seconds left */
    HINT_CHOOSE,
    HINT_HIDE,       /* a message beside what plays on as it was */
    HINT_HIDE_FLAWS, /* beside what plays on without what is wrong */
    HINTS
};

/* `value`: what else is filled in; "": nothing is. Returns `out`. */
const char *hint_words(const struct page *page, enum hint hint, const char *value, char *out,
                       size_t size);

/* What asks for an action on the device in use, in the user's language; NULL: nothing does. */
const char *hint_key(const struct page *page, int action);
/* The same on the keyboard. */
const char *hint_keyboard_key(const struct page *page, int action);

#endif
