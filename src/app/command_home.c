// SPDX-License-Identifier: MIT
#include "base/log.h"
#include "platform/bindings.h"
#include "platform/clock.h"
#include "platform/signals.h"
#include "player/keeper.h"
#include "player/sample.h"
#include "player/tally.h"
#include "player/visit.h"
#include "program/command.h"
#include "program/folders.h"
#include "program/language.h"
#include "program/look.h"
#include "program/preferences.h"
#include "program/shelf.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Texts that take longer than this to read, and all figures, wait until the first picture is shown.
 */
#define READ_BEFORE_FIRST (30 * TICK_MS)

/* The home screen in its window, and the sessions that are begun there. */
struct house {
    struct app *app;
    struct options options; /* as the person wants them now */
    struct preferences preferences;
    struct wishes wishes; /* the same, as the screen changes them */
    struct keeper keeper;
    struct tally tally;
    struct sample sample; /* while the settings are on the screen */
    bool stale;           /* the shelf is not as it would be with the settings of now */
    struct bindings bindings;
    struct platform *platform;
    struct shelf shelf;
    struct view_figures figures;
    struct view_context view;
    struct text_metrics metrics;
    struct draw_list list;
    struct home home;
    struct focus_items items;
    struct key_script keys;
    tick started;
    bool shown, over;
    enum exit_code code;
};

static void draw(struct house *house)
{
    shelf_offer(&house->shelf, &house->wishes);
    house->shelf.content.wishes = &house->wishes;
    bool kept = house->tally.file != NULL && !house->options.given[OPTION_NO_HISTORY];
    house->shelf.content.progress = kept ? &house->tally.progress : NULL;
    platform_size(house->platform, &house->view.width, &house->view.height);
    if (house->view.width < 1)
        return; /* nobody sees it */
    house->view.keys = platform_key_names(house->platform);
    house->view.safety = tips_safety(house->shelf.content.tips);
    view_home(&house->view, &house->home, &house->shelf.content, &house->items);
}

static void show(struct house *house)
{
    draw(house);
    if (platform_present(house->platform, &house->list) && !house->shown) {
        house->shown = true;
        log_info("the first picture is shown"); /* tests/bench/first_frame times this line */
    }
}

static void open_shelf(struct house *house)
{
    tick until = clock_now() + READ_BEFORE_FIRST;
    shelf_open(&house->shelf, &house->options);
    while (house->shelf.read < house->shelf.content.count && clock_now() < until)
        shelf_read_next(&house->shelf);
}

static void reload(struct house *house)
{
    house->stale = false;
    shelf_close(&house->shelf);
    open_shelf(house);
    house->stale = false;
    home_return(&house->home, &house->shelf.content, clock_now());
}

/* A look that cannot be had leaves things as they are: it was said why. */
static void look_anew(struct house *house)
{
    struct view_context view;
    if (!look_init(&view, house->app, &house->options))
        return;
    house->view.theme = view.theme;
    house->view.body = view.body;
    house->view.reduced_motion = view.reduced_motion;
    house->view.words = view.words;
}

static void name_keys(struct house *house)
{
    int on = house->wishes.now.values[SETTING_KEYS_ON].number;
    platform_name_keys(house->platform, (enum setting_keys_on)on);
}

/* It counts at once, and is kept as soon as it has settled. */
static void use_change(struct house *house, enum setting setting)
{
    preferences_put(&house->options, &house->wishes.now, setting);
    keeper_note(&house->keeper, setting, &house->wishes.now.values[setting], clock_now());
    if (setting == SETTING_LANGUAGE)
        language_choose(house->app, &house->options);
    if (setting == SETTING_KEYS_ON)
        name_keys(house);
    house->stale |= setting == SETTING_LANGUAGE || setting == SETTING_EQUIPMENT;
    if (setting == SETTING_EQUIPMENT)
        tally_have(&house->tally, house->options.have);
    if (setting == SETTING_EQUIPMENT && house->home.place == HOME_BEFORE)
        shelf_read_again(&house->shelf, house->home.card);
    if (setting == SETTING_HISTORY && !house->options.given[OPTION_NO_HISTORY])
        tally_ask(&house->tally);
    look_anew(house);
    sample_play(&house->sample, house->app, &house->options, setting);
}

