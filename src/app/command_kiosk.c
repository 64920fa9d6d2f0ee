// SPDX-License-Identifier: MIT
#include "app/command.h"
#include "app/folders.h"
#include "app/kiosk_files.h"
#include "app/kiosk_watch.h"
#include "app/language.h"
#include "app/lifeline.h"
#include "app/look.h"
#include "app/only_one.h"
#include "app/preferences.h"
#include "app/sample.h"
#include "app/visit.h"
#include "base/log.h"
#include "platform/clock.h"
#include "platform/signals.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The chime rings out, then the sound device is given back. */
#define CHIME_LASTS (6 * TICK_S)

/* A kiosk in its window, and the sessions that are played there. */
struct office {
    struct app *app;
    struct only_one one; /* on this display, with this state folder */
    struct lifeline lifeline;
    struct kiosk_files files;
    struct kiosk_watch watch;
    struct preferences preferences; /* none: as usual */
    struct zone zone;
    struct kiosk kiosk;
    struct kiosk_world world;
    const char *tries; /* where those at the PIN are kept; NULL: nowhere */
    struct platform *platform;
    struct view_figures figures;
    struct view_context view;
    struct text_metrics metrics;
    struct draw_list list;
    struct focus_items items;
    struct sample chime;
    tick chime_until;
    struct key_script keys;
    tick started;
    bool awake;     /* the screen saver is kept away, and the displays are on */
    tick off_again; /* while they sleep: when they are switched off, whoever moved a mouse */
    bool over;
    enum exit_code code;
};

static struct clocks moment_now(void)
{
    return (struct clocks){.wall = clock_wall(), .now = clock_now()};
}

static void apply(struct office *office, enum kiosk_effect effect);

static void draw(struct office *office)
{
    platform_size(office->platform, &office->view.width, &office->view.height);
    if (office->view.width < 1)
        return; /* nobody sees it */
    office->view.keys = platform_key_names(office->platform);
    office->view.safety = tips_safety(office->files.content.offered.tips);
    view_kiosk(&office->view, &office->kiosk, &office->world, &office->items);
}

static void tend_display(struct office *office)
{
    bool wanted = !kiosk_sleeps(&office->kiosk);
    tick now = clock_now();
    if (wanted == office->awake && (wanted || now < office->off_again))
        return;
    platform_keep_awake(office->platform, wanted);
    platform_power(office->platform, wanted);
    office->awake = wanted;
    office->off_again = now + TICK_MIN;
}

static void show(struct office *office)
{
    tend_display(office);
    draw(office);
    platform_present(office->platform, &office->list);
}

static void look_anew(struct office *office)
{
    language_choose(office->app, &office->files.options);
    office->view.words = office->app->words;
}

/* From the thread that watches. */
static void wake(void *context)
{
    const struct office *office = context;
    platform_wake(office->platform);
}

static void watch_before(struct office *office)
{
    struct text_list paths = kiosk_files_paths(&office->files);
    kiosk_watch_before(&office->watch, &paths);
}

static void watch_files(struct office *office)
{
    struct text_list paths = kiosk_files_paths(&office->files);
    kiosk_watch_begin(&office->watch, &paths);
}

static void read_files(struct office *office)
{
    log_info("the kiosk reads its files anew");
    lifeline_reloading(&office->lifeline);
    sample_close(&office->chime);
    platform_keep_in(office->platform, &(struct kiosk_chord){0}); /* the old one goes */
    watch_before(office);
    kiosk_files_reload(&office->files);
    watch_files(office);
    platform_keep_in(office->platform, &office->files.config.leave.chord);
    office->kiosk.language = 0;
    kiosk_reload(&office->kiosk, &office->world, moment_now());
    look_anew(office);
    lifeline_status_file(&office->lifeline, office->files.config.status);
    lifeline_reloaded(&office->lifeline);
}

static void look_at_files(struct office *office)
{
    if (signals_reload_asked() || kiosk_watch_changed(&office->watch))
        read_files(office);
}

static void other_language(struct office *office)
{
    sample_close(&office->chime);
    kiosk_files_speak(&office->files, office->kiosk.language);
    look_anew(office);
}

static int volume_now(const struct office *office)
{
    return calendar_volume(&office->files.config, civil_local(&office->zone, clock_wall()));
}

