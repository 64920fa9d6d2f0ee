// SPDX-License-Identifier: MIT
#include "view/figure_picture.h"

#include "view/theme.h"

#include <math.h>

/* What a picture's sign changes. The highlight of a problem is what hurts. */
struct look {
    colour ground, badge, highlight; /* a flat ground keeps the files small */
};
static const struct look looks[] = {
    [FIGURE_PLAIN] = {0xE0E7E4FF, 0, 0xFFC98AFF},
    [FIGURE_PROBLEM] = {0xEBDACDFF, 0xB4472EFF, 0xF0623CFF},
    [FIGURE_FIX] = {0xD3E6DDFF, 0x227A5EFF, 0xFFF4D6FF},
};

/* Shares of the height. */
#define MARGIN 0.05f
#define BADGE 0.062f
#define BADGE_GAP 0.045f
#define MARK 0xFFFFFFFFU
/* Shares of the badge. */
#define MARK_STROKE 0.13f

struct badge {
    struct draw_list *list;
    float x, y, radius;
};

static void draw_stroke(const struct badge *badge, const float (*ends)[2], size_t count)
{
    struct draw_point points[3];
    for (size_t i = 0; i < count; i++)
        points[i] =
            (struct draw_point){badge->x + ends[i][0] * badge->radius,
                                badge->y + ends[i][1] * badge->radius, MARK_STROKE * badge->radius};
    for (size_t i = 0; i + 1 < count; i++) /* two by two: a line of three would be a curve */
        draw_brush(badge->list, points + i, 2, MARK);
}

static void draw_mark(const struct badge *badge, enum figure_sign sign)
{
    static const float falling[][2] = {{-0.38f, -0.38f}, {0.38f, 0.38f}};
    static const float rising[][2] = {{-0.38f, 0.38f}, {0.38f, -0.38f}};
    static const float tick[][2] = {{-0.46f, 0.03f}, {-0.13f, 0.36f}, {0.47f, -0.31f}};
    if (sign == FIGURE_PROBLEM) {
        draw_stroke(badge, falling, 2);
        draw_stroke(badge, rising, 2);
    } else {
        draw_stroke(badge, tick, 3);
    }
}

static void draw_sign(struct draw_list *list, enum figure_sign sign, float width, float height)
{
    float radius = BADGE * height, gap = BADGE_GAP * height + radius;
    struct badge badge = {list, width - gap, gap, radius};
    if (sign == FIGURE_PLAIN)
        return;
    draw_disc(list, badge.x, badge.y, radius, looks[sign].badge);
    draw_mark(&badge, sign);
}

void figure_picture_draw(struct draw_list *list, const struct figure *figure, float width,
                         float height)
{
    enum figure_sign sign = figure_sign_of(figure);
    struct figure_motion motion = {.drive = FIGURE_STILL, .glow = 1};
    struct figure_palette palette = figure_palette_for(&theme_table[THEME_LIGHT], NULL);
    palette.paints[FIGURE_GLOW] = looks[sign].highlight;
    struct figure_drawing drawing;
    figure_draw(figure, &motion, &drawing);
    float margin = MARGIN * fminf(width, height);
    struct draw_box box = {margin, margin, width - 2 * margin, height - 2 * margin};
    draw_list_begin(list, width, height);
    draw_backdrop(list, looks[sign].ground, looks[sign].ground);
    figure_view_draw(list, &drawing, &palette, figure_fit(figure_bounds(figure, false), box));
    draw_sign(list, sign, width, height);
}