static void close_sample(struct house *house)
{
    if (house->home.place != HOME_SETTINGS || house->over)
        sample_close(&house->sample);
}

/* The routines in another language, or for other things at hand. */
static void reload_when_stale(struct house *house)
{
    int focus = house->home.focus;
    if (!house->stale || house->home.place != HOME_CARDS)
        return;
    reload(house);
    house->home.focus = focus;
}

/* What + and - set in a session is the volume from then on. */
static void take_volume(struct house *house, int volume)
{
    house->options.volume = house->wishes.now.values[SETTING_VOLUME].number = volume;
    keeper_init(&house->keeper, house->preferences.path, &house->wishes.now);
}

/* As the command line would have played it, with memory of its own. */
static void play(struct house *house)
{
    char *path = (char *)house->shelf.content.cards[house->home.card].path;
    struct options options = house->options;
    struct visit visit = {.platform = house->platform,
                          .keys = &house->keys,
                          .started = house->started,
                          .volume = options.volume,
                          .before = house->home.comfort};
    const struct home_card *card = &house->shelf.content.cards[house->home.card];
    visit.offered = card->resume > 0;
    visit.resume = house->home.resume ? card->resume : 0;
    struct app app;
    options.arguments = &path;
    options.argument_count = 1;
    keeper_finish(&house->keeper);
    app_init(&app, &options);
    play_in(&app, &options, &visit);
    app_finish(&app);
    house->over = visit.quit;
    take_volume(house, visit.volume);
    if (!house->options.given[OPTION_NO_HISTORY])
        tally_ask(&house->tally);
    reload(house);
}

static void step(struct house *house, const struct home_input *input)
{
    switch (home_step(&house->home, &house->shelf.content, &house->items, input, clock_now())) {
    case HOME_PLAY:
        play(house);
        break;
    case HOME_CHANGED:
        use_change(house, house->home.changed);
        break;
    case HOME_RELOAD:
        reload(house);
        break;
    case HOME_FULL_SCREEN:
        platform_toggle_full_screen(house->platform);
        break;
    case HOME_CLOSE:
        house->over = true;
        break;
    case HOME_TICKED:
        tally_tick(&house->tally, house->home.ticked);
        break;
    case HOME_NOTHING:
        break;
    }
    close_sample(house);
    reload_when_stale(house);
    draw(house); /* the next press is about what this one led to */
}

/* Scripted presses count time from the first picture, at the speed of the sessions. */
static tick script_time(const struct house *house)
{
    return key_script_time(house->started, house->options.speed, clock_now());
}

static void take_script(struct house *house)
{
    const struct key_press *press;
    while (!house->over && (press = key_script_take(&house->keys, script_time(house))) != NULL) {
        draw(house);
        if (press->print_screen)
            draw_list_print(&house->list, stdout);
        else
            step(house, &(struct home_input){.action = press->request.action,
                                             .rating = press->request.rating});
    }
    fflush(stdout);
}

static void take_presses(struct house *house)
{
    struct platform_input input;
    while (!house->over && platform_take(house->platform, &input))
        if (!input.pointed || focus_at(&house->items, input.x, input.y) != house->home.focus)
            step(house, &(struct home_input){.action = input.request.action,
                                             .tapped = input.tapped,
                                             .pointed = input.pointed,
                                             .notches = input.notches,
                                             .dragged = input.dragged,
                                             .lifted = input.lifted,
                                             .rating = input.request.rating,
                                             .x = input.x,
                                             .y = input.y});
}

