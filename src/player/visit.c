// SPDX-License-Identifier: MIT
#include "player/visit.h"
#include "base/log.h"
#include "platform/clock.h"
#include "platform/signals.h"
#include "player/player.h"
#include "program/folders.h"
#include "program/language.h"
#include "program/look.h"
#include "sound/voice.h"

#include <stdio.h>
#include <string.h>

static bool usage_is_right(struct app *app, const struct options *options)
{
    if (options->given[OPTION_SIMULATE] && !options->given[OPTION_TERMINAL]) {
        fputs("unknot play: error: --simulate goes with --terminal\n", stderr);
        return false;
    }
    struct view_context look;
    return look_init(&look, app, options);
}

static bool open_front(struct player *player)
{
    const char *why = NULL;
    if (!player->options->given[OPTION_TERMINAL]) {
        if (front_window_open(player, &why))
            return true;
        fprintf(stderr, "unknot: there is no window: %s. Playing here in the terminal instead.\n",
                why);
    }
    if (front_terminal_open(player, &why))
        return true;
    log_error("%s", why);
    return false;
}

/* A simulated session is no session of the person's: it asks for no settings. */
static void use_settings(struct player *player, struct options *options)
{
    struct app *app = player->app;
    struct diag_list diags;
    diag_init(&diags, &app->arena);
    preferences_read(&app->arena, options, &diags, &player->preferences);
    bindings_init(&player->bindings, player->preferences.settings.keys, &diags);
    bindings_go_on(&player->bindings, player->go_on);
    options->go_on = player->go_on;
    app_print_list(&diags);
    struct settings wanted = player->preferences.settings;
    preferences_overlay(&wanted, options);
    keeper_init(&player->keeper, player->preferences.path, &wanted);
    if (player->visit == NULL)
        language_choose(app, options);
}

static struct sound *open_sound(const struct player *player, const struct routine *routine)
{
    const struct options *options = player->options;
    if (options->given[OPTION_SIMULATE])
        return NULL;
    struct sound_options wanted = {
        .manner = app_manner(player->app, routine),
        .ambience = options->ambience,
        .voice = !options->given[OPTION_NO_VOICE],
        .volume = options->volume,
        .muted = options->given[OPTION_MUTE],
        .speed = options->speed,
    };
    memcpy(wanted.volumes, options->volumes, sizeof wanted.volumes);
    if (player->app->assets != NULL)
        wanted.cues = arena_format(&player->app->arena, "%s/sounds", player->app->assets);
    return sound_create(&wanted, clock_now);
}

/* Scripted keys without a home screen and a place that was asked for leave no question, and a
 * simulated session is no session of the person's. */
static void find_place(struct player *player)
{
    const struct options *options = player->options;
    struct arena *arena = &player->app->arena;
    bool never = options->given[OPTION_NO_RESUME] || options->given[OPTION_SIMULATE] ||
                 (options->given[OPTION_KEYS] && player->visit == NULL);
    const char *file = never ? NULL : folders_place(arena, player->timeline->routine->id);
    bookmark_init(&player->bookmark, arena, file, player->timeline, &player->resume);
    if (options->given[OPTION_FROM] || (player->visit != NULL && player->visit->offered))
        player->resume = 0;
}

/* A session that runs by itself or faster than anybody moves, or whose routine is being written, is
 * none of the person's, unless they say where it is to be kept. A kiosk is nobody's own: it counts.
 */
static const char *history_file(const struct player *player)
{
    const struct options *options = player->options;
    const struct visit *visit = player->visit;
    struct arena *arena = &player->app->arena;
    bool kiosk = visit != NULL && visit->host != NULL;
    if (options->given[OPTION_NO_HISTORY] || options->given[OPTION_WATCH] || options->built_in ||
        (kiosk && !visit->counts))
        return NULL;
    if (options->given[OPTION_HISTORY])
        return options->history;
    if (options->given[OPTION_SIMULATE] || (options->given[OPTION_KEYS] && visit == NULL) ||
        options->speed > 1)
        return NULL;
    return kiosk ? folders_counts(arena) : folders_history(arena);
}

static void wake(void *context)
{
    struct player *player = context;
    if (player->front->wake != NULL)
        player->front->wake(player);
}

