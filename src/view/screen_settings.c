// SPDX-License-Identifier: MIT
#include "view/home_view.h"

#include <ctype.h>
#include <math.h>
#include <stdio.h>

/* Every setting as a row: what it is at the left, what it is set to in the right half, between the
 * arrows that change it. In as many columns as can be read; the row of the focus is always in
 * sight. */

#define COLUMN 700.0f /* at least */
#define ROW 62.0f     /* at least */
#define ROW_TALLEST 92.0f
#define GAP 36.0f
#define BETWEEN 6.0f
#define AROUND 14.0f /* the frame of the focus above and below the words */
#define SECTION 32.0f
#define PADDING 28.0f
#define CORNER 20.0f
#define ARROW 20.0f
#define METER 10.0f
#define MARK 40.0f

static const char *const labels[SETTING_EQUIPMENT] = {
    [SETTING_VOLUME] = N_("Volume"),
    [SETTING_VOICE_VOLUME] = N_("Voice"),
    [SETTING_CUE_VOLUME] = N_("Short sounds"),
    [SETTING_BREATH_VOLUME] = N_("Breath tones"),
    [SETTING_AMBIENCE_VOLUME] = N_("Ambience"),
    [SETTING_THEME] = N_("Colours"),
    [SETTING_MOTION] = N_("Motion"),
    [SETTING_PALETTE] = N_("Who is drawn"),
    [SETTING_EYES] = N_("Begin with eyes"),
    [SETTING_LANGUAGE] = N_("Language"),
    [SETTING_KEYS_ON] = N_("Keys are on"),
    [SETTING_HISTORY] = N_("What you did"),
};

static const char *const choices[SETTING_EQUIPMENT][SETTING_WORDS] = {
    [SETTING_THEME] = {N_("Night"), N_("Light"), N_("High contrast")},
    [SETTING_MOTION] = {N_("Full"), N_("Reduced")},
    [SETTING_EYES] = {N_("Open"), N_("Closed")},
    [SETTING_KEYS_ON] = {N_("Either"), N_("A keyboard"), N_("A remote")},
    [SETTING_HISTORY] = {N_("Kept"), N_("Not kept")},
};

struct column_grid {
    struct draw_box box; /* of the rows in sight */
    size_t columns, rows, shown, first;
    float w, h, pitch;
};

static const char *language_name(const struct page *page, const char *tag)
{
    return text_equal(tag, "auto") ? page_word(page, "Automatic") : words_language(tag);
}

/* As a word that begins a line: names are written small where they come from. */
static const char *capital(const char *name, char out[WORDS])
{
    snprintf(out, WORDS, "%s", name);
    out[0] = (char)toupper((unsigned char)out[0]);
    return out;
}

static const char *value_of(const struct page *page, const struct settings *now,
                            enum setting setting, char out[WORDS])
{
    const char *text = setting_word(now, setting);
    if (setting_table[setting].kind == SETTING_CHOICE)
        return page_word(page, choices[setting][now->values[setting].number]);
    return setting == SETTING_LANGUAGE ? language_name(page, text) : capital(text, out);
}

/* `way`: -1 to the left, 1 to the right. */
static void draw_arrow(const struct page *page, float x, float y, float way)
{
    float size = page_px(page, ARROW) / 2;
    const struct draw_point points[] = {{x - way * size / 2, y - size, 0},
                                        {x + way * size / 2, y, 0},
                                        {x - way * size / 2, y + size, 0}};
    draw_polygon(page->list, points, 3, size / 8, page->theme->quiet);
}

static void draw_meter(const struct page *page, int number, bool focused, struct draw_box box)
{
    char text[TICK_TEXT];
    struct block block;
    float height = page_px(page, METER), room = line_width(page, ROLE_MENU, "100");
    float gap = page_px(page, PADDING) / 2;
    snprintf(text, sizeof text, "%d", number);
    block_fit_lines(page, ROLE_MENU, text, room, 1, &block);
    block_draw(page, &block, box_right(box), box_middle_y(box) - block.height / 2, ALIGN_RIGHT,
               page->theme->ink);
    struct draw_box bar = {box.x, box_middle_y(box) - height / 2, box.w - room - gap, height};
    draw_rect(page->list, bar, height / 2, tick_box_ground(page->theme, focused));
    bar.w *= (float)number / 100;
    if (number > 0)
        draw_rect(page->list, bar, height / 2, page->theme->accent);
}

