// SPDX-License-Identifier: MIT
#include "figure/prop.h"

/* What lies on the ground, and what rolls. */

#define COUNT(table) ((int)(sizeof(table) / sizeof *(table)))
#define PI 3.14159265f

#define MAT_THICK 2.6f
/* Seen from above, paler than its edge, so that the body stands out from it. */
#define MAT_WIDE 66.0f
#define MAT_ROUNDING 5.0f
#define MAT_ALPHA 0.5f

void draw_mat(struct ink *ink, const struct prop *prop, const struct prop_scene *scene)
{
    float half = prop->place.size.x / 2, x = prop->place.at.x, y = prop->place.at.y;
    if (scene->figure->view == VIEW_ABOVE) {
        prop_box(ink, FIGURE_MAT, x - half, y - MAT_WIDE / 2, x + half, y + MAT_WIDE / 2,
                 MAT_ROUNDING);
        ink_fade(ink, MAT_ALPHA);
        return;
    }
    prop_box(ink, FIGURE_MAT, x - half, y - MAT_THICK, x + half, y, MAT_THICK / 2);
}

void draw_floor(struct ink *ink, const struct prop *prop, const struct prop_scene *scene)
{
    (void)scene;
    float half = prop->place.size.x / 2, x = prop->place.at.x, y = prop->place.at.y;
    prop_box(ink, FIGURE_PROP_FAR, x - half, y - 1.2f, x + half, y, 0.6f);
}

void draw_pillow(struct ink *ink, const struct prop *prop, const struct prop_scene *scene)
{
    (void)scene;
    float x = prop->place.size.x / 2, y = prop->place.size.y / 2;
    struct vec at = prop->place.at;
    prop_box(ink, FIGURE_PROP, at.x - x, at.y - y, at.x + x, at.y + y, y < x ? y : x);
}

/* How far a mattress has sunk at a share of its length: most in the middle, nothing at the ends. */
static float sunk(const struct prop *prop, float share)
{
    return prop->place.amounts[PROP_SAG] * (0.5f - 0.5f * cosf(2 * PI * share));
}

#define BASE_SHARE 0.42f /* of the height: the bed's base */
#define BED_LEG 7.0f

static void draw_bed_base(struct ink *ink, const struct prop *prop, float half, float top)
{
    float x = prop->place.at.x, y = prop->place.at.y;
    for (int side = -1; side <= 1; side += 2) {
        float leg = x + (float)side * (half - 9);
        prop_box(ink, FIGURE_PROP_FAR, leg - 2.5f, y, leg + 2.5f, y + BED_LEG + 1, 0.8f);
    }
    prop_box(ink, FIGURE_WOOD, x - half, y + BED_LEG, x + half, top, 1.2f);
}

void draw_mattress(struct ink *ink, const struct prop *prop, const struct prop_scene *scene)
{
    (void)scene;
    enum { STEPS = 14 };
    float half = prop->place.size.x / 2, height = prop->place.size.y;
    float low = prop->place.at.y + height * BASE_SHARE, high = prop->place.at.y + height;
    draw_bed_base(ink, prop, half, low);
    struct vec outline[STEPS + 3], seam[STEPS + 1];
    for (int i = 0; i <= STEPS; i++) {
        float share = (float)i / STEPS;
        float x = mix(prop->place.at.x - half, prop->place.at.x + half, share);
        outline[i] = (struct vec){x, high - sunk(prop, share)};
        x = mix(prop->place.at.x - half + 3, prop->place.at.x + half - 3, share);
        seam[i] = (struct vec){x, mix(low, high, 0.62f) - 0.8f * sunk(prop, share)};
    }
    outline[STEPS + 1] = (struct vec){prop->place.at.x + half, low};
    outline[STEPS + 2] = (struct vec){prop->place.at.x - half, low};
    ink_polygon(ink, FIGURE_CLOTH, outline, STEPS + 3, 4);
    prop_line(ink, FIGURE_CLOTH_SHADE, seam, STEPS + 1, 0.45f);
}

/* Rolling between the body and what it rests against, it goes half as far as the body. */
static struct vec rolled(const struct prop *prop, const struct skeleton *body, float *angle)
{
    struct vec at = prop->place.at;
    float radius = fmaxf(prop->place.size.x / 2, 1);
    *angle = 0;
    if (prop->rolls == ROLLS_ON_GROUND) {
        at.x += body->moved.x / 2;
        *angle = -body->moved.x / 2 / radius;
    } else if (prop->rolls == ROLLS_ON_WALL) {
        at.y += body->moved.y / 2;
        *angle = body->moved.y / 2 / radius;
    }
    return at;
}

/* Its end: the core, and the grooves of its skin, which show that it turns. */
void draw_roller(struct ink *ink, const struct prop *prop, const struct prop_scene *scene)
{
    enum { NOTCHES = 9 };
    float radius = prop->place.size.x / 2, angle;
    struct vec at = rolled(prop, scene->body, &angle);
    ink_disc(ink, FIGURE_ROLLER, at, radius);
    ink_disc(ink, FIGURE_ROLLER_CORE, at, radius * 0.36f);
    for (int i = 0; i < NOTCHES; i++) {
        float a = angle + 2 * PI * (float)i / NOTCHES;
        struct vec out = {cosf(a), sinf(a)};
        prop_bar(ink, FIGURE_ROLLER_CORE, vec_along(at, out, radius * 0.8f),
                 vec_along(at, out, radius * 0.93f), radius * 0.07f);
    }
}

/* Its seam shows that it turns. */
void draw_ball(struct ink *ink, const struct prop *prop, const struct prop_scene *scene)
{
    enum { STEPS = 12 };
    float radius = prop->place.size.x / 2, angle;
    struct vec at = rolled(prop, scene->body, &angle);
    struct vec out = {cosf(angle), sinf(angle)}, up = vec_left(out);
    struct vec seam[STEPS + 1];
    for (int i = 0; i <= STEPS; i++) {
        float x = 2 * (float)i / STEPS - 1;
        seam[i] =
            vec_along(vec_along(at, out, 0.86f * x * radius), up, -0.4f * sinf(PI * x) * radius);
    }
    ink_disc(ink, FIGURE_ROLLER, at, radius);
    prop_line(ink, FIGURE_ROLLER_CORE, seam, STEPS + 1, radius * 0.09f);
}
