// SPDX-License-Identifier: MIT
#include "figure/film.h"
#include "figure/prop.h"

/* Nothing goes through a prop; what rolls does not slip. */

/* What a body does not go through. */
struct solid {
    enum { SOLID_BOX, SOLID_BAR } kind;
    struct vec a, b; /* of a box the lower left and the upper right corner, of a bar its ends */
    float radius;    /* of a bar; with both ends in one place it is a disc */
};
enum { SOLIDS_MOST = 4 };

typedef int shape_of(const struct prop_place *place, const struct prop *prop,
                     const struct skeleton *body, struct solid out[SOLIDS_MOST]);

/* From the foot in the middle of its width up to its height. */
static int standing_box(const struct prop_place *place, const struct prop *prop,
                        const struct skeleton *body, struct solid out[SOLIDS_MOST])
{
    float half = place->size.x / 2;
    (void)prop;
    (void)body;
    out[0] = (struct solid){SOLID_BOX,
                            {place->at.x - half, place->at.y},
                            {place->at.x + half, place->at.y + place->size.y},
                            0};
    return 1;
}

static int cushion(const struct prop_place *place, const struct prop *prop,
                   const struct skeleton *body, struct solid out[SOLIDS_MOST])
{
    struct vec half = vec_scale(place->size, 0.5f);
    float radius = fminf(half.x, half.y);
    struct vec reach = {half.x - radius, half.y - radius};
    (void)prop;
    (void)body;
    out[0] =
        (struct solid){SOLID_BAR, vec_sub(place->at, reach), vec_add(place->at, reach), radius};
    return 1;
}

/* The upper 2.6 cm: what is below, legs go between. */
static int desk_top(const struct prop_place *place, const struct prop *prop,
                    const struct skeleton *body, struct solid out[SOLIDS_MOST])
{
    standing_box(place, prop, body, out);
    out[0].a.y = out[0].b.y - 2.6f;
    return 1;
}

static int seat(const struct prop_place *place, const struct prop *prop,
                const struct skeleton *body, struct solid out[SOLIDS_MOST])
{
    float rest = place->amounts[PROP_REST], left, top;
    standing_box(place, prop, body, out);
    out[0].a.y = out[0].b.y - 4;
    left = out[0].a.x;
    top = out[0].b.y;
    if (rest <= 0)
        return 1;
    if (prop->kind == PROP_CHAIR)
        out[1] = (struct solid){SOLID_BAR,
                                {left + 2 - 0.045f * rest, top + 0.45f * rest},
                                {left + 2 - 0.1f * rest, top + rest - 1.5f},
                                2};
    else
        out[1] = (struct solid){
            SOLID_BAR, {left - 0.6f, top + 8}, {left - 1.4f, top + rest * 0.68f}, 2.3f};
    return 2;
}

/* As deep as it sinks in the middle. */
static int bed(const struct prop_place *place, const struct prop *prop, const struct skeleton *body,
               struct solid out[SOLIDS_MOST])
{
    standing_box(place, prop, body, out);
    out[0].b.y -= place->amounts[PROP_SAG];
    return 1;
}

/* Between the body and what it rolls on, it goes half as far as the body. */
static int roll(const struct prop_place *place, const struct prop *prop,
                const struct skeleton *body, struct solid out[SOLIDS_MOST])
{
    struct vec at = place->at;
    if (prop->rolls == ROLLS_ON_GROUND)
        at.x += body->moved.x / 2;
    else if (prop->rolls == ROLLS_ON_WALL)
        at.y += body->moved.y / 2;
    out[0] = (struct solid){SOLID_BAR, at, at, place->size.x / 2};
    return 1;
}

/* How deep a body may press in, cm, and whether an arm may hang before or behind it, because it is
 * not as deep as the body is wide. */
struct solidity {
    shape_of *shape;
    float squeeze;
    bool lets_arms_by;
};
static const struct solidity solidities[PROP_KINDS] = {
    /* plaster gives nothing: skin and clothing do */
    [PROP_WALL] = {standing_box, 0.6f, false},
    /* the head sinks in to most of its height */
    [PROP_PILLOW] = {cushion, 5, true},
    /* lying on a side, shoulder and hip sink in furthest: that keeps the spine level */
    [PROP_MATTRESS] = {bed, 7, true},
    /* a padded seat, and the flesh on it, under the trunk's weight */
    [PROP_CHAIR] = {seat, 1.5f, true},
    [PROP_OFFICE_CHAIR] = {seat, 2, true},
    /* it is there to be leant into */
    [PROP_LUMBAR_ROLL] = {cushion, 3, true},
    /* wood: only the forearm's flesh gives */
    [PROP_DESK] = {desk_top, 0.6f, false},
    /* hard foam and the muscles of the back, which bear the trunk on one line */
    [PROP_ROLLER] = {roll, 2, true},
    /* it is meant to sink between the muscles */
    [PROP_BALL] = {roll, 2, true},
};

static float to_bar(const struct solid *bar, struct vec at)
{
    struct vec along = vec_sub(bar->b, bar->a), off = vec_sub(at, bar->a);
    float square = along.x * along.x + along.y * along.y;
    float t = square > 0 ? clampf((off.x * along.x + off.y * along.y) / square, 0, 1) : 0;
    return vec_length(vec_sub(off, vec_scale(along, t))) - bar->radius;
}

static float to_box(const struct solid *box, struct vec at)
{
    float x = fmaxf(box->a.x - at.x, at.x - box->b.x), y = fmaxf(box->a.y - at.y, at.y - box->b.y);
    return x > 0 && y > 0 ? vec_length((struct vec){x, y}) : fmaxf(x, y);
}