/* The words of a row, and the room for them; drawing and measuring must agree. */
struct row_words {
    struct block label, value; /* a number has none */
    struct draw_box half;      /* the right one, where the value is */
};

static void fit_words(const struct lobby *lobby, size_t index, struct draw_box row,
                      char names[2][WORDS], struct row_words *out)
{
    const struct page *page = &lobby->page;
    const struct wishes *wishes = lobby->content->wishes;
    enum setting setting = wishes_setting(index);
    bool thing = setting == SETTING_EQUIPMENT;
    float padding = page_px(page, PADDING), arrow = page_px(page, ARROW);
    float left = thing ? 0 : 2 * arrow, right = thing ? page_px(page, MARK) + padding / 2 : left;
    const char *value = "";
    out->half = (struct draw_box){row.x + row.w / 2, row.y, row.w / 2 - padding, row.h};
    if (thing)
        value = page_word(page, wishes_has(wishes, index) ? N_("I have it") : N_("I do not"));
    else if (setting_table[setting].kind != SETTING_NUMBER)
        value = value_of(page, &wishes->now, setting, names[1]);
    block_fit_lines(
        page, ROLE_NAME,
        thing ? words_thing(page, wishes->things.items[index - WISHES_FIRST_THING], names[0], WORDS)
              : page_word(page, labels[setting]),
        row.w / 2 - 1.5F * padding, 3, &out->label);
    block_fit_lines(page, ROLE_NAME, value, out->half.w - left - right, 3, &out->value);
}

static void draw_value(const struct lobby *lobby, size_t index, const struct row_words *words)
{
    const struct page *page = &lobby->page;
    const struct wishes *wishes = lobby->content->wishes;
    enum setting setting = wishes_setting(index);
    struct draw_box half = words->half;
    float arrow = page_px(page, ARROW), mark = page_px(page, MARK), middle = box_middle_y(half);
    float top = middle - words->value.height / 2;
    bool focused = lobby_focused(lobby, HOME_ITEM_WISH + (int)index);
    if (setting == SETTING_EQUIPMENT) {
        float x = box_right(half) - mark;
        tick_box_draw(page, wishes_has(wishes, index), focused,
                      (struct draw_box){x, middle - mark / 2, mark, mark});
        block_draw(page, &words->value, x - page_px(page, PADDING) / 2, top, ALIGN_RIGHT,
                   page->theme->quiet);
        return;
    }
    draw_arrow(page, half.x + arrow / 2, middle, -1);
    draw_arrow(page, box_right(half) - arrow / 2, middle, 1);
    if (setting_table[setting].kind == SETTING_NUMBER)
        draw_meter(page, wishes->now.values[setting].number, focused,
                   (struct draw_box){half.x + 2 * arrow, half.y, half.w - 4 * arrow, half.h});
    else
        block_draw(page, &words->value, box_middle_x(half), top, ALIGN_CENTRE, page->theme->ink);
}

static void draw_row(const struct lobby *lobby, size_t index, struct draw_box row)
{
    const struct page *page = &lobby->page;
    struct row_words words;
    char names[2][WORDS];
    float corner = page_px(page, CORNER);
    fit_words(lobby, index, row, names, &words);
    if (lobby_focused(lobby, HOME_ITEM_WISH + (int)index))
        focus_draw(page, row, corner);
    else
        draw_rect(page->list, row, corner, page->theme->surface);
    block_draw(page, &words.label, row.x + page_px(page, PADDING),
               box_middle_y(row) - words.label.height / 2, ALIGN_LEFT, page->theme->ink);
    draw_value(lobby, index, &words);
}

