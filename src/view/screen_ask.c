// SPDX-License-Identifier: MIT
#include "base/phrase.h"
#include "view/scene.h"

#include <math.h>
#include <stdio.h>

enum { RATINGS = 11 };
#define CELL_MOST 120.0f
#define CELL_GAP 0.14f /* of a cell */
#define SECTION 30.0f
#define FOCUS_WIDTH 5.0f

static const char *question(const struct scene *scene)
{
    const char *text = scene->moment.entry->title;
    bool comfort = !text || text_equal(text, "comfort");
    return page_word(&scene->page, comfort ? N_("How does your back feel?") : text);
}

static void subtitle(const struct scene *scene, char *out, size_t size)
{
    bool chosen = scene->session->rating >= 0;
    const char *hint =
        chosen ? N_("Enter gives this answer") : N_("Left and right choose, Enter skips");
    phrase_fill(out, size, page_word(&scene->page, hint), NULL, 0);
}

static const struct screen screen_ask = {.title = question, .subtitle = subtitle};

/* The chosen one is larger, filled and outlined. */
static void draw_cell(const struct page *page, int rating, bool chosen, float x, float y,
                      float radius)
{
    const struct theme *theme = page->theme;
    char number[TICK_TEXT];
    snprintf(number, sizeof number, "%d", rating);
    draw_disc(page->list, x, y, radius, chosen ? theme->accent : theme->surface);
    if (chosen)
        draw_ring(page->list, x, y, radius + page_px(page, FOCUS_WIDTH * 1.6f),
                  page_px(page, FOCUS_WIDTH), 0, 1, theme->accent);
    struct block block;
    block_fit(page, ROLE_MENU, number, radius * 2, &block);
    block_draw(page, &block, x, y - block.height / 2, ALIGN_CENTRE,
               chosen ? theme->accent_ink : theme->ink);
}

static void draw_scale(const struct scene *scene, struct draw_box box)
{
    const struct page *page = &scene->page;
    float cell = fminf(box.w / (RATINGS + (RATINGS - 1) * CELL_GAP), page_px(page, CELL_MOST));
    float pitch = cell * (1 + CELL_GAP), radius = cell / 2;
    float x = box_middle_x(box) - pitch * (RATINGS - 1) / 2, y = box_middle_y(box) - radius;
    for (int i = 0; i < RATINGS; i++)
        draw_cell(page, i, scene->session->rating == i, x + pitch * (float)i, y, radius);
    float left = x - radius, right = x + pitch * (RATINGS - 1) + radius;
    float top = y + radius + page_px(page, SECTION), half = (right - left) / 2 - pitch / 2;
    struct block low, high;
    block_fit_lines(page, ROLE_BODY, page_word(page, "very stiff"), half, 2, &low);
    block_fit_lines(page, ROLE_BODY, page_word(page, "at ease"), half, 2, &high);
    block_draw(page, &low, left, top, ALIGN_LEFT, page->theme->quiet);
    block_draw(page, &high, right, top, ALIGN_RIGHT, page->theme->quiet);
}

void screen_ask_draw(const struct scene *scene)
{
    struct scene asking = *scene;
    asking.screen = &screen_ask;
    const struct page *page = &scene->page;
    struct header header;
    struct footer footer;
    header_prepare(&asking, &header);
    footer_prepare(&asking, &footer);
    struct draw_box safe = page->safe;
    float height = header_height(page, &header, safe.w);
    header_draw(page, &header, (struct draw_box){safe.x, safe.y, safe.w, height},
                marks_width(page, scene->session));
    draw_scale(&asking,
               (struct draw_box){safe.x, safe.y + height, safe.w, safe.h - height - footer.height});
    footer_draw(&asking, &footer);
}
