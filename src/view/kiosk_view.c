// SPDX-License-Identifier: MIT
#include "view/kiosk_view.h"
#include "base/phrase.h"

#include <math.h>
#include <stdio.h>

static void (*const screens[KIOSK_PLACES])(struct counter *) = {
    [KIOSK_IDLE] = screen_idle_draw,     [KIOSK_CHOOSE] = screen_choose_draw,
    [KIOSK_NOTICE] = screen_notice_draw, [KIOSK_SESSION] = screen_thanks_draw, /* its end */
    [KIOSK_THANKS] = screen_thanks_draw,
};

/* As shares of the circle with full lungs. */
#define ORB_EMPTY 0.84f
#define GLOW_REACH 1.42f
#define FADED 0.55f
#define WORDS_ROOM 0.98f

#define MARK 44.0f
#define MARK_WIDTH 5.0f
#define BLACK 0x000000FFu

float counter_orb(const struct counter *counter, struct dial dial)
{
    const struct page *page = &counter->lobby.page;
    const struct theme *theme = page->theme;
    float fullness = (float)kiosk_fullness(counter->kiosk);
    float share =
        page->view->reduced_motion ? (1 + ORB_EMPTY) / 2 : ORB_EMPTY + (1 - ORB_EMPTY) * fullness;
    float radius = dial.radius * share;
    draw_glow(page->list, dial.x, dial.y, radius * GLOW_REACH,
              colour_fade(theme->glow, FADED + (1 - FADED) * fullness));
    draw_orb(page->list, dial.x, dial.y, radius, theme->orb_middle, theme->orb_rim);
    return dial.radius * ORB_EMPTY * WORDS_ROOM;
}

const char *words_wall(int minute, char *out, size_t size)
{
    snprintf(out, size, "%d:%02d", minute / 60, minute % 60);
    return out;
}

const char *words_next_break(const struct counter *counter, char *out, size_t size)
{
    static const char *const days[7] = {
        N_("Next posture break on Monday at {0}"),    N_("Next posture break on Tuesday at {0}"),
        N_("Next posture break on Wednesday at {0}"), N_("Next posture break on Thursday at {0}"),
        N_("Next posture break on Friday at {0}"),    N_("Next posture break on Saturday at {0}"),
        N_("Next posture break on Sunday at {0}")};
    const struct kiosk *kiosk = counter->kiosk;
    char clock[TICK_TEXT];
    out[0] = '\0';
    if (!kiosk->next_known || kiosk->next_in > 6)
        return out;
    const char *pattern = kiosk->next_in <= 0   ? N_("Next posture break at {0}")
                          : kiosk->next_in == 1 ? N_("Next posture break tomorrow at {0}")
                                                : days[kiosk->next.weekday];
    const char *values[] = {words_wall(kiosk->next.minute, clock, sizeof clock)};
    return phrase_fill(out, size, page_word(&counter->lobby.page, pattern), values, 1);
}

/* For the one who looks after it: a file is wrong, or it is in safe mode, which is a level bar in
 * place of the upright one. Nobody else needs to know what that is. */
static void draw_mark(const struct page *page, bool safe)
{
    float radius = page_px(page, MARK) / 2, width = page_px(page, MARK_WIDTH);
    float x = box_right(page->safe) - radius, y = page->safe.y + radius;
    draw_ring(page->list, x, y, radius, width, 0, 1, page->theme->warm);
    if (safe) {
        draw_rect(page->list, (struct draw_box){x - radius * 0.5f, y - width / 2, radius, width},
                  width / 2, page->theme->warm);
        return;
    }
    draw_rect(page->list,
              (struct draw_box){x - width / 2, y - radius * 0.55f, width, radius * 0.7f}, width / 2,
              page->theme->warm);
    draw_disc(page->list, x, y + radius * 0.5f, width * 0.65f, page->theme->warm);
}

/* The panel's care moves everything but the ground. */
static void shift(struct counter *counter)
{
    struct page *page = &counter->lobby.page;
    struct care_shift by = care_shift(&counter->kiosk->care, counter->world->config,
                                      (int)fminf(page->view->width, page->view->height));
    page->safe.x += (float)by.x;
    page->safe.y += (float)by.y;
}

static void dim(const struct counter *counter)
{
    const struct page *page = &counter->lobby.page;
    float dark = 1 - (float)counter->kiosk->care.light;
    if (dark > 0)
        draw_shade(page->list, colour_fade(BLACK, dark));
}

static void draw_over(struct counter *counter)
{
    const struct kiosk *kiosk = counter->kiosk;
    if (kiosk->chord.state != CHORD_SHUT)
        screen_pin_draw(counter);
    else if (kiosk_warning(kiosk, counter->world->config) > 0)
        screen_deserted_draw(counter);
}

void view_kiosk(const struct view_context *view, const struct kiosk *kiosk,
                const struct kiosk_world *world, struct focus_items *items)
{
    const struct home home = {.focus = kiosk->focus,
                              .scroll = kiosk->scroll,
                              .last_now = kiosk->last_now,
                              .touched = kiosk->touched};
    struct counter counter = {
        {page_begin(view), &home, &world->content->offered, items}, kiosk, world};
    struct page *page = &counter.lobby.page;
    items->count = 0;
    if (kiosk_sleeps(kiosk)) {
        draw_backdrop(page->list, BLACK, BLACK);
        return;
    }
    draw_backdrop(page->list, page->theme->top, page->theme->bottom);
    shift(&counter);
    screens[kiosk->place](&counter);
    if (world->content->wrong || world->content->safe)
        draw_mark(page, world->content->safe);
    draw_over(&counter);
    dim(&counter);
}

void view_kiosk_over(const struct view_context *view, const struct kiosk *kiosk,
                     const struct kiosk_world *world, struct focus_items *items)
{
    const struct home home = {.focus = kiosk->focus};
    struct counter counter = {
        {page_over(view), &home, &world->content->offered, items}, kiosk, world};
    items->count = 0;
    draw_over(&counter);
}
