// SPDX-License-Identifier: MIT
#include "platform/replay.h"

/* How far to look for the place where two lists go on alike. */
enum { LOOK_AHEAD = 96 };

void replay_init(struct replay *replay)
{
    *replay = (struct replay){.whole = true};
    draw_list_init(&replay->last);
}

void replay_finish(struct replay *replay)
{
    draw_list_finish(&replay->last);
}

void replay_forget(struct replay *replay)
{
    replay->whole = true;
}

static int64_t area(struct clip c)
{
    return (int64_t)(c.x1 - c.x0) * (c.y1 - c.y0);
}

static struct clip joined(struct clip a, struct clip b)
{
    return (struct clip){a.x0 < b.x0 ? a.x0 : b.x0, a.y0 < b.y0 ? a.y0 : b.y0,
                         a.x1 > b.x1 ? a.x1 : b.x1, a.y1 > b.y1 ? a.y1 : b.y1};
}

/* Pixels that one box for both has too many; below zero when they overlap. */
static int64_t waste(struct clip a, struct clip b)
{
    return area(joined(a, b)) - area(a) - area(b);
}

static void remove_box(struct replay *replay, int i)
{
    replay->boxes[i] = replay->boxes[--replay->box_count];
}

/* The box that is joined with `box` at the least cost. */
static int nearest_box(const struct replay *replay, struct clip box)
{
    int best = 0;
    for (int i = 1; i < replay->box_count; i++)
        if (waste(replay->boxes[i], box) < waste(replay->boxes[best], box))
            best = i;
    return best;
}

static void add_box(struct replay *replay, struct clip box)
{
    while (replay->box_count > 0) {
        int near = nearest_box(replay, box);
        int64_t cost = waste(replay->boxes[near], box);
        bool worth_it = cost <= area(box) / 4;
        if (!worth_it && replay->box_count < REPLAY_BOXES)
            break;
        box = joined(replay->boxes[near], box);
        remove_box(replay, near);
    }
    replay->boxes[replay->box_count++] = box;
}

struct difference {
    struct replay *replay;
    struct clip screen;
    const struct draw_list *before, *after;
};

static void add_command(const struct difference *d, const struct draw_command *command)
{
    struct clip box = clip_box(d->screen, command->box);
    if (!clip_empty(box))
        add_box(d->replay, box);
}

static bool same_at(const struct difference *d, size_t i, size_t j)
{
    return i < d->before->count && j < d->after->count &&
           draw_same(d->before, &d->before->commands[i], d->after, &d->after->commands[j]);
}

/* Where the lists, different at i and j, agree again: the nearest such place, and of those equally
 * near the one with the most equal steps in both, since a moving figure changes its commands one
 * for one. */
static void skip_to_same(const struct difference *d, size_t *i, size_t *j)
{
    for (size_t sum = 1; sum <= LOOK_AHEAD; sum++)
        for (size_t apart = sum % 2; apart <= sum; apart += 2) {
            size_t more = (sum + apart) / 2, less = (sum - apart) / 2;
            bool first = same_at(d, *i + more, *j + less);
            if (!first && !same_at(d, *i + less, *j + more))
                continue;
            *i += first ? more : less;
            *j += first ? less : more;
            return;
        }
    *i = *i + 1 < d->before->count ? *i + 1 : d->before->count;
    *j = *j + 1 < d->after->count ? *j + 1 : d->after->count;
}

static void find_changes(const struct difference *d)
{
    size_t i = 0, j = 0;
    while (i < d->before->count || j < d->after->count) {
        if (same_at(d, i, j)) {
            i++;
            j++;
            continue;
        }
        size_t from_i = i, from_j = j;
        skip_to_same(d, &i, &j);
        for (size_t k = from_i; k < i; k++)
            add_command(d, &d->before->commands[k]);
        for (size_t k = from_j; k < j; k++)
            add_command(d, &d->after->commands[k]);
    }
}

/* Pictures arrive while the list that names them stays the same. */
static void find_pictures(const struct difference *d)
{
    for (size_t i = 0; i < d->after->count; i++)
        if (d->after->commands[i].kind == DRAW_PICTURE)
            add_command(d, &d->after->commands[i]);
}

int replay_paint(struct replay *replay, struct painter *painter, struct canvas *canvas,
                 const struct draw_list *list)
{
    struct difference d = {.replay = replay,
                           .screen = {0, 0, canvas->width, canvas->height},
                           .before = &replay->last,
                           .after = list};
    replay->box_count = 0;
    if (replay->whole || replay->pixels != canvas->pixels || replay->last.width != list->width ||
        replay->last.height != list->height)
        add_box(replay, d.screen);
    else
        find_changes(&d);
    uint64_t pictures = painter_pictures(painter);
    if (pictures != replay->pictures)
        find_pictures(&d);
    for (int i = 0; i < replay->box_count; i++) {
        painter_paint(painter, canvas, replay->boxes[i], list);
        replay->painted += (uint64_t)area(replay->boxes[i]);
    }
    replay->pixels = canvas->pixels;
    replay->pictures = pictures;
    replay->whole = false;
    if (replay->box_count > 0)
        draw_list_copy(&replay->last, list);
    return replay->box_count;
}
