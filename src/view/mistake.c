// SPDX-License-Identifier: MIT
#include "view/mistake.h"

#include <math.h>
#include <stdio.h>

#define UNDERLINE 6.0f
#define UNDERLINE_GAP 4.0f
#define UNDERLINE_LEAST 18.0f

static void words_of(const struct diag *diag, struct mistake *mistake)
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
}

/* Every line of it has room for what is marked in it. */
static float line_pitch(const struct page *page, const struct mistake *mistake)
{
    return mistake->line.leading + page_px(page, UNDERLINE);
}

void mistake_measure(const struct page *page, const struct diag *diag, float width, float most,
                     float least, struct mistake *mistake)
{
    words_of(diag, mistake);
    block_fit_lines(page, ROLE_BODY, mistake->place, width, 2, &mistake->head);
    block_fit_lines(page, ROLE_BODY, mistake->words, width, BLOCK_LINES, &mistake->message);
    block_fit_lines(page, ROLE_BODY, mistake->excerpt.text, width, BLOCK_LINES, &mistake->line);
    mistake->height = mistake->head.height + mistake->message.height;
    float line = line_pitch(page, mistake) * (float)mistake->line.count;
    mistake->has_line = mistake->has_line && mistake->height + line <= most;
    if (mistake->has_line)
        mistake->height += line;
    most = fmaxf(most, least);
    mistake->cut = mistake->height > most;
    if (!mistake->cut)
        return;
    block_fit_within(page, ROLE_BODY, mistake->words, width, most - mistake->head.height,
                     &mistake->message);
    mistake->height = mistake->head.height + mistake->message.height;
}

/* What is marked of this line, by the width of what is before it, since letters are not all as
 * wide.
 */
static void underline(const struct page *page, const struct mistake *mistake,
                      const struct block_line *line, float x, float y)
{
    const struct diag_excerpt *excerpt = &mistake->excerpt;
    const struct text_metrics *metrics = page->view->metrics;
    const char *from = excerpt->text + excerpt->from, *to = from + excerpt->marked;
    const char *start = line->text, *end = line->text + line->length;
    bool last = line == &mistake->line.lines[mistake->line.count - 1];
    if (to < start || from > end || (from == end && !last))
        return;
    from = from < start ? start : from;
    to = to > end ? end : to;
    float before =
        metrics->width(metrics->context, mistake->line.type, start, (size_t)(from - start));
    float after = metrics->width(metrics->context, mistake->line.type, start, (size_t)(to - start));
    float wide = fmaxf(after - before, page_px(page, UNDERLINE_LEAST));
    float thick = page_px(page, UNDERLINE);
    before = fmaxf(fminf(before, mistake->line.room - wide), 0);
    draw_rect(page->list, (struct draw_box){x + before, y, wide, thick}, thick / 2,
              page->theme->accent);
}

static float draw_line(const struct page *page, const struct mistake *mistake, float x, float y)
{
    for (int i = 0; i < mistake->line.count; i++) {
        struct block one = mistake->line;
        one.count = 1;
        one.lines[0] = mistake->line.lines[i];
        block_draw(page, &one, x, y, ALIGN_LEFT, page->theme->quiet);
        underline(page, mistake, &mistake->line.lines[i], x,
                  y + one.leading - page_px(page, UNDERLINE_GAP));
        y += line_pitch(page, mistake);
    }
    return y;
}

float mistake_draw(const struct page *page, const struct mistake *mistake, float x, float y)
{
    if (mistake->place[0] != '\0')
        y = block_draw(page, &mistake->head, x, y, ALIGN_LEFT, page->theme->quiet);
    y = paragraph_draw(page, &mistake->message, x, y, page->theme->ink);
    return mistake->has_line ? draw_line(page, mistake, x, y) : y;
}
