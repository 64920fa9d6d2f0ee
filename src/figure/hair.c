// SPDX-License-Identifier: MIT
#include "figure/head.h"

#define COUNT(table) ((int)(sizeof(table) / sizeof *(table)))

/* Hair that follows the skull: round the outside from the forehead over the crown to the nape,
 * then back along the hairline. */
static const struct turning swept_back[] = {
    {{9.2f, 1}, {8, 7.2f}, {8.4f, 0.6f}},           {{9.8f, 3.4f}, {7, 9}, {9.7f, 3.2f}},
    {{8.7f, 7.4f}, {4.2f, 11}, {8.7f, 7.2f}},       {{5.2f, 10.6f}, {-0.4f, 11.7f}, {5.2f, 10.5f}},
    {{0, 11.7f}, {-5, 10.8f}, {0, 11.7f}},          {{-5.2f, 10.6f}, {-8.7f, 7.8f}, {-5.2f, 10.5f}},
    {{-8.7f, 7.4f}, {-10.5f, 3.2f}, {-8.7f, 7.2f}}, {{-9.8f, 3.4f}, {-10.2f, -1.4f}, {-9.7f, 3.2f}},
    {{-9.2f, 1}, {-8.7f, -5}, {-8.4f, 0.6f}},       {{-9.1f, 0.9f}, {-6.8f, -7.2f}, {-7.8f, -4.4f}},
    {{-9, 0.9f}, {-4.5f, -6.4f}, {-4.8f, -7.9f}},   {{-8.9f, 0.9f}, {-3.3f, -3.4f}, {0, -9}},
    {{-8.8f, 1}, {-2.2f, 0.7f}, {4.8f, -7.9f}},     {{-8.7f, 1.1f}, {0.2f, 1.2f}, {7.2f, -5.6f}},
    {{-8.3f, 1.8f}, {2.2f, -1.8f}, {7.8f, -4.4f}},  {{-7.4f, 4.4f}, {3.6f, 1.6f}, {8, -3.4f}},
    {{-4.6f, 7.2f}, {5, 4.2f}, {8.1f, -2.6f}},      {{0, 8.3f}, {6.2f, 5.6f}, {8.2f, -1.9f}},
    {{4.6f, 7.2f}, {7, 6.4f}, {8.25f, -1.2f}},      {{7.4f, 4.4f}, {7.5f, 6.8f}, {8.3f, -0.6f}},
    {{8.3f, 1.8f}, {7.8f, 7}, {8.35f, 0}}};

static const struct turning short_cut[] = {
    {{9.1f, 1}, {8.6f, 6.6f}, {8.4f, 0.6f}},       {{9.7f, 3.4f}, {8.4f, 9.2f}, {9.6f, 3.2f}},
    {{9.1f, 8}, {5.2f, 11.9f}, {8.9f, 7.6f}},      {{5.6f, 11.6f}, {0, 12.6f}, {5.5f, 11.3f}},
    {{0, 12.6f}, {-5, 11.4f}, {0, 12.4f}},         {{-5.6f, 11.6f}, {-8.7f, 8}, {-5.5f, 11.3f}},
    {{-9.1f, 8}, {-10.3f, 3.4f}, {-8.9f, 7.6f}},   {{-9.7f, 3.4f}, {-10, -1}, {-9.6f, 3.2f}},
    {{-9.1f, 1}, {-8.8f, -4.4f}, {-8.4f, 0.6f}},   {{-9, 0.8f}, {-7.4f, -6}, {-7.9f, -3.6f}},
    {{-8.9f, 0.6f}, {-5, -5.4f}, {-5.4f, -6.3f}},  {{-8.9f, 0.5f}, {-3.4f, -3.4f}, {0, -7}},
    {{-8.8f, 0.4f}, {-2.2f, 0.7f}, {5.4f, -6.3f}}, {{-8.7f, 0.4f}, {0.2f, 1.2f}, {7.4f, -4.6f}},
    {{-8.4f, 1}, {2, -2.8f}, {7.9f, -3.6f}},       {{-7.8f, 4.2f}, {3.4f, 0.8f}, {8, -3}},
    {{-5.6f, 6.4f}, {4.8f, 3.8f}, {8.1f, -2.4f}},  {{0, 7.2f}, {6, 5.1f}, {8.2f, -1.8f}},
    {{5.6f, 6.4f}, {6.9f, 5.8f}, {8.25f, -1.2f}},  {{7.8f, 4.2f}, {7.6f, 6.2f}, {8.3f, -0.6f}},
    {{8.4f, 1}, {8.2f, 6.4f}, {8.35f, 0}}};

