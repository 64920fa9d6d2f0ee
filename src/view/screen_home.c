// SPDX-License-Identifier: MIT
#include "base/phrase.h"
#include "view/week_view.h"

#include <math.h>

/* The routines as cards in a grid that measures: as many columns and rows as can be read. The row
 * of the focus is always in sight. */

#define CARD_WIDTH 450.0f  /* at least */
#define CARD_HEIGHT 312.0f /* at least */
#define CARD_TALLEST 430.0f
#define GAP 36.0f
#define SECTION 32.0f
#define PADDING 28.0f
#define CORNER 28.0f
#define STRIP_MORE 12.0f /* than a button: that much the cards give away for it */
#define STRIP_PADDING 30.0f
#define STRIP_AROUND 22.0f /* above and below the lines of the strip, together */
/* Larger than this, a lying figure would look like another person than the standing one. */
#define MOST_PER_CM 2.6f
enum { NOTE_LINES = 3 };

struct grid {
    struct draw_box box; /* of the rows in sight */
    size_t columns, rows, shown, first;
    float w, h, gap;
};

static size_t most(float room, float least, float gap)
{
    float count = floorf((room + gap) / (least + gap));
    return count > 1 ? (size_t)count : 1;
}

static struct grid grid_of(const struct lobby *lobby, struct draw_box box)
{
    const struct page *page = &lobby->page;
    struct grid grid = {.box = box, .gap = page_px(page, GAP)};
    grid.columns = most(box.w, page_px(page, CARD_WIDTH), grid.gap);
    grid.rows = (lobby->content->count + grid.columns - 1) / grid.columns;
    grid.shown = most(box.h, page_px(page, CARD_HEIGHT), grid.gap);
    if (grid.rows > grid.shown)
        grid.box.w -= list_bar_width(page) + grid.gap / 2;
    grid.w = (grid.box.w - grid.gap * (float)(grid.columns - 1)) / (float)grid.columns;
    size_t fill = grid.rows < grid.shown ? grid.rows : grid.shown;
    float each = (box.h + grid.gap) / (float)(fill > 0 ? fill : 1) - grid.gap;
    grid.h = fminf(each, page_px(page, CARD_TALLEST));
    grid.box.h = (grid.h + grid.gap) * (float)fill - grid.gap;
    int focus = lobby->home->focus - HOME_ITEM_CARD;
    grid.first = scroll_top(lobby->home->scroll.first, grid.rows, grid.shown,
                            focus >= 0 ? (size_t)focus / grid.columns : grid.rows);
    return grid;
}

static float hidden_height(const struct grid *grid)
{
    return grid->rows > grid->shown ? (float)(grid->rows - grid->shown) * (grid->h + grid->gap) : 0;
}

/* A routine whose exercises have no figure is shown by the circle that it breathes with. */
static void draw_cover(const struct lobby *lobby, size_t index, struct draw_box box)
{
    const struct home_card *card = &lobby->content->cards[index];
    double turn = home_turn(lobby->home, lobby->content, index);
    if (card->cover)
        lobby_figure(lobby, card->cover->figure, turn, MOST_PER_CM, box);
    else if (card->read && !card->trouble)
        lobby_orb(&lobby->page, box);
}

static const char *note_of(const struct page *page, const struct home_card *card, char *out,
                           size_t size)
{
    char total[WORDS], more[WORDS];
    if (card->trouble)
        return page_word(page, "Has mistakes: see what is wrong");
    if (!card->read)
        return "\xE2\x80\xA6";
    words_total(page, card->total, total, sizeof total);
    const char *says = more;
    if (card->flaws)
        says = page_word(page, "Has mistakes, but plays");
    else if (card->resume > 0)
        words_resume(page, card->resume, more, sizeof more);
    else
        words_needs(page, &card->needs, more, sizeof more);
    bool resumes = says == more && card->resume > 0;
    const char *values[] = {resumes ? more : total, resumes ? total : says};
    return phrase_fill(out, size, "{0} \xC2\xB7 {1}", values, 2);
}