/* How far a disc of `radius` about `at` reaches into the solid; negative outside. */
static float depth_in(const struct solid *solid, struct vec at, float radius)
{
    return radius - (solid->kind == SOLID_BOX ? to_box(solid, at) : to_bar(solid, at));
}

static bool is_arm(int spot)
{
    return spot >= SPOT_ELBOW && spot < SPOT_HIP;
}

static void check_solid(const struct film *film, int frame, const struct figure_drawing *now,
                        const struct solid *solid, int prop, struct findings *findings)
{
    enum prop_kind kind = film->figure->props[prop].kind;
    const struct solidity *solidity = &solidities[kind];
    for (int i = 0; i < now->shape_count; i++)
        for (int p = 0; p < now->shapes[i].count && now->shapes[i].kind != FIGURE_SOFT; p++) {
            const struct figure_point *point = &now->shapes[i].points[p];
            struct vec at = {point->x, point->y};
            float deep = depth_in(solid, at, point->radius);
            if (deep <= solidity->squeeze)
                continue;
            int spot = spot_nearest(&film->frames[frame], at);
            if (!(is_arm(spot) && solidity->lets_arms_by))
                find(findings, prop * SPOTS + spot, frame, deep,
                     "%s is drawn %.1f cm inside the %s; at most %.1f",
                     spot_name(film->figure, spot), (double)deep, prop_rows[kind].name,
                     (double)solidity->squeeze);
        }
}

static void nothing_goes_through_a_prop(const struct film *film, int frame,
                                        const struct figure_drawing *now,
                                        const struct figure_drawing *before,
                                        struct findings *findings)
{
    const struct skeleton *body = &film->frames[frame].body;
    (void)before;
    for (int i = 0; i < film->figure->prop_count; i++) {
        const struct prop *prop = &film->figure->props[i];
        struct solid solids[SOLIDS_MOST];
        shape_of *shape = solidities[prop->kind].shape;
        int count = shape != NULL ? shape(&body->props[i], prop, body, solids) : 0;
        for (int s = 0; s < count; s++)
            check_solid(film, frame, now, &solids[s], i, findings);
    }
}

/* Where a picture shows a roller or ball, and which way its first mark points. */
struct wheel {
    struct vec at;
    float radius, angle;
    bool there;
};

static struct wheel wheel_in(const struct figure_drawing *drawing)
{
    struct wheel wheel = {.there = false};
    for (int i = 0; i < drawing->shape_count; i++) {
        const struct figure_shape *shape = &drawing->shapes[i];
        const struct figure_point *point = &shape->points[0];
        if (shape->kind == FIGURE_DISC && shape->paint == FIGURE_ROLLER)
            wheel = (struct wheel){{point->x, point->y}, point->radius, 0, true};
        if (!wheel.there || shape->kind != FIGURE_BRUSH || shape->paint != FIGURE_ROLLER_CORE)
            continue;
        wheel.angle = atan2f(point->y - wheel.at.y, point->x - wheel.at.x);
        break;
    }
    return wheel;
}

static int spine_nearest(const struct skeleton *body, struct vec at)
{
    int nearest = 0;
    for (int i = 1; i < SPINE_SAMPLES; i++)
        if (vec_length(vec_sub(body->spine[i], at)) < vec_length(vec_sub(body->spine[nearest], at)))
            nearest = i;
    return nearest;
}

#define MOST_SLIP 0.5f

/* Against what it rests on its middle goes as far as its rim turns; against the body it is the same
 * once more. */
static void check_wheel(const struct film *film, int frame, enum prop_roll rolls,
                        const struct wheel *first, const struct wheel *now,
                        struct findings *findings)
{
    const struct skeleton *start = &film->frames[0].body, *body = &film->frames[frame].body;
    int back = spine_nearest(start, first->at);
    struct vec way = vec_sub(now->at, first->at);
    struct vec back_way = vec_sub(body->spine[back], start->spine[back]);
    bool ground = rolls == ROLLS_ON_GROUND;
    float turned = remainderf(now->angle - first->angle, 2 * (float)M_PI) * now->radius;
    float slip = fabsf(ground ? way.x + turned : way.y - turned);
    float back_slip = fabsf(ground ? back_way.x - 2 * way.x : back_way.y - 2 * way.y);
    if (slip > MOST_SLIP)
        find(findings, 0, frame, slip, "it slips by %.1f cm where it rolls; at most %.1f",
             (double)slip, (double)MOST_SLIP);
    if (back_slip > MOST_SLIP)
        find(findings, 1, frame, back_slip, "the back slips over it by %.1f cm; at most %.1f",
             (double)back_slip, (double)MOST_SLIP);
}

static void what_rolls_does_not_slip(const struct film *film, int frame,
                                     const struct figure_drawing *now, struct findings *findings)
{
    static struct figure_drawing begin;
    for (int i = 0; i < film->figure->prop_count; i++) {
        enum prop_roll rolls = film->figure->props[i].rolls;
        if (rolls == ROLLS_NOT)
            continue;
        figure_draw(film->figure, &film->frames[0].motion, &begin);
        struct wheel first = wheel_in(&begin), wheel = wheel_in(now);
        if (first.there && wheel.there)
            check_wheel(film, frame, rolls, &first, &wheel, findings);
        else
            find(findings, 2, frame, 1, "what rolls is not to be seen");
    }
}

const struct check prop_checks[] = {
    {"nothing goes through a prop", NULL, nothing_goes_through_a_prop, NULL},
    {"what rolls does not slip", NULL, NULL, what_rolls_does_not_slip},
};
const size_t prop_check_count = sizeof prop_checks / sizeof *prop_checks;