static void ring(struct office *office)
{
    office->files.options.volume = volume_now(office);
    sample_play(&office->chime, &office->files.shelf.app, &office->files.options, SETTING_VOLUME);
    office->chime_until = clock_now() + CHIME_LASTS;
}

static void tend_chime(struct office *office)
{
    sample_tend(&office->chime);
    if (office->chime.sound != NULL && clock_now() >= office->chime_until)
        sample_close(&office->chime);
}

static void keep_tries(struct office *office)
{
    char why[SETTINGS_WHY];
    if (office->tries != NULL &&
        !chord_keep(office->tries, &office->kiosk.chord, clock_wall(), why))
        log_warning("%s: %s", office->tries, why);
}

/* ---- for those who look after it from elsewhere */

static const char *state_name(enum kiosk_place place)
{
    static const char *const names[KIOSK_PLACES] = {
        [KIOSK_IDLE] = "idle",       [KIOSK_CHOOSE] = "choosing", [KIOSK_NOTICE] = "notice",
        [KIOSK_SESSION] = "session", [KIOSK_THANKS] = "thanks",
    };
    return names[place];
}

/* After each picture. */
static void beat(struct office *office, tick state)
{
    struct status_facts *facts = &office->lifeline.facts;
    const struct kiosk *kiosk = &office->kiosk;
    facts->state = state_name(kiosk->place);
    facts->next_break = kiosk->next_known ? schedule_shown(&kiosk->schedule) : STATUS_NONE;
    facts->errors = office->files.errors;
    facts->config_good = facts->errors == 0;
    lifeline_beat(&office->lifeline, office->platform, state, clock_now());
}

static void note_session(struct office *office, const char *path, bool finished)
{
    struct status_facts *facts = &office->lifeline.facts;
    const char *slash = strrchr(path, '/'), *name = slash != NULL ? slash + 1 : path;
    facts->last_session.ended = clock_wall();
    facts->last_session.finished = finished;
    snprintf(facts->last_session.routine, STATUS_ID, "%s", name);
    facts->last_session.routine[strcspn(facts->last_session.routine, ".")] = '\0';
}

/* ---- while a session plays */

static struct kiosk_input input_of(const struct office *office, const struct platform_input *input)
{
    return (struct kiosk_input){.action = input->request.action,
                                .digit = input->request.rating,
                                .chord = input->chord,
                                .tapped = input->tapped,
                                .x = input->x,
                                .y = input->y,
                                .moves = {input->notches, input->dragged, input->lifted},
                                .width = (int)office->view.width,
                                .height = (int)office->view.height};
}

static bool host_press(void *context, const struct platform_input *input)
{
    struct office *office = context;
    struct kiosk_input given = input_of(office, input);
    apply(office, kiosk_step(&office->kiosk, &office->world, &office->items, &given, moment_now()));
    return office->kiosk.passes && !office->over;
}

static void host_prepare(void *context, size_t lines)
{
    beat(context, (tick)lines);
}

static enum action host_attend(void *context, const struct session *session)
{
    struct office *office = context;
    enum action action = kiosk_attend(&office->kiosk, &office->world, session, moment_now());
    beat(office, session->mode == SESSION_PLAYING ? session->position : clock_now());
    return office->over ? ACTION_QUIT : action;
}

static tick host_next(void *context)
{
    const struct office *office = context;
    tick next = kiosk_next_change(&office->kiosk, &office->world, moment_now());
    tick told = lifeline_next(&office->lifeline, clock_now());
    return told < next ? told : next;
}

static void host_draw(void *context, const struct view_context *view, const struct session *session)
{
    struct office *office = context;
    office->view.width = view->width;
    office->view.height = view->height;
    if (session->mode == SESSION_FINISHED)
        view_kiosk(view, &office->kiosk, &office->world, &office->items);
    else
        view_kiosk_over(view, &office->kiosk, &office->world, &office->items);
}

/* What was pressed before it began is not meant for it. */
static void drop_presses(struct office *office)
{
    struct platform_input input;
    while (!office->over && platform_take(office->platform, &input))
        office->over = input.request.action == ACTION_QUIT;
}

/* As the command line would have played it, with memory of its own; but the edition that was
 * offered, whatever became of its file. */