static void draw_card(const struct lobby *lobby, size_t index, struct draw_box box)
{
    const struct page *page = &lobby->page;
    const struct home_card *card = &lobby->content->cards[index];
    float padding = page_px(page, PADDING), corner = page_px(page, CORNER);
    char text[2 * WORDS];
    struct block title, note;
    block_fit_lines(page, ROLE_FOOT, note_of(page, card, text, sizeof text), box.w - 2 * padding,
                    NOTE_LINES, &note);
    block_fit_within(page, ROLE_NAME, card->title, box.w - 2 * padding,
                     box.h - padding - note.height, &title);
    if (lobby_focused(lobby, HOME_ITEM_CARD + (int)index))
        focus_draw(page, box, corner);
    else
        draw_rect(page->list, box, corner, page->theme->surface);
    /* Two lines are always left room for, so that the figures stand in one row. */
    float words = title.height + fmaxf(2 * line_height(page, ROLE_FOOT), note.height);
    float top = box_bottom(box) - padding / 2 - words;
    float y = paragraph_draw(page, &title, box.x + padding, top, page->theme->ink);
    paragraph_draw(page, &note, box.x + padding, y,
                   card->trouble || card->flaws ? page->theme->warm
                   : card->resume > 0           ? page->theme->accent
                                                : page->theme->quiet);
    draw_cover(lobby, index,
               (struct draw_box){box.x + padding, box.y + padding, box.w - 2 * padding,
                                 top - padding / 2 - box.y - padding});
}

static void draw_cards(struct lobby *lobby, const struct grid *grid)
{
    float pitch = grid->h + grid->gap;
    for (size_t i = 0; i < lobby->content->count; i++) {
        size_t row = i / grid->columns, column = i % grid->columns;
        struct draw_box place = {grid->box.x + (grid->w + grid->gap) * (float)column,
                                 grid->box.y + pitch * (float)row, grid->w, grid->h};
        struct draw_box box = place;
        box.y -= pitch * (float)grid->first;
        bool seen = row >= grid->first && row < grid->first + grid->shown;
        lobby_add(lobby, HOME_ITEM_CARD + (int)i, place, seen ? box : (struct draw_box){0});
        if (seen)
            draw_card(lobby, i, box);
    }
}

float cards_draw(struct lobby *lobby, struct draw_box box)
{
    struct grid grid = grid_of(lobby, box);
    draw_cards(lobby, &grid);
    list_bar_draw(&lobby->page, grid.box, grid.first, grid.shown, grid.rows);
    lobby->items->list =
        (struct focus_list){.item = HOME_ITEM_CARD,
                            .count = lobby->content->count,
                            .columns = grid.columns,
                            .shown = grid.shown,
                            .first = grid.first,
                            .most = grid.rows > grid.shown ? grid.rows - grid.shown : 0,
                            .pitch = grid.h + grid.gap};
    return hidden_height(&grid);
}

/* What stands below the cards: the week, and buttons beside it or below. Where the week has no
 * room, a button leads to it. */
struct under {
    struct button buttons[4];
    size_t count;
    struct strip strip; /* no lines: it is not shown */
    bool own_row;
    float height, strip_height;
    float below; /* the cards end as much higher than the page */
};

static void add_button(struct under *under, int id, const char *text)
{
    under->buttons[under->count++] = (struct button){id, text};
}

static void fit_strip(const struct page *page, const struct checklist_week *week,
                      struct under *under)
{
    float around = page_px(page, 2 * STRIP_PADDING), gap = page_px(page, GAP);
    float least = buttons_least(page, under->buttons, under->count);
    float beside = page->safe.w - around - (under->count > 0 ? least + gap : 0);
    bool tall = page->safe.h > page->safe.w;
    for (int lines = 1; lines <= STRIP_LINES; lines++)
        if (strip_measure(page, week, beside, lines, &under->strip))
            return;
    for (int lines = 1; lines <= STRIP_LINES && tall; lines++)
        if ((under->own_row =
                 strip_measure(page, week, page->safe.w - around, lines, &under->strip)))
            return;
    under->strip.lines = 0;
}

