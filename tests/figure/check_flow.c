// SPDX-License-Identifier: MIT
#include "figure/film.h"

#include <stdio.h>

/* From frame to frame: nothing jumps, everything starts and stops softly, and fits its place. */

/* A hand that swings is brisk at 72 cm a second; a joint that pops goes further in one frame. */
#define MOST_PER_FRAME 1.2f
/* The same for drawn outlines, which lie further out than the joints they turn about. */
#define OUTLINE_PER_FRAME 1.5f
/* A change of speed, cm per frame and frame: 20 cm in a second and a half, eased, takes 0.013 at
 * its ends; a stop without ease from that speed takes 0.2. */
#define MOST_JERK 0.06f

static void nothing_jumps(const struct film *film, struct findings *findings)
{
    for (int i = SPOTS; i < film->count * SPOTS; i++) {
        int frame = i / SPOTS, spot = i % SPOTS;
        const struct film_frame *now = &film->frames[frame];
        float way = vec_length(vec_sub(now->spots[spot], (now - 1)->spots[spot]));
        if (way > MOST_PER_FRAME)
            find(findings, spot, frame, way, "%s jumps by %.1f cm; at most %.1f",
                 spot_name(film->figure, spot), (double)way, (double)MOST_PER_FRAME);
    }
}

static void movement_starts_and_stops_softly(const struct film *film, struct findings *findings)
{
    for (int i = 2 * SPOTS; i < film->count * SPOTS; i++) {
        int frame = i / SPOTS, spot = i % SPOTS;
        const struct film_frame *now = &film->frames[frame];
        struct vec last = vec_sub((now - 1)->spots[spot], (now - 2)->spots[spot]);
        struct vec next = vec_sub(now->spots[spot], (now - 1)->spots[spot]);
        float jerk = vec_length(vec_sub(next, last));
        if (jerk > MOST_JERK)
            find(findings, spot, frame - 1, jerk,
                 "the speed of %s changes by %.2f cm a frame at once; at most %.2f",
                 spot_name(film->figure, spot), (double)jerk, (double)MOST_JERK);
    }
}

static void include(struct figure_box *box, const struct figure_shape *shape)
{
    for (int p = 0; p < shape->count; p++) {
        const struct figure_point *point = &shape->points[p];
        box->min_x = fminf(box->min_x, point->x - point->radius);
        box->max_x = fmaxf(box->max_x, point->x + point->radius);
        box->min_y = fminf(box->min_y, point->y - point->radius);
        box->max_y = fmaxf(box->max_y, point->y + point->radius);
    }
}

static float furthest(const struct figure_box *a, const struct figure_box *b)
{
    return fmaxf(fmaxf(fabsf(a->min_x - b->min_x), fabsf(a->max_x - b->max_x)),
                 fmaxf(fabsf(a->min_y - b->min_y), fabsf(a->max_y - b->max_y)));
}

/* Runs of shapes in one colour, each as one box: a limb and its cuff are two shapes that share
 * their outline differently from frame to frame. The glow's number of spots follows its length. */
struct runs {
    struct figure_box boxes[FIGURE_MAX_SHAPES];
    int count;
};

static void runs_of(const struct figure_drawing *drawing, struct runs *runs)
{
    enum figure_paint paint = FIGURE_PAINTS;
    runs->count = 0;
    for (int i = 0; i < drawing->shape_count; i++) {
        const struct figure_shape *shape = &drawing->shapes[i];
        if (shape->kind == FIGURE_SOFT)
            continue;
        if (runs->count == 0 || shape->paint != paint)
            runs->boxes[runs->count++] = (struct figure_box){1e6f, 1e6f, -1e6f, -1e6f};
        include(&runs->boxes[runs->count - 1], shape);
        paint = shape->paint;
    }
}

static float furthest_point(const struct figure_shape *a, const struct figure_shape *b)
{
    float most = 0;
    for (int p = 0; p < a->count; p++) {
        struct vec way = {a->points[p].x - b->points[p].x, a->points[p].y - b->points[p].y};
        most =
            fmaxf(most, fmaxf(vec_length(way), fabsf(a->points[p].radius - b->points[p].radius)));
    }
    return most;
}

