// SPDX-License-Identifier: MIT
#include "home/focus.h"

#include <math.h>

/* What lies aside counts this much more than what lies ahead: a column is followed to its end. */
#define ASIDE 4.0f

static const struct {
    float x, y;
} ways[] = {
    [FOCUS_LEFT] = {-1, 0},
    [FOCUS_RIGHT] = {1, 0},
    [FOCUS_UP] = {0, -1},
    [FOCUS_DOWN] = {0, 1},
};

void focus_add(struct focus_items *items, int id, struct focus_box place, struct focus_box box)
{
    if (items->count < FOCUS_MOST)
        items->items[items->count++] = (struct focus_item){id, place, box};
}

static size_t index_of(const struct focus_items *items, int id)
{
    for (size_t i = 0; i < items->count; i++)
        if (items->items[i].id == id)
            return i;
    return 0;
}

int focus_keep(const struct focus_items *items, int id)
{
    return items->count > 0 ? items->items[index_of(items, id)].id : FOCUS_NONE;
}

/* Between two stretches of one axis; 0 where they overlap. */
static float apart(float a, float a_length, float b, float b_length)
{
    return fmaxf(0, fmaxf(b - (a + a_length), a - (b + b_length)));
}

static float middle_x(struct focus_box box)
{
    return box.x + box.w / 2;
}

static float middle_y(struct focus_box box)
{
    return box.y + box.h / 2;
}

/* How far it is that way; INFINITY: it is not that way. Between two that are as near, the one whose
 * middle is more in line comes first. */
static float distance(struct focus_box from, struct focus_box to, enum focus_way way)
{
    bool across = ways[way].x != 0;
    float dx = middle_x(to) - middle_x(from), dy = middle_y(to) - middle_y(from);
    float ahead = dx * ways[way].x + dy * ways[way].y;
    float aside = across ? apart(from.y, from.h, to.y, to.h) : apart(from.x, from.w, to.x, to.w);
    bool beyond = across ? ahead > (from.w + to.w) / 4 : ahead > (from.h + to.h) / 4;
    beyond = beyond && (!across || aside == 0); /* sideways it stays in its row */
    float skew = across ? fabsf(dy) : fabsf(dx);
    return beyond ? ahead + ASIDE * aside + skew / 16 : INFINITY;
}

static size_t nearest(const struct focus_items *items, struct focus_box from, enum focus_way way)
{
    size_t best = items->count;
    float least = INFINITY;
    for (size_t i = 0; i < items->count; i++) {
        float far = distance(from, items->items[i].place, way);
        if (far < least) {
            least = far;
            best = i;
        }
    }
    return best;
}

/* The same place one whole screen back. */
static struct focus_box before_all(const struct focus_items *items, struct focus_box from,
                                   enum focus_way way)
{
    float left = INFINITY, top = INFINITY, right = -INFINITY, bottom = -INFINITY;
    for (size_t i = 0; i < items->count; i++) {
        struct focus_box box = items->items[i].place;
        left = fminf(left, box.x);
        top = fminf(top, box.y);
        right = fmaxf(right, box.x + box.w);
        bottom = fmaxf(bottom, box.y + box.h);
    }
    from.x -= ways[way].x * (right - left + from.w);
    from.y -= ways[way].y * (bottom - top + from.h);
    return from;
}

int focus_move(const struct focus_items *items, int id, enum focus_way way)
{
    if (items->count == 0)
        return FOCUS_NONE;
    size_t at = index_of(items, id);
    if (way == FOCUS_ON)
        return items->items[(at + 1) % items->count].id;
    if (way == FOCUS_BEFORE)
        return items->items[(at + items->count - 1) % items->count].id;
    struct focus_box from = items->items[at].place;
    size_t to = nearest(items, from, way);
    if (to == items->count)
        to = nearest(items, before_all(items, from, way), way);
    return items->items[to < items->count ? to : at].id;
}

int focus_at(const struct focus_items *items, float x, float y)
{
    for (size_t i = 0; i < items->count; i++) {
        struct focus_box box = items->items[i].box;
        if (box.w > 0 && x >= box.x && x < box.x + box.w && y >= box.y && y < box.y + box.h)
            return items->items[i].id;
    }
    return FOCUS_NONE;
}
