// SPDX-License-Identifier: MIT
#include "base/phrase.h"
#include "view/home_view.h"

#include <math.h>
#include <stdio.h>

/* What a person wants to know and fetch before a session, beside what it looks like; then the last
 * seconds, in the picture's place. */

#define SECTION 34.0f
#define GAP 48.0f
#define ROW_GAP 10.0f
#define DISC_MOST 400.0f
#define DIAL_SMALL 170.0f
#define RING 11.0f   /* half of the dial's ring */
#define FIGURE 0.86f /* of the disc's height */
#define PICTURE_LEAST 220.0f
#define MOST_PER_CM 5.0f
/* Words get this share of the width where the picture stands beside them. */
#define WORDS_WIDTH 0.54f

enum { FACTS = 3 };
struct facts {
    const char *names[FACTS], *texts[FACTS];
    char total[WORDS], needs[WORDS];
    float column; /* of the names */
    struct block blocks[FACTS];
    float height;
};

/* Who lies on a mat needs its length, everybody else the reach of the arms. */
static const char *space_of(const struct page *page, const struct text_list *needs)
{
    for (size_t i = 0; i < needs->count; i++)
        if (text_equal(needs->items[i], "mat"))
            return page_word(page, "Room to lie down with your arms out");
    return page_word(page, "Room to stretch out your arms");
}

static void measure_facts(const struct page *page, const struct home_card *card, float width,
                          struct facts *facts)
{
    facts->names[0] = page_word(page, "Takes");
    facts->texts[0] = words_total(page, card->total, facts->total, sizeof facts->total);
    facts->names[1] = page_word(page, "Needs");
    facts->texts[1] = words_needs(page, &card->needs, facts->needs, sizeof facts->needs);
    facts->names[2] = page_word(page, "Floor");
    facts->texts[2] = space_of(page, &card->needs);
    facts->column = facts->height = 0;
    for (int i = 0; i < FACTS; i++)
        facts->column = fmaxf(facts->column, line_width(page, ROLE_BODY, facts->names[i]));
    facts->column += page_px(page, SECTION);
    for (int i = 0; i < FACTS; i++) {
        block_fit(page, ROLE_BODY, facts->texts[i], width - facts->column, &facts->blocks[i]);
        facts->height += facts->blocks[i].height + page_px(page, ROW_GAP);
    }
}

static float draw_facts(const struct page *page, const struct facts *facts, float x, float y)
{
    for (int i = 0; i < FACTS; i++) {
        struct block name;
        block_fit(page, ROLE_BODY, facts->names[i], facts->column, &name);
        block_draw(page, &name, x, y, ALIGN_LEFT, page->theme->quiet);
        y = block_draw(page, &facts->blocks[i], x + facts->column, y, ALIGN_LEFT,
                       page->theme->ink) +
            page_px(page, ROW_GAP);
    }
    return y;
}

struct words {
    struct facts facts;
    struct block about, safety;
    bool whole;
};

/* What the routine is about gets what the rest leaves, as a whole or not at all. */
static void measure_words(const struct lobby *lobby, struct draw_box box, struct words *words)
{
    const struct page *page = &lobby->page;
    const struct home_card *card = &lobby->content->cards[lobby->home->card];
    measure_facts(page, card, box.w, &words->facts);
    block_fit(page, ROLE_CAPTION, words_safety(page), box.w, &words->safety);
    float rest = words->facts.height + words->safety.height + page_px(page, 2 * SECTION);
    block_fit_within(page, ROLE_READ, card->about, box.w, box.h - rest, &words->about);
    words->whole = !words->about.cut && words->about.height <= box.h - rest;
}

/* Returns their bottom. */
static float draw_words(const struct page *page, const struct words *words, float x, float y)
{
    float section = page_px(page, SECTION);
    if (words->whole && words->about.count > 0)
        y = paragraph_draw(page, &words->about, x, y, page->theme->ink) + section;
    y = draw_facts(page, &words->facts, x, y) + section / 2;
    return paragraph_draw(page, &words->safety, x, y, page->theme->warm);
}

