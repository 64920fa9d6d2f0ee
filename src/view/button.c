// SPDX-License-Identifier: MIT
#include "view/home_view.h"

#include <math.h>

#define HEIGHT 76.0f
#define PADDING 40.0f
#define PADDING_LEAST 19.0f /* what the round ends take */
#define GAP 28.0f
#define FOCUS_WIDTH 8.0f

void focus_draw(const struct page *page, struct draw_box box, float corner)
{
    const struct theme *theme = page->theme;
    draw_rect(page->list, box, corner, theme->raised);
    draw_outline(page->list, box, corner, page_px(page, FOCUS_WIDTH), theme->accent);
}

bool lobby_focused(const struct lobby *lobby, int id)
{
    return lobby->home->focus == id && lobby->home->starts == 0;
}

static struct focus_box focus_box_of(struct draw_box box)
{
    return (struct focus_box){box.x, box.y, box.w, box.h};
}

void lobby_add(struct lobby *lobby, int id, struct draw_box place, struct draw_box box)
{
    focus_add(lobby->items, id, focus_box_of(place), focus_box_of(box));
}

float buttons_height(const struct page *page)
{
    return page_px(page, HEIGHT);
}

static void draw_button(struct lobby *lobby, const struct button *button, struct draw_box box)
{
    const struct page *page = &lobby->page;
    if (lobby_focused(lobby, button->id))
        focus_draw(page, box, box.h / 2);
    else
        draw_rect(page->list, box, box.h / 2, page->theme->surface);
    struct block text;
    block_fit_lines(page, ROLE_MENU, page_word(page, button->text), box.w - box.h / 2, 1, &text);
    block_draw(page, &text, box_middle_x(box), box_middle_y(box) - text.height / 2, ALIGN_CENTRE,
               page->theme->ink);
}

static float wanted_width(const struct page *page, const struct button *button, float padding)
{
    float words = line_width(page, ROLE_MENU, page_word(page, button->text));
    return ceilf(words + page_px(page, 2 * padding));
}

/* The most that one may take, so that all fit: short ones leave what they do not need to others. */
static float most_width(const struct page *page, const struct button *buttons, size_t count,
                        float padding, float width)
{
    float most = width / (float)count, before;
    do {
        float taken = 0;
        size_t wide = 0;
        before = most;
        for (size_t i = 0; i < count; i++) {
            float wanted = wanted_width(page, &buttons[i], padding);
            wide += wanted > most;
            taken += wanted > most ? 0 : wanted;
        }
        if (wide > 0)
            most = (width - taken) / (float)wide;
    } while (most > before);
    return most;
}

bool buttons_fit(const struct page *page, const struct button *buttons, size_t count, float width)
{
    float taken = page_px(page, GAP) * (float)(count - 1);
    for (size_t i = 0; i < count; i++)
        taken += wanted_width(page, &buttons[i], PADDING);
    return taken <= width;
}

/* How the buttons of a row share its width: where not all words fit, they and what is between them
 * get narrow before one is cut. */
struct share {
    float gap, padding, most;
};

static struct share share_out(const struct page *page, const struct button *buttons, size_t count,
                              float width)
{
    bool many = !buttons_fit(page, buttons, count, width);
    struct share share = {page_px(page, many ? GAP / 2 : GAP), many ? PADDING_LEAST : PADDING, 0};
    share.most =
        most_width(page, buttons, count, share.padding, width - share.gap * (float)(count - 1));
    return share;
}

float buttons_width(const struct page *page, const struct button *buttons, size_t count,
                    float width)
{
    struct share share = share_out(page, buttons, count, width);
    float taken = share.gap * (float)(count - 1);
    for (size_t i = 0; i < count; i++)
        taken += fminf(wanted_width(page, &buttons[i], share.padding), share.most);
    return taken;
}

float buttons_least(const struct page *page, const struct button *buttons, size_t count)
{
    float taken = page_px(page, GAP / 2) * (float)(count - 1);
    for (size_t i = 0; i < count; i++)
        taken += wanted_width(page, &buttons[i], PADDING_LEAST);
    return taken;
}

float buttons_draw(struct lobby *lobby, const struct button *buttons, size_t count, float x,
                   float y, float width, float hidden)
{
    const struct page *page = &lobby->page;
    struct share share = share_out(page, buttons, count, width);
    float height = buttons_height(page), at = x;
    for (size_t i = 0; i < count; i++) {
        float w = fminf(wanted_width(page, &buttons[i], share.padding), share.most);
        struct draw_box box = {at, y, w, height}, place = {at, y + hidden, w, height};
        draw_button(lobby, &buttons[i], box);
        lobby_add(lobby, buttons[i].id, place, box);
        at += w + share.gap;
    }
    return at - x;
}
