// SPDX-License-Identifier: MIT
#include "base/phrase.h"
#include "view/mistake.h"

#include <math.h>
#include <stdio.h>

/* What is wrong with the files that were just saved, on a card that leaves the session its place;
 * or, for a moment, that it goes on with them. */

#define COLUMN 0.33f /* of the page's width, beside the session */
#define COLUMN_LEAST 540.0f
#define COLUMN_MOST 760.0f
#define ROW 0.42f /* of the page's height, at the most, below the session */
#define ROW_LEAST 380.0f
#define SESSION_LEAST 560.0f /* is left the session, where the row can do with less */
#define OVER_WIDTH 1500.0f
#define GAP 30.0f
#define GAP_ASIDE 60.0f
#define PADDING 32.0f
#define CORNER 28.0f
#define BETWEEN 20.0f
#define BESIDE 40.0f /* between the title and the hint, on one line */
#define OUTLINE 4.0f
#define PILL_HEIGHT 58.0f
#define PILL_PADDING 30.0f

/* Of the first mistake: where, and what. */
#define FIRST_LINES 5

/* What is inside the card. */
struct notice {
    struct block title, hint;
    char hint_text[WORDS];
    bool one_line; /* title and hint */
    bool brief;    /* without title and hint */
    float width, most;
    float height; /* of what was taken so far */
    size_t shown, seen;
};

static const struct diag_list *mistakes_of(const struct page *page)
{
    const struct view_notice *notice = page->view->notice;
    return notice != NULL ? notice->mistakes : NULL;
}

bool watch_has_mistakes(const struct page *page)
{
    return mistakes_of(page) != NULL && diag_mistakes(mistakes_of(page)) > 0;
}

static void take_head(const struct page *page, struct notice *notice)
{
    if (notice->brief)
        return;
    const char *title = page_word(page, "This file has mistakes");
    enum hint hint = mistakes_of(page)->errors > 0 ? HINT_HIDE : HINT_HIDE_FLAWS;
    hint_words(page, hint, "", notice->hint_text, sizeof notice->hint_text);
    block_fit_lines(page, ROLE_CAPTION, title, notice->width, 2, &notice->title);
    float left = notice->width - notice->title.width - page_px(page, BESIDE);
    notice->one_line = line_width(page, ROLE_BODY, notice->hint_text) <= left;
    block_fit_lines(page, ROLE_BODY, notice->hint_text, notice->one_line ? left : notice->width, 3,
                    &notice->hint);
    notice->height = notice->title.height + (notice->one_line ? 0 : notice->hint.height);
}

static void draw_head(const struct page *page, const struct notice *notice, float x, float y)
{
    if (notice->brief)
        return;
    float bottom = paragraph_draw(page, &notice->title, x, y, page->theme->ink);
    float beside = y + (notice->title.height - notice->hint.height) / 2;
    if (!notice->one_line)
        paragraph_draw(page, &notice->hint, x, bottom, page->theme->quiet);
    else if (notice->title.from_right)
        block_draw(page, &notice->hint, x, beside, ALIGN_LEFT, page->theme->quiet);
    else
        block_draw(page, &notice->hint, x + notice->width, beside, ALIGN_RIGHT, page->theme->quiet);
}

/* A brief card has it beside the place of the first, if anywhere. */
static float more_height(const struct page *page, const struct notice *notice)
{
    return notice->brief ? 0 : line_height(page, ROLE_BODY) + page_px(page, BETWEEN);
}

/* The first mistake is always shown, with a message of four lines at least; the others whole, or
 * only counted. */
static bool take(const struct page *page, const struct diag *diag, struct notice *notice,
                 struct mistake *mistake)
{
    bool first = notice->seen == 0, last = ++notice->seen == diag_mistakes(mistakes_of(page));
    float between = notice->height > 0 ? page_px(page, BETWEEN) : 0;
    float room = notice->most - notice->height - between - (last ? 0 : more_height(page, notice));
    if (notice->shown + 1 < notice->seen)
        return false;
    float least = first ? line_height(page, ROLE_BODY) * FIRST_LINES : 0;
    mistake_measure(page, diag, notice->width, room, least, mistake);
    if (!first && (mistake->cut || mistake->height > room))
        return false;
    notice->height += between + mistake->height;
    notice->shown++;
    return true;
}

