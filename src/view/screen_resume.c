// SPDX-License-Identifier: MIT
#include "base/phrase.h"
#include "view/scene.h"

#include <math.h>
#include <stdio.h>

/* "Resume at 8:06?", over the first picture of the routine. */

#define CARD_WIDTH 860.0f
#define PADDING 48.0f
#define ROW 84.0f
#define ROW_GAP 12.0f
#define ROW_CORNER 16.0f
#define FOCUS_WIDTH 4.0f
#define SECTION 26.0f

struct offer {
    char title_text[WORDS], left_text[WORDS];
    struct block title, why, left;
};

static void measure(const struct scene *scene, float width, struct offer *offer)
{
    const struct page *page = &scene->page;
    const struct session *session = scene->session;
    char at[TICK_TEXT], left[TICK_TEXT];
    const char *place[] = {tick_clock(session->resume, at)};
    phrase_fill(offer->title_text, sizeof offer->title_text, page_word(page, "Resume at {0}?"),
                place, 1);
    bool counts = session->offer_until != TICK_NEVER;
    tick until = counts ? session->offer_until - session->last_now : 0;
    const char *values[] = {tick_countdown(until, left)};
    if (counts)
        phrase_fill(offer->left_text, sizeof offer->left_text,
                    page_word(page, "Goes on by itself in {0}"), values, 1);
    else
        hint_words(page, HINT_CHOOSE, "", offer->left_text, sizeof offer->left_text);
    block_fit(page, ROLE_CARD, offer->title_text, width, &offer->title);
    block_fit(page, ROLE_BODY, page_word(page, "You left before the end last time."), width,
              &offer->why);
    block_fit(page, ROLE_BODY, offer->left_text, width, &offer->left);
}

static void draw_row(const struct page *page, struct draw_box row, const char *label,
                     enum action action, bool chosen)
{
    const char *key = hint_key(page, action);
    const struct theme *theme = page->theme;
    float corner = page_px(page, ROW_CORNER), padding = page_px(page, PADDING / 2);
    struct block left, right;
    block_fit_lines(page, ROLE_MENU, key != NULL ? key : "", row.w / 2, 1, &right);
    block_fit_lines(page, ROLE_MENU, page_word(page, label), row.w - right.width - 3 * padding, 1,
                    &left);
    if (chosen) {
        draw_rect(page->list, row, corner, theme->raised);
        draw_outline(page->list, row, corner, page_px(page, FOCUS_WIDTH), theme->accent);
    }
    block_draw(page, &left, row.x + padding, row.y + (row.h - left.height) / 2, ALIGN_LEFT,
               theme->ink);
    block_draw(page, &right, box_right(row) - padding, row.y + (row.h - right.height) / 2,
               ALIGN_RIGHT, theme->quiet);
}

void screen_resume_draw(const struct scene *scene)
{
    static const struct {
        const char *label;
        enum action action;
    } rows[OFFER_ITEMS] = {[OFFER_RESUME] = {N_("Resume"), ACTION_CONTINUE},
                           [OFFER_ANEW] = {N_("Begin anew"), ACTION_REPEAT}};
    const struct page *page = &scene->page;
    const struct theme *theme = page->theme;
    struct offer offer;
    float padding = page_px(page, PADDING), section = page_px(page, SECTION);
    float inner = fminf(page_px(page, CARD_WIDTH), page->safe.w) - 2 * padding;
    measure(scene, inner, &offer);
    float height = offer.title.height + offer.why.height + offer.left.height + 2 * section +
                   page_px(page, OFFER_ITEMS * (ROW + ROW_GAP)) + 2 * padding;
    struct draw_box card = card_draw(page, page_px(page, CARD_WIDTH), height);
    float x = card.x + padding;
    float y = paragraph_draw(page, &offer.title, x, card.y + padding, theme->ink);
    y = paragraph_draw(page, &offer.why, x, y, theme->quiet) + section;
    for (int i = 0; i < OFFER_ITEMS; i++) {
        struct draw_box row = {x - padding / 2, y, inner + padding, page_px(page, ROW)};
        draw_row(page, row, rows[i].label, rows[i].action, scene->session->focus == i);
        page_target(page, i, row);
        y += page_px(page, ROW + ROW_GAP);
    }
    paragraph_draw(page, &offer.left, x, y + section, theme->quiet);
}