static void play(struct office *office)
{
    const struct visit_host host = {office,      host_press, host_prepare,
                                    host_attend, host_next,  host_draw};
    char *path = (char *)office->kiosk.card->path;
    struct options options = office->files.options;
    options.arguments = &path;
    options.argument_count = 1;
    options.volume = volume_now(office);
    options.given[OPTION_VOLUME] = true;
    struct visit visit = {.platform = office->platform,
                          .keys = &office->keys,
                          .started = office->started,
                          .volume = options.volume,
                          .routine = office->kiosk.card->routine,
                          .host = &host,
                          .counts = office->files.config.keep == KIOSK_KEEP_COUNTS};
    struct app app;
    sample_close(&office->chime);
    tend_display(office); /* a gamepad does not switch it on */
    drop_presses(office);
    app_init(&app, &options);
    enum exit_code code = office->over ? EXIT_STOPPED : play_in(&app, &options, &visit);
    app_finish(&app);
    note_session(office, path, code == EXIT_DONE);
    office->over |= visit.quit;
    office->awake = false;
    kiosk_return(&office->kiosk, &office->world, code == EXIT_DONE, moment_now());
}

/* ---- outside */

static void end(struct office *office, enum exit_code code)
{
    office->over = true;
    office->code = code;
}

static void apply(struct office *office, enum kiosk_effect effect)
{
    switch (effect) {
    case KIOSK_CHIME:
        ring(office);
        break;
    case KIOSK_PLAY:
        play(office);
        break;
    case KIOSK_OTHER_LANGUAGE:
        other_language(office);
        break;
    case KIOSK_KEEP:
        keep_tries(office);
        apply(office, kiosk_kept(&office->kiosk, &office->world, clock_now()));
        break;
    case KIOSK_RESTART:
        log_info("the kiosk begins anew, as it does every night");
        end(office, EXIT_DONE);
        break;
    case KIOSK_LEAVE:
        keep_tries(office);
        end(office, EXIT_STOPPED);
        break;
    case KIOSK_NOTHING:
        break;
    }
}

static void step(struct office *office, const struct platform_input *input)
{
    struct kiosk_input given;
    if (input != NULL)
        given = input_of(office, input);
    apply(office, kiosk_step(&office->kiosk, &office->world, &office->items,
                             input != NULL ? &given : NULL, moment_now()));
    if (!office->over && input != NULL)
        draw(office); /* the next press is about what this one led to */
}

/* Scripted presses count time from the first picture, at the speed of the sessions. */
static tick script_time(const struct office *office)
{
    return (tick)((double)(clock_now() - office->started) * office->files.options.speed);
}

static void take_script(struct office *office)
{
    const struct key_press *press;
    while (!office->over && (press = key_script_take(&office->keys, script_time(office))) != NULL) {
        draw(office);
        if (press->print_screen)
            draw_list_print(&office->list, stdout);
        else
            step(office, &(struct platform_input){.request = press->request});
    }
    fflush(stdout);
}

/* Nothing but a signal asks to end it. */
static void take_presses(struct office *office)
{
    struct platform_input input;
    while (!office->over && platform_take(office->platform, &input)) {
        if (input.request.action == ACTION_QUIT)
            end(office, EXIT_DONE);
        else if (platform_is_press(&input) || input.dragged != 0 || input.lifted)
            step(office, &input);
    }
}

static tick next_frame(struct office *office)
{
    tick next = host_next(office);
    tick press = key_script_next(&office->keys);
    if (press == TICK_NEVER)
        return next;
    tick due = office->started + (tick)((double)press / office->files.options.speed) + 1;
    return due < next ? due : next;
}

/* What has its time while nobody is there. */
static void tend(struct office *office)
{
    look_at_files(office);
    if (lifeline_safe_is_over(&office->lifeline)) {
        log_warning("safe mode is over: the kiosk begins anew, as usual");
        end(office, EXIT_DONE);
    }
}

static void run(struct office *office)
{
    show(office);
    beat(office, office->kiosk.last_now);
    log_info("the kiosk is shown");
    office->started = clock_now();
    while (!office->over) {
        take_script(office);
        take_presses(office);
        if (!office->over)
            step(office, NULL);
        if (office->over)
            break;
        if (office->kiosk.place == KIOSK_IDLE)
            tend(office);
        tend_chime(office);
        show(office);
        beat(office, office->kiosk.last_now);
        platform_wait(office->platform, next_frame(office));
    }
}

