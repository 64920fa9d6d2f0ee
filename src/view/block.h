// SPDX-License-Identifier: MIT
#ifndef UNKNOT_VIEW_BLOCK_H
#define UNKNOT_VIEW_BLOCK_H

#include "view/page.h"

/* Text that fits. A role says how a text likes to look and how small it may get; a block is that
 * text broken into lines for a width: first at its own size, then smaller in small steps down to
 * the least, and only when even that is too much, cut with an ellipsis. Lines break at spaces, but
 * not at no-break spaces; a word that is wider than its line breaks at a soft hyphen (U+00AD),
 * which is a hyphen there and nothing anywhere else. Where it has none the text gets smaller than
 * its least, down to 32, before the word is broken. */
enum text_role {
    ROLE_TITLE,    /* the current step: read from 3 m */
    ROLE_HEADING,  /* of a page outside a session */
    ROLE_KICKER,   /* the line above the title */
    ROLE_SUBTITLE, /* the line below */
    ROLE_CAPTION,  /* what is being said */
    ROLE_FOOT,     /* clocks and what comes next */
    ROLE_BODY,
    ROLE_READ, /* what a page is there for, with as much room as it likes */
    ROLE_CARD, /* the title of what lies over a page */
    ROLE_MENU,
    ROLE_NAME,   /* of a routine, on its card */
    ROLE_PHASE,  /* in the dial: "Breathe in" */
    ROLE_COUNT,  /* in the dial: the rep */
    ROLE_CLOCK,  /* in the dial: time left */
    ROLE_UNDER,  /* in the dial: "of 10", seconds */
    ROLE_INVITE, /* in the circle of a kiosk */
    TEXT_ROLES
};

struct text_role_info {
    enum draw_font font;
    float size, least; /* pixels per em on 1080 lines */
    float one_line;    /* shrinks to this, if that keeps it on one line */
    bool tabular;
    int lines;     /* most of them */
    float leading; /* from line to line, in ems */
};
extern const struct text_role_info text_roles[TEXT_ROLES];

enum { BLOCK_LINES = 8, BLOCK_BYTES = 1024 };

struct block_line {
    const char *text; /* into the text given */
    size_t length;
    bool hyphen; /* a word goes on in the next line, from a soft hyphen on */
};

/* The text must live as long as the block. */
struct block {
    struct block_line lines[BLOCK_LINES];
    struct draw_type type;
    int count;
    float leading; /* pixels */
    float width, height;
    float room;      /* that it was fitted to */
    bool from_right; /* its first letter runs from right to left */
    bool cut;        /* the last line needs an ellipsis */
    bool broken;     /* a word that is too wide for a line goes on in the next one */
    bool small;      /* less than its role's least, so that no word is broken */
};

/* Texts longer than BLOCK_BYTES are cut there. */
void block_fit(const struct page *page, enum text_role role, const char *text, float width,
               struct block *out);
/* The same with another limit on lines. */
void block_fit_lines(const struct page *page, enum text_role role, const char *text, float width,
                     int lines, struct block *out);
/* The same, beginning at `scale` of its own size, but not below the least. */
void block_fit_scaled(const struct page *page, enum text_role role, float scale, const char *text,
                      float width, struct block *out);
/* The same, smaller and smaller until it is no higher than `height`, but at least one line. */
void block_fit_within(const struct page *page, enum text_role role, const char *text, float width,
                      float height, struct block *out);
/* `x` is the side given by `align`, `top` the top of the first line. Returns the block's bottom.
 * The lines of a language that is read from the right are even there, within the block's width. */
float block_draw(const struct page *page, const struct block *block, float x, float top,
                 enum draw_align align, colour ink);

/* A paragraph that has its whole room for itself, from `x` on: set from the left, or from the right
 * where its language is read from there. Returns its bottom. */
float paragraph_draw(const struct page *page, const struct block *block, float x, float top,
                     colour ink);

/* One line that is known to fit, by its baseline. */
void line_draw(const struct page *page, enum text_role role, const char *text, float x,
               float baseline, enum draw_align align, colour ink);
float line_width(const struct page *page, enum text_role role, const char *text);
float line_height(const struct page *page, enum text_role role);

#endif
