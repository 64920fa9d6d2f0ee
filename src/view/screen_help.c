// SPDX-License-Identifier: MIT
#include "view/scene.h"

#include <math.h>

#define PADDING 48.0f
#define ALONE 720.0f /* a single column, at least */
#define TWO 1400.0f  /* with so much room there are two, though their words be broken */
#define KEY_COLUMN 165.0f
#define KEY_PADDING 16.0f
#define KEY_HEIGHT 44.0f
#define ROW 50.0f
#define SECTION 20.0f

/* What is asked for by the device in use comes first, then what only the keyboard can ask for. */
struct keys {
    struct {
        const char *name, *label;
        bool here; /* on the device in use */
        float height;
    } items[ACTION_COUNT];
    int count, columns;
    float names;         /* width of the names with what is around them */
    float width, height; /* of a column */
};

static void add_keys(const struct page *page, bool here, struct keys *keys)
{
    for (int i = 0; i < ACTION_COUNT; i++) {
        const char *used = hint_key(page, i);
        const char *name = here ? used : hint_keyboard_key(page, i);
        if (name == NULL || (!here && used != NULL))
            continue;
        keys->items[keys->count].name = name;
        keys->items[keys->count].label = page_word(page, action_table[i].label);
        keys->items[keys->count++].here = here;
    }
}

static void find_keys(const struct page *page, struct keys *keys)
{
    keys->count = 0;
    add_keys(page, true, keys);
    if (page->view->keys.device != DEVICE_KEYBOARD)
        add_keys(page, false, keys);
}

static int rows_of(const struct keys *keys)
{
    return (keys->count + keys->columns - 1) / keys->columns;
}

static void fit_label(const struct page *page, const struct keys *keys, int index,
                      struct block *label)
{
    block_fit_lines(page, ROLE_FOOT, keys->items[index].label,
                    keys->width - keys->names - page_px(page, SECTION), 2, label);
}

/* In two columns where there is room for them, each as wide as its words need. */
static void measure_keys(const struct page *page, float room, struct keys *keys)
{
    float section = page_px(page, SECTION), names = 0, labels = 0, y = 0;
    for (int i = 0; i < keys->count; i++) {
        names = fmaxf(names, line_width(page, ROLE_FOOT, keys->items[i].name));
        labels = fmaxf(labels, line_width(page, ROLE_FOOT, keys->items[i].label));
    }
    names = fmaxf(names + page_px(page, 2 * KEY_PADDING) + section, page_px(page, KEY_COLUMN));
    float wanted = names + labels + 3 * section;
    keys->columns = room >= 2 * wanted || room >= page_px(page, TWO) ? 2 : 1;
    float most = room / (float)keys->columns;
    keys->names = fminf(names, most / 2);
    keys->width = fminf(keys->columns == 2 ? wanted : fmaxf(wanted, page_px(page, ALONE)), most);
    keys->height = 0;
    for (int i = 0; i < keys->count; i++) {
        struct block label;
        fit_label(page, keys, i, &label);
        keys->items[i].height = fmaxf(page_px(page, ROW), label.height);
        y = (i % rows_of(keys) == 0 ? 0 : y) + keys->items[i].height;
        keys->height = fmaxf(keys->height, y);
    }
}

static void draw_key(const struct page *page, const struct keys *keys, int index, float x, float y)
{
    const struct theme *theme = page->theme;
    struct block key, label;
    float padding = page_px(page, KEY_PADDING), height = page_px(page, KEY_HEIGHT);
    float row = keys->items[index].height;
    bool here = keys->items[index].here;
    block_fit_lines(page, ROLE_FOOT, keys->items[index].name, keys->names - 2 * padding, 1, &key);
    fit_label(page, keys, index, &label);
    struct draw_box cap = {x, y + (row - height) / 2, fmaxf(key.width + 2 * padding, height),
                           height};
    draw_rect(page->list, cap, page_px(page, 10), here ? theme->raised : theme->track);
    block_draw(page, &key, box_middle_x(cap), y + (row - key.height) / 2, ALIGN_CENTRE, theme->ink);
    block_draw(page, &label, x + keys->names, y + (row - label.height) / 2, ALIGN_LEFT,
               here ? theme->ink : theme->quiet);
}

/* Down the first column, then down the next. */
static void draw_keys(const struct page *page, const struct keys *keys, float x, float top)
{
    float y = top;
    for (int i = 0; i < keys->count; i++) {
        int row = i % rows_of(keys), column = i / rows_of(keys);
        if (row == 0)
            y = top;
        draw_key(page, keys, i, x + keys->width * (float)column, y);
        y += keys->items[i].height;
    }
}

void screen_help_draw(const struct page *page)
{
    static const char *const titles[DEVICES] = {[DEVICE_KEYBOARD] = N_("Keys"),
                                                [DEVICE_REMOTE] = N_("Keys"),
                                                [DEVICE_PAD] = N_("Buttons"),
                                                [DEVICE_TOUCH] = N_("Gestures")};
    float padding = page_px(page, PADDING), gap = page_px(page, SECTION);
    struct keys keys;
    struct block title, safety;
    find_keys(page, &keys);
    measure_keys(page, page->safe.w - 2 * padding, &keys);
    float inner = keys.width * (float)keys.columns;
    block_fit_lines(page, ROLE_MENU, page_word(page, titles[page->view->keys.device]), inner, 1,
                    &title);
    block_fit(page, ROLE_BODY, words_safety(page), inner, &safety);
    float height = title.height + keys.height + safety.height + 2 * (padding + gap);
    struct draw_box card = card_draw(page, inner + 2 * padding, height);
    float x = card.x + padding, y = card.y + padding;
    y = paragraph_draw(page, &title, x, y, page->theme->ink) + gap;
    draw_keys(page, &keys, x, y);
    paragraph_draw(page, &safety, x, y + keys.height + gap, page->theme->quiet);
}
