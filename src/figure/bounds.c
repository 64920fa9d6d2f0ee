// SPDX-License-Identifier: MIT
#include "figure/read.h"

static void include(struct figure_box *box, float x, float y, float radius)
{
    box->min_x = fminf(box->min_x, x - radius);
    box->max_x = fmaxf(box->max_x, x + radius);
    box->min_y = fminf(box->min_y, y - radius);
    box->max_y = fmaxf(box->max_y, y + radius);
}

static void include_drawing(struct figure_box *box, const struct figure_drawing *drawing)
{
    for (int i = 0; i < drawing->shape_count; i++) {
        const struct figure_shape *shape = &drawing->shapes[i];
        if (shape->kind == FIGURE_SOFT)
            continue;
        for (int p = 0; p < shape->count; p++)
            include(box, shape->points[p].x, shape->points[p].y, shape->points[p].radius);
    }
}

struct figure_box bounds_of(const struct figure *figure)
{
    enum { STEPS = 16 };
    struct figure_box box = {1e6f, 1e6f, -1e6f, -1e6f};
    struct figure_drawing drawing;
    for (int i = 0; i < (STEPS + 1) * HAIR_STYLES; i++) {
        struct figure_motion motion = {.drive = figure->drive == FIGURE_STILL ? FIGURE_TEMPO
                                                                              : figure->drive,
                                       .amount = (double)(i % (STEPS + 1)) / STEPS,
                                       .breath = 1,
                                       .hair = (enum figure_hair_style)(i / (STEPS + 1))};
        figure_draw(figure, &motion, &drawing);
        include_drawing(&box, &drawing);
    }
    return box;
}
