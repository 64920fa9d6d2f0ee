// SPDX-License-Identifier: MIT
#include "view/figure_gallery.h"

#include "view/theme.h"

#include <math.h>

#define GAP 16.0f
/* A seated figure does not grow beyond a standing one, px per cm. */
#define MOST_PER_CM 1.8f
#define MOST_PER_CM_CLOSE 2.4f
enum { MOMENTS_MOST = 3 };
/* A third pose is shown when it is at least this much, of the first difference, unlike the others.
 */
#define LIKE 0.4f

static void begin(struct draw_list *list)
{
    const struct theme *theme = &theme_table[THEME_LIGHT];
    draw_list_begin(list, FIGURE_GALLERY_WIDTH, FIGURE_GALLERY_HEIGHT);
    draw_backdrop(list, theme->bottom, theme->bottom);
}

static struct draw_box cell(int i, int count)
{
    float width = (FIGURE_GALLERY_WIDTH - GAP) / (float)count;
    return (struct draw_box){GAP + width * (float)i, GAP, width - GAP,
                             FIGURE_GALLERY_HEIGHT - 2 * GAP};
}

/* Centred in its cell, no larger than people are elsewhere in the gallery. */
static struct figure_transform fit(const struct figure *figure, struct draw_box box)
{
    struct figure_box bounds = figure_bounds(figure, false);
    float most = figure_close(figure) ? MOST_PER_CM_CLOSE : MOST_PER_CM;
    float width = (bounds.max_x - bounds.min_x) * most;
    float height = (bounds.max_y - bounds.min_y) * most;
    float share = fminf(fminf(box.w / width, box.h / height), 1);
    box.y += (box.h - height * share) / 2;
    box.h = height * share;
    box.x += (box.w - width * share) / 2;
    box.w = width * share;
    return figure_fit(bounds, box);
}

static void draw_moment(struct draw_list *list, const struct palette *body,
                        const struct figure *figure, int pose, bool glows, struct draw_box box)
{
    double loop_s;
    enum figure_drive drive = figure_default_drive(figure, &loop_s);
    double at = figure_pose_amount(figure, pose);
    struct figure_motion motion = {.drive = drive == FIGURE_STILL ? FIGURE_TEMPO : drive,
                                   .amount = at,
                                   .breath = drive == FIGURE_BREATH ? at : 0,
                                   .glow = glows ? 1 : 0,
                                   .hair = figure_hair_of(body)};
    const struct figure_palette palette = figure_palette_for(&theme_table[THEME_LIGHT], body);
    struct figure_drawing drawing;
    figure_draw(figure, &motion, &drawing);
    figure_view_draw(list, &drawing, &palette, fit(figure, box));
}

/* The pose that is farthest from all that are shown; how far is in `*distance`. */
static int farthest(const struct figure *figure, uint32_t shown, float *distance)
{
    int best = 0;
    *distance = 0;
    for (int i = 0; i < figure_pose_count(figure); i++) {
        float nearest = INFINITY;
        for (int other = 0; other < figure_pose_count(figure); other++)
            if (shown >> other & 1)
                nearest = fminf(nearest, figure_pose_distance(figure, i, other));
        if (nearest > *distance) {
            *distance = nearest;
            best = i;
        }
    }
    return best;
}

/* Bits of the poses that tell most about the movement: the first, and those most unlike it. */
static uint32_t telling(const struct figure *figure, int most)
{
    uint32_t shown = 1;
    float first = 0, distance;
    for (int count = 1; count < most; count++) {
        int pose = farthest(figure, shown, &distance);
        if (distance <= LIKE * first)
            break;
        first = fmaxf(first, distance);
        shown |= 1u << pose;
    }
    return shown;
}

void figure_gallery_draw(struct draw_list *list, const struct palette *body,
                         const struct figure *figure)
{
    double loop_s;
    bool loops = figure_default_drive(figure, &loop_s) == FIGURE_LOOP;
    uint32_t poses = telling(figure, loops ? MOMENTS_MOST : 2);
    int count = __builtin_popcount(poses), last = figure_pose_count(figure) - 1, i = 0;
    bool back = figure_deepest_first(figure);
    begin(list);
    for (int step = 0; step <= last; step++) {
        int pose = back ? last - step : step;
        if (poses >> pose & 1) {
            draw_moment(list, body, figure, pose, i > 0, cell(i, count));
            i++;
        }
    }
}

void figure_gallery_pictures(struct draw_list *list, const struct text_list *pictures)
{
    int count = pictures->count > 1 ? 2 : 1;
    begin(list);
    for (int i = 0; i < count; i++) {
        const char *name = pictures->items[i == 0 ? 0 : pictures->count - 1];
        draw_picture(list, &(struct draw_pictures){.name = name, .next = name}, cell(i, count), 10);
    }
}
