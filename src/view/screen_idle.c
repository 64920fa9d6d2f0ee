// SPDX-License-Identifier: MIT
#include "base/phrase.h"
#include "view/kiosk_view.h"

#include <math.h>
#include <stdio.h>

/* What a room sees all day: a circle that breathes, and below it how to begin, a tip that changes
 * and when the next break is. */

#define ORB_MOST 420.0f
#define SECTION 26.0f
#define CORNER 80.0f
#define TIP_WIDTH 1500.0f
#define NARROW 1.5f
#define TIP_FADES (800 * TICK_MS)
/* A tip never moves what stands below it. */
enum { TIP_LINES = 2, TIP_LINES_TALL = 4 };

struct idle {
    struct block begin, tip, next;
    float tip_room, height; /* of the words */
    char next_words[WORDS];
};

static const char *invitation(const struct counter *counter, char *out, size_t size)
{
    const struct page *page = &counter->lobby.page;
    const struct home_content *offered = &counter->world->content->offered;
    tick total = offered->count > 0 ? offered->cards[0].total : 0;
    uint64_t minutes = (uint64_t)((total + TICK_MIN / 2) / TICK_MIN);
    char number[TICK_TEXT];
    if (minutes < 1)
        return phrase_fill(out, size, page_word(page, "Take a moment for your back"), NULL, 0);
    if (minutes == 2)
        return phrase_fill(out, size, page_word(page, "Take two minutes for your back"), NULL, 0);
    snprintf(number, sizeof number, "%llu", (unsigned long long)minutes);
    const char *values[] = {number};
    return phrase_fill(out, size,
                       page_count(page, "Take {0} minute for your back",
                                  "Take {0} minutes for your back", minutes),
                       values, 1);
}

static const char *tip_text(const struct counter *counter)
{
    const struct tip *tip = kiosk_tip(counter->kiosk, counter->world);
    return tip == NULL ? "" : tip->fix != NULL ? tip->fix : tip->text;
}

/* Fades in and out, where anything moves at all. */
static float tip_share(const struct counter *counter)
{
    tick lasts = counter->world->config->tips;
    if (lasts <= 0 || !kiosk_breathes(counter->kiosk))
        return 1;
    tick into = counter->kiosk->last_now % lasts;
    tick edge = into < lasts - into ? into : lasts - into;
    return edge < TIP_FADES ? (float)edge / (float)TIP_FADES : 1;
}

/* The words are as wide as the picture, and have a row of their own above the corners. */
static bool is_narrow(struct draw_box safe)
{
    return safe.w < NARROW * safe.h;
}

static const char *choose_word(const struct counter *counter)
{
    return counter->world->content->offered.count > 1 ? page_word(&counter->lobby.page, "Choose")
                                                      : NULL;
}

/* The language that comes next, in its own words. */
static const char *language_word(const struct counter *counter)
{
    const struct kiosk_config *config = counter->world->config;
    size_t next = counter->kiosk->language + 1;
    return config->languages.count > 1
               ? words_language(config->languages.items[next % config->languages.count])
               : NULL;
}

static float corner_width(const struct page *page, const char *text)
{
    return text != NULL ? line_width(page, ROLE_FOOT, text) + page_px(page, CORNER) : 0;
}

/* Between the corners, where they have no row of their own. */
static float tip_width(const struct counter *counter)
{
    const struct page *page = &counter->lobby.page;
    float corner =
        fmaxf(corner_width(page, choose_word(counter)), corner_width(page, language_word(counter)));
    float taken = is_narrow(page->safe) || corner == 0 ? 0 : corner + page_px(page, SECTION);
    return fminf(page->safe.w - 2 * taken, page_px(page, TIP_WIDTH));
}