static void draw_dial(const struct lobby *lobby, const struct dial *dial)
{
    const struct page *page = &lobby->page;
    tick left = lobby->home->starts - lobby->home->last_now;
    char seconds[TICK_TEXT];
    words_seconds(left, seconds);
    dial_ring(page, dial, 1 - (float)left / (float)HOME_COUNTDOWN, page->theme->accent);
    const struct dial_row rows[] = {
        {ROLE_UNDER, page_word(page, "Starts in"), page->theme->quiet},
        {ROLE_COUNT, seconds, page->theme->ink},
    };
    /* A small one has room for what changes. */
    int first = dial->radius < page_px(page, DIAL_SMALL) ? 1 : 0;
    dial_rows(page, dial, dial->radius * DIAL_INNER, rows + first, 2 - first);
}

/* The figure before a disc, which becomes the dial. */
static void draw_picture_of(const struct lobby *lobby, struct draw_box box)
{
    const struct page *page = &lobby->page;
    const struct home *home = lobby->home;
    const struct exercise *cover = lobby->content->cards[home->card].cover;
    float radius = fminf(fminf(box.w, box.h) / 2, page_px(page, DISC_MOST));
    struct dial dial = {box_middle_x(box), box_middle_y(box), radius - page_px(page, RING)};
    draw_disc(page->list, dial.x, dial.y, radius, page->theme->surface);
    if (home->starts != 0)
        draw_dial(lobby, &dial);
    else if (cover && lobby_figure_exists(lobby, cover->figure))
        lobby_figure(
            lobby, cover->figure, home_turn(home, lobby->content, home->card), MOST_PER_CM,
            (struct draw_box){box.x, dial.y - radius * FIGURE, box.w, 2 * radius * FIGURE});
    else
        lobby_orb(page, box);
}

/* In the buttons' place. Where there is no room for the dial, it says the seconds too. */
static void draw_hint(const struct lobby *lobby, bool dial)
{
    const struct page *page = &lobby->page;
    struct draw_box safe = page->safe;
    char seconds[TICK_TEXT], hint[WORDS];
    words_seconds(lobby->home->starts - lobby->home->last_now, seconds);
    hint_words(page, dial ? HINT_START : HINT_START_IN, seconds, hint, sizeof hint);
    struct block block;
    block_fit_lines(page, ROLE_BODY, hint, safe.w, 2, &block);
    paragraph_draw(page, &block, safe.x, box_bottom(safe) - block.height, page->theme->quiet);
}

static void draw_scale(struct lobby *lobby, const struct rating_scale *scale, float y)
{
    const struct comfort *said = &lobby->home->comfort;
    bool asked = lobby->home->focus >= HOME_ITEM_RATING && lobby->home->starts == 0;
    struct draw_box discs[RATING_MOST + 1];
    rating_scale_draw(&lobby->page, scale, y, said->said ? said->rating : -1,
                      asked ? lobby->home->focus - HOME_ITEM_RATING : -1, discs);
    for (int i = 0; i <= RATING_MOST; i++)
        lobby_add(lobby, HOME_ITEM_RATING + i, discs[i], discs[i]);
}

/* The buttons, and behind them whether what the routine can do without is here: in the same row
 * where there is room for all, else in one above it. */
struct choices {
    struct button buttons[4 + HOME_THINGS];
    size_t count, things; /* of these the last ones are things */
    bool one_row;
    char resume[WORDS], texts[HOME_THINGS][WORDS];
};

