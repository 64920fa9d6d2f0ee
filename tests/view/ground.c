// SPDX-License-Identifier: MIT
#include "view/ground.h"

#include <math.h>

static double channel(colour c, int shift)
{
    double value = (double)((c >> shift) & 0xFF) / 255;
    return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4);
}

static double luminance(colour c)
{
    return 0.2126 * channel(c, 24) + 0.7152 * channel(c, 16) + 0.0722 * channel(c, 8);
}

double contrast_between(colour a, colour b)
{
    double x = luminance(a), y = luminance(b);
    return (fmax(x, y) + 0.05) / (fmin(x, y) + 0.05);
}

/* `share` of the way from `a` to `b`, opaque. */
static colour mix(colour a, colour b, float share)
{
    colour out = 0xFF;
    for (int shift = 8; shift <= 24; shift += 8) {
        float from = (float)((a >> shift) & 0xFF), to = (float)((b >> shift) & 0xFF);
        out |= (colour)lroundf(from + (to - from) * share) << shift;
    }
    return out;
}

static colour over(colour ground, colour paint, float share)
{
    return mix(ground, paint, share * (float)(paint & 0xFF) / 255);
}

static bool in_rect(const struct draw_command *c, float x, float y)
{
    const struct draw_box *box = &c->box;
    if (x < box->x || y < box->y || x > box->x + box->w || y > box->y + box->h)
        return false;
    float edge =
        fminf(fminf(x - box->x, box->x + box->w - x), fminf(y - box->y, box->y + box->h - y));
    return c->width <= 0 || edge <= c->width;
}

/* As they are painted: a ring in any direction, for the darkest and lightest it can be. */
static colour paint(const struct draw_list *list, const struct draw_command *c, colour ground,
                    float x, float y)
{
    float far = hypotf(x - c->x, y - c->y), square = c->radius > 0 ? far / c->radius : 1;
    square = fminf(square * square, 1);
    switch (c->kind) {
    case DRAW_BACKDROP:
        return mix(c->colour, c->colour2, y / list->height);
    case DRAW_SHADE:
        return over(ground, c->colour, 1);
    case DRAW_RECT:
        return in_rect(c, x, y) ? over(ground, c->colour, 1) : ground;
    case DRAW_DISC:
        return far <= c->radius ? over(ground, c->colour, 1) : ground;
    case DRAW_ORB:
        return far <= c->radius ? mix(c->colour, c->colour2, square) : ground;
    case DRAW_GLOW:
        return over(ground, c->colour, (1 - square) * (1 - square));
    case DRAW_RING:
        return fabsf(far - c->radius) <= c->width / 2 ? over(ground, c->colour, 1) : ground;
    default:
        return ground;
    }
}

colour ground_at(const struct draw_list *list, size_t index, float x, float y)
{
    colour ground = 0xFF;
    for (size_t i = 0; i < index; i++)
        ground = paint(list, &list->commands[i], ground, x, y);
    return ground;
}

double ground_contrast(const struct draw_list *list, size_t index, struct draw_box box)
{
    enum { ACROSS = 5, DOWN = 3 };
    colour ink = list->commands[index].colour;
    double least = INFINITY;
    for (int i = 0; i < ACROSS * DOWN; i++) {
        float x = box.x + box.w * (float)(i % ACROSS) / (ACROSS - 1);
        float y = box.y + box.h * (float)(i / ACROSS) / (DOWN - 1);
        colour ground = ground_at(list, index, x, y);
        least = fmin(least, contrast_between(over(ground, ink, 1), ground));
    }
    return least;
}

double ground_edge_contrast(const struct draw_list *list, size_t index)
{
    const struct draw_command *c = &list->commands[index];
    float x = c->box.x + c->box.w / 2, top = c->box.y;
    colour outside = ground_at(list, index, x, top - 2);
    colour within = ground_at(list, index, x, top + c->width + 2);
    return fmin(contrast_between(c->colour, outside), contrast_between(c->colour, within));
}
