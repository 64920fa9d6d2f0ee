// SPDX-License-Identifier: MIT
#include "base/phrase.h"
#include "view/scene.h"

#include <math.h>
#include <stdio.h>

/* What is wrong with the files that were just saved, over the session that plays on; or, for a
 * moment, that it goes on with them. It stands at the bottom, below the figure. */

#define CARD_WIDTH 1500.0f
#define CARD_SHARE 0.62f /* of the safe height, at the most */
#define PADDING 40.0f
#define CORNER 28.0f
#define BETWEEN 20.0f
#define OUTLINE 3.0f
#define UNDERLINE 6.0f
#define UNDERLINE_GAP 4.0f
#define PILL_HEIGHT 58.0f
#define PILL_PADDING 30.0f

/* One message as `unknot check` prints it. */
struct mistake {
    char place[WORDS], words[BLOCK_BYTES];
    struct diag_excerpt excerpt;
    struct block head, message, line;
    bool has_line;
    float height;
};

static float underline_height(const struct page *page)
{
    return page_px(page, UNDERLINE + 2 * UNDERLINE_GAP);
}

static void measure(const struct page *page, const struct diag *diag, float width,
                    struct mistake *mistake)
{
    const struct span *span = &diag->span;
    if (span->source == NULL)
        mistake->place[0] = '\0';
    else if (span->line == 0)
        snprintf(mistake->place, sizeof mistake->place, "%s", span->source->name);
    else
        snprintf(mistake->place, sizeof mistake->place, "%s:%u:%u", span->source->name, span->line,
                 span->column);
    snprintf(mistake->words, sizeof mistake->words, "%s", diag->message);
    mistake->has_line = diag_excerpt(diag, &mistake->excerpt);
    block_fit_lines(page, ROLE_BODY, mistake->place, width, 2, &mistake->head);
    block_fit(page, ROLE_BODY, mistake->words, width, &mistake->message);
    block_fit_lines(page, ROLE_BODY, mistake->excerpt.text, width, 1, &mistake->line);
    mistake->height = mistake->head.height + mistake->message.height;
    if (mistake->has_line)
        mistake->height += mistake->line.height + underline_height(page);
}

/* Where the mistake is in its line: by the width of what is before it, since letters are not all as
 * wide. */
static void underline(const struct page *page, const struct mistake *mistake, float x, float y,
                      float width)
{
    const struct diag_excerpt *excerpt = &mistake->excerpt;
    const struct text_metrics *metrics = page->view->metrics;
    struct draw_type type = mistake->line.type;
    float before = metrics->width(metrics->context, type, excerpt->text, excerpt->from);
    float end =
        metrics->width(metrics->context, type, excerpt->text, excerpt->from + excerpt->marked);
    float thick = page_px(page, UNDERLINE), least = page_px(page, 3 * UNDERLINE);
    before = fminf(before, width - least);
    float wide = fminf(fmaxf(end - before, least), width - before);
    draw_rect(page->list,
              (struct draw_box){x + before, y + page_px(page, UNDERLINE_GAP), wide, thick},
              thick / 2, page->theme->accent);
}

static float draw_mistake(const struct page *page, const struct mistake *mistake, float x, float y,
                          float width)
{
    const struct theme *theme = page->theme;
    if (mistake->place[0] != '\0')
        y = block_draw(page, &mistake->head, x, y, ALIGN_LEFT, theme->quiet);
    y = paragraph_draw(page, &mistake->message, x, y, theme->ink);
    if (!mistake->has_line)
        return y;
    y = block_draw(page, &mistake->line, x, y, ALIGN_LEFT, theme->quiet);
    underline(page, mistake, x, y, width);
    return y + underline_height(page);
}

struct notice {
    struct block title, hint;
    char hint_text[WORDS], more_words[WORDS];
    size_t shown, errors;
    float height, width; /* of what is inside the card */
};

