// SPDX-License-Identifier: MIT
#include "base/phrase.h"
#include "view/scene.h"

#include <math.h>
#include <stdio.h>

#define CELL_MOST 120.0f
#define SECTION 30.0f

static const char *question(const struct scene *scene)
{
    const struct entry *entry = scene->moment.entry;
    return page_word(&scene->page,
                     entry_asks_comfort(entry) ? N_("How does your back feel?") : entry->title);
}

static void subtitle(const struct scene *scene, char *out, size_t size)
{
    bool chosen = scene->session->rating >= 0;
    hint_words(&scene->page, chosen ? HINT_ANSWER : HINT_RATE, "", out, size);
}

static const struct screen screen_ask = {.title = question, .subtitle = subtitle};

static void draw_scale(const struct scene *scene, struct draw_box box)
{
    const struct page *page = &scene->page;
    float radius = fminf(rating_radius(box.w), page_px(page, CELL_MOST) / 2);
    float pitch = rating_pitch(radius);
    float x = box_middle_x(box) - pitch * RATING_MOST / 2, y = box_middle_y(box) - radius;
    for (int i = 0; i <= RATING_MOST; i++) {
        bool chosen = scene->session->rating == i;
        float middle = x + pitch * (float)i;
        rating_draw(page, i, chosen, chosen, middle, y, radius);
        /* Taller than the disc: a finger is less exact than a mark. */
        page_target(page, i,
                    (struct draw_box){middle - pitch / 2, y - 2 * radius, pitch, 4 * radius});
    }
    float left = x - radius, right = x + pitch * RATING_MOST + radius;
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
