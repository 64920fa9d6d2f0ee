// SPDX-License-Identifier: MIT
#include "figure/head.h"

#include "figure/body.h"

#define COUNT(table) ((int)(sizeof(table) / sizeof *(table)))

static const struct turning skin[] = {{{0, 10.6f}, {0, 10.7f}, {0, 10.6f}},
                                      {{4.6f, 9.6f}, {4.6f, 9.8f}, {4.6f, 9.6f}},
                                      {{7.6f, 6.8f}, {7.6f, 7.2f}, {7.6f, 6.8f}},
                                      {{8.8f, 3.4f}, {8.9f, 4.2f}, {8.8f, 3.4f}},
                                      {{8.9f, 1.2f}, {9.2f, 2.2f}, {8.9f, 1.2f}},
                                      {{8.8f, -0.4f}, {9.0f, 0.5f}, {8.7f, -0.4f}},
                                      {{8.7f, -1.6f}, {9.7f, -1.4f}, {8.5f, -1.6f}},
                                      {{8.5f, -2.8f}, {10.5f, -3.0f}, {8.2f, -2.6f}},
                                      {{8.2f, -4.0f}, {10.0f, -4.0f}, {7.8f, -3.6f}},
                                      {{7.9f, -5.2f}, {9.3f, -4.8f}, {7.3f, -4.6f}},
                                      {{7.5f, -6.4f}, {9.2f, -6.2f}, {6.8f, -5.4f}},
                                      {{6.9f, -7.6f}, {8.8f, -7.7f}, {6.2f, -6.2f}},
                                      {{5.8f, -9.0f}, {8.6f, -9.2f}, {5.2f, -6.8f}},
                                      {{4.2f, -10.3f}, {7.5f, -10.6f}, {3.8f, -7.2f}},
                                      {{2.2f, -11.2f}, {5.2f, -10.3f}, {2.0f, -7.4f}},
                                      {{0, -11.4f}, {2.4f, -8.8f}, {0, -7.4f}},
                                      {{-2.2f, -11.2f}, {0.0f, -7.0f}, {-2.0f, -7.4f}},
                                      {{-4.2f, -10.3f}, {-2.2f, -6.2f}, {-3.8f, -7.2f}},
                                      {{-5.8f, -9.0f}, {-4.6f, -6.2f}, {-5.2f, -6.8f}},
                                      {{-6.9f, -7.6f}, {-6.6f, -5.6f}, {-6.2f, -6.2f}},
                                      {{-7.9f, -5.2f}, {-8.0f, -4.0f}, {-7.3f, -4.6f}},
                                      {{-8.5f, -2.8f}, {-9.0f, -2.0f}, {-8.2f, -2.6f}},
                                      {{-8.9f, 1.2f}, {-9.6f, 1.6f}, {-8.9f, 1.2f}},
                                      {{-8.8f, 3.4f}, {-9.4f, 4.2f}, {-8.8f, 3.4f}},
                                      {{-7.6f, 6.8f}, {-7.8f, 7.4f}, {-7.6f, 6.8f}},
                                      {{-4.6f, 9.6f}, {-4.6f, 9.9f}, {-4.6f, 9.6f}}};

static const struct turning near_ear = {{-8.9f, -1.5f}, {-0.9f, -1.7f}, {9.0f, -1.5f}};
static const struct turning far_ear = {{8.9f, -1.5f}, {-0.9f, -1.7f}, {-9.0f, -1.5f}};

/* Half an eye's width, and how far its closed lid sags. */
#define LID_HALF 1.7f
#define LID_SAG 0.75f
#define LID_STROKE 0.34f

struct vec head_at(const struct head *head, const struct turning *point)
{
    struct vec local = head->turn < 1 ? vec_lerp(point->front, point->profile, head->turn)
                                      : vec_lerp(point->profile, point->back, head->turn - 1);
    return vec_along(vec_along(head->at, head->right, local.x), head->up, local.y);
}

void head_blob(struct ink *ink, const struct head *head, enum figure_paint paint,
               const struct turning *points, int count)
{
    struct vec outline[HEAD_OUTLINE_MAX];
    for (int i = 0; i < count && i < HEAD_OUTLINE_MAX; i++)
        outline[i] = head_at(head, &points[i]);
    ink_blob(ink, paint, outline, count);
}

/* Seen along its edge from the front and from behind, where curls cover it. */
static void draw_ear(struct ink *ink, const struct head *head, const struct turning *middle,
                     float size)
{
    static const struct vec shape[] = {{0, 2.7f},  {0.8f, 2.1f},   {1, 0.6f},   {0.7f, -1.2f},
                                       {0, -2.8f}, {-0.7f, -2.2f}, {-1, -0.2f}, {-0.8f, 1.9f}};
    float wide = mix(1.3f, 1.9f, sinf(head->turn * HEAD_QUARTER));
    float shown = size * (ink->hair == HAIR_CURLS ? clampf(2 * (1.6f - head->turn), 0, 1) : 1);
    struct vec at = head_at(head, middle), outline[COUNT(shape)];
    for (int i = 0; i < COUNT(shape); i++)
        outline[i] = vec_along(vec_along(at, head->right, shape[i].x * wide * shown), head->up,
                               shape[i].y * shown);
    ink_blob(ink, FIGURE_SKIN, outline, COUNT(shape));
}

