// SPDX-License-Identifier: MIT
#include "view/draw.h"

#include <assert.h>

static const char *const kind_names[] = {
    [DRAW_BACKDROP] = "backdrop", [DRAW_SHADE] = "shade",    [DRAW_RECT] = "rect",
    [DRAW_DISC] = "disc",         [DRAW_ORB] = "orb",        [DRAW_GLOW] = "glow",
    [DRAW_RING] = "ring",         [DRAW_BRUSH] = "brush",    [DRAW_POLYGON] = "polygon",
    [DRAW_TEXT] = "text",         [DRAW_PICTURE] = "picture"};
static_assert(sizeof kind_names / sizeof *kind_names == DRAW_KINDS, "every kind has a name");

static const char *const font_names[] = {
    [FONT_REGULAR] = "regular", [FONT_MEDIUM] = "medium", [FONT_BOLD] = "bold"};
static_assert(sizeof font_names / sizeof *font_names == FONT_KINDS, "every font has a name");

static const char *const align_names[] = {
    [ALIGN_LEFT] = "left", [ALIGN_CENTRE] = "centre", [ALIGN_RIGHT] = "right"};

/* -0.04 prints as 0.0, so that a golden text does not hang on a sign. */
static double tenth(float value)
{
    return value > -0.05f && value < 0 ? 0.0 : (double)value;
}

static void print_colours(const struct draw_command *c, FILE *out)
{
    if (c->kind == DRAW_PICTURE)
        return;
    fprintf(out, " #%08X", c->colour);
    if (c->kind == DRAW_BACKDROP || c->kind == DRAW_ORB)
        fprintf(out, " #%08X", c->colour2);
}

static void print_box(const struct draw_command *c, FILE *out)
{
    fprintf(out, " at %.1f,%.1f %.1fx%.1f", tenth(c->box.x), tenth(c->box.y), tenth(c->box.w),
            tenth(c->box.h));
}

static void print_points(const struct draw_list *list, const struct draw_command *c, FILE *out)
{
    for (size_t i = 0; i < c->count; i++) {
        const struct draw_point *p = &list->points[c->first + i];
        fprintf(out, " %.1f,%.1f", tenth(p->x), tenth(p->y));
        if (c->kind == DRAW_BRUSH)
            fprintf(out, "/%.1f", tenth(p->radius));
    }
}

static void print_text(const struct draw_list *list, const struct draw_command *c, FILE *out)
{
    fprintf(out, " %s %.1f%s %s at %.1f,%.1f \"%s\"", font_names[c->font], tenth(c->size),
            c->tabular ? " tabular" : "", align_names[c->align], tenth(c->x), tenth(c->y),
            list->bytes + c->text);
}

static void print_place(const struct draw_list *list, const struct draw_command *c, FILE *out)
{
    switch (c->kind) {
    case DRAW_BACKDROP:
    case DRAW_SHADE:
    case DRAW_KINDS:
        break;
    case DRAW_RECT:
        print_box(c, out);
        fprintf(out, " radius %.1f", tenth(c->radius));
        if (c->width > 0)
            fprintf(out, " width %.1f", tenth(c->width));
        break;
    case DRAW_DISC:
    case DRAW_ORB:
    case DRAW_GLOW:
        fprintf(out, " at %.1f,%.1f radius %.1f", tenth(c->x), tenth(c->y), tenth(c->radius));
        break;
    case DRAW_RING:
        fprintf(out, " at %.1f,%.1f radius %.1f width %.1f from %.3f sweep %.3f", tenth(c->x),
                tenth(c->y), tenth(c->radius), tenth(c->width), (double)c->from, (double)c->sweep);
        break;
    case DRAW_POLYGON:
        fprintf(out, " radius %.1f", tenth(c->radius));
        print_points(list, c, out);
        break;
    case DRAW_BRUSH:
        print_points(list, c, out);
        break;
    case DRAW_TEXT:
        print_text(list, c, out);
        break;
    case DRAW_PICTURE:
        print_box(c, out);
        fprintf(out, " radius %.1f%s \"%s\"", tenth(c->radius), c->mirrored ? " mirrored" : "",
                list->bytes + c->text);
        if (c->share > 0)
            fprintf(out, " to \"%s\" %u", list->bytes + c->next, c->share);
        break;
    }
}

void draw_list_print(const struct draw_list *list, FILE *out)
{
    fprintf(out, "screen %.0fx%.0f\n", (double)list->width, (double)list->height);
    for (size_t i = 0; i < list->count; i++) {
        const struct draw_command *c = &list->commands[i];
        fputs(kind_names[c->kind], out);
        print_colours(c, out);
        print_place(list, c, out);
        fputc('\n', out);
    }
}
