// SPDX-License-Identifier: MIT
#include "player/player.h"

#include "platform/clock.h"
#include "platform/signals.h"
#include "platform/terminal.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The session as lines of text: each step, cue and caption with its time. Cues come ahead of time
 * and wait here until they are due. With --simulate the clock jumps from one event to the next.
 */
/* A line is cut beyond LINE bytes: a spoken one has at most 240 characters. */
enum { PENDING_CUES = 256, LINE = 1100 };

struct pending {
    const struct cue *cue;
    tick due;
};

struct terminal_front {
    bool simulated;
    tick simulated_now;
    bool quit_sent;
    tick slept;                           /* of clock_slept, at the last look */
    struct pending pending[PENDING_CUES]; /* in order of `due` */
    size_t pending_count;
    struct terminal terminal; /* keys from the keyboard, when stdin is one */
};

static struct terminal_front *state_of(const struct player *player)
{
    return player->front_state;
}

static tick terminal_now(struct player *player)
{
    const struct terminal_front *state = state_of(player);
    return state->simulated ? state->simulated_now : clock_now();
}

static bool terminal_slept(struct player *player)
{
    struct terminal_front *state = state_of(player);
    tick before = state->slept;
    state->slept = clock_slept();
    return state->slept > before + CLOCK_SLEPT_LEAST && !state->simulated;
}

static bool terminal_take(struct player *player, struct request *request)
{
    struct terminal_front *state = state_of(player);
    if (signals_quit_asked() && !state->quit_sent) {
        state->quit_sent = true;
        *request = (struct request){.action = ACTION_QUIT};
        return true;
    }
    return terminal_read(&state->terminal, request);
}

/* ---- what is printed ---- */

static void print_line(tick at, const char *text)
{
    char clock[TICK_TEXT];
    printf("%7s  %s\n", tick_clock(at, clock), text);
}

static void print_setup(const struct timeline *timeline, const struct entry *entry)
{
    const struct timeline_step *step = &timeline->steps[entry->step];
    char text[LINE], length[TICK_TEXT];
    snprintf(text, sizeof text, "%u of %zu: %s, %s to get ready", entry->step + 1,
             timeline->step_count, step->title, tick_words(entry->length, length));
    putchar('\n');
    print_line(entry->start, text);
}

static void print_work(const struct timeline *timeline, const struct entry *entry)
{
    (void)timeline;
    char text[LINE], side[32] = "", set[48] = "", amount[48], length[TICK_TEXT];
    if (entry->side != SIDE_NONE)
        snprintf(side, sizeof side, ", %s side", side_name(entry->side));
    if (entry->of_sets > 1)
        snprintf(set, sizeof set, ", set %d of %d", entry->set, entry->of_sets);
    if (entry->gate)
        snprintf(amount, sizeof amount, " (Enter goes on)");
    else if (entry->reps > 0)
        snprintf(amount, sizeof amount, ", %d times", entry->reps);
    else
        snprintf(amount, sizeof amount, ", %s", tick_words(entry->length, length));
    snprintf(text, sizeof text, "%s%s%s%s", entry->title, side, set, amount);
    print_line(entry->start, text);
}

static void print_rest(const struct timeline *timeline, const struct entry *entry)
{
    (void)timeline;
    char text[LINE], length[TICK_TEXT];
    snprintf(text, sizeof text, "Rest, %s", tick_words(entry->length, length));
    print_line(entry->start, text);
}

static void print_switch(const struct timeline *timeline, const struct entry *entry)
{
    (void)timeline;
    char text[LINE];
    snprintf(text, sizeof text, "Switch to the %s side", side_name(entry->side));
    print_line(entry->start, text);
}

static void print_wait(const struct timeline *timeline, const struct entry *entry)
{
    (void)timeline;
    char text[LINE];
    snprintf(text, sizeof text, "%s (Enter goes on)", entry->title);
    print_line(entry->start, text);
}

static void print_ask(const struct timeline *timeline, const struct entry *entry)
{
    (void)timeline;
    print_line(entry->start, "How does your back feel, from 0 to 10? (Enter goes on)");
}

static void (*const print_entry[ENTRY_KINDS])(const struct timeline *, const struct entry *) = {
    [ENTRY_SETUP] = print_setup,   [ENTRY_WORK] = print_work, [ENTRY_REST] = print_rest,
    [ENTRY_SWITCH] = print_switch, [ENTRY_WAIT] = print_wait, [ENTRY_ASK] = print_ask,
};

/* A spoken line stands in quotes, one that is only shown in brackets. */
static void print_cue(const struct cue *cue)
{
    if (cue->kind == CUE_SAY && cue->text == NULL && cue->caption[0] == '\0')
        return; /* an empty caption only clears the screen */
    char text[LINE];
    if (cue->kind == CUE_SAY && cue->text != NULL)
        snprintf(text, sizeof text, "  \"%s\"", cue->text);
    else if (cue->kind == CUE_SAY)
        snprintf(text, sizeof text, "  (%s)", cue->caption);
    else
        snprintf(text, sizeof text, "  * %s", cue_kind_name(cue->kind));
    print_line(cue->at, text);
}