static struct under under_of(const struct lobby *lobby)
{
    const struct page *page = &lobby->page;
    const struct home_content *content = lobby->content;
    struct under under = {.count = 0};
    if (content->tips)
        add_button(&under, HOME_ITEM_LEARN, N_("Learn"));
    if (content->trouble)
        add_button(&under, HOME_ITEM_LEARN_TROUBLE,
                   content->tips ? N_("See mistakes") : N_("Learn"));
    if (content->wishes)
        add_button(&under, HOME_ITEM_SETTINGS, N_("Settings"));
    if (content->progress)
        fit_strip(page, &content->progress->week, &under);
    bool shown = under.strip.lines > 0;
    if (content->progress && !shown)
        add_button(&under, HOME_ITEM_WEEK, N_("This week"));
    float row = under.count > 0 ? buttons_height(page) : 0;
    if (shown)
        under.strip_height =
            fmaxf(under.strip.h + page_px(page, STRIP_AROUND), buttons_height(page));
    under.height = !under.own_row ? fmaxf(row, under.strip_height)
                   : row > 0      ? row + page_px(page, GAP) / 2 + under.strip_height
                                  : under.strip_height;
    float most = under.own_row ? under.height : buttons_height(page) + page_px(page, STRIP_MORE);
    under.below = under.height > 0 ? fminf(under.height, most) + page_px(page, SECTION) : 0;
    return under;
}

static void draw_strip(struct lobby *lobby, const struct under *under, float y, float hidden)
{
    const struct page *page = &lobby->page;
    float padding = page_px(page, STRIP_PADDING);
    float width = under->own_row ? page->safe.w : under->strip.w + 2 * padding;
    struct draw_box box = {page->safe.x, y, width, under->strip_height}, place = box;
    place.y += hidden;
    float corner = fminf(box.h / 2, page_px(page, CORNER * 1.4F));
    if (lobby_focused(lobby, HOME_ITEM_WEEK))
        focus_draw(page, box, corner);
    else
        draw_rect(page->list, box, corner, page->theme->surface);
    strip_draw(page, &under->strip, box.x + (box.w - under->strip.w) / 2,
               box.y + (box.h - under->strip.h) / 2);
    lobby_add(lobby, HOME_ITEM_WEEK, place, box);
}

static void draw_under(struct lobby *lobby, const struct under *under, float hidden)
{
    const struct page *page = &lobby->page;
    struct draw_box safe = page->safe;
    float height = buttons_height(page), x = safe.x, room = safe.w;
    float bottom = box_bottom(safe), y = bottom - height;
    if (under->strip.lines > 0)
        draw_strip(lobby, under, bottom - under->height, hidden);
    if (under->strip.lines > 0 && !under->own_row) {
        room -= under->strip.w + page_px(page, 2 * STRIP_PADDING + GAP);
        x = box_right(safe) - buttons_width(page, under->buttons, under->count, room);
        y = bottom - (under->height + height) / 2;
    }
    if (under->count > 0)
        buttons_draw(lobby, under->buttons, under->count, x, y, room, hidden);
}

void screen_home_draw(struct lobby *lobby)
{
    const struct page *page = &lobby->page;
    struct draw_box safe = page->safe;
    float section = page_px(page, SECTION);
    bool none = lobby->content->count == 0;
    char hint[WORDS];
    float top = lobby_title(page, "", page_word(page, "What does your back need?"),
                            none ? page_word(page, "No routines were found. unknot doctor "
                                                   "says where they are looked for.")
                                 : hint_words(page, HINT_OPEN, "", hint, sizeof hint));
    struct under under = under_of(lobby);
    float hidden =
        cards_draw(lobby, (struct draw_box){safe.x, top + section, safe.w,
                                            box_bottom(safe) - under.below - top - section});
    draw_under(lobby, &under, hidden);
}
