// SPDX-License-Identifier: MIT
#include "platform/scene.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

struct stage {
    struct draw_list *list;
    float x, y, scale; /* of the figure's ground and centimetres */
};

static void limb(const struct stage *stage, float (*points)[3], size_t count, colour c)
{
    struct draw_point out[8];
    for (size_t i = 0; i < count; i++)
        out[i] = (struct draw_point){stage->x + points[i][0] * stage->scale,
                                     stage->y - points[i][1] * stage->scale,
                                     points[i][2] * stage->scale};
    draw_brush(stage->list, out, count, c);
}

/* A cat-cow in side view: about as many shapes as a real figure has. */
static void figure(const struct stage *stage, float breath)
{
    float bend = 47 + 21 * (1 - breath), head = 70 - 32 * (1 - breath);
    for (int far = 1; far >= 0; far--) {
        float dx = far ? 3 : 0;
        colour trousers = far ? 0x253B4EFF : 0x2E4A62FF, skin = far ? 0xC08F74FF : 0xE0A989FF;
        limb(stage,
             (float[][3]){{22 + dx, 52, 5.2F},
                          {27 + dx, 38, 4.6F},
                          {24 + dx, 22, 4},
                          {24 + dx, 6, 2.9F},
                          {31 + dx, 4, 2.6F}},
             5, skin);
        limb(stage, (float[][3]){{-62 + dx, 6, 4}, {-74 + dx, 5, 3}, {-80 + dx, 4, 2.6F}}, 3, skin);
        limb(stage,
             (float[][3]){{-27 + dx, 51, 9.6F},
                          {-24 + dx, 30, 8.8F},
                          {-21 + dx, 9, 6.2F},
                          {-40 + dx, 7, 6},
                          {-60 + dx, 6, 4}},
             5, trousers);
    }
    limb(stage, (float[][3]){{22, 54, 5.4F}, {33, head - 4, 5}}, 2, 0xE0A989FF);
    draw_disc(stage->list, stage->x + 36 * stage->scale, stage->y - head * stage->scale,
              11.3F * stage->scale, 0x3A2A26FF);
    limb(stage,
         (float[][3]){{-28, 52, 10.5F},
                      {-14, (52 + bend) / 2, 9.3F},
                      {-3, bend, 9.5F},
                      {10, (bend + 55) / 2, 10.2F},
                      {22, 55, 6.2F}},
         5, 0x3FA796FF);
    limb(stage, (float[][3]){{-29, 52, 10.6F}, {-20, 50, 9.8F}}, 2, 0x2E4A62FF);
    limb(stage, (float[][3]){{22, 53, 6}, {26, 40, 5.4F}}, 2, 0x3FA796FF);
}

static void words(struct draw_list *list, const struct text_metrics *metrics, enum draw_font font,
                  float size, float x, float y, enum draw_align align, colour c, const char *text)
{
    struct draw_type type = {.font = font, .size = size, .tabular = align == ALIGN_RIGHT};
    draw_text(list, metrics, type, x, y, align, c, text, strlen(text));
}

static void circle(struct draw_list *list, const struct text_metrics *metrics, float x, float y,
                   float unit, float breath)
{
    float radius = unit * (0.19F + 0.06F * breath);
    draw_glow(list, x, y, radius * 1.35F, 0x7FD1C7A0);
    draw_ring(list, x, y, unit * 0.27F, 3, 0, 1, 0x7FD1C780);
    draw_orb(list, x, y, radius, 0xBFE9E1FF, 0x5DB7ACFF);
    words(list, metrics, FONT_MEDIUM, unit * 0.05F, x, y, ALIGN_CENTRE, 0x0E1B24FF, "Breathe in");
    words(list, metrics, FONT_REGULAR, unit * 0.045F, x, y + unit * 0.06F, ALIGN_CENTRE, 0x0E1B24FF,
          "3");
}

void scene_player(struct draw_list *list, const struct text_metrics *metrics, float width,
                  float height, float t)
{
    float unit = width < height ? width : height, margin = unit * 0.09F;
    float breath = 0.5F - 0.5F * cosf(t);
    char clock[16];
    draw_list_begin(list, width, height);
    draw_backdrop(list, 0x0E1B24FF, 0x16303AFF);
    words(list, metrics, FONT_REGULAR, unit * 0.03F, margin, unit * 0.12F, ALIGN_LEFT, 0x9FB4BAFF,
          "DAILY MOBILITY · 4 of 7");
    words(list, metrics, FONT_BOLD, unit * 0.08F, margin, unit * 0.2F, ALIGN_LEFT, 0xF4EFE6FF,
          "Cat–cow");
    words(list, metrics, FONT_REGULAR, unit * 0.037F, margin, unit * 0.257F, ALIGN_LEFT, 0x9FB4BAFF,
          "Move with your breath");
    float ground = height * 0.75F;
    draw_rect(list, (struct draw_box){0, ground - 6, width * 0.69F, unit * 0.017F}, unit * 0.0085F,
              0x2F5D62FF);
    figure(&(struct stage){list, width * 0.33F, ground - 6, unit * 0.0052F}, breath);
    circle(list, metrics, width * 0.77F, height * 0.48F, unit, breath);
    words(list, metrics, FONT_REGULAR, unit * 0.037F, width * 0.34F, height * 0.835F, ALIGN_CENTRE,
          0xF4EFE6FF, "“Let your belly sink and look up.”");
    for (int i = 0; i < 7; i++) {
        float segment = (width - 2 * margin) / 7;
        struct draw_box box = {margin + segment * (float)i, height * 0.89F, segment - 8,
                               unit * 0.012F};
        draw_rect(list, box, unit * 0.006F, i < 3 ? 0x7FD1C7FF : 0x274651FF);
    }
    snprintf(clock, sizeof clock, "−5:%02d", (int)t % 60);
    words(list, metrics, FONT_REGULAR, unit * 0.03F, width - margin, height * 0.945F, ALIGN_RIGHT,
          0x9FB4BAFF, clock);
    draw_polygon(list,
                 (struct draw_point[]){{width * 0.6F, height * 0.1F, 0},
                                       {width * 0.64F, height * 0.1F, 0},
                                       {width * 0.62F, height * 0.13F, 0},
                                       {width * 0.64F, height * 0.17F, 0},
                                       {width * 0.59F, height * 0.16F, 0}},
                 5, unit * 0.01F, 0xF0B27AFF);
    draw_ring(list, width * 0.55F, height * 0.13F, unit * 0.04F, unit * 0.015F, 0, 0.39F,
              0x7FD1C7FF);
    draw_outline(list,
                 (struct draw_box){width * 0.66F, height * 0.1F, width * 0.08F, height * 0.07F},
                 unit * 0.02F, 3, 0xF4EFE6FF);
}
