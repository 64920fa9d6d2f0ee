// SPDX-License-Identifier: MIT
#include "view/look.h"

#include "view/ground.h"
#include "view/page.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define NEAR 1.0f /* pixels: text is placed on whole ones */
#define SAFE 0.05f
#define BODY 32.0f   /* of 1080: 3 % of the shorter side */
#define FINGER 54.0f /* 5 % */
#define FRAME 4.0f   /* a frame that is seen from 3 m */
#define FRAME_CONTRAST 3

#define REQUIRE(condition, look, format, ...)                                                      \
    do {                                                                                           \
        if (!(condition))                                                                          \
            fail_msg("%s at %.0fx%.0f, %s: " format, (look)->screen, (double)list_of(look)->width, \
                     (double)list_of(look)->height, (look)->stand_in->view.theme->name,            \
                     __VA_ARGS__);                                                                 \
    } while (0)

static const struct draw_list *list_of(const struct look *look)
{
    return &look->stand_in->list;
}

static float unit_of(const struct look *look)
{
    return fminf(list_of(look)->width, list_of(look)->height) / 1080;
}

static const char *words(const struct look *look, const struct draw_command *command)
{
    return list_of(look)->bytes + command->text;
}

static struct draw_box box_of(const struct look *look, const struct draw_command *text)
{
    return stand_in_text_box(look->stand_in, text);
}

/* What lies over a dimmed page is all there is to read. */
static size_t first_command(const struct draw_list *list)
{
    size_t first = 0;
    for (size_t i = 0; i < list->count; i++)
        if (list->commands[i].kind == DRAW_SHADE)
            first = i + 1;
    return first;
}

bool look_overlap(struct draw_box a, struct draw_box b)
{
    return a.x + NEAR < b.x + b.w && b.x + NEAR < a.x + a.w && a.y + NEAR < b.y + b.h &&
           b.y + NEAR < a.y + a.h;
}

static bool inside(struct draw_box box, struct draw_box outer)
{
    return box.x >= outer.x - NEAR && box.y >= outer.y - NEAR &&
           box_right(box) <= box_right(outer) + NEAR && box_bottom(box) <= box_bottom(outer) + NEAR;
}

static struct draw_box safe_area(const struct look *look)
{
    float w = list_of(look)->width, h = list_of(look)->height;
    return (struct draw_box){w * SAFE, h * SAFE, w * (1 - 2 * SAFE), h * (1 - 2 * SAFE)};
}

static void check_text(const struct look *look, const struct draw_command *text)
{
    REQUIRE(inside(box_of(look, text), safe_area(look)), look, "\"%s\" leaves the safe area",
            words(look, text));
    REQUIRE(text->size >= floorf(BODY * unit_of(look)), look, "\"%s\" is too small",
            words(look, text));
    const char *dots = strstr(words(look, text), "\xE2\x80\xA6");
    REQUIRE(!dots || dots == words(look, text), look, "\"%s\" is cut", words(look, text));
}

static void check_pairs(const struct look *look, size_t first)
{
    const struct draw_list *list = list_of(look);
    for (size_t i = first; i < list->count; i++) {
        if (list->commands[i].kind != DRAW_TEXT)
            continue;
        struct draw_box a = box_of(look, &list->commands[i]);
        for (size_t j = i + 1; j < list->count; j++) {
            const struct draw_command *other = &list->commands[j];
            if (other->kind != DRAW_TEXT)
                continue;
            REQUIRE(!look_overlap(a, box_of(look, other)), look, "\"%s\" lies over \"%s\"",
                    words(look, &list->commands[i]), words(look, other));
        }
    }
}

float look_nearest(struct draw_box box, float x, float y)
{
    float dx = fmaxf(fmaxf(box.x - x, x - (box.x + box.w)), 0);
    float dy = fmaxf(fmaxf(box.y - y, y - (box.y + box.h)), 0);
    return hypotf(dx, dy);
}

