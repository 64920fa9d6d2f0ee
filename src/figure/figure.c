// SPDX-License-Identifier: MIT
#include "figure/body.h"

enum figure_drive figure_default_drive(const struct figure *figure, double *loop_s)
{
    *loop_s = figure->loop_s;
    return figure->drive;
}

bool figure_close(const struct figure *figure)
{
    return figure->upper_body;
}

bool figure_deepest_first(const struct figure *figure)
{
    return figure->deepest_first;
}

enum figure_sign figure_sign_of(const struct figure *figure)
{
    return figure->sign;
}

int figure_pose_count(const struct figure *figure)
{
    return figure->pose_count;
}

double figure_pose_amount(const struct figure *figure, double pose)
{
    bool cyclic = figure->drive == FIGURE_LOOP;
    int spans = cyclic ? figure->pose_count : figure->pose_count - 1;
    double total = 0, before = 0;
    for (int i = 0; i < spans; i++) {
        double length = (double)pose_lasts(&figure->poses[i]);
        double share = pose - i;
        total += length;
        before += length * (share < 0 ? 0 : share > 1 ? 1 : share);
    }
    return total > 0 ? before / total : 0;
}

/* How far a turn by one degree takes what it turns. */
#define CM_PER_DEGREE 0.2f

float figure_pose_distance(const struct figure *figure, int one, int other)
{
    const struct pose *a = &figure->poses[one], *b = &figure->poses[other];
    float sum = 0;
    for (int i = 0; i < POSE_POINTS; i++)
        sum += vec_length(vec_sub(a->points[i], b->points[i]));
    for (int i = POSE_TURN; i <= POSE_HEAD_TURN; i++)
        sum += fabsf(a->amounts[i] - b->amounts[i]) * CM_PER_DEGREE;
    for (int i = 0; i < figure->prop_count; i++)
        sum += vec_length(vec_sub(a->props[i].at, b->props[i].at));
    return sum;
}

static float share(double value)
{
    return value >= 0 ? (float)(value < 1 ? value : 1) : 0;
}

void skeleton_at(const struct figure *figure, const struct figure_motion *motion,
                 struct skeleton *out)
{
    struct pose pose;
    float at = motion->drive == FIGURE_STILL ? 1 : share(motion->amount);
    pose_blend(figure, at, motion->drive == FIGURE_LOOP, &pose);
    skeleton_solve(figure, &pose, share(motion->breath), out);
}

void figure_draw(const struct figure *figure, const struct figure_motion *motion,
                 struct figure_drawing *out)
{
    out->shape_count = 0;
    out->point_count = 0;
    struct ink ink = {.out = out,
                      .mirrored = motion->mirrored != figure->drawn_for_right,
                      .above = figure->view == VIEW_ABOVE,
                      .hair = motion->hair,
                      .eyes_closed = figure->eyes_closed};
    struct skeleton body;
    skeleton_at(figure, motion, &body);
    float glow = share(motion->glow);
    draw_props(&ink, figure, &body, PROPS_BEHIND);
    if (figure->lies != LIES_NOT)
        draw_lying(&ink, figure, &body, glow);
    else if (figure->view == VIEW_FRONT)
        draw_front(&ink, figure, &body, glow);
    else
        draw_side(&ink, figure, &body, glow);
    draw_spine(&ink, figure, &body);
    if (figure->upper_body && figure->lies == LIES_NOT)
        draw_cut(&ink, figure);
}

struct figure_box figure_bounds(const struct figure *figure, bool mirrored)
{
    struct figure_box box = figure->bounds;
    if (mirrored && figure->view == VIEW_ABOVE) {
        box.min_y = -figure->bounds.max_y;
        box.max_y = -figure->bounds.min_y;
    } else if (mirrored) {
        box.min_x = -figure->bounds.max_x;
        box.max_x = -figure->bounds.min_x;
    }
    return box;
}
