// SPDX-License-Identifier: MIT
#ifndef TESTS_VIEW_STAND_IN_H
#define TESTS_VIEW_STAND_IN_H

#include "view/stand_in_past.h"
#include "view/view.h"

/* What the screens need, without fonts, files or figures: a routine with every kind of step made by
 * hand and compiled, letters of one width, pictures in place of figures. */

/* How far a test goes to find a screen. */
struct moment_of {
    const char *name;
    tick at;                 /* jumped to first */
    tick resume;             /* offered instead of beginning there; 0: not */
    enum action actions[6];  /* then asked for, in order; ends with ACTION_NONE */
    tick pass;               /* then let pass */
    int rating;              /* ACTION_RATE */
    bool bare;               /* no picture: the dial stands alone */
    enum stand_in_past past; /* the end shows its week */
    bool after;              /* the routine does not ask itself, and 4 was said before it */
};
extern const struct moment_of stand_in_moments[];
extern const size_t stand_in_moment_count;

struct stand_in {
    struct arena arena;
    struct diag_list diags;
    const struct timeline *timeline;
    struct timeline asks_nothing; /* the same without its last question */
    struct session session;
    struct draw_list list;
    struct text_metrics metrics;
    struct view_context view;
    struct focus_items targets; /* of the last picture of a session */
};

/* `longer`: every text of the program and the routine is 40 % longer, with accents. */
void stand_in_init(struct stand_in *stand_in, bool longer, bool bare);
/* The program's words in another language, such as "de", or "en-XB", from right to left. */
void stand_in_speak(struct stand_in *stand_in, const char *language);
void stand_in_finish(struct stand_in *stand_in);
/* Draws the moment at this size. */
void stand_in_draw(struct stand_in *stand_in, const struct moment_of *moment, float width,
                   float height);

/* What `check` says of a file that was saved in the middle of a session with so many mistakes. */
void stand_in_mistakes(struct stand_in *stand_in, size_t count, struct diag_list *diags);

/* The box of what is printed of a text: no wider than its letters, from the top of a capital to
 * below a tail. */
struct draw_box stand_in_text_box(const struct stand_in *stand_in,
                                  const struct draw_command *command);

#endif