static float to_segment(struct vec at, const struct figure_point *from,
                        const struct figure_point *to)
{
    struct vec a = {from->x, from->y}, along = vec_sub((struct vec){to->x, to->y}, a);
    struct vec way = vec_sub(at, a);
    float square = along.x * along.x + along.y * along.y;
    float t = square > 0 ? clampf((way.x * along.x + way.y * along.y) / square, 0, 1) : 0;
    return vec_length(vec_sub(way, vec_scale(along, t)));
}

static float furthest_from_line(const struct figure_shape *a, const struct figure_shape *b)
{
    float most = 0;
    for (int p = 0; p < a->count; p++) {
        struct vec at = {a->points[p].x, a->points[p].y};
        float nearest = 1e6f;
        for (int i = 0; i < b->count; i++)
            nearest = fminf(nearest, to_segment(at, &b->points[i], &b->points[(i + 1) % b->count]));
        most = fmaxf(most, nearest);
    }
    return most;
}

/* What is seen of a closed outline is its line, not where its points are counted from: a head that
 * passes the front is counted from the other side. */
static float outline_moves(const struct figure_shape *a, const struct figure_shape *b)
{
    float way = furthest_point(a, b);
    if (way <= OUTLINE_PER_FRAME || a->kind != FIGURE_POLYGON)
        return way;
    return fmaxf(furthest_from_line(a, b), furthest_from_line(b, a));
}

static void no_outline_jumps(const struct film *film, int frame, const struct figure_drawing *now,
                             const struct figure_drawing *before, struct findings *findings)
{
    static struct runs now_runs, before_runs;
    if (before == NULL)
        return;
    runs_of(now, &now_runs);
    runs_of(before, &before_runs);
    if (now_runs.count != before_runs.count) {
        find(findings, FIGURE_MAX_SHAPES, frame, 1, "a part of the body comes or goes");
        return;
    }
    for (int i = 0; i < now_runs.count; i++) {
        float way = furthest(&now_runs.boxes[i], &before_runs.boxes[i]);
        if (way > OUTLINE_PER_FRAME)
            find(findings, i, frame, way, "outline %d jumps by %.1f cm; at most %.1f", i,
                 (double)way, (double)OUTLINE_PER_FRAME);
    }
    for (int i = 0; i < now->shape_count && now->shape_count == before->shape_count; i++) {
        const struct figure_shape *a = &now->shapes[i], *b = &before->shapes[i];
        if (a->kind == FIGURE_SOFT || a->count != b->count || a->paint != b->paint)
            continue;
        float way = outline_moves(a, b);
        if (way > OUTLINE_PER_FRAME) {
            struct vec at = {a->points[0].x, a->points[0].y};
            find(findings, 2 * FIGURE_MAX_SHAPES + i, frame, way,
                 "an outline near %s jumps by %.1f cm; at most %.1f",
                 spot_name(film->figure, spot_nearest(&film->frames[frame], at)), (double)way,
                 (double)OUTLINE_PER_FRAME);
        }
    }
}

/* Less is not seen from across a room. */
#define LEAST_SEEN 1.0f

static void it_moves_enough_to_be_seen(const struct film *film, struct findings *findings)
{
    const struct film_frame *first = &film->frames[0], *last = &film->frames[film->count - 1];
    float most = 0;
    for (int i = 0; i < film->count * SPOTS; i++) {
        const struct film_frame *now = &film->frames[i / SPOTS];
        most = fmaxf(most, vec_length(vec_sub(now->spots[i % SPOTS], first->spots[i % SPOTS])));
        most = fmaxf(most, fabsf(now->body.belly - first->body.belly));
        most = fmaxf(most, fabsf(now->body.ribs - first->body.ribs));
    }
    if (most < LEAST_SEEN && last->motion.drive != FIGURE_STILL)
        find(findings, 0, film->count - 1, LEAST_SEEN - most,
             "nothing moves more than %.2f cm; at least %.0f, or 'moves with: still'", (double)most,
             (double)LEAST_SEEN);
}

