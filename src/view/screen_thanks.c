// SPDX-License-Identifier: MIT
#include "view/kiosk_view.h"

#include <math.h>

#define ORB_MOST 330.0f
#define SECTION 40.0f

void screen_thanks_draw(struct counter *counter)
{
    const struct page *page = &counter->lobby.page;
    struct draw_box safe = page->safe;
    struct block good, next;
    char words[WORDS];
    block_fit_lines(page, ROLE_READ, page_word(page, "Your back will thank you."), safe.w, 2,
                    &good);
    block_fit_lines(page, ROLE_FOOT, words_next_break(counter, words, sizeof words), safe.w, 2,
                    &next);
    float section = page_px(page, SECTION), below = good.height + next.height + 2 * section;
    float radius = fminf(fminf(safe.w, safe.h - below) / 2, page_px(page, ORB_MOST));
    float y = box_middle_y(safe) - (2 * radius + below) / 2;
    struct dial dial = {box_middle_x(safe), y + radius, radius};
    float inside = counter_orb(counter, dial);
    const struct dial_row rows[] = {
        {ROLE_INVITE, page_word(page, "Well done"), page->theme->orb_ink}};
    dial_rows(page, &dial, inside, rows, 1);
    y = block_draw(page, &good, dial.x, dial.y + radius + section, ALIGN_CENTRE, page->theme->ink);
    block_draw(page, &next, dial.x, y + section, ALIGN_CENTRE, page->theme->quiet);
}