static void draw_more(const struct page *page, const struct notice *notice, float place, float x,
                      float y)
{
    char number[TICK_TEXT], words[WORDS];
    struct block block;
    snprintf(number, sizeof number, "%zu", notice->seen - notice->shown);
    const char *values[] = {number};
    phrase_fill(words, sizeof words, page_word(page, "and {0} more"), values, 1);
    block_fit_lines(page, ROLE_BODY, words, notice->width, 1, &block);
    if (!notice->brief)
        paragraph_draw(page, &block, x, y + notice->height - block.height, page->theme->quiet);
    else if (place + page_px(page, BESIDE) + block.width <= notice->width)
        block_draw(page, &block, x + notice->width, y, ALIGN_RIGHT, page->theme->quiet);
}

/* Measures what fits on the card, whose width and most height are known, or, once its place is,
 * draws it there by the same steps. Returns its height. */
static float lay_out(const struct page *page, const struct watch_card *card, bool draws)
{
    const struct diag_list *list = mistakes_of(page);
    float padding = page_px(page, PADDING);
    float x = card->box.x + padding, y = card->box.y + padding;
    struct notice notice = {
        .brief = card->brief, .width = card->box.w - 2 * padding, .most = card->most - 2 * padding};
    float place = 0;
    take_head(page, &notice);
    if (draws)
        draw_head(page, &notice, x, y);
    for (size_t i = 0; i < list->count; i++) {
        struct mistake mistake;
        bool taken = list->items[i].severity != DIAG_WARNING &&
                     take(page, &list->items[i], &notice, &mistake);
        if (taken && draws)
            mistake_draw(page, &mistake, x, y + notice.height - mistake.height);
        place = taken ? mistake.head.width : place;
    }
    if (notice.shown < notice.seen) {
        notice.height += more_height(page, &notice);
        if (draws)
            draw_more(page, &notice, place, x, y);
    }
    return notice.height + 2 * padding;
}

static struct watch_card card_of(const struct page *page, float width, float most, bool brief)
{
    struct watch_card card = {
        .most = most, .brief = brief, .box = {.w = fminf(width, page->safe.w)}};
    card.box.h = lay_out(page, &card, false);
    return card;
}

struct watch_card watch_card_aside(struct page *page)
{
    struct draw_box *safe = &page->safe;
    float width = fminf(fmaxf(page->view->width * COLUMN, page_px(page, COLUMN_LEAST)),
                        page_px(page, COLUMN_MOST));
    struct watch_card card = card_of(page, width, safe->h, false);
    card.box.x = box_right(*safe) - card.box.w;
    card.box.y = safe->y;
    safe->w = fmaxf(safe->w - card.box.w - page_px(page, GAP_ASIDE), 0);
    return card;
}

static struct watch_card below(struct page *page, bool brief)
{
    struct draw_box *safe = &page->safe;
    float left = safe->h - page_px(page, SESSION_LEAST + GAP);
    float most = fmaxf(fminf(page->view->height * ROW, left), page_px(page, ROW_LEAST));
    struct watch_card card = card_of(page, safe->w, brief ? 0 : most, brief);
    card.box.x = safe->x;
    card.box.y = box_bottom(*safe) - card.box.h;
    safe->h = fmaxf(card.box.y - page_px(page, GAP) - safe->y, 0);
    return card;
}

struct watch_card watch_card_below(struct page *page)
{
    return below(page, false);
}

struct watch_card watch_card_brief(struct page *page)
{
    return below(page, true);
}

struct watch_card watch_card_over(const struct page *page)
{
    struct draw_box safe = page->safe;
    struct watch_card card = card_of(page, page_px(page, OVER_WIDTH), safe.h, false);
    card.box.x = safe.x + (safe.w - card.box.w) / 2;
    card.box.y = safe.y + (safe.h - card.box.h) / 2;
    return card;
}

void watch_card_draw(const struct page *page, const struct watch_card *card)
{
    float corner = page_px(page, CORNER);
    draw_rect(page->list, card->box, corner, page->theme->surface);
    draw_outline(page->list, card->box, corner, page_px(page, OUTLINE), page->theme->accent);
    lay_out(page, card, true);
}

void watch_updated_draw(const struct page *page, const struct session *session)
{
    const struct view_notice *notice = page->view->notice;
    if (notice == NULL || watch_has_mistakes(page) || notice->updated_until <= session->last_now)
        return;
    struct block text;
    block_fit_lines(page, ROLE_FOOT, page_word(page, "Updated"), page->safe.w, 1, &text);
    float width = text.width + 2 * page_px(page, PILL_PADDING);
    float height = page_px(page, PILL_HEIGHT);
    struct draw_box box = {box_middle_x(page->safe) - width / 2, page->safe.y, width, height};
    draw_rect(page->list, box, height / 2, page->theme->raised);
    block_draw(page, &text, box_middle_x(box), box.y + (height - text.height) / 2, ALIGN_CENTRE,
               page->theme->ink);
}
