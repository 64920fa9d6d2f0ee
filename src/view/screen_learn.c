// SPDX-License-Identifier: MIT
#include "base/phrase.h"
#include "view/home_view.h"

#include <math.h>
#include <stdio.h>

/* The guide's cards, page by page, each on a panel with what it looks like. A habit has two: the
 * problem and its fix. Panels stand side by side, or one below the other where the screen is tall;
 * a picture stands above its words, or beside them where the panel is wide. */

#define SECTION 40.0f
#define GAP 36.0f
#define CORNER 28.0f
#define PADDING 36.0f
#define PICTURE_CORNER 16.0f
#define PICTURE_LEAST 150.0f
#define PICTURE_WIDTH 0.46f /* of a wide panel */
#define WIDE 1.7f
#define MOST_PER_CM 5.5f
enum { PANELS = 4 };

static const char *const kinds[TIP_KINDS] = {
    [TIP_SAFETY] = N_("When to stop"),         [TIP_CAUSE] = N_("Why backs get tight"),
    [TIP_HABIT] = N_("Habits, and their fix"), [TIP_RULE] = N_("How to stretch"),
    [TIP_CARE] = N_("Heat, ice, water"),       [TIP_WEEK] = N_("What to aim for in a week"),
    [TIP_EXPECT] = N_("What to expect"),
};

struct panel {
    const char *title; /* NULL: the page says it */
    const char *text;
    const char *figure;  /* NULL: none */
    double turn;         /* of its movement */
    const char *picture; /* NULL: none */
    struct block title_block, text_block;
};

static const char *picture_of(const struct tip *card, size_t at)
{
    return card->pictures.count > 0 ? card->pictures.items[at] : NULL;
}

/* A cause shows a figure before it has moved, all else what the movement leads to. */
static int panels_of(struct learn_page shown, struct panel *panels)
{
    const struct tip *card = shown.cards;
    if (card->fix) {
        size_t last = card->pictures.count > 0 ? card->pictures.count - 1 : 0;
        panels[0] = (struct panel){.text = card->text, .picture = picture_of(card, 0)};
        panels[1] = (struct panel){.text = card->fix, .picture = picture_of(card, last)};
        return 2;
    }
    int count = 0;
    for (; count < PANELS && (size_t)count < shown.count; count++, card++)
        panels[count] = (struct panel){.title = card->title,
                                       .text = card->text,
                                       .figure = card->figure,
                                       .turn = card->kind == TIP_CAUSE ? 0 : 0.5,
                                       .picture = picture_of(card, 0)};
    return count;
}

static float words_height(const struct panel *panel)
{
    return panel->title_block.height + panel->text_block.height;
}

/* Breaks the words for this room. */
static void fit_words(const struct page *page, struct panel *panel, float width, float height)
{
    panel->title_block = (struct block){0};
    if (panel->title)
        block_fit_within(page, ROLE_PHASE, panel->title, width, height / 2, &panel->title_block);
    block_fit_within(page, ROLE_READ, panel->text, width, height - panel->title_block.height,
                     &panel->text_block);
}

static void draw_words(const struct page *page, const struct panel *panel, struct draw_box box,
                       float top)
{
    float y = paragraph_draw(page, &panel->title_block, box.x, top, page->theme->ink);
    paragraph_draw(page, &panel->text_block, box.x, y,
                   panel->title ? page->theme->quiet : page->theme->ink);
}

static void draw_illustration(const struct lobby *lobby, const struct panel *panel,
                              struct draw_box box)
{
    const struct page *page = &lobby->page;
    struct draw_pictures pictures = {.name = panel->picture, .next = panel->picture};
    if (panel->picture)
        draw_picture(page->list, &pictures, box, page_px(page, PICTURE_CORNER));
    else
        lobby_figure(lobby, panel->figure, panel->turn, MOST_PER_CM, box);
}

/* A picture that would be small is left out: the words come first. */
static void draw_beside(const struct lobby *lobby, struct panel *panel, struct draw_box box)
{
    const struct page *page = &lobby->page;
    struct draw_box picture = {box.x, box.y, box.w * PICTURE_WIDTH, box.h};
    float aside = picture.w + page_px(page, PADDING);
    struct draw_box words = {box.x + aside, box.y, box.w - aside, box.h};
    fit_words(page, panel, words.w, words.h);
    if (panel->text_block.cut) {
        words = box;
        fit_words(page, panel, words.w, words.h);
    } else {
        draw_illustration(lobby, panel, picture);
    }
    draw_words(page, panel, words, box_middle_y(box) - words_height(panel) / 2);
}