/* The mistakes that there is room for: always one. */
static void arrange(const struct page *page, const struct diag_list *list, struct notice *notice)
{
    float most = page->safe.h * CARD_SHARE - 2 * page_px(page, PADDING);
    float between = page_px(page, BETWEEN), more = line_height(page, ROLE_BODY) + between;
    struct mistake mistake;
    notice->height = notice->title.height + notice->hint.height + between;
    for (size_t i = 0; i < list->count; i++) {
        if (list->items[i].severity != DIAG_ERROR)
            continue;
        measure(page, &list->items[i], notice->width, &mistake);
        float with = notice->height + mistake.height + between;
        bool fits = with + (notice->errors + 1 < list->errors ? more : 0) <= most;
        if (notice->errors == 0 || (fits && notice->shown == notice->errors)) {
            notice->height = with;
            notice->shown++;
        }
        notice->errors++;
    }
    notice->height += notice->shown < notice->errors ? more - between : -between;
}

static void draw_more(const struct page *page, struct notice *notice, float x, float y)
{
    char number[TICK_TEXT];
    struct block block;
    snprintf(number, sizeof number, "%zu", notice->errors - notice->shown);
    const char *values[] = {number};
    phrase_fill(notice->more_words, sizeof notice->more_words, page_word(page, "and {0} more"),
                values, 1);
    block_fit_lines(page, ROLE_BODY, notice->more_words, notice->width, 1, &block);
    paragraph_draw(page, &block, x, y, page->theme->quiet);
}

static struct draw_box card_at_the_bottom(const struct page *page, float height)
{
    struct draw_box safe = page->safe;
    float w = fminf(page_px(page, CARD_WIDTH), safe.w), h = fminf(height, safe.h);
    struct draw_box box = {safe.x + (safe.w - w) / 2, box_bottom(safe) - h, w, h};
    float corner = page_px(page, CORNER);
    draw_rect(page->list, box, corner, page->theme->surface);
    draw_outline(page->list, box, corner, page_px(page, OUTLINE), page->theme->accent);
    return box;
}

static void draw_mistakes(const struct page *page, const struct diag_list *list)
{
    struct notice notice = {.shown = 0};
    float padding = page_px(page, PADDING), between = page_px(page, BETWEEN);
    notice.width = fminf(page_px(page, CARD_WIDTH), page->safe.w) - 2 * padding;
    block_fit_lines(page, ROLE_CAPTION, page_word(page, "This file has mistakes"), notice.width, 2,
                    &notice.title);
    hint_words(page, HINT_HIDE, "", notice.hint_text, sizeof notice.hint_text);
    block_fit_lines(page, ROLE_BODY, notice.hint_text, notice.width, 2, &notice.hint);
    arrange(page, list, &notice);
    struct draw_box card = card_at_the_bottom(page, notice.height + 2 * padding);
    float x = card.x + padding, y = card.y + padding;
    y = paragraph_draw(page, &notice.title, x, y, page->theme->ink);
    y = paragraph_draw(page, &notice.hint, x, y, page->theme->quiet) + between;
    size_t drawn = 0;
    for (size_t i = 0; i < list->count && drawn < notice.shown; i++) {
        struct mistake mistake;
        if (list->items[i].severity != DIAG_ERROR)
            continue;
        measure(page, &list->items[i], notice.width, &mistake);
        y = draw_mistake(page, &mistake, x, y, notice.width) + between;
        drawn++;
    }
    if (notice.shown < notice.errors)
        draw_more(page, &notice, x, y);
}

static void draw_updated(const struct page *page)
{
    struct block text;
    block_fit_lines(page, ROLE_FOOT, page_word(page, "Updated"), page->safe.w, 1, &text);
    float width = text.width + 2 * page_px(page, PILL_PADDING);
    float height = page_px(page, PILL_HEIGHT);
    struct draw_box box = {box_middle_x(page->safe) - width / 2, page->safe.y, width, height};
    draw_rect(page->list, box, height / 2, page->theme->raised);
    block_draw(page, &text, box_middle_x(box), box.y + (height - text.height) / 2, ALIGN_CENTRE,
               page->theme->ink);
}

void screen_watch_draw(const struct page *page, const struct session *session)
{
    const struct view_notice *notice = page->view->notice;
    if (notice == NULL)
        return;
    if (notice->mistakes != NULL && notice->mistakes->errors > 0)
        draw_mistakes(page, notice->mistakes);
    else if (notice->updated_until > session->last_now)
        draw_updated(page);
}