static tick next_frame(const struct house *house)
{
    tick now = clock_now(), next = home_next_change(&house->home, &house->shelf.content, now);
    tick press = key_script_due(&house->keys, house->started, house->options.speed);
    tick keep = keeper_next(&house->keeper), day = tally_next(&house->tally);
    next = keep < next ? keep : next;
    if (day != TICK_NEVER && now + day < next)
        next = now + day;
    return press < next ? press : next;
}

static void run(struct house *house)
{
    home_init(&house->home, clock_now());
    show(house);
    house->started = clock_now();
    if (!house->options.given[OPTION_NO_HISTORY])
        tally_ask(&house->tally);
    while (!house->over) {
        take_script(house);
        take_presses(house);
        if (!house->over)
            step(house, &(struct home_input){.action = ACTION_NONE});
        if (house->over)
            break;
        keeper_look(&house->keeper, clock_now());
        sample_tend(&house->sample);
        tally_look(&house->tally);
        bool more = shelf_read_next(&house->shelf); /* which may be another one than before */
        show(house);
        if (!more)
            platform_wait(house->platform, next_frame(house));
    }
}

static void use_settings(struct house *house, struct app *app)
{
    struct diag_list diags;
    diag_init(&diags, &app->arena);
    preferences_read(&app->arena, &house->options, &diags, &house->preferences);
    bindings_init(&house->bindings, house->preferences.settings.keys, &diags);
    app_print_list(&diags);
    house->wishes.now = house->preferences.settings;
    preferences_overlay(&house->wishes.now, &house->options);
    keeper_init(&house->keeper, house->preferences.path, &house->wishes.now);
    language_choose(app, &house->options);
}

static bool open_window(struct house *house, struct app *app, const char **why)
{
    const struct options *options = &house->options;
    const struct platform_options wanted = {
        .title = "unknot",
        .windowed = options->given[OPTION_WINDOWED] || options->given[OPTION_SIZE],
        .width = options->width,
        .height = options->height,
        .display = options->display,
        .bindings = &house->bindings,
        .gamepads = folders_gamepads(&app->arena),
    };
    signals_init();
    house->platform = platform_open(&wanted, why);
    if (house->platform == NULL) {
        signals_finish();
        return false;
    }
    name_keys(house);
    draw_list_init(&house->list);
    house->metrics = platform_metrics(house->platform);
    house->figures = shelf_figures(&house->shelf);
    house->view.list = &house->list;
    house->view.metrics = &house->metrics;
    house->view.figures = &house->figures;
    return true;
}

static void close_window(struct house *house)
{
    sample_close(&house->sample);
    draw_list_finish(&house->list);
    platform_close(house->platform);
    signals_finish();
}

static bool read_keys(struct house *house, struct app *app)
{
    const char *path = house->options.keys;
    if (path == NULL || key_script_read(&app->arena, path, &app->diags, &house->keys))
        return true;
    app_print_diags(app);
    return false;
}

static void wake(void *platform)
{
    platform_wake(platform);
}

static void begin_tally(struct house *house, struct app *app)
{
    const struct options *options = &house->options;
    const char *file =
        options->given[OPTION_HISTORY] ? options->history : folders_history(&app->arena);
    tally_init(&house->tally, file, house->options.have, wake, house->platform);
}

enum exit_code command_home(struct app *app, const struct options *options)
{
    struct house *house = memory_alloc(sizeof *house);
    memset(house, 0, sizeof *house);
    house->app = app;
    house->options = *options;
    const char *why = NULL;
    enum exit_code code = EXIT_DONE;
    use_settings(house, app);
    if (!look_init(&house->view, app, &house->options)) {
        code = EXIT_BAD_USAGE;
    } else if (!read_keys(house, app)) {
        code = EXIT_BAD_FILES;
    } else if (!open_window(house, app, &why)) {
        log_error("there is no window: %s", why);
        code = EXIT_LACKING;
    } else {
        open_shelf(house);
        begin_tally(house, app);
        run(house);
        tally_finish(&house->tally);
        keeper_finish(&house->keeper);
        shelf_close(&house->shelf);
        close_window(house);
    }
    free(house);
    return code;
}
