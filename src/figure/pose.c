// SPDX-License-Identifier: MIT
#include "figure/skeleton.h"

/* Directions turn the short way round, so that a hand never shrinks through its own wrist. */
static struct vec direction_lerp(struct vec a, struct vec b, float t)
{
    float from = atan2f(a.y, a.x);
    float by = atan2f(b.y, b.x) - from;
    const float half = 3.14159265f;
    if (by > half)
        by -= 2 * half;
    if (by < -half)
        by += 2 * half;
    return (struct vec){cosf(from + by * t), sinf(from + by * t)};
}

/* The head swings about the base of the neck; on a straight way it would sink into it. */
static struct vec head_lerp(const struct pose *a, const struct pose *b, float t, struct vec chest)
{
    struct vec from = vec_sub(a->points[POSE_HEAD], a->points[POSE_CHEST]);
    struct vec to = vec_sub(b->points[POSE_HEAD], b->points[POSE_CHEST]);
    return vec_along(chest, direction_lerp(from, to, t), mix(vec_length(from), vec_length(to), t));
}

/* On a straight way between two poses a back that swings or rounds would shrink in between. What is
 * missing is made up at the ends of the trunk, by as much as each of them moves: a seat or
 * shoulders that lie stay where they are. */
static void keep_trunk(const struct pose *a, const struct pose *b, float t, struct pose *out)
{
    static const enum pose_point trunk[] = {POSE_PELVIS, POSE_BEND, POSE_CHEST};
    float below = vec_length(vec_sub(a->points[POSE_PELVIS], b->points[POSE_PELVIS]));
    float above = vec_length(vec_sub(a->points[POSE_CHEST], b->points[POSE_CHEST]));
    float length = pose_trunk(out);
    if (below + above < 1e-3f || length < 1)
        return;
    struct vec held =
        vec_lerp(out->points[POSE_PELVIS], out->points[POSE_CHEST], below / (below + above));
    float by = mix(pose_trunk(a), pose_trunk(b), t) / length;
    for (int i = 0; i < 3; i++) {
        struct vec *point = &out->points[trunk[i]];
        *point = vec_along(held, vec_sub(*point, held), by);
    }
}

static void prop_lerp(const struct prop_place *a, const struct prop_place *b, float t,
                      struct prop_place *out)
{
    out->at = vec_lerp(a->at, b->at, t);
    out->size = vec_lerp(a->size, b->size, t);
    for (int i = 0; i < PROP_AMOUNTS; i++)
        out->amounts[i] = mix(a->amounts[i], b->amounts[i], t);
}

static void pose_lerp(const struct pose *a, const struct pose *b, float t, struct pose *out)
{
    for (int i = 0; i < POSE_POINTS; i++)
        out->points[i] = vec_lerp(a->points[i], b->points[i], t);
    keep_trunk(a, b, t, out);
    out->points[POSE_HEAD] = head_lerp(a, b, t, out->points[POSE_CHEST]);
    for (int i = 0; i < POSE_DIRECTIONS; i++)
        out->directions[i] = direction_lerp(a->directions[i], b->directions[i], t);
    for (int i = 0; i < POSE_AMOUNTS; i++)
        out->amounts[i] = mix(a->amounts[i], b->amounts[i], t);
    for (int i = 0; i < FIGURE_MAX_PROPS; i++)
        prop_lerp(&a->props[i], &b->props[i], t, &out->props[i]);
}

static float ease(float t)
{
    return t * t * (3 - 2 * t);
}

/* Through b and c on a smooth curve that knows its neighbours (Catmull-Rom, by repeated blends,
 * which reach beyond their two poses). */
static void pose_flow(const struct pose *const around[4], float t, struct pose *out)
{
    struct pose ab, bc, cd, abc, bcd;
    pose_lerp(around[0], around[1], t + 1, &ab);
    pose_lerp(around[1], around[2], t, &bc);
    pose_lerp(around[2], around[3], t - 1, &cd);
    pose_lerp(&ab, &bc, (t + 1) / 2, &abc);
    pose_lerp(&bc, &cd, t / 2, &bcd);
    pose_lerp(&abc, &bcd, t, out);
}

/* Round the end of a loop; at the ends of what goes to and fro, the last pose itself. */
static const struct pose *neighbour(const struct figure *figure, int i, bool cyclic)
{
    int count = figure->pose_count;
    if (cyclic)
        return &figure->poses[(i + count) % count];
    return &figure->poses[i < 0 ? 0 : i >= count ? count - 1 : i];
}

float pose_lasts(const struct pose *pose)
{
    return fmaxf(pose->amounts[POSE_LASTS], 1);
}

int pose_span(const struct figure *figure, float at, bool cyclic, float *share)
{
    int spans = cyclic ? figure->pose_count : figure->pose_count - 1;
    float total = 0, before = 0;
    for (int i = 0; i < spans; i++)
        total += pose_lasts(&figure->poses[i]);
    int span = 0;
    while (span < spans - 1 && at * total >= before + pose_lasts(&figure->poses[span]))
        before += pose_lasts(&figure->poses[span++]);
    *share = spans < 1 ? 0 : clampf((at * total - before) / pose_lasts(&figure->poses[span]), 0, 1);
    return span;
}

void pose_blend(const struct figure *figure, float at, bool cyclic, struct pose *out)
{
    float t;
    int from = pose_span(figure, at >= 0 ? at : 0, cyclic, &t);
    const struct pose *a = &figure->poses[from];
    const struct pose *b = &figure->poses[(from + 1) % figure->pose_count];
    if (!figure->flows) {
        pose_lerp(a, b, cyclic ? ease(t) : t, out);
        return;
    }
    const struct pose *const around[] = {neighbour(figure, from - 1, cyclic), a, b,
                                         neighbour(figure, from + 2, cyclic)};
    pose_flow(around, t, out);
}
