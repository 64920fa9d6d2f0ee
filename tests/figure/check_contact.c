// SPDX-License-Identifier: MIT
#include "figure/film.h"

/* What rests stays where it is, and nothing is below the ground. */

#define MOST_SLIP 0.5f

/* Hands and feet at the same place in two poses hold still between them. */
struct planted {
    enum pose_point point;
    enum spot spot;
};
static const struct planted planted[] = {
    {POSE_NEAR_HAND, SPOT_WRIST}, {POSE_FAR_HAND, SPOT_WRIST + FAR},
    {POSE_NEAR_FOOT, SPOT_ANKLE}, {POSE_FAR_FOOT, SPOT_ANKLE + FAR},
    {POSE_PELVIS, SPOT_PELVIS},   {POSE_CHEST, SPOT_CHEST},
    {POSE_HEAD, SPOT_HEAD},
};
enum { PLANTED = sizeof planted / sizeof *planted };

/* The two poses that this moment lies between. */
static void poses_between(const struct film *film, int frame, const struct pose **from,
                          const struct pose **to)
{
    const struct figure_motion *motion = &film->frames[frame].motion;
    int count = film->figure->pose_count;
    double amount = motion->drive == FIGURE_STILL ? 1 : fmin(fmax(motion->amount, 0), 1);
    float share;
    int span = pose_span(film->figure, (float)amount, motion->drive == FIGURE_LOOP, &share);
    *from = &film->figure->poses[span];
    *to = &film->figure->poses[(span + 1) % count];
}

static void what_is_planted_holds_still(const struct film *film, struct findings *findings)
{
    for (int i = 0; i < film->count * PLANTED; i++) {
        const struct planted *p = &planted[i % PLANTED];
        const struct pose *from, *to;
        poses_between(film, i / PLANTED, &from, &to);
        struct vec at = film->frames[i / PLANTED].spots[p->spot];
        float moves = vec_length(vec_sub(from->points[p->point], to->points[p->point]));
        float slip = vec_length(vec_sub(at, from->points[p->point]));
        if (moves < 0.01f && slip > MOST_SLIP)
            find(findings, p->spot, i / PLANTED, slip,
                 "%s is planted and slips by %.1f cm; at most %.1f",
                 spot_name(film->figure, p->spot), (double)slip, (double)MOST_SLIP);
    }
}

/* What bears weight on something does not slide on it. Heights above it as drawn, in cm; a foot
 * that stands has its ankle 7 above the sole, one that lies on its back 4. Head and seat sink into
 * what is soft. */
struct touch {
    enum spot spot; /* of the near or left side */
    int sides;
    float height, sinks;
};
static const struct touch touches[] = {
    {SPOT_KNEE, SIDES, 6.2f, 0},  {SPOT_ELBOW, SIDES, 3.8f, 0}, {SPOT_WRIST, SIDES, 2.7f, 0},
    {SPOT_ANKLE, SIDES, 7.1f, 0}, {SPOT_ANKLE, SIDES, 4.2f, 0}, {SPOT_PELVIS, 1, 10.8f, 2},
    {SPOT_CHEST, 1, 8.6f, 1},     {SPOT_HEAD, 1, 10.6f, 3},
};
enum { TOUCHES = sizeof touches / sizeof *touches };
#define TOUCHING 0.4f

static bool has_ground(const struct figure *figure)
{
    return figure->view == VIEW_SIDE || figure->view == VIEW_FRONT;
}

/* What things lie on, besides the ground; `foot`: their place is that of their foot. */
struct surface {
    bool there, foot;
};
static const struct surface surfaces[PROP_KINDS] = {
    [PROP_PILLOW] = {true, false},      [PROP_MATTRESS] = {true, true}, [PROP_CHAIR] = {true, true},
    [PROP_OFFICE_CHAIR] = {true, true}, [PROP_DESK] = {true, true},
};

/* The height of what is below a point. */
static float surface_below(const struct figure *figure, const struct skeleton *body, struct vec at)
{
    float highest = 0;
    for (int i = 0; i < figure->prop_count; i++) {
        const struct surface *surface = &surfaces[figure->props[i].kind];
        const struct prop_place *place = &body->props[i];
        float top = place->at.y + place->size.y * (surface->foot ? 1 : 0.5f);
        if (surface->there && fabsf(at.x - place->at.x) < place->size.x / 2 && top < at.y)
            highest = fmaxf(highest, top);
    }
    return highest;
}

static bool touching(const struct film *film, int frame, const struct touch *touch, struct vec at)
{
    float above = at.y - surface_below(film->figure, &film->frames[frame].body, at);
    return above < touch->height + TOUCHING && above > touch->height - TOUCHING - touch->sinks;
}

static void what_bears_weight_does_not_slide(const struct film *film, struct findings *findings)
{
    for (int i = 0; has_ground(film->figure) && i < TOUCHES * SIDES; i++) {
        const struct touch *touch = &touches[i / SIDES];
        int spot = (int)touch->spot + i % SIDES;
        float least = 0, most = 0;
        bool down = false;
        if (i % SIDES >= touch->sides)
            continue;
        for (int frame = 0; frame < film->count; frame++) {
            struct vec at = film->frames[frame].spots[spot];
            bool was_down = down;
            down = touching(film, frame, touch, at);
            least = was_down ? fminf(least, at.x) : at.x;
            most = was_down ? fmaxf(most, at.x) : at.x;
            if (down && most - least > MOST_SLIP)
                find(findings, i, frame, most - least,
                     "%s bears weight and slides by %.1f cm; at most %.1f",
                     spot_name(film->figure, spot), (double)(most - least), (double)MOST_SLIP);
        }
    }
}

static struct vec at_point(const struct figure_point *point)
{
    return (struct vec){point->x, point->y};
}

/* Skin gives way under weight; and smooth curves swing out a little between their points. */
#define GROUND_SQUEEZE 0.3f

static void nothing_is_below_the_ground(const struct film *film, int frame,
                                        const struct figure_drawing *now,
                                        const struct figure_drawing *before,
                                        struct findings *findings)
{
    (void)before;
    for (int i = 0; has_ground(film->figure) && i < now->shape_count; i++)
        for (int p = 0; p < now->shapes[i].count && now->shapes[i].kind != FIGURE_SOFT; p++) {
            const struct figure_point *point = &now->shapes[i].points[p];
            float deep = point->radius - point->y;
            if (deep <= GROUND_SQUEEZE)
                continue;
            int spot = spot_nearest(&film->frames[frame], at_point(point));
            find(findings, spot, frame, deep, "%s is drawn %.1f cm below the ground; at most %.1f",
                 spot_name(film->figure, spot), (double)deep, (double)GROUND_SQUEEZE);
        }
}

const struct check contact_checks[] = {
    {"what is planted holds still", what_is_planted_holds_still, NULL, NULL},
    {"what bears weight does not slide", what_bears_weight_does_not_slide, NULL, NULL},
    {"nothing is below the ground", NULL, nothing_is_below_the_ground, NULL},
};
const size_t contact_check_count = sizeof contact_checks / sizeof *contact_checks;
