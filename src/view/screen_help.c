// SPDX-License-Identifier: MIT
#include "view/scene.h"

#include <math.h>

#define PADDING 48.0f
#define COLUMN 800.0f
#define KEY_COLUMN 165.0f
#define KEY_PADDING 16.0f
#define KEY_HEIGHT 44.0f
#define ROW 50.0f
#define SECTION 20.0f

/* NULL: there is nothing to show. */
static const char *key_of(const struct page *page, int action)
{
    const char *const *keys = page->view->keys;
    return keys != NULL ? keys[action] : action_table[action].key;
}

static int key_count(const struct page *page)
{
    int count = 0;
    for (int i = 0; i < ACTION_COUNT; i++)
        count += key_of(page, i) != NULL;
    return count;
}

/* As wide as the widest key. */
static float key_column(const struct page *page, float width)
{
    float widest = 0;
    for (int i = 0; i < ACTION_COUNT; i++)
        if (key_of(page, i) != NULL)
            widest = fmaxf(widest, line_width(page, ROLE_FOOT, page_word(page, key_of(page, i))));
    float column = widest + page_px(page, 2 * KEY_PADDING + SECTION);
    return fminf(fmaxf(column, page_px(page, KEY_COLUMN)), width / 2);
}

static void draw_key(const struct page *page, int action, float x, float y, float width)
{
    const struct theme *theme = page->theme;
    struct block key, label;
    float padding = page_px(page, KEY_PADDING), height = page_px(page, KEY_HEIGHT);
    float column = key_column(page, width), row = page_px(page, ROW);
    block_fit_lines(page, ROLE_FOOT, page_word(page, key_of(page, action)), column - 2 * padding, 1,
                    &key);
    block_fit_lines(page, ROLE_FOOT, page_word(page, action_table[action].label), width - column, 1,
                    &label);
    struct draw_box cap = {x, y + (row - height) / 2, fmaxf(key.width + 2 * padding, height),
                           height};
    draw_rect(page->list, cap, page_px(page, 10), theme->raised);
    block_draw(page, &key, box_middle_x(cap), y + (row - key.height) / 2, ALIGN_CENTRE, theme->ink);
    block_draw(page, &label, x + column, y + (row - label.height) / 2, ALIGN_LEFT, theme->ink);
}

/* Down the first column, then down the next. */
static void draw_keys(const struct page *page, struct draw_box box, int columns)
{
    int rows = (key_count(page) + columns - 1) / columns, index = 0;
    float width = box.w / (float)columns;
    for (int i = 0; i < ACTION_COUNT; i++) {
        if (key_of(page, i) == NULL)
            continue;
        int column = index / rows, row = index % rows;
        float x = box.x + width * (float)column;
        float y = box.y + page_px(page, ROW) * (float)row;
        draw_key(page, i, x, y, width - page_px(page, SECTION));
        index++;
    }
}

void screen_help_draw(const struct page *page)
{
    float padding = page_px(page, PADDING), gap = page_px(page, SECTION);
    float room = page->safe.w - 2 * padding;
    int columns = room >= page_px(page, 2 * COLUMN) ? 2 : 1;
    float inner = fminf(room, page_px(page, COLUMN * (float)columns));
    int rows = (key_count(page) + columns - 1) / columns;
    float keys = page_px(page, ROW) * (float)rows;
    struct block title, safety;
    block_fit_lines(page, ROLE_MENU, page_word(page, "Keys"), inner, 1, &title);
    block_fit(page, ROLE_BODY, words_safety(page), inner, &safety);
    float height = title.height + keys + safety.height + 2 * (padding + gap);
    struct draw_box card = card_draw(page, inner + 2 * padding, height);
    float x = card.x + padding, y = card.y + padding;
    y = block_draw(page, &title, x, y, ALIGN_LEFT, page->theme->ink) + gap;
    draw_keys(page, (struct draw_box){x, y, inner, keys}, columns);
    block_draw(page, &safety, x, y + keys + gap, ALIGN_LEFT, page->theme->quiet);
}
