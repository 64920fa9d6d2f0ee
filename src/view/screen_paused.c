// SPDX-License-Identifier: MIT
#include "base/phrase.h"
#include "view/scene.h"

#include <math.h>
#include <stdio.h>

#define CARD_WIDTH 860.0f
#define PADDING 48.0f
#define ROW 72.0f
#define ROW_GAP 8.0f
#define ROW_CORNER 16.0f
#define FOCUS_WIDTH 4.0f
#define SECTION 22.0f

struct paused {
    struct block title, why, safety;
    float height;
};

static const char *title_of(const struct page *page, const struct session *session)
{
    return page_word(page, session->confirm_leave ? N_("End the session?") : N_("Paused"));
}

static const char *why_of(const struct page *page, const struct session *session, char *out,
                          size_t size)
{
    char clock[TICK_TEXT];
    const char *values[] = {tick_clock(session->position, clock)};
    if (session->confirm_leave)
        return hint_words(page, HINT_LEAVE, clock, out, size);
    const char *pattern = page_word(
        page, session->pause == PAUSE_STALLED ? N_("The computer was asleep. You are still at {0}.")
              : session->pause == PAUSE_UNSEEN ? N_("The picture was gone. You are still at {0}.")
                                               : N_("You are at {0}."));
    return phrase_fill(out, size, pattern, values, 1);
}

static const char *value_of(const struct page *page, const struct session *session, int item,
                            char *out, size_t size)
{
    char volume[TICK_TEXT];
    snprintf(volume, sizeof volume, "%d", session->volume);
    const char *values[] = {volume};
    if (item == MENU_VOLUME)
        return phrase_fill(out, size, session->muted ? page_word(page, "off") : "{0}", values, 1);
    if (item == MENU_EYES_CLOSED)
        return phrase_fill(out, size, page_word(page, session->eyes_closed ? N_("on") : N_("off")),
                           NULL, 0);
    return phrase_fill(out, size, "", NULL, 0);
}

/* The focus is told by an outline and a mark, not by colour alone. */
static void draw_focus(const struct page *page, struct draw_box row)
{
    const struct theme *theme = page->theme;
    float corner = page_px(page, ROW_CORNER);
    draw_rect(page->list, row, corner, theme->raised);
    draw_outline(page->list, row, corner, page_px(page, FOCUS_WIDTH), theme->accent);
}

static void draw_row(const struct page *page, const struct session *session, int item,
                     struct draw_box row)
{
    const struct theme *theme = page->theme;
    char value[WORDS];
    struct block label, right;
    float padding = page_px(page, PADDING / 2), inner = row.w - 2 * padding;
    value_of(page, session, item, value, sizeof value);
    block_fit(page, ROLE_MENU, value, inner, &right);
    block_fit(page, ROLE_MENU, page_word(page, session_menu_labels[item]),
              inner - right.width - padding, &label);
    if (session->focus == item)
        draw_focus(page, row);
    page_target(page, item, row);
    block_draw(page, &label, row.x + padding, row.y + (row.h - label.height) / 2, ALIGN_LEFT,
               theme->ink);
    block_draw(page, &right, box_right(row) - padding, row.y + (row.h - right.height) / 2,
               ALIGN_RIGHT, theme->quiet);
}

static float rows_height(const struct page *page)
{
    return page_px(page, MENU_ITEMS * (ROW + ROW_GAP) - ROW_GAP);
}

static void measure(const struct page *page, const char *title, const char *why, float width,
                    struct paused *paused)
{
    block_fit(page, ROLE_CARD, title, width, &paused->title);
    block_fit(page, ROLE_BODY, why, width, &paused->why);
    block_fit(page, ROLE_BODY, words_safety(page), width, &paused->safety);
    paused->height = paused->title.height + paused->why.height + rows_height(page) +
                     paused->safety.height + page_px(page, 2 * SECTION + 2 * PADDING);
}

void screen_paused_draw(const struct scene *scene)
{
    const struct page *page = &scene->page;
    const struct session *session = scene->session;
    struct paused paused;
    char why[WORDS];
    float padding = page_px(page, PADDING);
    float inner = fminf(page_px(page, CARD_WIDTH), page->safe.w) - 2 * padding;
    why_of(page, session, why, sizeof why);
    measure(page, title_of(page, session), why, inner, &paused);
    struct draw_box card = card_draw(page, page_px(page, CARD_WIDTH), paused.height);
    float x = card.x + padding;
    float y = paragraph_draw(page, &paused.title, x, card.y + padding, page->theme->ink);
    y = paragraph_draw(page, &paused.why, x, y, page->theme->quiet);
    y += page_px(page, SECTION);
    for (int item = 0; item < MENU_ITEMS; item++) {
        struct draw_box row = {x - padding / 2, y, inner + padding, page_px(page, ROW)};
        draw_row(page, session, item, row);
        y += page_px(page, ROW + ROW_GAP);
    }
    y += page_px(page, SECTION - ROW_GAP);
    paragraph_draw(page, &paused.safety, x, y, page->theme->quiet);
}