static void begin_diary(struct player *player)
{
    const struct diary_options wanted = {
        .file = history_file(player),
        .counts = player->visit != NULL && player->visit->host != NULL,
        .timeline = player->timeline,
        .whole = player->options->given[OPTION_FROM],
    };
    player->diary = diary_open(&wanted);
    bool shown = player->front->lingers && !wanted.counts;
    tally_init(&player->tally, shown ? wanted.file : NULL, player->options->have, wake, player);
}

static bool read_keys(struct player *player)
{
    player->keys = player->visit != NULL ? player->visit->keys : &player->own_keys;
    if (player->visit != NULL || player->options->keys == NULL)
        return true;
    bool read = key_script_read(&player->app->arena, player->options->keys, &player->app->diags,
                                &player->own_keys);
    if (!read)
        app_print_diags(player->app);
    return read;
}

/* How often a host hears that a session is still being made ready. */
#define PREPARE_SHOWN (200 * TICK_MS)

struct preparing {
    struct player *player;
    struct voice_measure voice;
    size_t lines;
    tick shown;
};

/* Who asked the program to end does not wait for lines that nobody will hear. A host is told of
 * lines that are done, and of nothing else: one that takes for ever is no sign of life. */
static tick measure_line(void *context, const char *text)
{
    struct preparing *preparing = context;
    struct player *player = preparing->player;
    const struct visit_host *host = player->visit != NULL ? player->visit->host : NULL;
    if (signals_quit_asked())
        return 0;
    tick length = preparing->voice.length(preparing->voice.context, text);
    tick now = player->front->now(player);
    preparing->lines++;
    if (host != NULL && now >= preparing->shown + PREPARE_SHOWN) {
        host->prepare(host->context, preparing->lines);
        player->front->show(player, now);
        preparing->shown = now;
    }
    return length;
}

/* A window shows its first picture before the voice is asked how long it takes for each line, which
 * takes longer than a person should look at nothing. */
static bool lay_out(struct player *player, const struct routine *routine)
{
    bool closed = player->options->given[OPTION_EYES_CLOSED];
    struct app *app = player->app;
    struct voice *voice = app_voice(app, routine);
    struct preparing preparing = {.player = player, .shown = player->front->now(player)};
    struct voice_measure measure = {measure_line, &preparing};
    if (voice != NULL)
        preparing.voice = voice_measure_of(voice);
    struct timeline_options wanted =
        app_layout_options(&app->arena, player->options, voice != NULL ? &measure : NULL,
                           language_words(app, routine->language), closed);
    player->timeline = timeline_compile(&app->arena, routine, &wanted, &app->diags);
    voice_destroy(voice);
    app_print_diags(player->app);
    return player->timeline != NULL && player->app->diags.errors == 0;
}

static enum exit_code play(struct player *player, const struct routine *routine)
{
    if (!open_front(player))
        return EXIT_LACKING;
    player_show_first(player);
    if (!lay_out(player, routine)) {
        player->front->close(player);
        return EXIT_BAD_FILES;
    }
    const struct voice_manner manner = app_manner(player->app, routine);
    player->other_layout = other_layout_start(player->options, player->timeline, &manner,
                                              !player->options->given[OPTION_EYES_CLOSED]);
    player->sound = open_sound(player, routine);
    updates_start(player);
    begin_diary(player);
    enum exit_code code = player_run(player);
    sound_destroy(player->sound);
    updates_end(&player->updates);
    other_layout_end(player->other_layout);
    return code;
}

enum exit_code play_in(struct app *app, const struct options *given, struct visit *visit)
{
    struct options options = *given;
    struct player player = {.app = app, .options = &options, .visit = visit};
    use_settings(&player, &options);
    if (!usage_is_right(app, &options))
        return EXIT_BAD_USAGE;
    bool given_one = visit != NULL && visit->routine != NULL;
    const struct routine *routine = given_one ? visit->routine : app_read(app, &options);
    if (routine != NULL)
        player.timeline = app_lay_out(app, &options, routine, NULL, false);
    if (routine == NULL || player.timeline == NULL || app->diags.errors > 0) {
        app_print_diags(app);
        return EXIT_BAD_FILES;
    }
    find_place(&player);
    if (visit != NULL && visit->offered)
        options.from = visit->resume;
    return read_keys(&player) ? play(&player, routine) : EXIT_BAD_FILES;
}