static void draw_above(const struct lobby *lobby, struct panel *panel, struct draw_box box,
                       float words)
{
    const struct page *page = &lobby->page;
    struct draw_box picture = box;
    picture.h -= words + page_px(page, PADDING);
    if (picture.h < page_px(page, PICTURE_LEAST)) {
        draw_words(page, panel, box, box_middle_y(box) - words_height(panel) / 2);
        return;
    }
    draw_illustration(lobby, panel, picture);
    draw_words(page, panel, box, box_bottom(box) - words);
}

static bool illustrated(const struct lobby *lobby, const struct panel *panel)
{
    return panel->picture || lobby_figure_exists(lobby, panel->figure);
}

static void draw_panel(const struct lobby *lobby, struct panel *panel, struct draw_box box,
                       float words)
{
    const struct page *page = &lobby->page;
    if (!illustrated(lobby, panel))
        draw_words(page, panel, box, box_middle_y(box) - words / 2);
    else if (box.w > box.h * WIDE)
        draw_beside(lobby, panel, box);
    else
        draw_above(lobby, panel, box, words);
}

/* The words of all panels begin at one height. */
static void draw_panels(const struct lobby *lobby, struct panel *panels, int count,
                        struct draw_box box)
{
    const struct page *page = &lobby->page;
    float gap = page_px(page, GAP), padding = page_px(page, PADDING), words = 0;
    bool beside = box.w > box.h;
    struct draw_box place = box;
    if (beside)
        place.w = (box.w - gap * (float)(count - 1)) / (float)count;
    else
        place.h = (box.h - gap * (float)(count - 1)) / (float)count;
    for (int i = 0; i < count; i++) {
        fit_words(page, &panels[i], place.w - 2 * padding, place.h - 2 * padding);
        words = fmaxf(words, words_height(&panels[i]));
    }
    for (int i = 0; i < count; i++) {
        struct draw_box inner = {place.x + padding, place.y + padding, place.w - 2 * padding,
                                 place.h - 2 * padding};
        draw_rect(page->list, place, page_px(page, CORNER), page->theme->surface);
        draw_panel(lobby, &panels[i], inner, words);
        place.x += beside ? place.w + gap : 0;
        place.y += beside ? 0 : place.h + gap;
    }
}

static void draw_buttons(struct lobby *lobby, size_t at, size_t pages)
{
    const struct page *page = &lobby->page;
    struct button buttons[3];
    size_t count = 0;
    if (at + 1 < pages)
        buttons[count++] = (struct button){HOME_ITEM_NEXT, N_("Next")};
    buttons[count++] = (struct button){HOME_ITEM_HOME, at + 1 < pages ? N_("Home") : N_("Done")};
    if (at > 0)
        buttons[count++] = (struct button){HOME_ITEM_PREVIOUS, N_("Previous")};
    buttons_draw(lobby, buttons, count, page->safe.x, box_bottom(page->safe) - buttons_height(page),
                 page->safe.w, 0);
}

/* "3 of 17", and of a habit what the page is about: its own name is the heading. */
static void kicker_words(const struct page *page, const struct tip *card, size_t at, size_t pages,
                         char *out, size_t size)
{
    char number[TICK_TEXT], of[TICK_TEXT], place[WORDS];
    snprintf(number, sizeof number, "%zu", at + 1);
    snprintf(of, sizeof of, "%zu", pages);
    const char *values[] = {number, of};
    phrase_fill(place, sizeof place, page_word(page, "{0} of {1}"), values, 2);
    const char *parts[] = {place, page_word(page, kinds[card->kind])};
    phrase_fill(out, size, card->fix ? "{0} \xC2\xB7 {1}" : "{0}", parts, 2);
}

void screen_learn_draw(struct lobby *lobby)
{
    const struct page *page = &lobby->page;
    const struct tips *tips = lobby->content->tips;
    size_t at = lobby->home->page, pages = learn_pages(tips);
    if (at >= pages)
        return;
    struct learn_page shown = learn_page_at(tips, at);
    struct panel panels[PANELS];
    char kicker[WORDS];
    kicker_words(page, shown.cards, at, pages, kicker, sizeof kicker);
    const char *title =
        shown.cards->fix ? shown.cards->title : page_word(page, kinds[shown.cards->kind]);
    float section = page_px(page, SECTION);
    float top = lobby_title(page, kicker, title, "") + section / 2;
    float bottom = box_bottom(page->safe) - buttons_height(page) - section;
    draw_panels(lobby, panels, panels_of(shown, panels),
                (struct draw_box){page->safe.x, top, page->safe.w, bottom - top});
    draw_buttons(lobby, at, pages);
}