/* What the row with most words needs, so that all are as high. */
static float row_height(const struct lobby *lobby, float width)
{
    const struct page *page = &lobby->page;
    struct row_words words;
    char names[2][WORDS];
    float height = page_px(page, ROW), around = page_px(page, AROUND);
    for (size_t i = 0; i < wishes_count(lobby->content->wishes); i++) {
        fit_words(lobby, i, (struct draw_box){0, 0, width, 0}, names, &words);
        height = fmaxf(height, fmaxf(words.label.height, words.value.height) + around);
    }
    return height;
}

static struct column_grid grid_of(const struct lobby *lobby, struct draw_box box)
{
    const struct page *page = &lobby->page;
    float gap = page_px(page, GAP), between = page_px(page, BETWEEN);
    size_t count = wishes_count(lobby->content->wishes);
    struct column_grid grid = {.box = box};
    grid.columns = box.w >= 2 * page_px(page, COLUMN) + gap ? 2 : 1;
    grid.rows = (count + grid.columns - 1) / grid.columns;
    float bar = list_bar_width(page) + gap / 2, columns = (float)grid.columns;
    float least = row_height(lobby, (box.w - bar - gap * (columns - 1)) / columns);
    float most = floorf((box.h + between) / (least + between));
    grid.shown = most < 1 ? 1 : (size_t)most < grid.rows ? (size_t)most : grid.rows;
    if (grid.shown < grid.rows)
        grid.box.w -= bar;
    grid.h = fmaxf(
        least, fminf((box.h + between) / (float)grid.shown - between, page_px(page, ROW_TALLEST)));
    grid.pitch = grid.h + between;
    grid.w = (grid.box.w - gap * (columns - 1)) / columns;
    int focus = lobby->home->focus - HOME_ITEM_WISH;
    grid.first = scroll_top(lobby->home->scroll.first, grid.rows, grid.shown,
                            focus >= 0 ? (size_t)focus % grid.rows : grid.rows);
    return grid;
}

static void draw_rows(struct lobby *lobby, const struct column_grid *grid)
{
    float step = grid->w + page_px(&lobby->page, GAP);
    for (size_t i = 0; i < wishes_count(lobby->content->wishes); i++) {
        size_t row = i % grid->rows, column = i / grid->rows;
        struct draw_box place = {grid->box.x + step * (float)column,
                                 grid->box.y + grid->pitch * (float)row, grid->w, grid->h};
        struct draw_box box = place;
        box.y -= grid->pitch * (float)grid->first;
        bool seen = row >= grid->first && row < grid->first + grid->shown;
        lobby_add(lobby, HOME_ITEM_WISH + (int)i, place, seen ? box : (struct draw_box){0});
        if (seen)
            draw_row(lobby, i, box);
    }
}

void screen_settings_draw(struct lobby *lobby)
{
    static const struct button done = {HOME_ITEM_HOME, N_("Done")};
    const struct page *page = &lobby->page;
    if (!lobby->content->wishes)
        return;
    float section = page_px(page, SECTION), height = buttons_height(page);
    float top = lobby_title(page, "", page_word(page, "Settings"), "") + section / 2;
    float bottom = box_bottom(page->safe) - height;
    struct column_grid grid =
        grid_of(lobby, (struct draw_box){page->safe.x, top, page->safe.w, bottom - section - top});
    draw_rows(lobby, &grid);
    grid.box.h = grid.pitch * (float)grid.shown - page_px(page, BETWEEN);
    list_bar_draw(page, grid.box, grid.first, grid.shown, grid.rows);
    lobby->items->list = (struct focus_list){.item = HOME_ITEM_WISH,
                                             .count = wishes_count(lobby->content->wishes),
                                             .down = true,
                                             .columns = grid.columns,
                                             .shown = grid.shown,
                                             .first = grid.first,
                                             .most = grid.rows - grid.shown,
                                             .pitch = grid.pitch};
    float hidden = grid.pitch * (float)(grid.rows - grid.shown);
    buttons_draw(lobby, &done, 1, page->safe.x, bottom, page->safe.w, hidden);
}