static float farthest(struct draw_box box, float x, float y)
{
    return hypotf(fmaxf(fabsf(box.x - x), fabsf(box.x + box.w - x)),
                  fmaxf(fabsf(box.y - y), fabsf(box.y + box.h - y)));
}

static void check_round(const struct look *look, const struct draw_command *ring, size_t first)
{
    const struct draw_list *list = list_of(look);
    float inner = ring->radius - ring->width / 2, outer = ring->radius + ring->width / 2;
    REQUIRE(ring->x - outer >= list->width * SAFE - NEAR &&
                ring->x + outer <= list->width * (1 - SAFE) + NEAR &&
                ring->y + outer <= list->height * (1 - SAFE) + NEAR && ring->y - outer >= 0,
            look, "the dial of %.0f px leaves the screen", (double)outer);
    for (size_t i = first; i < list->count; i++) {
        if (list->commands[i].kind != DRAW_TEXT)
            continue;
        struct draw_box box = box_of(look, &list->commands[i]);
        REQUIRE(look_nearest(box, ring->x, ring->y) >= outer - NEAR ||
                    farthest(box, ring->x, ring->y) <= inner + NEAR,
                look, "\"%s\" lies across the dial", words(look, &list->commands[i]));
    }
}

static void check_picture(const struct look *look, const struct draw_command *picture, size_t first)
{
    const struct draw_list *list = list_of(look);
    float unit = unit_of(look);
    REQUIRE(picture->box.h >= 140 * unit && picture->box.w >= 300 * unit, look,
            "the picture has only %.0fx%.0f", (double)picture->box.w, (double)picture->box.h);
    for (size_t i = first; i < list->count; i++) {
        const struct draw_command *c = &list->commands[i];
        if (c->kind == DRAW_TEXT)
            REQUIRE(!look_overlap(picture->box, box_of(look, c)), look,
                    "\"%s\" lies over the picture", words(look, c));
        if (c->kind == DRAW_RING)
            REQUIRE(look_nearest(picture->box, c->x, c->y) >= c->radius, look, "%s",
                    "the dial lies over the picture");
    }
}

/* A card, button or row holds the whole of a text that begins on it. */
static void check_card(const struct look *look, const struct draw_command *card, size_t first)
{
    const struct draw_list *list = list_of(look);
    for (size_t i = first; i < list->count; i++) {
        const struct draw_command *c = &list->commands[i];
        if (c->kind != DRAW_TEXT)
            continue;
        struct draw_box box = box_of(look, c);
        REQUIRE(!look_overlap(box, card->box) || inside(box, card->box), look,
                "\"%s\" leaves its card", words(look, c));
    }
}

void look_check_places(const struct look *look)
{
    const struct draw_list *list = list_of(look);
    size_t first = first_command(list);
    float unit = unit_of(look), largest = 0;
    for (size_t i = first; i < list->count; i++) {
        const struct draw_command *command = &list->commands[i];
        if (command->kind == DRAW_TEXT)
            check_text(look, command);
        if (command->kind == DRAW_TEXT)
            largest = fmaxf(largest, command->size);
        if (command->kind == DRAW_RING && command->radius > 90 * unit)
            check_round(look, command, first);
        if (command->kind == DRAW_PICTURE)
            check_picture(look, command, first);
        if (command->kind == DRAW_RECT)
            check_card(look, command, i + 1);
    }
    check_pairs(look, first);
    bool small = first > 0 || look->items || strcmp(look->screen, "eyes-closed") == 0;
    REQUIRE(small || largest >= floorf(80 * unit), look, "%s", "nothing can be read from 3 m");
}

void look_check_contrast(const struct look *look)
{
    const struct draw_list *list = list_of(look);
    double least = look->stand_in->view.theme->high_contrast ? 7 : 4.5;
    for (size_t i = first_command(list); i < list->count; i++) {
        const struct draw_command *c = &list->commands[i];
        if (c->kind != DRAW_TEXT)
            continue;
        double is = ground_contrast(list, i, box_of(look, c));
        REQUIRE(is >= least, look, "\"%s\" has %.2f:1, not %.1f:1", words(look, c), is, least);
    }
}

