// SPDX-License-Identifier: MIT
#include "base/phrase.h"
#include "view/kiosk_view.h"

#include <math.h>

/* A break that begins by itself in a moment: friendly, and easy to put off. */

#define DIAL_MOST 300.0f
#define RING 11.0f
#define SECTION 40.0f

static void draw_dial(const struct counter *counter, const struct dial *dial)
{
    const struct page *page = &counter->lobby.page;
    tick left = counter->kiosk->schedule.begins - counter->kiosk->last_now;
    tick notice = counter->world->config->breaks.notice;
    char clock[TICK_TEXT];
    left = left > 0 ? left : 0;
    float share = notice > 0 ? (float)((double)left / (double)notice) : 0;
    dial_ring(page, dial, fminf(share, 1), page->theme->accent);
    const struct dial_row rows[] = {
        {ROLE_UNDER, page_word(page, "Begins in"), page->theme->quiet},
        {ROLE_CLOCK, tick_countdown(left, clock), page->theme->ink},
    };
    dial_rows(page, dial, dial->radius * DIAL_INNER, rows, 2);
}

static size_t buttons_of(const struct counter *counter, const char *later, struct button row[3])
{
    size_t count = 0;
    row[count++] = (struct button){KIOSK_ITEM_START, N_("Start now")};
    if (schedule_can_postpone(&counter->kiosk->schedule, counter->world->config))
        row[count++] = (struct button){KIOSK_ITEM_POSTPONE, later};
    row[count++] = (struct button){KIOSK_ITEM_SKIP, N_("Not this time")};
    return count;
}

static const char *later_words(const struct counter *counter, char *out, size_t size)
{
    char number[TICK_TEXT];
    uint64_t minutes = (uint64_t)(counter->world->config->breaks.postpone / TICK_MIN);
    snprintf(number, sizeof number, "%llu", (unsigned long long)minutes);
    const char *values[] = {number};
    return phrase_fill(out, size,
                       page_count(&counter->lobby.page, "In {0} minute", "In {0} minutes", minutes),
                       values, 1);
}

void screen_notice_draw(struct counter *counter)
{
    struct lobby *lobby = &counter->lobby;
    const struct page *page = &lobby->page;
    struct draw_box safe = page->safe;
    const struct kiosk_content *content = counter->world->content;
    const struct home_card *card =
        counter->kiosk->turn < content->break_count ? content->breaks[counter->kiosk->turn] : NULL;
    struct button row[3];
    char later[WORDS];
    later_words(counter, later, sizeof later);
    size_t buttons = buttons_of(counter, later, row);
    float section = page_px(page, SECTION), bottom = box_bottom(safe) - buttons_height(page);
    float top = lobby_title(page, card != NULL ? card->title : "",
                            page_word(page, "Time for a posture break"),
                            page_word(page, "Stand up, and take room to stretch out your arms."));
    float room = bottom - section - top - section;
    struct dial dial = {box_middle_x(safe), top + section + room / 2,
                        fminf(fminf(room, safe.w) / 2, page_px(page, DIAL_MOST)) -
                            page_px(page, RING)};
    draw_dial(counter, &dial);
    buttons_draw(lobby, row, buttons, safe.x, bottom, safe.w, 0);
}
