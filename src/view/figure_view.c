// SPDX-License-Identifier: MIT
#include "view/figure_view.h"

struct figure_transform figure_fit(struct figure_box bounds, struct draw_box box)
{
    float width = bounds.max_x - bounds.min_x, height = bounds.max_y - bounds.min_y;
    float scale = box.w / (width > 1 ? width : 1);
    if (height > 1 && box.h / height < scale)
        scale = box.h / height;
    return (struct figure_transform){
        .x = box.x + box.w / 2 - (bounds.min_x + bounds.max_x) / 2 * scale,
        .y = box.y + box.h + bounds.min_y * scale,
        .scale = scale,
    };
}

static colour faded(colour paint, float alpha)
{
    float share = alpha < 0 ? 0 : alpha > 1 ? 1 : alpha;
    return (paint & ~0xFFu) | (colour)((float)(paint & 0xFF) * share + 0.5f);
}

static void draw_shape(struct draw_list *list, const struct figure_shape *shape,
                       const struct draw_point *points, colour paint, float scale)
{
    switch (shape->kind) {
    case FIGURE_BRUSH:
        draw_brush(list, points, (size_t)shape->count, paint);
        break;
    case FIGURE_POLYGON:
        draw_polygon(list, points, (size_t)shape->count, shape->rounding * scale, paint);
        break;
    case FIGURE_DISC:
        draw_disc(list, points[0].x, points[0].y, points[0].radius, paint);
        break;
    case FIGURE_SOFT:
        draw_glow(list, points[0].x, points[0].y, points[0].radius, paint);
        break;
    }
}

void figure_view_draw(struct draw_list *list, const struct figure_drawing *drawing,
                      const struct figure_palette *palette, struct figure_transform transform)
{
    struct draw_point points[FIGURE_MAX_POINTS];
    for (int i = 0; i < drawing->shape_count; i++) {
        const struct figure_shape *shape = &drawing->shapes[i];
        if (shape->count < 1)
            continue;
        for (int p = 0; p < shape->count; p++) {
            const struct figure_point *from = &shape->points[p];
            points[p] = (struct draw_point){transform.x + from->x * transform.scale,
                                            transform.y - from->y * transform.scale,
                                            from->radius * transform.scale};
        }
        colour paint = faded(palette->paints[shape->paint], shape->alpha);
        draw_shape(list, shape, points, paint, transform.scale);
    }
}