static void terminal_effect(struct player *player, const struct effect *effect)
{
    struct terminal_front *state = state_of(player);
    const struct timeline *timeline = player->timeline;
    char text[LINE];
    switch (effect->kind) {
    case EFFECT_CUE:
        if (state->pending_count < PENDING_CUES)
            state->pending[state->pending_count++] = (struct pending){effect->cue, effect->due};
        break;
    case EFFECT_FLUSH:
        state->pending_count = 0;
        break;
    case EFFECT_SOUND:
        snprintf(text, sizeof text, "  * %s", cue_kind_name(effect->sound));
        print_line(player->session.position, text);
        break;
    case EFFECT_SAY:
        snprintf(text, sizeof text, "  \"%s\"", effect->text);
        print_line(player->session.position, text);
        break;
    case EFFECT_OFFER:
        snprintf(text, sizeof text,
                 "You left here. Enter: go on. R: begin anew. In %d s it goes on.",
                 (int)(SESSION_OFFER / TICK_S));
        print_line(player->session.resume, text);
        break;
    case EFFECT_ENTRY:
        print_entry[timeline->entries[effect->entry].kind](timeline,
                                                           &timeline->entries[effect->entry]);
        break;
    case EFFECT_RATED:
        snprintf(text, sizeof text, "Noted: %d of 10", effect->rating);
        print_line(player->session.position, text);
        break;
    case EFFECT_FINISHED:
        print_line(player->session.position, "Done. Well done.");
        break;
    case EFFECT_LEFT:
        print_line(player->session.position, "Stopped.");
        break;
    default:
        break;
    }
}

static void print_due(struct terminal_front *state, tick now)
{
    size_t kept = 0;
    for (size_t i = 0; i < state->pending_count; i++) {
        if (state->pending[i].due <= now)
            print_cue(state->pending[i].cue);
        else
            state->pending[kept++] = state->pending[i];
    }
    state->pending_count = kept;
}

static void terminal_show(struct player *player, tick now)
{
    struct terminal_front *state = state_of(player);
    bool over = player->session.mode == SESSION_FINISHED;
    print_due(state, over ? TICK_NEVER : now);
    fflush(stdout);
}

/* Nothing is drawn, so a running step needs no frame before its next cue or entry. */
static tick next_line(const struct player *player, tick now)
{
    const struct terminal_front *state = state_of(player);
    const struct session *session = &player->session;
    tick next = now + SESSION_LOOKAHEAD / 2;
    for (size_t i = 0; i < state->pending_count; i++)
        next = state->pending[i].due < next ? state->pending[i].due : next;
    if (session->mode == SESSION_PLAYING && session->entry < player->timeline->entry_count) {
        const struct entry *entry = &player->timeline->entries[session->entry];
        double left = (double)(entry->start + entry->length - session->position);
        tick end = now + (tick)(left / session->speed) + 1;
        next = end < next ? end : next;
    }
    return next > now ? next : now + 1;
}

/* Nothing moves without a press, and no press is left. */
static bool waits_for_ever(const struct player *player)
{
    const struct session *session = &player->session;
    if (key_script_next(player->keys) != TICK_NEVER || session->mode == SESSION_PLAYING)
        return false;
    bool gate = session->mode == SESSION_GATE || session->mode == SESSION_ASKING;
    return !gate || player->timeline->entries[session->entry].at_most == 0;
}

static void terminal_wait(struct player *player, tick until)
{
    struct terminal_front *state = state_of(player);
    tick now = terminal_now(player);
    tick next = next_line(player, now);
    /* `until` is "now" while a figure moves; only an earlier key press counts here. */
    if (until > now && until < next)
        next = until;
    if (state->simulated && waits_for_ever(player))
        player->over = true;
    else if (state->simulated)
        state->simulated_now = next;
    else
        terminal_sleep(&state->terminal, next);
}

static void terminal_print_screen(struct player *player, tick now)
{
    (void)now;
    struct moment moment;
    session_moment(&player->session, &moment);
    char clock[TICK_TEXT], left[TICK_TEXT];
    printf("         [%s, %s gone, %s left in this]\n", moment.entry->title,
           tick_clock(player->session.position, clock), tick_countdown(moment.left, left));
}

static void terminal_change(struct player *player)
{
    print_line(player->session.position, "  (updated)");
}

static void terminal_notice(struct player *player)
{
    struct edition *mistaken = player->updates.mistaken;
    print_line(player->session.position,
               mistaken != NULL ? "  (this file has mistakes; it plays on as it was)"
                                : "  (this file has mistakes; it plays on without them)");
    diag_print(&(mistaken != NULL ? mistaken : player->updates.edition)->app.diags, stdout, false);
}

static void terminal_close(struct player *player)
{
    struct terminal_front *state = state_of(player);
    terminal_finish(&state->terminal);
    signals_finish();
    free(state);
    player->front_state = NULL;
}

static const struct front terminal_front = {
    .now = terminal_now,
    .slept = terminal_slept,
    .take = terminal_take,
    .effect = terminal_effect,
    .show = terminal_show,
    .wait = terminal_wait,
    .print_screen = terminal_print_screen,
    .change = terminal_change,
    .notice = terminal_notice,
    .close = terminal_close,
};

bool front_terminal_open(struct player *player, const char **why)
{
    (void)why;
    struct terminal_front *state = memory_alloc(sizeof *state);
    memset(state, 0, sizeof *state);
    state->slept = clock_slept();
    state->simulated = player->options->given[OPTION_SIMULATE];
    signals_init();
    terminal_init(&state->terminal);
    player->front = &terminal_front;
    player->front_state = state;
    printf("%s. Space: pause. Right: next. Esc: leave.\n", player->timeline->routine->title);
    return true;
}