/* A drawing that is full leaves parts out; ten parts in a hundred are kept free. */
static void it_fits_with_room(const struct film *film, int frame, const struct figure_drawing *now,
                              struct findings *findings)
{
    (void)film;
    int shapes = now->shape_count, points = now->point_count;
    if (shapes > FIGURE_MAX_SHAPES * 9 / 10)
        find(findings, 0, frame, (float)shapes, "%d shapes of at most %d", shapes,
             FIGURE_MAX_SHAPES * 9 / 10);
    if (points > FIGURE_MAX_POINTS * 9 / 10)
        find(findings, 1, frame, (float)points, "%d points of at most %d", points,
             FIGURE_MAX_POINTS * 9 / 10);
}

/* Seen from above, the mirror lies along the mat. */
static bool mirror_image(const struct figure_drawing *a, const struct figure_drawing *b, bool above)
{
    float x = above ? 1 : -1, y = -x;
    if (a->shape_count != b->shape_count || a->point_count != b->point_count)
        return false;
    for (int i = 0; i < a->shape_count; i++)
        if (a->shapes[i].paint != b->shapes[i].paint || a->shapes[i].count != b->shapes[i].count)
            return false;
    for (int p = 0; p < a->point_count; p++)
        if (a->points[p].x != x * b->points[p].x || a->points[p].y != y * b->points[p].y ||
            a->points[p].radius != b->points[p].radius)
            return false;
    return true;
}

static void the_other_side_is_the_mirror_image(const struct film *film, int frame,
                                               const struct figure_drawing *now,
                                               struct findings *findings)
{
    static struct figure_drawing other;
    struct figure_motion motion = film->frames[frame].motion;
    motion.mirrored = !motion.mirrored;
    figure_draw(film->figure, &motion, &other);
    if (!mirror_image(now, &other, film->figure->view == VIEW_ABOVE))
        find(findings, 0, frame, 1, "the other side is not its mirror image");
}

/* The box of the other side. */
static struct figure_box mirrored(const struct figure *figure, struct figure_box box)
{
    if (figure->view == VIEW_ABOVE)
        return (struct figure_box){box.min_x, -box.max_y, box.max_x, -box.min_y};
    return (struct figure_box){-box.max_x, box.min_y, -box.min_x, box.max_y};
}

static float beyond(const struct figure_box *bounds, const struct figure_box *box)
{
    return fmaxf(fmaxf(bounds->min_x - box->min_x, box->max_x - bounds->max_x),
                 fmaxf(bounds->min_y - box->min_y, box->max_y - bounds->max_y));
}

#define MOST_BEYOND 0.2f

static void the_bounds_hold(const struct film *film, int frame, const struct figure_drawing *now,
                            struct findings *findings)
{
    bool side = film->frames[frame].motion.mirrored;
    struct figure_box bounds = figure_bounds(film->figure, side);
    struct figure_box other = figure_bounds(film->figure, !side);
    struct figure_box box = {1e6f, 1e6f, -1e6f, -1e6f};
    for (int i = 0; i < now->shape_count; i++)
        if (now->shapes[i].kind != FIGURE_SOFT)
            include(&box, &now->shapes[i]);
    struct figure_box turned = mirrored(film->figure, box);
    float over = fmaxf(beyond(&bounds, &box), beyond(&other, &turned));
    if (over > MOST_BEYOND && !film->figure->framed) /* a frame cuts off on purpose */
        find(findings, 0, frame, over, "it is drawn %.1f cm outside its bounds", (double)over);
}

const struct check flow_checks[] = {
    {"nothing jumps", nothing_jumps, NULL, NULL},
    {"movement starts and stops softly", movement_starts_and_stops_softly, NULL, NULL},
    {"no outline jumps", NULL, no_outline_jumps, NULL},
    {"it moves enough to be seen", it_moves_enough_to_be_seen, NULL, NULL},
    {"it fits with room", NULL, NULL, it_fits_with_room},
    {"the other side is the mirror image", NULL, NULL, the_other_side_is_the_mirror_image},
    {"the bounds hold", NULL, NULL, the_bounds_hold},
};
const size_t flow_check_count = sizeof flow_checks / sizeof *flow_checks;
