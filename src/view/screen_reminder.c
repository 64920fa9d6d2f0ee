// SPDX-License-Identifier: MIT
#include "base/phrase.h"
#include "view/home_view.h"
#include "view/reminder_view.h"

#include <math.h>
#include <stdio.h>

/* "Time to move", in a small window in the corner of a desk's screen: read from an arm's length, so
 * that the words take more of it than on a screen across the room. It holds still. */

#define UNITS_WIDE 1100.0f
#define UNITS_HIGH 680.0f
#define GAP 26.0f
#define ORB 0.3f /* of the width; no orb where it would be wider than high */

static void fill(char *out, size_t size, const char *pattern, const char *first, const char *second)
{
    const char *values[] = {first, second};
    phrase_fill(out, size, pattern, values, 2);
}

static struct page page_of(const struct view_context *view)
{
    struct page page = page_begin(view);
    page.unit = fminf(view->width / UNITS_WIDE, view->height / UNITS_HIGH);
    return page;
}

static void draw_words(const struct lobby *lobby, const struct reminder_view *reminder,
                       struct draw_box box)
{
    const struct page *page = &lobby->page;
    const struct theme *theme = page->theme;
    char worked[WORDS], total[WORDS], kicker[WORDS], line[WORDS];
    struct block top, title, below;
    fill(kicker, sizeof kicker, page_word(page, "{0} at the desk"),
         words_total(page, reminder->worked, worked, sizeof worked), "");
    fill(line, sizeof line, page_word(page, "{0}, {1}"), reminder->title,
         words_total(page, reminder->total, total, sizeof total));
    block_fit_lines(page, ROLE_KICKER, kicker, box.w, 2, &top);
    block_fit_lines(page, ROLE_HEADING, page_word(page, "Time to move"), box.w, 2, &title);
    float left = box.h - top.height - title.height;
    block_fit_within(page, ROLE_SUBTITLE, line, box.w, left, &below);
    float y = box.y + fmaxf(left - below.height, 0) / 2;
    y = paragraph_draw(page, &top, box.x, y, theme->quiet);
    y = paragraph_draw(page, &title, box.x, y, theme->ink);
    paragraph_draw(page, &below, box.x, y, theme->quiet);
}

void view_reminder(const struct view_context *view, const struct reminder_view *reminder,
                   struct focus_items *items)
{
    static const struct button buttons[] = {
        {REMIND_START, N_("Start")},
        {REMIND_IN_5_MINUTES, N_("In 5 minutes")},
        {REMIND_SKIP, N_("Skip")},
    };
    struct home home = {.focus = reminder->focus};
    struct lobby lobby = {.page = page_of(view), .home = &home, .items = items};
    const struct page *page = &lobby.page;
    struct draw_box safe = page->safe;
    items->count = 0;
    draw_backdrop(view->list, view->theme->top, view->theme->bottom);
    float height = buttons_height(page), gap = page_px(page, GAP);
    struct draw_box box = {safe.x, safe.y, safe.w, safe.h - height - gap};
    float orb = safe.w * ORB;
    if (orb <= box.h && safe.w > safe.h) {
        lobby_orb(page, (struct draw_box){box_right(safe) - orb, box.y, orb, box.h});
        box.w -= orb + gap;
    }
    draw_words(&lobby, reminder, box);
    buttons_draw(&lobby, buttons, REMIND_ANSWERS, safe.x, box_bottom(safe) - height, safe.w, 0);
}
