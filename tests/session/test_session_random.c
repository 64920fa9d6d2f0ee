// SPDX-License-Identifier: MIT
#include "session/by_hand.h"
#include "session/session.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* Somebody leaning on the keyboard: whatever is asked for, in whatever order, some things hold. */

enum { SEEDS = 300, PRESSES = 400 };

static uint32_t draw_number(uint32_t *seed, uint32_t below)
{
    *seed ^= *seed << 13; /* xorshift32 */
    *seed ^= *seed >> 17;
    *seed ^= *seed << 5;
    return *seed % below;
}

static void build(struct hand *hand, uint32_t *seed)
{
    hand_begin(hand);
    uint32_t steps = 1 + draw_number(seed, 8);
    for (uint32_t i = 0; i < steps; i++) {
        hand_step(hand, "Step");
        if (draw_number(seed, 3) == 0)
            hand_gate(hand, ENTRY_WAIT, draw_number(seed, 2) ? 0 : 5 * TICK_S);
        if (draw_number(seed, 2) == 0)
            hand_entry(hand, ENTRY_SETUP, (1 + draw_number(seed, 5)) * TICK_S);
        if (draw_number(seed, 5) == 0)
            hand_gate(hand, ENTRY_WORK, 0);
        else
            hand_entry(hand, ENTRY_WORK, (1 + draw_number(seed, 20)) * TICK_S);
        if (draw_number(seed, 4) == 0)
            hand_gate(hand, ENTRY_ASK, 0);
    }
    hand_end(hand);
}

struct watch {
    struct hand hand;
    struct session session;
    struct effects effects;
    bool handed[HAND_CUES]; /* since the last flush */
    tick in_entry;          /* time let pass in the entry since it was entered at its start */
    bool from_start;
    size_t entry;
};

static bool runs(enum session_mode mode)
{
    return mode == SESSION_PLAYING || mode == SESSION_GATE || mode == SESSION_ASKING;
}

static void check_state(const struct watch *watch)
{
    const struct session *session = &watch->session;
    const struct timeline *timeline = &watch->hand.timeline;
    assert_in_range(session->position, 0, timeline->total);
    assert_in_range(session->volume, 0, 100);
    assert_in_range(session->focus, 0, MENU_ITEMS - 1);
    assert_true(session->rating >= -1 && session->rating <= 10);
    assert_true(session->steps_done + session->steps_skipped <= timeline->step_count);
    if (session->entry == timeline->entry_count) {
        assert_true(session->mode == SESSION_FINISHED || session->mode == SESSION_LEFT);
        return;
    }
    const struct entry *entry = &timeline->entries[session->entry];
    assert_in_range(session->position, entry->start, entry->start + entry->length);
}

/* Walks the effects in order, as sound would. */
static void check_cues(struct watch *watch, tick now)
{
    bool quiet = false; /* paused or over: no cue after the flush */
    tick last = -1;
    for (size_t i = 0; i < watch->effects.count; i++) {
        const struct effect *effect = &watch->effects.items[i];
        if (effect->kind == EFFECT_FLUSH) {
            memset(watch->handed, 0, sizeof watch->handed);
            quiet = !runs(watch->session.mode);
            last = -1;
        }
        if (effect->kind != EFFECT_CUE)
            continue;
        size_t index = (size_t)(effect->cue - watch->hand.cues);
        assert_false(quiet && watch->session.mode != SESSION_FINISHED);
        assert_false(watch->handed[index]);
        assert_true(effect->due <= now + SESSION_LOOKAHEAD + 1);
        assert_true(last < 0 || effect->due >= last);
        watch->handed[index] = true;
        last = effect->due;
    }
}

static bool jumped(const struct watch *watch)
{
    for (size_t i = 0; i < watch->effects.count; i++)
        if (watch->effects.items[i].kind == EFFECT_FLUSH)
            return true;
    return false;
}

/* An entry that was entered at its start and left without a jump took its whole length. */
static void check_hold(struct watch *watch, tick passed, bool ran)
{
    const struct session *session = &watch->session;
    watch->in_entry += ran ? passed : 0;
    if (jumped(watch))
        watch->from_start = false;
    else if (session->entry != watch->entry && watch->from_start) {
        const struct entry *entry = &watch->hand.entries[watch->entry];
        assert_true(watch->in_entry >= entry->length);
    }
    if (session->entry == watch->entry && !jumped(watch))
        return;
    watch->entry = session->entry;
    watch->in_entry = session->entry < watch->hand.timeline.entry_count
                          ? session->position - watch->hand.entries[session->entry].start
                          : 0;
    watch->from_start = true;
}

static void press(struct watch *watch, uint32_t *seed, tick *now)
{
    /* Mostly frames, now and then a long wait; quitting and seeking past the end stay rare. */
    tick passed = draw_number(seed, 40) == 0 ? (tick)draw_number(seed, 10 * 1000 * 1000)
                                             : (tick)draw_number(seed, 200 * 1000);
    struct request request = {.action = (enum action)draw_number(seed, ACTION_COUNT + 12)};
    if (request.action >= ACTION_COUNT)
        request.action = ACTION_NONE;
    if ((request.action == ACTION_QUIT || request.action == ACTION_LEAVE) && draw_number(seed, 8))
        request.action = ACTION_CONTINUE;
    request.rating = (int)draw_number(seed, 14) - 2;
    request.to = (tick)draw_number(seed, 200) * TICK_S - TICK_S;
    bool ran = runs(watch->session.mode) && passed <= SESSION_STALL;
    *now += passed;
    session_step(&watch->session, request, *now, &watch->effects);
    check_state(watch);
    check_cues(watch, *now);
    check_hold(watch, passed, ran);
}

static void nothing_breaks(void **state)
{
    (void)state;
    struct watch *watch = malloc(sizeof *watch);
    for (uint32_t run = 1; run <= SEEDS; run++) {
        uint32_t seed = run * 2654435761u;
        memset(watch, 0, sizeof *watch);
        build(&watch->hand, &seed);
        tick now = 1000 * TICK_S;
        struct session_options options = {
            .speed = 1, .volume = 80, .before = {true, 3}, .ask = true};
        session_init(&watch->session, &watch->hand.timeline, &options, now);
        for (int i = 0; i < PRESSES; i++)
            press(watch, &seed, &now);
    }
    free(watch);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(nothing_breaks)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
