// SPDX-License-Identifier: MIT
#include "base/phrase.h"
#include "view/week_view.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>

/* The end: what was done, and one thing to do next. */

#define SECTION 34.0f
#define ROW 58.0f
#define TICK_COLUMN 64.0f
#define TICK_WIDTH 4.0f
#define LIST_WIDTH 972.0f
#define LIST_LEAST 880.0f
#define DIAL_LEAST 150.0f
#define DIAL_BESIDE 170.0f
#define DIAL_MOST 250.0f

static const char *title_of(const struct page *page, const struct session *session)
{
    if (session->steps_done == 0)
        return page_word(page, "That is all for now.");
    return page_word(page,
                     session->steps_skipped == 0 ? N_("Well done.") : N_("Good that you moved."));
}

static void summary(const struct page *page, const struct session *session, char *out, size_t size)
{
    char done[TICK_TEXT], all[TICK_TEXT], minutes[TICK_TEXT];
    snprintf(done, sizeof done, "%" PRIu32, session->steps_done);
    snprintf(all, sizeof all, "%zu", session->timeline->step_count);
    snprintf(minutes, sizeof minutes, "%" PRId64, (session->played + TICK_MIN / 2) / TICK_MIN);
    const char *values[] = {done, all, minutes};
    bool short_one = session->played < TICK_MIN;
    phrase_fill(
        out, size,
        page_word(page, short_one ? N_("{0} of {1} steps") : N_("{0} of {1} steps in {2} min")),
        values, 3);
}

static void draw_tick(const struct page *page, float x, float y)
{
    float unit = page->unit, r = TICK_WIDTH * unit;
    const struct draw_point down[] = {{x + 4 * unit, y + 1 * unit, r},
                                      {x + 13 * unit, y + 11 * unit, r}};
    const struct draw_point up[] = {{x + 13 * unit, y + 11 * unit, r},
                                    {x + 31 * unit, y - 12 * unit, r}};
    draw_brush(page->list, down, 2, page->theme->accent);
    draw_brush(page->list, up, 2, page->theme->accent);
}

static void draw_dash(const struct page *page, float x, float y)
{
    struct draw_box box = {x + page_px(page, 6), y - page_px(page, 3), page_px(page, 24),
                           page_px(page, 6)};
    draw_rect(page->list, box, box.h / 2, page->theme->quiet);
}

static void draw_step(const struct page *page, const struct session *session, size_t step,
                      struct draw_box row)
{
    const struct theme *theme = page->theme;
    bool done = session->marks[step] == MARK_DONE;
    const char *note = done ? "" : page_word(page, "left out");
    float column = page_px(page, TICK_COLUMN), y = box_middle_y(row);
    struct block title, right;
    block_fit_lines(page, ROLE_SUBTITLE, note, row.w / 2, 1, &right);
    block_fit_lines(page, ROLE_SUBTITLE, session->timeline->steps[step].title,
                    row.w - column - right.width - column / 2, 1, &title);
    if (done)
        draw_tick(page, row.x, y);
    else
        draw_dash(page, row.x, y);
    block_draw(page, &title, row.x + column, y - title.height / 2, ALIGN_LEFT,
               done ? theme->ink : theme->quiet);
    block_draw(page, &right, box_right(row), y - right.height / 2, ALIGN_RIGHT, theme->quiet);
}

static void draw_more(const struct page *page, size_t more, struct draw_box row)
{
    char number[TICK_TEXT], text[WORDS];
    snprintf(number, sizeof number, "%zu", more);
    const char *values[] = {number};
    phrase_fill(text, sizeof text, page_word(page, "and {0} more"), values, 1);
    struct block block;
    block_fit_lines(page, ROLE_SUBTITLE, text, row.w, 1, &block);
    block_draw(page, &block, row.x + page_px(page, TICK_COLUMN),
               box_middle_y(row) - block.height / 2, ALIGN_LEFT, page->theme->quiet);
}

/* As many steps as there is room for; the last row counts the others. Returns the height used. */
static float draw_steps(const struct page *page, const struct session *session, struct draw_box box)
{
    size_t count = session->timeline->step_count;
    float row = page_px(page, ROW);
    size_t rows = box.h > 0 ? (size_t)(box.h / row) : 0;
    size_t shown = count <= rows ? count : rows > 0 ? rows - 1 : 0;
    struct draw_box place = {box.x, box.y, box.w, row};
    for (size_t i = 0; i < shown; i++, place.y += row)
        draw_step(page, session, i, place);
    if (shown < count && rows > 0)
        draw_more(page, count - shown, place);
    return row * (float)(count < rows ? count : rows);
}

/* How much of the routine was done, where there is room beside the list or below it. */
static void draw_share(const struct page *page, const struct session *session, struct draw_box box)
{
    float least = page_px(page, DIAL_LEAST);
    float radius = fminf(fminf(box.w, box.h) / 2, page_px(page, DIAL_MOST));
    if (radius < least || session->steps_done == 0)
        return;
    float x = box.w < page->safe.w ? box_right(box) - radius : box_middle_x(box);
    struct dial dial = {x, box_middle_y(box), radius - page_px(page, 11)};
    float share = (float)session->steps_done / (float)session->timeline->step_count;
    char done[TICK_TEXT], all[TICK_TEXT], of[WORDS];
    snprintf(done, sizeof done, "%" PRIu32, session->steps_done);
    snprintf(all, sizeof all, "%zu", session->timeline->step_count);
    const char *values[] = {all};
    phrase_fill(of, sizeof of, page_word(page, "of {0}"), values, 1);
    dial_ring(page, &dial, share, page->theme->accent);
    const struct dial_row rows[] = {
        {ROLE_COUNT, done, page->theme->ink},
        {ROLE_UNDER, of, page->theme->quiet},
    };
    dial_rows(page, &dial, dial.radius * DIAL_INNER, rows, 2);
}