/* A point of the face, turned with the head: `across` to the head's left, `ahead` towards where it
 * looks. `*depth`: towards the viewer. */
static struct vec on_face(const struct head *head, float across, float up, float ahead,
                          float *depth)
{
    float turn = head->turn * HEAD_QUARTER, s = sinf(turn), c = cosf(turn);
    *depth = ahead * c - across * s;
    return vec_along(vec_along(head->at, head->right, across * c + ahead * s), head->up, up);
}

/* Closed lids: thinner as they turn away, so that none ever vanishes at once. */
static void draw_lid(struct ink *ink, const struct head *head, float middle, float left)
{
    enum { STEPS = 6 };
    struct tube lid = {0};
    for (int i = 0; i <= STEPS; i++) {
        float t = 2 * (float)i / STEPS - 1, depth;
        float across = left * (middle - t * LID_HALF), ahead = sqrtf(9.2f * 9.2f - across * across);
        struct vec at = on_face(head, across, -0.9f - LID_SAG * (1 - t * t), ahead, &depth);
        float shown = clampf((depth + 1.0f) / 3, 0, 1);
        tube_add(&lid, at, LID_STROKE * shown * (1 - 0.5f * t * t));
    }
    ink_tube(ink, FIGURE_SKIN_SHADE, &lid, TUBE_ROUND);
}

#define EYE_ACROSS 3.7f
#define EYE_AHEAD 6.0f
#define EYE_UP (-0.7f)
#define EYE_HALF 0.66f /* of its width; it is higher than wide */
#define EYE_HIGH 1.15f

/* An open one: a calm dark oval, narrower as it turns away. */
static void draw_eye(struct ink *ink, const struct head *head, float across)
{
    float depth;
    struct vec at = on_face(head, across, EYE_UP, EYE_AHEAD, &depth);
    float shown = clampf(depth / 5 + 0.25f, 0, 1);
    float wide = EYE_HALF * shown, high = EYE_HIGH * fminf(2 * shown, 1) - wide;
    struct tube eye = {0};
    for (int end = -1; end <= 1; end += 2)
        tube_add(&eye, vec_along(at, head->up, (float)end * high), wide);
    ink_tube(ink, FIGURE_HAIR, &eye, TUBE_ROUND);
}

/* Parts that come in pairs are drawn in the picture's order, so that a head that looks from one
 * side to the other passes the front unseen. */
static void draw_face(struct ink *ink, const struct head *head, float left)
{
    if (head->turn >= 1.4f)
        return;
    for (int pair = 1; pair >= -1; pair -= 2) {
        if (ink->eyes_closed)
            draw_lid(ink, head, 3.8f * (float)pair, left);
        else
            draw_eye(ink, head, EYE_ACROSS * (float)pair * left);
    }
}

static void draw_ears(struct ink *ink, const struct head *head, bool away, float near_size,
                      float far_size)
{
    draw_ear(ink, head, away ? &far_ear : &near_ear, away ? far_size : near_size);
    draw_ear(ink, head, away ? &near_ear : &far_ear, away ? near_size : far_size);
}

/* Up to this turn the far ear, too, is seen before the hair. */
#define BOTH_EARS 0.15f

void draw_head(struct ink *ink, struct vec at, struct vec face, float turn)
{
    bool away = turn < 0; /* towards the picture's left */
    const struct head head = {at, away ? vec_scale(face, -1) : face, vec_left(face),
                              clampf(fabsf(turn), 0, 2)};
    draw_hair_behind(ink, &head);
    draw_ears(ink, &head, away, 1, 1);
    head_blob(ink, &head, FIGURE_SKIN, skin, COUNT(skin));
    draw_face(ink, &head, away ? 1.0f : -1.0f);
    draw_hair(ink, &head);
    draw_ears(ink, &head, away, 1, clampf(1 - head.turn / BOTH_EARS, 0, 1));
}

/* In the shade of the jaw but for a strip above the collar. */
#define NECK_LIT 0.66f
#define NECK_SHADE 0.6f

static void neck_part(struct ink *ink, enum figure_paint paint, struct vec base, struct vec head,
                      float wide, float from)
{
    struct tube neck = {0};
    for (int i = 0; i <= 6; i++) {
        float t = mix(from, 1, (float)i / 6);
        tube_add(&neck, vec_lerp(base, head, t), wide - 0.7f * t);
    }
    ink_tube(ink, paint, &neck, TUBE_ROUND);
}

void draw_neck(struct ink *ink, struct vec base, struct vec head, struct vec up, float wide)
{
    (void)up;
    neck_part(ink, FIGURE_SKIN, base, head, wide, 0);
    neck_part(ink, FIGURE_SKIN_SHADE, base, head, wide, NECK_LIT);
    ink_fade(ink, NECK_SHADE);
}
