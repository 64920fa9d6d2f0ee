// SPDX-License-Identifier: MIT
#include "view/scene.h"

#include <math.h>

enum { DIAL_ROWS = 4 };
#define RING_WIDTH 22.0f
/* The breathing circle, as shares of the ring around it: with empty and with full lungs. */
#define ORB_EMPTY 0.68f
#define ORB_FULL 0.93f
/* A quiet disc holds more words, so it does not get as small, and it stays off the ring. */
#define DISC_EMPTY 0.76f
#define DISC_SHARE 0.99f
#define DISC_RIM 5.0f
#define ORB_STEADY 0.84f
/* With reduced motion a band around it comes and goes instead. */
#define ORB_BAND 0.96f
#define BAND_FULL 0.55f
#define GLOW_REACH 0.55f
#define FADED 0.45f
/* What words use of a circle's width. */
#define CHORD 0.94f
/* Words in a smaller dial are smaller. */
#define FULL_RADIUS 270.0f

float dial_done(const struct moment *moment)
{
    tick length = moment->into + moment->left;
    if (length <= 0)
        return 0;
    return (float)(tick_to_seconds(moment->into) / tick_to_seconds(length));
}

/* Width of a circle between two heights from its middle. */
static float chord(float radius, float from, float to)
{
    float far = fmaxf(fabsf(from), fabsf(to));
    return 2 * sqrtf(fmaxf(radius * radius - far * far, 0)) * CHORD;
}

void dial_rows(const struct page *page, const struct dial *dial, float radius,
               const struct dial_row *rows, int count)
{
    struct block blocks[DIAL_ROWS];
    float scale = fminf(dial->radius / page_px(page, FULL_RADIUS), 1);
    float expected = 0, height = 0;
    for (int i = 0; i < count; i++)
        expected += rows[i].text[0] ? line_height(page, rows[i].role) * scale : 0;
    float y = -expected / 2;
    for (int i = 0; i < count; i++) {
        float row = rows[i].text[0] ? line_height(page, rows[i].role) * scale : 0;
        block_fit_scaled(page, rows[i].role, scale, rows[i].text, chord(radius, y, y + row),
                         &blocks[i]);
        height += blocks[i].height;
        y += row;
    }
    y = dial->y - height / 2;
    for (int i = 0; i < count; i++)
        y = block_draw(page, &blocks[i], dial->x, y, ALIGN_CENTRE, rows[i].ink);
}

void dial_ring(const struct page *page, const struct dial *dial, float share, colour fill)
{
    float width = page_px(page, RING_WIDTH);
    draw_ring(page->list, dial->x, dial->y, dial->radius, width, 0, 1, page->theme->track);
    draw_ring(page->list, dial->x, dial->y, dial->radius, width, 0, share, fill);
}

#define HALFWAY_DOT 5.0f
#define HALFWAY_LIT 13.0f
#define HALFWAY_GLOWS (3 * TICK_S)

void dial_halfway(const struct scene *scene, const struct dial *dial)
{
    const struct page *page = &scene->page;
    const struct moment *moment = &scene->moment;
    tick at = entry_halfway(moment->entry), since = moment->into - at;
    if (at <= 0)
        return;
    float turn =
        2 * (float)M_PI * (float)(tick_to_seconds(at) / tick_to_seconds(moment->entry->length));
    float x = dial->x + dial->radius * sinf(turn), y = dial->y - dial->radius * cosf(turn);
    bool lit = since >= 0 && since < HALFWAY_GLOWS;
    float fading = lit ? 1 - (float)(tick_to_seconds(since) / tick_to_seconds(HALFWAY_GLOWS)) : 0;
    draw_disc(page->list, x, y, page_px(page, HALFWAY_DOT + (HALFWAY_LIT - HALFWAY_DOT) * fading),
              lit         ? page->theme->warm
              : since < 0 ? page->theme->quiet
                          : page->theme->bottom);
}

/* Size of what breathes between `empty` and full lungs. */
static float breath_share(const struct scene *scene, float empty)
{
    if (scene->page.view->reduced_motion)
        return ORB_STEADY;
    return empty + (ORB_FULL - empty) * (float)scene->moment.breath.fullness;
}

static void draw_halo(const struct scene *scene, const struct dial *dial)
{
    const struct page *page = &scene->page;
    const struct theme *theme = page->theme;
    float fullness = (float)scene->moment.breath.fullness;
    float orb = dial->radius * breath_share(scene, ORB_EMPTY);
    draw_glow(page->list, dial->x, dial->y, orb + dial->radius * GLOW_REACH,
              colour_fade(theme->glow, FADED + (1 - FADED) * fullness));
    draw_ring(page->list, dial->x, dial->y, dial->radius, page_px(page, 3), 0, 1,
              colour_fade(theme->accent, 0.35f));
    draw_ring(page->list, dial->x, dial->y, dial->radius, page_px(page, 6), 0,
              dial_done(&scene->moment), theme->accent);
}

void dial_orb(const struct scene *scene, const struct dial *dial)
{
    const struct page *page = &scene->page;
    const struct theme *theme = page->theme;
    const struct breath_moment *breath = &scene->moment.breath;
    draw_halo(scene, dial);
    if (page->view->reduced_motion)
        draw_disc(page->list, dial->x, dial->y, dial->radius * ORB_BAND,
                  colour_fade(theme->accent, BAND_FULL * (float)breath->fullness));
    draw_orb(page->list, dial->x, dial->y, dial->radius * breath_share(scene, ORB_EMPTY),
             theme->orb_middle, theme->orb_rim);
    char seconds[TICK_TEXT];
    words_seconds(breath->length - breath->into, seconds);
    const struct dial_row rows[] = {
        {ROLE_PHASE, words_phase(scene, breath->phase), theme->orb_ink},
        {ROLE_UNDER, seconds, theme->orb_ink},
    };
    dial_rows(page, dial, dial->radius * ORB_EMPTY, rows, 2);
    dial_halfway(scene, dial);
}

float dial_breath(const struct scene *scene, const struct dial *dial)
{
    if (!scene->moment.breathes)
        return dial->radius * DIAL_INNER;
    const struct page *page = &scene->page;
    float share = scene->page.view->reduced_motion
                      ? FADED + (1 - FADED) * (float)scene->moment.breath.fullness
                      : 1;
    float radius = dial->radius * breath_share(scene, DISC_EMPTY) * DISC_SHARE;
    draw_disc(page->list, dial->x, dial->y, radius, colour_fade(page->theme->raised, share));
    draw_ring(page->list, dial->x, dial->y, radius, page_px(page, DISC_RIM), 0, 1,
              colour_fade(page->theme->accent, share));
    return dial->radius * DISC_EMPTY * DISC_SHARE - page_px(page, DISC_RIM);
}
