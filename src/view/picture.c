// SPDX-License-Identifier: MIT
#include "view/figure_view.h"
#include "view/scene.h"

#include <math.h>

/* The moving illustration: a figure, or the exercise's own pictures, driven by the same motion. */

/* Larger than this, a lying figure would look like another person than the standing one. */
#define MOST_PER_CM 6.0f
/* The highlight over the working muscle swells and fades in this time. */
#define GLOW_PERIOD (4 * TICK_S)
#define GLOW_MIDDLE 0.6
#define GLOW_SWING 0.25

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

static double turn(tick into, tick period)
{
    return period > 0 ? tick_to_seconds(into % period) / tick_to_seconds(period) : 0;
}

static enum figure_drive drive_of(const struct scene *scene, const struct figure *figure,
                                  tick *loop)
{
    static const enum figure_drive drives[] = {
        [DRIVE_DEFAULT] = FIGURE_STILL, [DRIVE_BREATH] = FIGURE_BREATH,
        [DRIVE_TEMPO] = FIGURE_TEMPO,   [DRIVE_LOOP] = FIGURE_LOOP,
        [DRIVE_STILL] = FIGURE_STILL,
    };
    double seconds = 0;
    enum figure_drive own = figure ? figure_default_drive(figure, &seconds) : FIGURE_STILL;
    enum drive drive = scene->moment.entry->drive;
    *loop = scene->exercise->loop > 0 ? scene->exercise->loop : tick_from_seconds(seconds);
    return drive == DRIVE_DEFAULT ? own : drives[drive];
}

static double amount_of(const struct moment *moment, enum figure_drive drive, tick loop)
{
    switch (drive) {
    case FIGURE_BREATH:
        return moment->breathes ? moment->breath.fullness : 0;
    case FIGURE_TEMPO:
        return moment->moves_by_reps ? moment->rep.height : 0;
    case FIGURE_LOOP:
        return turn(moment->into, loop);
    case FIGURE_STILL:
        break;
    }
    return 0;
}

/* A rep lights up what lifts, as it lifts; what is held swells slowly. */
static double glow_of(const struct scene *scene, enum figure_drive drive)
{
    const struct moment *moment = &scene->moment;
    if (drive == FIGURE_TEMPO && moment->moves_by_reps)
        return GLOW_MIDDLE + GLOW_SWING * (2 * moment->rep.height - 1);
    if (scene->page.view->reduced_motion)
        return GLOW_MIDDLE;
    return GLOW_MIDDLE + GLOW_SWING * sin(turn(moment->into, GLOW_PERIOD) * 2 * M_PI);
}

static struct figure_motion motion_of(const struct scene *scene, const struct figure *figure)
{
    const struct moment *moment = &scene->moment;
    struct figure_motion motion = {.mirrored = moment->side == SIDE_RIGHT};
    tick loop;
    motion.drive = drive_of(scene, figure, &loop);
    if (!scene->screen->moves)
        return motion; /* the pose it will start from */
    motion.amount = amount_of(moment, motion.drive, loop);
    motion.breath = moment->breathes ? moment->breath.fullness : 0;
    motion.glow = glow_of(scene, motion.drive);
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
    float scale = fminf(page_px(&scene->page, MOST_PER_CM), fminf(box.w / width, box.h / height));
    return shrink(box, width * scale, height * scale);
}

static void draw_figure(const struct scene *scene, const struct figure *figure, struct draw_box box)
{
    struct figure_motion motion = motion_of(scene, figure);
    struct figure_box bounds = figure_bounds(figure, motion.mirrored);
    box = picture_room(scene, box);
    struct figure_drawing drawing;
    figure_draw(figure, &motion, &drawing);
    figure_view_draw(scene->page.list, &drawing, figure_palette_for(scene->page.theme),
                     figure_fit(bounds, box));
}

/* The frame below stays whole while the next one fades in over it. */
static void draw_pictures(const struct scene *scene, struct draw_box box)
{
    const struct text_list *pictures = &scene->exercise->pictures;
    struct figure_motion motion = motion_of(scene, NULL);
    bool loops = motion.drive == FIGURE_LOOP;
    double frames = (double)(loops ? pictures->count : pictures->count - 1);
    double at = fmin(fmax(motion.amount, 0), 1) * frames;
    size_t frame = (size_t)at % pictures->count, next = (frame + 1) % pictures->count;
    uint8_t alpha = (uint8_t)lround((at - floor(at)) * 255);
    draw_picture(scene->page.list, pictures->items[frame], box, 255, motion.mirrored);
    if (alpha > 0)
        draw_picture(scene->page.list, pictures->items[next], box, alpha, motion.mirrored);
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