static bool open_window(struct office *office, const char **why)
{
    const struct options *options = &office->files.options;
    const struct platform_options wanted = {
        .title = "unknot",
        .windowed = options->given[OPTION_WINDOWED] || options->given[OPTION_SIZE],
        .width = options->width,
        .height = options->height,
        .display = options->display,
        .no_card = options->built_in,
    };
    signals_init();
    signals_keep_in();
    office->platform = platform_open(&wanted, why);
    if (office->platform == NULL) {
        signals_finish();
        return false;
    }
    platform_keep_in(office->platform, &office->files.config.leave.chord);
    watch_files(office);
    draw_list_init(&office->list);
    office->metrics = platform_metrics(office->platform);
    office->figures = shelf_figures(&office->files.shelf);
    office->view.list = &office->list;
    office->view.metrics = &office->metrics;
    office->view.figures = &office->figures;
    return true;
}

static void close_window(struct office *office)
{
    sample_close(&office->chime);
    kiosk_watch_stop(&office->watch);
    draw_list_finish(&office->list);
    platform_close(office->platform);
    signals_finish();
}

/* A kiosk is nobody's own: it neither uses settings nor keeps any. */
static void use_files(struct office *office, const struct options *options)
{
    struct options wanted = *options;
    struct diag_list diags;
    wanted.given[OPTION_NO_SETTINGS] = wanted.given[OPTION_NO_RESUME] = true;
    wanted.built_in = lifeline_safe(&office->lifeline);
    wanted.given[OPTION_NO_VOICE] |= wanted.built_in;
    diag_init(&diags, &office->app->arena);
    preferences_read(&office->app->arena, &wanted, &diags, &office->preferences);
    kiosk_files_open(&office->files, &wanted);
    kiosk_watch_init(&office->watch, wake, office);
    watch_before(office);
    lifeline_status_file(&office->lifeline, office->files.config.status);
    office->zone = (struct zone){.offset = clock_offset};
    office->world = (struct kiosk_world){
        .config = &office->files.config, .zone = &office->zone, .content = &office->files.content};
    kiosk_init(&office->kiosk, &office->world, moment_now());
    office->tries = folders_state(&office->app->arena, "kiosk-tries.yaml");
    if (office->tries != NULL)
        chord_read(office->tries, &office->kiosk.chord, clock_wall(), clock_now());
    language_choose(office->app, &office->files.options);
}

static bool read_keys(struct office *office)
{
    struct app *app = office->app;
    const char *path = office->files.options.keys;
    if (path == NULL || key_script_read(&app->arena, path, &app->diags, &office->keys))
        return true;
    app_print_diags(app);
    return false;
}

/* Two would fight for the screen, and for the record of how they ended. */
static bool is_alone(struct office *office)
{
    struct arena *arena = &office->app->arena;
    const char *display = getenv("WAYLAND_DISPLAY");
    display = display != NULL && *display != '\0' ? display : getenv("DISPLAY");
    char *name = arena_format(arena, "kiosk/display%s.lock", display != NULL ? display : "");
    for (char *at = name + strlen("kiosk/"); (at = strchr(at, '/')) != NULL;)
        *at = '-';
    if (only_one_take(&office->one, arena, folders_state(arena, name)))
        return true;
    log_error("a kiosk is on this display already: process %ld", (long)office->one.other);
    return false;
}

enum exit_code command_kiosk(struct app *app, const struct options *options)
{
    struct office *office = memory_alloc(sizeof *office);
    memset(office, 0, sizeof *office);
    office->app = app;
    const char *why = NULL;
    if (!is_alone(office)) {
        free(office);
        return EXIT_LACKING;
    }
    lifeline_begin(&office->lifeline, &app->arena);
    use_files(office, options);
    if (!look_init(&office->view, app, &office->files.options)) {
        office->code = EXIT_BAD_USAGE;
    } else if (!read_keys(office)) {
        office->code = EXIT_BAD_FILES;
    } else if (!open_window(office, &why)) {
        log_error("there is no window: %s", why);
        office->code = EXIT_LACKING;
    } else {
        run(office);
        close_window(office);
    }
    enum exit_code code = office->code;
    lifeline_end(&office->lifeline);
    kiosk_watch_finish(&office->watch);
    kiosk_files_close(&office->files);
    only_one_leave(&office->one);
    free(office);
    return code;
}
