// SPDX-License-Identifier: MIT
#include "base/phrase.h"
#include "view/scene.h"

#include <math.h>
#include <stdio.h>

/* A scale from 0 to 10, a disc each. */

#define GAP 0.14f /* of a disc */
#define FOCUS_WIDTH 5.0f
#define ASIDE 48.0f /* from words to discs beside them */
#define UNDER 10.0f /* from words to discs under them */
#define MOST 72.0f  /* across a disc that stands with words */

float rating_radius(float width)
{
    return width / (RATING_MOST + 1 + RATING_MOST * GAP) / 2;
}

float rating_pitch(float radius)
{
    return radius * 2 * (1 + GAP);
}

void rating_draw(const struct page *page, int rating, bool chosen, bool focused, float x, float y,
                 float radius)
{
    const struct theme *theme = page->theme;
    char number[TICK_TEXT];
    snprintf(number, sizeof number, "%d", rating);
    draw_disc(page->list, x, y, radius, chosen ? theme->accent : theme->surface);
    if (focused)
        draw_ring(page->list, x, y, radius + page_px(page, FOCUS_WIDTH * 1.6f),
                  page_px(page, FOCUS_WIDTH), 0, 1, theme->accent);
    struct block block;
    block_fit(page, ROLE_MENU, number, radius * 2, &block);
    block_draw(page, &block, x, y - block.height / 2, ALIGN_CENTRE,
               chosen ? theme->accent_ink : theme->ink);
}

void rating_scale_measure(const struct page *page, struct rating_scale *scale)
{
    char low[TICK_TEXT], high[TICK_TEXT];
    snprintf(low, sizeof low, "%d", 0);
    snprintf(high, sizeof high, "%d", RATING_MOST);
    const char *values[] = {low, page_word(page, "very stiff"), high, page_word(page, "at ease")};
    phrase_fill(scale->ends_text, sizeof scale->ends_text, "{0} {1} \xC2\xB7 {2} {3}", values, 4);
    float width = page->safe.w, gap = page_px(page, ASIDE);
    scale->radius = fminf(rating_radius(width), page_px(page, MOST) / 2);
    float discs = rating_pitch(scale->radius) * RATING_MOST + 2 * scale->radius;
    block_fit(page, ROLE_BODY, page_word(page, "How does your back feel now?"), width,
              &scale->question);
    block_fit(page, ROLE_BODY, scale->ends_text, width, &scale->ends);
    float widest = fmaxf(scale->question.width, scale->ends.width);
    scale->beside = widest + gap + discs <= width;
    scale->one_line = !scale->beside && scale->question.width + gap + scale->ends.width <= width;
    float words = scale->question.height + (scale->one_line ? 0 : scale->ends.height);
    scale->height = scale->beside ? fmaxf(words, 2 * scale->radius)
                                  : words + page_px(page, UNDER) + 2 * scale->radius;
}

void rating_scale_draw(const struct page *page, const struct rating_scale *scale, float y,
                       int chosen, int focused, struct draw_box discs[RATING_MOST + 1])
{
    struct draw_box safe = page->safe;
    float r = scale->radius, pitch = rating_pitch(r), x = safe.x + r;
    float middle = y + scale->height - r;
    if (scale->beside) {
        x = box_right(safe) - r - pitch * RATING_MOST;
        middle = y + scale->height / 2;
        y = middle - (scale->question.height + scale->ends.height) / 2;
    }
    float below = block_draw(page, &scale->question, safe.x, y, ALIGN_LEFT, page->theme->ink);
    float ends = scale->one_line ? safe.x + scale->question.width + page_px(page, ASIDE) : safe.x;
    block_draw(page, &scale->ends, ends, scale->one_line ? y : below, ALIGN_LEFT,
               page->theme->quiet);
    for (int i = 0; i <= RATING_MOST; i++, x += pitch) {
        discs[i] = (struct draw_box){x - r, middle - r, 2 * r, 2 * r};
        rating_draw(page, i, i == chosen, i == focused, x, middle, r);
    }
}