/* "" where there is nothing to compare. */
static const char *change_of(const struct page *page, const struct session *session, char *out,
                             size_t size)
{
    const char *pattern = session_comfort_change(session);
    out[0] = '\0';
    if (pattern == NULL)
        return out;
    char from[TICK_TEXT], to[TICK_TEXT];
    snprintf(from, sizeof from, "%d", session->before.rating);
    snprintf(to, sizeof to, "%d", session->after.rating);
    const char *values[] = {from, to};
    return phrase_fill(out, size, page_word(page, pattern), values, 2);
}

static enum hint hint_of(const struct session *session)
{
    return !session->asks ? HINT_CLOSE : session->rating >= 0 ? HINT_ANSWER : HINT_RATE;
}

/* Above `y`; returns its top. */
static float draw_question(const struct page *page, const struct session *session, float y)
{
    struct rating_scale scale;
    struct draw_box discs[RATING_MOST + 1];
    rating_scale_measure(page, &scale);
    y -= scale.height;
    rating_scale_draw(page, &scale, y, session->rating, session->rating, discs);
    for (int i = 0; i <= RATING_MOST; i++)
        page_target(page, i, discs[i]);
    return y;
}

/* Of the week, if something is short in it. */
static const char *advice_of(const struct page *page, char *out, size_t size)
{
    const struct progress *progress = page->view->progress;
    if (progress && progress->suggests)
        return words_suggestion(page, &progress->suggestion, out, size);
    return page_word(page, "Drink a glass of water and walk a little before you sit down.");
}

/* The week, where it has room above `y`; returns its top. */
static float draw_week(const struct page *page, float y)
{
    const struct progress *progress = page->view->progress;
    struct strip strip;
    for (int lines = 1; progress && lines <= STRIP_LINES; lines++) {
        if (!strip_measure(page, &progress->week, page->safe.w, lines, &strip))
            continue;
        y -= strip.h + page_px(page, SECTION) / 2;
        strip_draw(page, &strip, page->safe.x, y);
        return y;
    }
    return y;
}

/* What has changed, the week, and one thing to do next. */
static float draw_advice(const struct page *page, const struct session *session, float y)
{
    char change_text[WORDS], advice_text[WORDS];
    struct block change, advice;
    float width = page->safe.w;
    block_fit(page, ROLE_CAPTION, advice_of(page, advice_text, sizeof advice_text), width, &advice);
    bool changed = change_of(page, session, change_text, sizeof change_text)[0] != '\0';
    y -= advice.height;
    paragraph_draw(page, &advice, page->safe.x, y, changed ? page->theme->quiet : page->theme->ink);
    y = draw_week(page, y);
    if (!changed)
        return y;
    block_fit(page, ROLE_CAPTION, change_text, width, &change);
    y -= change.height + page_px(page, page->view->progress ? SECTION / 2 : 0);
    paragraph_draw(page, &change, page->safe.x, y, page->theme->ink);
    return y;
}

/* At the bottom; returns its top. */
static float draw_last(const struct page *page, const struct session *session)
{
    struct draw_box safe = page->safe;
    char text[WORDS];
    struct block hint;
    hint_words(page, hint_of(session), "", text, sizeof text);
    block_fit(page, ROLE_FOOT, text, safe.w, &hint);
    float y = box_bottom(safe) - hint.height;
    paragraph_draw(page, &hint, safe.x, y, page->theme->quiet);
    y -= page_px(page, SECTION) / 2;
    return session->asks ? draw_question(page, session, y) : draw_advice(page, session, y);
}

void screen_finish_draw(const struct page *page, const struct session *session)
{
    const struct routine *routine = session->timeline->routine;
    struct draw_box safe = page->safe;
    struct header header = {.title = title_of(page, session)};
    phrase_capitals(header.kicker, sizeof header.kicker, routine ? routine->title : "");
    summary(page, session, header.subtitle, sizeof header.subtitle);
    float section = page_px(page, SECTION), height = header_height(page, &header, safe.w);
    float y = draw_last(page, session);
    header_draw(page, &header, (struct draw_box){safe.x, safe.y, safe.w, height},
                marks_width(page, session));
    float top = safe.y + height + section, width = fminf(safe.w, page_px(page, LIST_WIDTH));
    float beside = safe.w - section - 2 * page_px(page, DIAL_BESIDE);
    if (beside >= page_px(page, LIST_LEAST)) /* the list leaves room for the dial */
        width = fminf(width, beside);
    struct draw_box list = {safe.x, top, width, y - section - top};
    float used = draw_steps(page, session, list) + section;
    float left = safe.x + width + section;
    if (width < safe.w)
        draw_share(page, session, (struct draw_box){left, top, box_right(safe) - left, list.h});
    else
        draw_share(page, session, (struct draw_box){safe.x, top + used, safe.w, list.h - used});
}
