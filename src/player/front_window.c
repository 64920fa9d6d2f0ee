// SPDX-License-Identifier: MIT
#include "base/log.h"
#include "platform/clock.h"
#include "platform/platform.h"
#include "platform/signals.h"
#include "player/figures.h"
#include "player/player.h"
#include "program/folders.h"
#include "program/look.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The session in a window: each frame is a draw list made by the view. */
struct window_front {
    struct platform *platform;
    struct draw_list list;
    struct text_metrics metrics;
    struct figures figures;
    struct view_figures found;
    struct view_context view;
    struct focus_items targets; /* of the last picture */
    tick slept;                 /* of clock_slept, at the last look */
    bool shown;                 /* something has been */
    bool awake;                 /* the screen saver is kept away */
};

static struct window_front *state_of(const struct player *player)
{
    return player->front_state;
}

static tick window_now(struct player *player)
{
    (void)player;
    return clock_now();
}

static bool window_slept(struct player *player)
{
    struct window_front *state = state_of(player);
    tick before = state->slept;
    state->slept = clock_slept();
    return state->slept > before + CLOCK_SLEPT_LEAST;
}

static bool window_vanished(struct player *player)
{
    return platform_vanished(state_of(player)->platform);
}

static const struct visit_host *host_of(const struct player *player)
{
    return player->visit != NULL ? player->visit->host : NULL;
}

/* A signal ends it all; everything else the host sees first. */
static bool is_for_session(const struct player *player, const struct platform_input *input)
{
    const struct visit_host *host = host_of(player);
    return host == NULL || input->request.action == ACTION_QUIT ||
           host->press(host->context, input);
}

static bool window_take(struct player *player, struct request *request)
{
    struct platform_input input;
    while (platform_take(state_of(player)->platform, &input)) {
        *request = input.request;
        if (!platform_is_press(&input) || !is_for_session(player, &input))
            continue;
        int target = input.tapped ? focus_at(&state_of(player)->targets, input.x, input.y) : -1;
        if (target >= 0)
            *request = (struct request){.action = ACTION_PICK, .pick = target};
        if (request->action != ACTION_NONE)
            return true;
    }
    return false;
}

static struct key_names window_keys(struct player *player)
{
    return platform_key_names(state_of(player)->platform);
}

static void window_effect(struct player *player, const struct effect *effect)
{
    if (effect->kind == EFFECT_FULL_SCREEN)
        platform_toggle_full_screen(state_of(player)->platform);
}

static void keep_awake(struct window_front *state, enum session_mode mode)
{
    bool wanted = mode == SESSION_PLAYING || mode == SESSION_GATE || mode == SESSION_ASKING ||
                  mode == SESSION_OFFERING;
    if (wanted != state->awake)
        platform_keep_awake(state->platform, wanted);
    state->awake = wanted;
}

static void draw(struct player *player)
{
    struct window_front *state = state_of(player);
    platform_size(state->platform, &state->view.width, &state->view.height);
    if (state->view.width < 1)
        return; /* nobody sees it */
    state->view.no_sound = player->no_sound;
    state->view.keys = platform_key_names(state->platform);
    state->view.progress = player->tally.known ? &player->tally.progress : NULL;
    view_session(&state->view, &player->session);
    const struct visit_host *host = host_of(player);
    if (host != NULL)
        host->draw(host->context, &state->view, &player->session);
}

static void window_show(struct player *player, tick now)
{
    (void)now;
    struct window_front *state = state_of(player);
    keep_awake(state, player->session.mode);
    draw(player);
    if (platform_present(state->platform, &state->list) && !state->shown) {
        state->shown = true;
        log_info("the first picture is shown"); /* tests/bench/first_frame times this line */
    }
}

static void window_wait(struct player *player, tick until)
{
    platform_wait(state_of(player)->platform, until);
}

static void window_print_screen(struct player *player, tick now)
{
    (void)now;
    draw(player);
    draw_list_print(&state_of(player)->list, stdout);
    fflush(stdout);
}

static void window_change(struct player *player)
{
    struct window_front *state = state_of(player);
    struct edition *edition = player->updates.edition;
    state->found = figures_for_view(&edition->figures);
    state->view.body = edition->palette;
    state->view.safety = edition->safety;
    platform_refresh(state->platform);
}

/* The next frame shows them. */
static void window_notice(struct player *player)
{
    (void)player;
}

static void window_wake(struct player *player)
{
    platform_wake(state_of(player)->platform);
}

static void window_close(struct player *player)
{
    struct window_front *state = state_of(player);
    draw_list_finish(&state->list);
    platform_when_lost(state->platform, NULL, NULL);
    if (player->visit != NULL) {
        platform_keep_awake(state->platform, false);
    } else {
        platform_close(state->platform);
        signals_finish();
    }
    free(state);
    player->front_state = NULL;
}

static const struct front window_front = {
    .now = window_now,
    .slept = window_slept,
    .vanished = window_vanished,
    .keys = window_keys,
    .take = window_take,
    .effect = window_effect,
    .show = window_show,
    .wait = window_wait,
    .print_screen = window_print_screen,
    .change = window_change,
    .notice = window_notice,
    .close = window_close,
    .wake = window_wake,
    .lingers = true,
};

static void save(void *context)
{
    player_save(context);
}

/* A window of its own; on a visit there is one, set up by who opened it. */
static struct platform *open_platform(const struct player *player, const char **why)
{
    if (player->visit != NULL)
        return player->visit->platform;
    const struct options *options = player->options;
    int keys_on = player->preferences.settings.values[SETTING_KEYS_ON].number;
    const struct platform_options wanted = {
        .title = player->timeline->routine->title,
        .windowed = options->given[OPTION_WINDOWED] || options->given[OPTION_SIZE],
        .width = options->width,
        .height = options->height,
        .display = options->display,
        .bindings = &player->bindings,
        .gamepads = folders_gamepads(&player->app->arena),
    };
    signals_init();
    struct platform *platform = platform_open(&wanted, why);
    if (platform == NULL)
        signals_finish();
    else
        platform_name_keys(platform, (enum setting_keys_on)keys_on);
    return platform;
}

bool front_window_open(struct player *player, const char **why)
{
    struct view_context view;
    look_init(&view, player->app, player->options);
    struct platform *platform = open_platform(player, why);
    if (platform == NULL)
        return false;
    struct window_front *state = memory_alloc(sizeof *state);
    memset(state, 0, sizeof *state);
    state->platform = platform;
    state->slept = clock_slept();
    platform_when_lost(platform, save, player);
    platform_expect_seen(platform);
    draw_list_init(&state->list);
    state->metrics = platform_metrics(platform);
    figures_read_printing(&state->figures, player->app, player->timeline);
    state->found = figures_for_view(&state->figures);
    state->view = view;
    state->view.list = &state->list;
    state->view.notice = &player->updates.notice;
    state->view.metrics = &state->metrics;
    state->view.targets = &state->targets;
    state->view.figures = &state->found;
    state->view.safety = app_safety(player->app);
    player->front = &window_front;
    player->front_state = state;
    return true;
}
