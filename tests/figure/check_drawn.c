// SPDX-License-Identifier: MIT
#include "figure/film.h"

#include "figure/body.h"

/* The body is drawn in one piece: the head is on its neck, hands and feet are on their limbs. */

/* Lines along which something of the body is to be seen everywhere. */
struct stretch {
    enum spot from, to; /* of the near or left side */
    int sides;
    float share; /* of the way that is looked at */
};
static const struct stretch lines[] = {
    {SPOT_PELVIS, SPOT_WAIST, 1, 1},       {SPOT_WAIST, SPOT_CHEST, 1, 1},
    {SPOT_CHEST, SPOT_HEAD, 1, 1},         {SPOT_SHOULDER, SPOT_ELBOW, SIDES, 1},
    {SPOT_ELBOW, SPOT_WRIST, SIDES, 1},    {SPOT_WRIST, SPOT_FINGERS, SIDES, 0.5f},
    {SPOT_HIP, SPOT_KNEE, SIDES, 1},       {SPOT_KNEE, SPOT_ANKLE, SIDES, 1},
    {SPOT_ANKLE, SPOT_TOES, SIDES, 0.12f},
};
enum { LINES = sizeof lines / sizeof *lines, STEPS = 12 };

static struct vec at_point(const struct figure_point *point)
{
    return (struct vec){point->x, point->y};
}

/* Between two discs of a brush. */
static bool in_stroke(const struct figure_point *a, const struct figure_point *b, struct vec at)
{
    struct vec along = vec_sub(at_point(b), at_point(a)), off = vec_sub(at, at_point(a));
    float square = along.x * along.x + along.y * along.y;
    float t = square > 0 ? clampf((off.x * along.x + off.y * along.y) / square, 0, 1) : 0;
    return vec_length(vec_sub(off, vec_scale(along, t))) <= mix(a->radius, b->radius, t);
}

static bool in_polygon(const struct figure_shape *shape, struct vec at)
{
    bool inside = false;
    for (int i = 0, j = shape->count - 1; i < shape->count; j = i++) {
        struct vec a = at_point(&shape->points[i]), b = at_point(&shape->points[j]);
        if ((a.y > at.y) != (b.y > at.y) && at.x < mix(a.x, b.x, (at.y - a.y) / (b.y - a.y)))
            inside = !inside;
    }
    return inside;
}

static bool covers(const struct figure_shape *shape, struct vec at)
{
    if (shape->kind == FIGURE_SOFT)
        return false;
    if (shape->kind == FIGURE_POLYGON)
        return in_polygon(shape, at);
    bool inside = in_stroke(&shape->points[0], &shape->points[0], at);
    for (int p = 1; p < shape->count && !inside; p++)
        inside = in_stroke(&shape->points[p - 1], &shape->points[p], at);
    return inside;
}

static bool drawn_at(const struct figure_drawing *drawing, struct vec at)
{
    for (int i = 0; i < drawing->shape_count; i++)
        if (covers(&drawing->shapes[i], at))
            return true;
    return false;
}

/* The first point of the line above `lowest` where nothing is drawn; -1: none. */
static int gap_in(const struct figure_drawing *drawing, const struct stretch *line,
                  const struct vec spots[SPOTS], int side, float lowest)
{
    for (int step = 0; step <= STEPS; step++) {
        float t = line->share * (float)step / STEPS;
        struct vec at = vec_lerp(spots[(int)line->from + side], spots[(int)line->to + side], t);
        if (at.y > lowest && !drawn_at(drawing, at))
            return step;
    }
    return -1;
}

static void the_body_is_in_one_piece(const struct film *film, int frame,
                                     const struct figure_drawing *now, struct findings *findings)
{
    float lowest = film->figure->upper_body ? cut_height(film->figure) : -INFINITY;
    for (int i = 0; i < LINES * SIDES; i++) {
        const struct stretch *line = &lines[i / SIDES];
        int side = i % SIDES;
        if (side >= line->sides)
            continue;
        int gap = gap_in(now, line, film->frames[frame].spots, side, lowest);
        if (gap >= 0)
            find(findings, i, frame, 1, "nothing is drawn %.0f %% of the way from %s to %s",
                 (double)line->share * 100 * gap / STEPS,
                 spot_name(film->figure, (int)line->from + side),
                 spot_name(film->figure, (int)line->to + side));
    }
}

const struct check drawn_checks[] = {
    {"the body is in one piece", NULL, NULL, the_body_is_in_one_piece},
};
const size_t drawn_check_count = sizeof drawn_checks / sizeof *drawn_checks;
