// SPDX-License-Identifier: MIT
#include "sound/loop.h"

#include "base/arena.h"

#include <math.h>
#include <stdlib.h>

enum { BLOCK = 1024 };

struct pair {
    float left, right;
};

struct loop {
    struct loop_source source;
    float block[2 * BLOCK]; /* what was read last */
    size_t at, count;       /* in it */
    struct pair *held;      /* the newest frames, not given yet: a ring of `fade` */
    size_t fade, oldest, held_count;
    size_t passed;         /* frames read since the beginning */
    bool ended;            /* only `crossing` frames are to be held back for the next beginning */
    size_t crossing, left; /* frames of this crossing; of them still to come */
};

struct loop *loop_create(const struct loop_source *source, size_t fade)
{
    struct loop *loop = memory_alloc(sizeof *loop);
    *loop = (struct loop){.source = *source, .fade = fade > 0 ? fade : 1};
    loop->held = memory_alloc(loop->fade * sizeof *loop->held);
    return loop;
}

void loop_destroy(struct loop *loop)
{
    if (loop == NULL)
        return;
    free(loop->held);
    free(loop);
}

static size_t wrapped(const struct loop *loop, size_t at)
{
    return at < loop->fade ? at : at - loop->fade;
}

static void hold(struct loop *loop, struct pair pair)
{
    loop->held[wrapped(loop, loop->oldest + loop->held_count++)] = pair;
}

static struct pair let_go(struct loop *loop)
{
    struct pair pair = loop->held[loop->oldest];
    loop->oldest = wrapped(loop, loop->oldest + 1);
    loop->held_count--;
    return pair;
}

/* The next frame of the source; false at its end. */
static bool take(struct loop *loop, struct pair *pair)
{
    if (loop->at == loop->count) {
        loop->count = loop->source.sound.read(loop->source.sound.context, loop->block, BLOCK);
        loop->at = 0;
    }
    if (loop->count == 0)
        return false;
    *pair = (struct pair){loop->block[2 * loop->at], loop->block[2 * loop->at + 1]};
    loop->at++;
    loop->passed++;
    return true;
}

/* Two pieces that have nothing to do with each other stay as loud as one. */
static struct pair cross(struct loop *loop, struct pair end, struct pair beginning)
{
    float angle = 1.57079633F * (float)loop->left-- / (float)loop->crossing;
    float out = sinf(angle), in = cosf(angle);
    return (struct pair){end.left * out + beginning.left * in,
                         end.right * out + beginning.right * in};
}

static void note_end(struct loop *loop)
{
    loop->ended = true;
    loop->crossing = loop->passed / 2 < loop->held_count ? loop->passed / 2 : loop->held_count;
}

static bool begin_anew(struct loop *loop)
{
    if (loop->passed == 0 || !loop->source.rewind(loop->source.sound.context))
        return false;
    loop->passed = 0;
    loop->ended = false;
    loop->left = loop->crossing;
    return true;
}

static bool next(struct loop *loop, struct pair *out)
{
    for (;;) {
        struct pair fresh = {0, 0};
        bool more = !loop->ended && take(loop, &fresh);
        if (loop->left > 0) {
            *out = cross(loop, let_go(loop), fresh);
            return true;
        }
        if (more) {
            bool full = loop->held_count == loop->fade;
            if (full)
                *out = let_go(loop);
            hold(loop, fresh);
            if (full)
                return true;
            continue;
        }
        if (!loop->ended)
            note_end(loop);
        if (loop->held_count > loop->crossing) {
            *out = let_go(loop);
            return true;
        }
        if (!begin_anew(loop))
            return false;
    }
}

size_t loop_read(struct loop *loop, float *pairs, size_t frames)
{
    struct pair pair = {0, 0};
    size_t made = 0;
    for (; made < frames && next(loop, &pair); made++) {
        pairs[2 * made] = pair.left;
        pairs[2 * made + 1] = pair.right;
    }
    return made;
}