static struct draw_box item_box(const struct focus_item *item)
{
    return (struct draw_box){item->box.x, item->box.y, item->box.w, item->box.h};
}

static void check_item(const struct look *look, size_t index)
{
    struct draw_box box = item_box(&look->items->items[index]);
    if (box.w == 0) /* out of sight */
        return;
    float finger = FINGER * unit_of(look) - NEAR;
    int id = look->items->items[index].id;
    REQUIRE(inside(box, safe_area(look)), look, "item %d leaves the safe area", id);
    REQUIRE(box.w >= finger && box.h >= finger, look, "item %d has only %.0fx%.0f", id,
            (double)box.w, (double)box.h);
    for (size_t j = 0; j < index; j++) {
        struct draw_box other = item_box(&look->items->items[j]);
        REQUIRE(other.w == 0 || !look_overlap(box, other), look, "item %d lies over item %d", id,
                look->items->items[j].id);
    }
}

static size_t index_of(const struct focus_items *items, int id)
{
    size_t i = 0;
    while (i < items->count && items->items[i].id != id)
        i++;
    return i;
}

/* Arrows alone lead from the first item to every other, and back to it. */
static void check_arrows(const struct look *look, size_t from)
{
    static bool seen[FOCUS_MOST];
    static size_t queue[FOCUS_MOST];
    const struct focus_items *items = look->items;
    size_t head = 0, tail = 0;
    memset(seen, 0, sizeof seen);
    seen[from] = true;
    queue[tail++] = from;
    while (head < tail) {
        int id = items->items[queue[head++]].id;
        for (int way = FOCUS_LEFT; way <= FOCUS_DOWN; way++) {
            size_t to = index_of(items, focus_move(items, id, (enum focus_way)way));
            if (!seen[to])
                queue[tail++] = to;
            seen[to] = true;
        }
    }
    REQUIRE(tail == items->count, look, "arrows reach %zu of %zu items from item %d", tail,
            items->count, items->items[from].id);
}

static void check_tab(const struct look *look)
{
    const struct focus_items *items = look->items;
    int id = items->items[0].id;
    for (size_t i = 1; i <= items->count; i++) {
        id = focus_move(items, id, FOCUS_ON);
        size_t expected = i % items->count;
        REQUIRE(id == items->items[expected].id, look, "Tab goes to item %d", id);
    }
}

/* A frame is a shape of its own: nobody needs to see a colour to find it. */
static const struct draw_command *check_one_frame(const struct look *look)
{
    const struct draw_list *list = list_of(look);
    const struct draw_command *frame = NULL;
    int frames = 0;
    for (size_t i = first_command(list); i < list->count; i++) {
        const struct draw_command *c = &list->commands[i];
        if (c->kind != DRAW_RECT || c->width <= 0)
            continue;
        REQUIRE(c->width >= FRAME * unit_of(look), look, "the frame has only %.1f px",
                (double)c->width);
        double is = ground_edge_contrast(list, i);
        REQUIRE(is >= FRAME_CONTRAST, look, "the frame has only %.2f:1", is);
        frame = c;
        frames++;
    }
    REQUIRE(frames == 1, look, "%d frames", frames);
    return frame;
}

void look_check_frame(const struct look *look)
{
    const struct draw_command *frame = check_one_frame(look);
    if (!look->items)
        return;
    size_t at = index_of(look->items, look->focus);
    bool around = at < look->items->count &&
                  inside(item_box(&look->items->items[at]), frame->box) &&
                  inside(frame->box, item_box(&look->items->items[at]));
    REQUIRE(around, look, "the frame is not around item %d", look->focus);
}

void look_check_items(const struct look *look)
{
    for (size_t i = 0; i < look->items->count; i++) {
        check_item(look, i);
        check_arrows(look, i);
    }
    if (look->items->count > 0)
        check_tab(look);
    if (look->focus != FOCUS_NONE)
        look_check_frame(look);
}