/* A lock or a bun: a disc with its radius. */
struct lock {
    struct turning at;
    float radius;
};

static const struct lock bun = {{{0, 13.0f}, {-6.4f, 11.4f}, {0, 11.4f}}, 4.8f};
/* How far the light falls past the bun, seen from behind. */
#define BUN_SHEEN 0.8f

static const struct lock curls[] = {
    {{{9.6f, 0.6f}, {6.6f, 8.2f}, {9.4f, 0.4f}}, 3.3f},
    {{{9.9f, 4.8f}, {4.2f, 11.0f}, {9.8f, 4.6f}}, 3.9f},
    {{{7.6f, 9.0f}, {0.4f, 12.4f}, {7.6f, 9.0f}}, 4.2f},
    {{{2.8f, 11.6f}, {-4.0f, 12.0f}, {2.8f, 11.8f}}, 4.3f},
    {{{-2.8f, 11.6f}, {-8.2f, 9.4f}, {-2.8f, 11.8f}}, 4.3f},
    {{{-7.6f, 9.0f}, {-10.8f, 5.6f}, {-7.6f, 9.0f}}, 4.2f},
    {{{-9.9f, 4.8f}, {-11.4f, 1.0f}, {-9.8f, 4.6f}}, 3.9f},
    {{{-9.6f, 0.6f}, {-10.4f, -3.2f}, {-9.4f, 0.4f}}, 3.7f},
    {{{-9.0f, -3.0f}, {-7.6f, -6.2f}, {-7.8f, -4.0f}}, 3.2f},
    {{{9.0f, -3.0f}, {-8.2f, -3.4f}, {7.8f, -4.0f}}, 3.2f},
    {{{0, 6}, {-7.8f, -4}, {3.6f, -5.8f}}, 2.8f},
    {{{0, 6}, {-7.8f, -4}, {-3.6f, -5.8f}}, 2.8f},
};

static const struct lock fringe[] = {
    {{{-6.9f, 5.4f}, {1.6f, 1.6f}, {0, 4}}, 2.3f}, {{{-3.6f, 7.6f}, {4.0f, 4.2f}, {0, 4}}, 2.6f},
    {{{0, 8.2f}, {6.4f, 6.6f}, {0, 4}}, 2.7f},     {{{3.6f, 7.6f}, {6.0f, 7.4f}, {0, 4}}, 2.6f},
    {{{6.9f, 5.4f}, {5.0f, 8}, {0, 4}}, 2.3f},
};

/* Where a head lies, the ground presses its locks flat. */
static void draw_locks(struct ink *ink, const struct head *head, const struct lock *locks,
                       int count)
{
    for (int i = 0; i < count; i++) {
        struct vec at = head_at(head, &locks[i].at);
        if (!ink->above)
            at.y = fmaxf(at.y, locks[i].radius);
        ink_disc(ink, FIGURE_HAIR, at, locks[i].radius);
    }
}

void draw_hair_behind(struct ink *ink, const struct head *head)
{
    if (ink->hair == HAIR_BUN)
        draw_locks(ink, head, &bun, 1);
    if (ink->hair == HAIR_CURLS)
        draw_locks(ink, head, curls, COUNT(curls));
}

/* From behind the bun stands out by the light on its rim. */
static void draw_bun_before(struct ink *ink, const struct head *head)
{
    struct vec at = head_at(head, &bun.at);
    float past = BUN_SHEEN * (head->turn - 1);
    ink_disc(ink, FIGURE_HAIR_SHEEN, vec_along(at, head->up, -past), bun.radius);
    ink_disc(ink, FIGURE_HAIR, at, bun.radius);
}

void draw_hair(struct ink *ink, const struct head *head)
{
    const struct turning *cap = ink->hair == HAIR_SHORT ? short_cut : swept_back;
    head_blob(ink, head, FIGURE_HAIR, cap, COUNT(swept_back));
    if (ink->hair == HAIR_CURLS)
        draw_locks(ink, head, fringe, COUNT(fringe));
    if (ink->hair == HAIR_BUN && head->turn > 1)
        draw_bun_before(ink, head);
}
