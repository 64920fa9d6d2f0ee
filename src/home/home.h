// SPDX-License-Identifier: MIT
#ifndef UNKNOT_HOME_HOME_H
#define UNKNOT_HOME_HOME_H

#include "home/scroll.h"
#include "home/wishes.h"
#include "progress/progress.h"
#include "routine/tips.h"
#include "session/session.h"

/* The screens outside a session, and the way between them: a pure step from (state, input, now) to
 * what the program has to do. It reads no clock, no file and draws nothing.
 *
 *     cards -> before -> (the session) -> cards          cards -> learn, week, trouble, settings ->
 * cards
 */
#define HOME_COUNTDOWN (5 * TICK_S)
/* The figure of the chosen routine moves this long after the last press, then all is still. */
#define HOME_MOVES (24 * TICK_S)

/* What is wrong with one file, as it is shown. */
struct home_trouble {
    const char *file;          /* name without its folder */
    struct text_list messages; /* "line 7: no exercise is called ..." */
};

/* One routine on the home screen. */
struct home_card {
    const char *path;
    const char *title;
    const char *about; /* "" when not said, or not read yet */
    bool read;         /* else only path and title are known */
    tick total;
    tick resume; /* where it was left; 0: nowhere */
    struct text_list needs;
    const struct exercise *cover;  /* whose figure stands for it; NULL: none */
    struct text_list either;       /* goes another way without them; the first HOME_THINGS count */
    bool asks;                     /* how the back feels, itself, before anything else */
    tick turn;                     /* of the figure's movement; 0: it has none, or is not read */
    struct home_trouble *trouble;  /* NULL: it can be played */
    struct home_trouble *flaws;    /* it can, but not all of it as its files say; NULL: none */
    const struct routine *routine; /* NULL: not read, or it cannot be played */
    bool old; /* an edition from before its file had mistakes, or was taken away */
};

struct home_content {
    struct home_card *cards;
    size_t count;
    const struct tips *tips;         /* NULL: nothing to learn */
    struct home_trouble *trouble;    /* with the tips, which may still be there; NULL: none */
    struct wishes *wishes;           /* changed on HOME_SETTINGS; NULL: there is no such screen */
    const struct progress *progress; /* NULL: nothing is kept of what is done, nor shown */
};

enum home_place {
    HOME_CARDS,
    HOME_BEFORE,
    HOME_LEARN,
    HOME_TROUBLE,
    HOME_SETTINGS,
    HOME_WEEK,
    HOME_PLACES
};

/* Things of one routine that can be said to be at hand right before it. */
enum { HOME_THINGS = 2 };
/* Pages of HOME_WEEK: the checklist, and how it went for twelve weeks. */
enum { HOME_WEEK_LIST, HOME_WEEK_TREND, HOME_WEEK_PAGES };

/* What can be chosen; the cards are HOME_ITEM_CARD and on. Of a row of HOME_SETTINGS, a press
 * on the third quarter of its width makes it less, anywhere else more. */
enum home_item {
    HOME_ITEM_LEARN,
    HOME_ITEM_LEARN_TROUBLE,
    HOME_ITEM_START,
    HOME_ITEM_NEXT,
    HOME_ITEM_PREVIOUS,
    HOME_ITEM_AGAIN, /* looks at the files again */
    HOME_ITEM_HOME,
    HOME_ITEM_SETTINGS,
    HOME_ITEM_FLAWS,
    HOME_ITEM_RESUME,
    HOME_ITEM_WEEK,
    HOME_ITEM_RATING,                                     /* 0, and the ten after it */
    HOME_ITEM_THING = HOME_ITEM_RATING + RATING_MOST + 1, /* of HOME_BEFORE: whether at hand */
    HOME_ITEM_TICK = HOME_ITEM_THING + HOME_THINGS,       /* of HOME_WEEK: enum checklist_item */
    HOME_ITEM_CARD = HOME_ITEM_TICK + CHECKLIST_ITEMS,
    HOME_ITEM_WISH = HOME_ITEM_CARD /* on HOME_SETTINGS: its rows */
};

struct home {
    enum home_place place;
    size_t card;                        /* that was chosen */
    size_t page;                        /* of HOME_LEARN and HOME_WEEK */
    int focus;                          /* enum home_item */
    const struct home_trouble *trouble; /* of HOME_TROUBLE */
    enum setting changed;               /* what HOME_CHANGED is about */
    enum checklist_item ticked;         /* what HOME_TICKED is about */
    struct comfort comfort;             /* HOME_BEFORE: what was answered */
    bool resume;                        /* HOME_PLAY: where the card was left, not from the start */
    struct scroll scroll;               /* of the rows of this place */
    size_t cards_first;                 /* its row at the top, for HOME_CARDS, while elsewhere */
    bool help;
    tick last_now;
    tick touched; /* when the last press was */
    tick starts;  /* HOME_BEFORE: the session begins then; 0: not asked for yet */
};

struct home_input {
    enum action action;
    bool tapped; /* a press on the screen, at x, y: then `action` does not count */
    float x, y;
    int rating;    /* ACTION_RATE */
    bool pointed;  /* the mouse is at x, y */
    int notches;   /* of a wheel, towards the person; then `action` does not count */
    float dragged; /* pixels that a finger went down */
    bool lifted;   /* the finger that dragged; `action` counts where nothing scrolled */
};

enum home_effect {
    HOME_NOTHING,
    HOME_PLAY,    /* the routine of `card`; then home_return */
    HOME_CHANGED, /* a setting: it counts from now on */
    HOME_TICKED,  /* something of today: there if it was not, and gone if it was */
    HOME_RELOAD,  /* look at the files again */
    HOME_FULL_SCREEN,
    HOME_CLOSE
};

void home_init(struct home *home, tick now);
/* `items` are those of the last picture. */
enum home_effect home_step(struct home *home, const struct home_content *content,
                           const struct focus_items *items, const struct home_input *input,
                           tick now);
/* The session is over, or the files were read again. */
void home_return(struct home *home, const struct home_content *content, tick now);
/* When the screen changes next, if nobody presses a key; TICK_NEVER while nothing moves. */
tick home_next_change(const struct home *home, const struct home_content *content, tick now);
/* How far through its movement the figure of a card is, 0 to 1; 0 at rest. */
double home_turn(const struct home *home, const struct home_content *content, size_t card);

/* One page of what there is to learn: cards of one kind. */
struct learn_page {
    const struct tip *cards;
    size_t count;
};
size_t learn_pages(const struct tips *tips);
/* Page `page` of them, which exists. */
struct learn_page learn_page_at(const struct tips *tips, size_t page);

#endif
