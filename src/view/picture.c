// SPDX-License-Identifier: MIT
#include "view/fade.h"
#include "view/figure_view.h"
#include "view/motion.h"
#include "view/scene.h"

#include <math.h>

/* The moving illustration: a figure, or the exercise's own pictures, driven by the same motion. */

/* Larger than this, a lying figure would look like another person than the standing one. */
#define MOST_PER_CM 6.0f
/* One of which only the upper body is shown. */
#define MOST_PER_CM_CLOSE 9.0f
/* Radius of the corners of pictures. */
#define CORNER 24.0f
/* Long enough to read a picture on any machine. */
#define AHEAD (3 * TICK_S)

static const struct figure *find_figure(const struct scene *scene)
{
    const struct view_figures *figures = scene->page.view->figures;
    if (!figures || !scene->exercise)
        return NULL;
    return figures->find(figures->context, scene->exercise);
}

bool picture_exists(const struct scene *scene)
{
    return (scene->exercise && scene->exercise->pictures.count > 0) || find_figure(scene);
}

static struct figure_motion motion_of(const struct scene *scene, const struct figure *figure)
{
    struct figure_motion motion =
        motion_at(&scene->moment, figure, scene->page.view->reduced_motion);
    if (!scene->screen->moves) /* the pose it will start from */
        motion.amount = motion.breath = motion.glow = 0;
    return motion;
}

static struct draw_box shrink(struct draw_box box, float width, float height)
{
    float w = fminf(box.w, width), h = fminf(box.h, height);
    return (struct draw_box){box.x + (box.w - w) / 2, box.y + box.h - h, w, h};
}

struct draw_box picture_room(const struct scene *scene, struct draw_box box)
{
    const struct figure *figure = find_figure(scene);
    if (!figure || scene->exercise->pictures.count > 0)
        return box;
    struct figure_box bounds = figure_bounds(figure, scene->moment.side == SIDE_RIGHT);
    float width = bounds.max_x - bounds.min_x, height = bounds.max_y - bounds.min_y;
    float most = page_px(&scene->page, figure_close(figure) ? MOST_PER_CM_CLOSE : MOST_PER_CM);
    float scale = fminf(most, fminf(box.w / width, box.h / height));
    return shrink(box, width * scale, height * scale);
}

static void draw_figure(const struct scene *scene, const struct figure *figure, struct draw_box box)
{
    struct figure_motion motion = motion_of(scene, figure);
    struct figure_box bounds = figure_bounds(figure, motion.mirrored);
    box = picture_room(scene, box);
    struct figure_drawing drawing;
    const struct palette *body = scene->page.view->body;
    const struct figure_palette palette = figure_palette_for(scene->page.theme, body);
    motion.hair = figure_hair_of(body);
    figure_draw(figure, &motion, &drawing);
    figure_view_draw(scene->page.list, &drawing, &palette, figure_fit(bounds, box));
}

/* The first picture of what follows, once that is near: it is read meanwhile. NULL: none. */
static const char *picture_ahead(const struct scene *scene)
{
    const struct entry *next = scene->moment.entry + 1;
    bool last = next == scene->timeline->entries + scene->timeline->entry_count;
    if (last || scene->moment.left > AHEAD || !next->exercise ||
        next->exercise->pictures.count == 0)
        return NULL;
    return next->exercise->pictures.items[0];
}

static void draw_pictures(const struct scene *scene, struct draw_box box)
{
    const struct text_list *names = &scene->exercise->pictures;
    struct fade fade = {.next = names->count > 1}; /* the picture it will start from */
    if (scene->screen->moves)
        fade = fade_at(&scene->moment, names->count);
    struct draw_pictures pictures = {.name = names->items[fade.picture],
                                     .next = names->items[fade.next],
                                     .share = (uint8_t)lround(fade.share * 255),
                                     .mirrored = scene->moment.side == SIDE_RIGHT};
    const char *ahead = picture_ahead(scene);
    if (pictures.share == 0 && ahead)
        pictures.next = ahead;
    draw_picture(scene->page.list, &pictures, box, page_px(&scene->page, CORNER));
}

void picture_draw(const struct scene *scene, struct draw_box box)
{
    if (box.w <= 0 || box.h <= 0 || !scene->exercise)
        return;
    const struct figure *figure = find_figure(scene);
    if (scene->exercise->pictures.count > 0)
        draw_pictures(scene, box);
    else if (figure)
        draw_figure(scene, figure, box);
}