static void measure(const struct counter *counter, struct idle *idle)
{
    const struct page *page = &counter->lobby.page;
    float width = page->safe.w;
    int lines = page->safe.w < page->safe.h ? TIP_LINES_TALL : TIP_LINES;
    const char *begin = counter->world->content->offered.count > 0
                            ? N_("Touch the screen or press any button to begin")
                            : N_("Nothing can be played here at the moment");
    block_fit_lines(page, ROLE_READ, page_word(page, begin), width, 2, &idle->begin);
    block_fit_lines(page, ROLE_BODY, tip_text(counter), tip_width(counter), lines, &idle->tip);
    words_next_break(counter, idle->next_words, sizeof idle->next_words);
    block_fit_lines(page, ROLE_FOOT, idle->next_words, width, 2, &idle->next);
    idle->tip_room = line_height(page, ROLE_BODY) * (float)lines;
    idle->height =
        idle->begin.height + idle->tip_room + idle->next.height + 2 * page_px(page, SECTION);
}

static void draw_words(const struct counter *counter, const struct idle *idle, float y)
{
    const struct page *page = &counter->lobby.page;
    float x = box_middle_x(page->safe), section = page_px(page, SECTION);
    y = block_draw(page, &idle->begin, x, y, ALIGN_CENTRE, page->theme->ink) + section / 2;
    block_draw(page, &idle->tip, x, y + (idle->tip_room - idle->tip.height) / 2, ALIGN_CENTRE,
               colour_fade(page->theme->quiet, tip_share(counter)));
    block_draw(page, &idle->next, x, y + idle->tip_room + section / 2, ALIGN_CENTRE,
               page->theme->quiet);
}

static void draw_clock(const struct counter *counter)
{
    const struct page *page = &counter->lobby.page;
    char clock[TICK_TEXT];
    struct block block;
    block_fit_lines(page, ROLE_SUBTITLE,
                    words_wall(counter->kiosk->clock.minute, clock, sizeof clock), page->safe.w, 1,
                    &block);
    block_draw(page, &block, page->safe.x, page->safe.y, ALIGN_LEFT, page->theme->quiet);
}

/* A quiet word in a corner that can be tapped. */
static void draw_corner(struct counter *counter, int id, const char *text, bool right)
{
    const struct page *page = &counter->lobby.page;
    float height = page_px(page, CORNER), width = corner_width(page, text);
    struct draw_box box = {right ? box_right(page->safe) - width : page->safe.x,
                           box_bottom(page->safe) - height, width, height};
    draw_rect(page->list, box, height / 2, page->theme->surface);
    struct block block;
    block_fit_lines(page, ROLE_FOOT, text, width - height / 2, 1, &block);
    block_draw(page, &block, box_middle_x(box), box_middle_y(box) - block.height / 2, ALIGN_CENTRE,
               page->theme->quiet);
    lobby_add(&counter->lobby, id, box, box);
}

static void draw_corners(struct counter *counter)
{
    const char *choose = choose_word(counter), *language = language_word(counter);
    if (choose != NULL)
        draw_corner(counter, KIOSK_ITEM_CHOOSE, choose, false);
    if (language != NULL)
        draw_corner(counter, KIOSK_ITEM_LANGUAGE, language, true);
}

void screen_idle_draw(struct counter *counter)
{
    const struct page *page = &counter->lobby.page;
    struct draw_box safe = page->safe;
    struct idle idle;
    char words[WORDS];
    measure(counter, &idle);
    float section = page_px(page, SECTION);
    float corners = is_narrow(safe) ? page_px(page, 1.6f * CORNER) : 0;
    float room = safe.h - idle.height - section - corners;
    float radius = fminf(fminf(safe.w, room) / 2, page_px(page, ORB_MOST));
    float rest = fmaxf(room - 2 * radius, 0) / 2;
    struct dial dial = {box_middle_x(safe), safe.y + rest + radius, radius};
    float inside = counter_orb(counter, dial);
    const struct dial_row rows[] = {
        {ROLE_INVITE, invitation(counter, words, sizeof words), page->theme->orb_ink}};
    dial_rows(page, &dial, inside, rows, 1);
    draw_words(counter, &idle, dial.y + radius + section + rest / 2);
    draw_clock(counter);
    draw_corners(counter);
}