static void add_things(const struct lobby *lobby, struct choices *choices)
{
    const struct page *page = &lobby->page;
    const struct wishes *wishes = lobby->content->wishes;
    const struct text_list *things = &lobby->content->cards[lobby->home->card].either;
    char thing[WORDS];
    choices->things = wishes != NULL ? things->count : 0;
    for (size_t i = 0; i < choices->things; i++) {
        size_t row = wishes_row(wishes, things->items[i]);
        bool here = row == wishes_count(wishes) || wishes_has(wishes, row);
        const char *values[] = {words_thing(page, things->items[i], thing, sizeof thing),
                                page_word(page, here ? N_("I have it") : N_("I do not"))};
        phrase_fill(choices->texts[i], WORDS, "{0}: {1}", values, 2);
        choices->buttons[choices->count++] =
            (struct button){HOME_ITEM_THING + (int)i, choices->texts[i]};
    }
}

static void find_choices(const struct lobby *lobby, struct choices *choices)
{
    const struct page *page = &lobby->page;
    const struct home_card *card = &lobby->content->cards[lobby->home->card];
    struct button *next = choices->buttons;
    if (card->resume > 0)
        *next++ =
            (struct button){HOME_ITEM_RESUME, words_resume(page, card->resume, choices->resume,
                                                           sizeof choices->resume)};
    *next++ = (struct button){HOME_ITEM_START, card->resume > 0 ? N_("Begin anew") : N_("Start")};
    if (card->flaws)
        *next++ = (struct button){HOME_ITEM_FLAWS, N_("See mistakes")};
    *next++ = (struct button){HOME_ITEM_HOME, N_("Back")};
    choices->count = (size_t)(next - choices->buttons);
    add_things(lobby, choices);
    choices->one_row = buttons_fit(page, choices->buttons, choices->count, page->safe.w);
}

static float choices_height(const struct page *page, const struct choices *choices)
{
    return buttons_height(page) +
           (choices->one_row ? 0 : buttons_height(page) + page_px(page, SECTION));
}

static void draw_choices(struct lobby *lobby, const struct choices *choices)
{
    const struct page *page = &lobby->page;
    struct draw_box safe = page->safe;
    size_t first = choices->one_row ? choices->count : choices->count - choices->things;
    float y = box_bottom(safe) - buttons_height(page);
    if (!choices->one_row)
        buttons_draw(lobby, choices->buttons + first, choices->things, safe.x,
                     box_bottom(safe) - choices_height(page, choices), safe.w, 0);
    buttons_draw(lobby, choices->buttons, first, safe.x, y, safe.w, 0);
}

void screen_before_draw(struct lobby *lobby)
{
    const struct page *page = &lobby->page;
    struct draw_box safe = page->safe;
    float section = page_px(page, SECTION), gap = page_px(page, GAP);
    float top = lobby_title(page, "", lobby->content->cards[lobby->home->card].title, "") + section;
    struct choices choices = {.count = 0};
    find_choices(lobby, &choices);
    float bottom = box_bottom(safe) - choices_height(page, &choices) - section;
    if (!lobby->content->cards[lobby->home->card].asks) {
        struct rating_scale scale;
        rating_scale_measure(page, &scale);
        bottom -= scale.height;
        draw_scale(lobby, &scale, bottom);
        bottom -= section;
    }
    struct draw_box room = {safe.x, top, safe.w, bottom - top}, picture = room;
    bool beside = room.w > room.h * 1.5f;
    struct words words;
    if (beside) {
        room.w = roundf(safe.w * WORDS_WIDTH) - gap;
        measure_words(lobby, room, &words);
        beside = words.whole;
    }
    if (!beside) {
        room.w = safe.w;
        measure_words(lobby, room, &words);
    }
    float under = draw_words(page, &words, room.x, room.y) + section;
    if (beside) {
        picture.x = room.x + room.w + gap;
        picture.w = box_right(safe) - picture.x;
    } else {
        picture.y = under;
        picture.h = bottom - under;
    }
    bool shown = picture.h >= page_px(page, PICTURE_LEAST);
    if (shown)
        draw_picture_of(lobby, picture);
    if (lobby->home->starts != 0)
        draw_hint(lobby, shown);
    else
        draw_choices(lobby, &choices);
}
