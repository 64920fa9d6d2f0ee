// SPDX-License-Identifier: MIT
#include "figure/body.h"

/* A head without features: skin, hair, ear and bun. The same points seen from the front and in
 * profile, so that a head can turn from one to the other. x towards where it looks (or to the
 * picture's right), y to its crown; cm from the middle of the skull. */
struct turning {
    struct vec front, profile;
};

static const struct turning skin[] = {
    {{0, 10.6f}, {0, 10.6f}},         {{4.6f, 9.6f}, {4.8f, 9.6f}},
    {{7.8f, 6.6f}, {8.0f, 6.6f}},     {{9.0f, 3}, {9.2f, 3.2f}},
    {{9.0f, 0}, {9.0f, 0.6f}},        {{8.9f, -1.6f}, {9.7f, -1.2f}},
    {{8.6f, -3}, {10.2f, -2.8f}},     {{8.3f, -4.2f}, {9.6f, -4.1f}},
    {{7.8f, -5.6f}, {9.2f, -5.6f}},   {{7.0f, -7.2f}, {9.0f, -7.4f}},
    {{5.4f, -9.2f}, {8.2f, -9.6f}},   {{2.8f, -10.7f}, {5.8f, -10.8f}},
    {{0, -11.2f}, {2.4f, -9.6f}},     {{-2.8f, -10.7f}, {-0.2f, -7.4f}},
    {{-5.4f, -9.2f}, {-2.6f, -6.4f}}, {{-7.8f, -5.6f}, {-6.4f, -6.2f}},
    {{-8.9f, -1.6f}, {-9.2f, -2.6f}}, {{-9.0f, 3}, {-9.8f, 2.4f}},
    {{-7.8f, 6.6f}, {-8.2f, 6.8f}},   {{-4.6f, 9.6f}, {-4.8f, 9.7f}}};

/* Round the outside from the hairline over the crown to the nape, then back along the hairline. */
static const struct turning hair[] = {
    {{9.0f, -0.4f}, {7.2f, 7.5f}},    {{10.1f, 2.6f}, {6.4f, 9.2f}},
    {{8.7f, 7.4f}, {3.4f, 11.2f}},    {{5.2f, 10.6f}, {-0.8f, 11.7f}},
    {{0, 11.7f}, {-5.2f, 10.7f}},     {{-5.2f, 10.6f}, {-8.9f, 7.6f}},
    {{-8.7f, 7.4f}, {-10.7f, 3.0f}},  {{-10.1f, 2.6f}, {-10.3f, -1.8f}},
    {{-9.6f, -0.6f}, {-8.2f, -6.6f}}, {{-8.8f, -1.0f}, {-5.2f, -8.2f}},
    {{-8.3f, 2.4f}, {-2.6f, -4.6f}},  {{-6.2f, 5.8f}, {0.6f, -2.0f}},
    {{-2.4f, 8.0f}, {2.6f, -1.6f}},   {{2.4f, 8.0f}, {3.6f, 1.6f}},
    {{6.2f, 5.8f}, {5.3f, 4.8f}},     {{8.3f, 2.4f}, {6.7f, 6.8f}}};

static const struct turning bun = {{0, 13.2f}, {-5.6f, 11.8f}};
static const struct turning near_ear = {{-8.9f, -1.6f}, {0.2f, -1.8f}};
static const struct turning far_ear = {{8.9f, -1.6f}, {6.0f, -1.8f}};

#define COUNT(table) ((int)(sizeof(table) / sizeof *(table)))

struct head {
    struct vec at, right, up;
    float turn;
};

static struct vec on_head(const struct head *head, const struct turning *point)
{
    struct vec local = vec_lerp(point->front, point->profile, head->turn);
    return vec_along(vec_along(head->at, head->right, local.x), head->up, local.y);
}

static void head_blob(struct ink *ink, const struct head *head, enum figure_paint paint,
                      const struct turning *points, int count)
{
    struct vec outline[32];
    for (int i = 0; i < count; i++)
        outline[i] = on_head(head, &points[i]);
    ink_blob(ink, paint, outline, count);
}

void draw_head(struct ink *ink, struct vec at, struct vec face, float turn)
{
    bool away = turn < 0; /* looks to the picture's left */
    struct vec up = vec_left(face);
    struct head head = {at, away ? vec_scale(face, -1) : face, up, fabsf(turn)};
    ink_disc(ink, FIGURE_HAIR, on_head(&head, &bun), 4.9f);
    if (head.turn < 0.5f)
        ink_disc(ink, FIGURE_SKIN, on_head(&head, &far_ear), 1.9f);
    head_blob(ink, &head, FIGURE_SKIN, skin, COUNT(skin));
    head_blob(ink, &head, FIGURE_HAIR, hair, COUNT(hair));
    ink_disc(ink, FIGURE_SKIN, on_head(&head, &near_ear), 2.0f);
}

void draw_neck(struct ink *ink, struct vec base, struct vec head, struct vec up, float wide)
{
    struct tube neck = {0};
    (void)up;
    for (int i = 0; i <= 6; i++) {
        float t = (float)i / 6;
        tube_add(&neck, vec_lerp(base, head, t), wide - 0.7f * t);
    }
    ink_tube(ink, FIGURE_SKIN_SHADE, &neck, false);
}
