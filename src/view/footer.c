// SPDX-License-Identifier: MIT
#include "base/phrase.h"
#include "view/scene.h"

#include <math.h>
#include <string.h>

#define BAR_HEIGHT 13.0f
#define BAR_GAP 8.0f
/* Steps narrower than this are not worth telling apart: the bar is drawn in one piece. */
#define LEAST_SEGMENT 13.0f
#define ABOVE_BAR 30.0f
#define UNDER_BAR 14.0f
#define BETWEEN_CLOCKS 36.0f
/* With less room than this between the clocks, what comes next gets its own row, so that the page
 * does not change its layout from step to step. */
#define LEAST_MIDDLE 800.0f
/* How long the line about safety stands on the first screen. */
#define SAFETY_SHOWN (8 * TICK_S)

static bool is_beginning(const struct scene *scene)
{
    const struct entry *entry = scene->moment.entry;
    if (entry == scene->timeline->entries && entry->kind == ENTRY_SETUP)
        return true;
    return scene->session->position < SAFETY_SHOWN;
}

void footer_prepare(const struct scene *scene, struct footer *footer)
{
    const struct page *page = &scene->page;
    const struct session *session = scene->session;
    tick_clock(session->position, footer->elapsed);
    memcpy(footer->left, "\xE2\x88\x92", 3); /* a real minus is as wide as a figure */
    char left[TICK_TEXT];
    tick_countdown(scene->timeline->total - session->position, left);
    memcpy(footer->left + 3, left, TICK_TEXT - 3);
    footer->left[TICK_TEXT - 1] = '\0';

    words_next(scene, footer->middle, sizeof footer->middle);
    const char *safety = words_safety(page);
    if (is_beginning(scene))
        phrase_fill(footer->middle, sizeof footer->middle, "{0}", &safety, 1);
    float clocks = fmaxf(line_width(page, ROLE_FOOT, footer->elapsed),
                         line_width(page, ROLE_FOOT, footer->left));
    float room = page->safe.w - 2 * (clocks + page_px(page, BETWEEN_CLOCKS));
    footer->own_row =
        room < page_px(page, LEAST_MIDDLE) || line_width(page, ROLE_FOOT, footer->middle) > room;
    block_fit(page, ROLE_FOOT, footer->middle, footer->own_row ? page->safe.w : room,
              &footer->block);
    footer->height = page_px(page, BAR_HEIGHT + UNDER_BAR) + line_height(page, ROLE_FOOT);
    if (footer->own_row)
        footer->height += footer->block.height;
}

void footer_take(const struct footer *footer, struct page *page)
{
    page->safe.h -= footer->height + page_px(page, ABOVE_BAR);
}

static void draw_piece(const struct page *page, struct draw_box box, float share)
{
    draw_rect(page->list, box, box.h / 2, page->theme->track);
    if (!(share > 0))
        return;
    /* Whole pixels: less to repaint. Never less than a dot. */
    box.w = fmaxf(roundf(box.w * fminf(share, 1)), box.h);
    draw_rect(page->list, box, box.h / 2, page->theme->accent);
}

static float share_done(const struct session *session, const struct timeline_step *step)
{
    if (session->entry > step->last_entry)
        return 1;
    if (session->position <= step->start || step->end <= step->start)
        return 0;
    return (float)(tick_to_seconds(session->position - step->start) /
                   tick_to_seconds(step->end - step->start));
}

/* One piece for each step, as long as it lasts; rests between steps count for the one to come. */
static void draw_bar(const struct scene *scene, struct draw_box bar)
{
    const struct page *page = &scene->page;
    const struct timeline *timeline = scene->timeline;
    float gap = page_px(page, BAR_GAP), least = page_px(page, LEAST_SEGMENT);
    float steps = (float)timeline->step_count;
    float spare = bar.w - gap * (steps - 1) - least * steps;
    double total = tick_to_seconds(timeline->total);
    if (spare < 0 || timeline->step_count == 0 || total <= 0) {
        float share = total > 0 ? (float)(tick_to_seconds(scene->session->position) / total) : 0;
        draw_piece(page, bar, share);
        return;
    }
    tick from = 0;
    float x = bar.x;
    for (size_t i = 0; i < timeline->step_count; i++) {
        const struct timeline_step *step = &timeline->steps[i];
        tick end = i + 1 < timeline->step_count ? step->end : timeline->total;
        float width = least + spare * (float)(tick_to_seconds(end - from) / total);
        draw_piece(page, (struct draw_box){x, bar.y, width, bar.h},
                   share_done(scene->session, step));
        x += width + gap;
        from = end;
    }
}

void footer_draw(const struct scene *scene, const struct footer *footer)
{
    const struct page *page = &scene->page;
    struct draw_box safe = page->safe;
    colour quiet = page->theme->quiet;
    float top = box_bottom(safe) - footer->height;
    float row = top + page_px(page, BAR_HEIGHT + UNDER_BAR);
    float line = line_height(page, ROLE_FOOT);
    draw_bar(scene, (struct draw_box){safe.x, top, safe.w, page_px(page, BAR_HEIGHT)});
    struct block clock;
    block_fit(page, ROLE_FOOT, footer->elapsed, safe.w, &clock);
    block_draw(page, &clock, safe.x, row, ALIGN_LEFT, quiet);
    block_fit(page, ROLE_FOOT, footer->left, safe.w, &clock);
    block_draw(page, &clock, box_right(safe), row, ALIGN_RIGHT, quiet);
    block_draw(page, &footer->block, box_middle_x(safe), footer->own_row ? row + line : row,
               ALIGN_CENTRE, quiet);
}
