// SPDX-License-Identifier: MIT
#ifndef UNKNOT_VIEW_DRAW_H
#define UNKNOT_VIEW_DRAW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

/* The draw list: what a screen looks like, as a flat list of commands, back to front. Views write
 * it anew for every frame; platform/ compares it with the last one, repaints only the boxes of
 * commands that differ, and presents nothing when none does. It can be printed, so a screen is
 * tested as text.
 *
 * Units: physical pixels, x to the right, y down, origin at the top left. Colours are 0xRRGGBBAA,
 * not premultiplied. Memory is kept from frame to frame: no allocation once the list has its size.
 */
typedef uint32_t colour;

struct draw_box {
    float x, y, w, h;
};

enum draw_kind {
    DRAW_BACKDROP, /* the whole screen: `colour` at the top to `colour2` at the bottom */
    DRAW_SHADE,    /* the whole screen, one colour: dims what is below it */
    DRAW_RECT,     /* `box`, corners rounded by `radius`; an outline when `width` > 0 */
    DRAW_DISC,     /* `x`, `y`, `radius` */
    DRAW_ORB,      /* the breathing circle: `colour` in the middle to `colour2` at the rim */
    DRAW_GLOW,     /* `colour` in the middle, fading to nothing at `radius` */
    DRAW_RING,     /* arc around `x`, `y` of `radius` (middle of the stroke) and `width`, clockwise
                      from the top: `from`, `sweep` in turns; round ends unless a whole turn */
    DRAW_BRUSH,    /* smooth curve through points with radii, filled, round ends */
    DRAW_POLYGON,  /* closed, simple; corners rounded by `radius` */
    DRAW_TEXT,     /* one line; `x`, `y` is the baseline at the side given by `align` */
    DRAW_PICTURE,  /* `text` names it; fitted inside `box`, centred, corners rounded by `radius`;
                      `share` of 255 has given way to the one that `next` names */
    DRAW_KINDS
};

enum draw_font { FONT_REGULAR, FONT_MEDIUM, FONT_BOLD, FONT_KINDS };
enum draw_align { ALIGN_LEFT, ALIGN_CENTRE, ALIGN_RIGHT };

struct draw_point {
    float x, y, radius;
};

struct draw_command {
    enum draw_kind kind;
    colour colour, colour2;
    struct draw_box box; /* what it may touch, filled in by the draw_* calls; the picture's
                            and rectangle's own place */
    float x, y, radius, width;
    float from, sweep;
    float size; /* DRAW_TEXT: font size, in pixels per em */
    enum draw_font font;
    enum draw_align align;
    bool tabular;          /* figures of one width, so that clocks do not jitter */
    uint8_t share;         /* DRAW_PICTURE */
    bool mirrored;         /* DRAW_PICTURE */
    uint32_t first, count; /* points: index into list->points */
    uint32_t text, length; /* text: offset into list->bytes, NUL-terminated */
    uint32_t next;         /* DRAW_PICTURE: offset of the second name, within the text's length */
};

struct draw_list {
    float width, height; /* of the screen */
    struct draw_command *commands;
    size_t count, capacity;
    struct draw_point *points;
    size_t point_count, point_capacity;
    char *bytes;
    size_t byte_count, byte_capacity;
};

void draw_list_init(struct draw_list *list);
void draw_list_finish(struct draw_list *list);
/* Empties the list for the next frame and keeps its memory. */
void draw_list_begin(struct draw_list *list, float width, float height);
/* Makes `to` the same list, in its own memory. */
void draw_list_copy(struct draw_list *to, const struct draw_list *from);

void draw_backdrop(struct draw_list *list, colour top, colour bottom);
void draw_shade(struct draw_list *list, colour shade);
void draw_rect(struct draw_list *list, struct draw_box box, float radius, colour fill);
void draw_outline(struct draw_list *list, struct draw_box box, float radius, float width, colour c);
void draw_disc(struct draw_list *list, float x, float y, float radius, colour fill);
void draw_orb(struct draw_list *list, float x, float y, float radius, colour middle, colour rim);
void draw_glow(struct draw_list *list, float x, float y, float radius, colour middle);
void draw_ring(struct draw_list *list, float x, float y, float radius, float width, float from,
               float sweep, colour c);
void draw_brush(struct draw_list *list, const struct draw_point *points, size_t count, colour fill);
void draw_polygon(struct draw_list *list, const struct draw_point *points, size_t count,
                  float rounding, colour fill);

/* How a text looks. */
struct draw_type {
    enum draw_font font;
    float size;
    bool tabular;
};
/* The box is taken from the metrics' width and the font's size. */
struct text_metrics;
void draw_text(struct draw_list *list, const struct text_metrics *metrics, struct draw_type type,
               float x, float y, enum draw_align align, colour ink, const char *text,
               size_t length);

/* One picture dissolving into the next; at a share of 0 only the first is seen, and the next is
 * made ready meanwhile. A name of "" is a picture that is not to be had. */
struct draw_pictures {
    const char *name, *next;
    uint8_t share; /* of 255: how much of the next is seen */
    bool mirrored;
};
void draw_picture(struct draw_list *list, const struct draw_pictures *pictures, struct draw_box box,
                  float radius);

/* Widths of text, given by whoever owns the fonts: platform/ with real fonts, tests with fixed
 * widths. Views measure with it and never guess. */
struct text_metrics {
    void *context;
    /* Pixels from the first to after the last character of `length` bytes. */
    float (*width)(void *context, struct draw_type type, const char *text, size_t length);
};

/* Two commands paint the same pixels. The points and texts they name are compared too. */
bool draw_same(const struct draw_list *a, const struct draw_command *x, const struct draw_list *b,
               const struct draw_command *y);
bool draw_list_same(const struct draw_list *a, const struct draw_list *b);
/* One line per command, coordinates to a tenth of a pixel. */
void draw_list_print(const struct draw_list *list, FILE *out);

#endif
