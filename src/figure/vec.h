// SPDX-License-Identifier: MIT
#ifndef UNKNOT_FIGURE_VEC_H
#define UNKNOT_FIGURE_VEC_H

#include <math.h>

/* Points and directions in the plane; y points up. */
struct vec {
    float x, y;
};

static inline struct vec vec_add(struct vec a, struct vec b)
{
    return (struct vec){a.x + b.x, a.y + b.y};
}

static inline struct vec vec_sub(struct vec a, struct vec b)
{
    return (struct vec){a.x - b.x, a.y - b.y};
}

static inline struct vec vec_scale(struct vec a, float k)
{
    return (struct vec){a.x * k, a.y * k};
}

/* `a` moved along `direction` by `k`. */
static inline struct vec vec_along(struct vec a, struct vec direction, float k)
{
    return (struct vec){a.x + direction.x * k, a.y + direction.y * k};
}

static inline struct vec vec_lerp(struct vec a, struct vec b, float t)
{
    return (struct vec){a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t};
}

static inline float vec_length(struct vec a)
{
    return sqrtf(a.x * a.x + a.y * a.y);
}

/* Of length 1; `fallback` when `a` is too short to have a direction. */
static inline struct vec vec_unit(struct vec a, struct vec fallback)
{
    float length = vec_length(a);
    return length > 1e-4f ? vec_scale(a, 1 / length) : fallback;
}

/* A quarter turn against the clock, and with it. */
static inline struct vec vec_left(struct vec a)
{
    return (struct vec){-a.y, a.x};
}

static inline struct vec vec_right(struct vec a)
{
    return (struct vec){a.y, -a.x};
}

static inline float mix(float a, float b, float t)
{
    return a + (b - a) * t;
}

static inline float clampf(float value, float least, float most)
{
    return value < least ? least : value > most ? most : value;
}

#endif
