// SPDX-License-Identifier: MIT
#include "app/command.h"
#include "app/look.h"
#include "app/player.h"
#include "base/log.h"
#include "platform/clock.h"

#include <stdio.h>

static bool usage_is_right(const struct options *options)
{
    if (options->given[OPTION_SIMULATE] && !options->given[OPTION_TERMINAL]) {
        fputs("unknot play: error: --simulate goes with --terminal\n", stderr);
        return false;
    }
    struct view_context look;
    return look_init(&look, options);
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

static struct sound *open_sound(const struct player *player)
{
    const struct options *options = player->options;
    if (options->given[OPTION_SIMULATE])
        return NULL;
    struct sound_options wanted = {
        .voice = !options->given[OPTION_NO_VOICE],
        .volume = options->volume,
        .muted = options->given[OPTION_MUTE],
        .speed = options->speed,
    };
    if (player->app->assets != NULL)
        wanted.cues = arena_format(&player->app->arena, "%s/sounds", player->app->assets);
    return sound_create(&wanted, clock_now);
}

static bool read_keys(struct player *player)
{
    if (player->options->keys == NULL)
        return true;
    bool read = key_script_read(&player->app->arena, player->options->keys, &player->app->diags,
                                &player->keys);
    if (!read)
        app_print_diags(player->app);
    return read;
}

enum exit_code command_play(struct app *app, const struct options *options)
{
    struct player player = {.app = app, .options = options};
    if (!usage_is_right(options))
        return EXIT_BAD_USAGE;
    /* Lines are measured when they are made; here only their order counts, so that a session
     * starts at once. */
    player.timeline = app_compile(app, options, NULL);
    if (player.timeline == NULL || !read_keys(&player))
        return EXIT_BAD_FILES;
    if (!open_front(&player))
        return EXIT_LACKING;
    player.sound = open_sound(&player);
    enum exit_code code = player_run(&player);
    sound_destroy(player.sound);
    return code;
}
