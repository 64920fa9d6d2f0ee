// SPDX-License-Identifier: MIT
#include "office/office.h"

#include "base/log.h"
#include "platform/clock.h"
#include "platform/signals.h"

/* The chime rings out, then the sound device is given back. */
#define CHIME_LASTS (6 * TICK_S)

struct clocks office_moment(void)
{
    return (struct clocks){.wall = clock_wall(), .now = clock_now()};
}

static void draw(struct office *office)
{
    platform_size(office->platform, &office->view.width, &office->view.height);
    if (office->view.width < 1)
        return; /* nobody sees it */
    office->view.keys = platform_key_names(office->platform);
    office->view.safety = tips_safety(office->files.content.offered.tips);
    view_kiosk(&office->view, &office->kiosk, &office->world, &office->items);
}

void office_tend_display(struct office *office)
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
    office_tend_display(office);
    draw(office);
    platform_present(office->platform, &office->list);
}

int office_volume(const struct office *office)
{
    return calendar_volume(&office->files.config, civil_local(&office->zone, clock_wall()));
}

static void ring(struct office *office)
{
    office->files.options.volume = office_volume(office);
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

static const char *state_name(enum kiosk_place place)
{
    static const char *const names[KIOSK_PLACES] = {
        [KIOSK_IDLE] = "idle",       [KIOSK_CHOOSE] = "choosing", [KIOSK_NOTICE] = "notice",
        [KIOSK_SESSION] = "session", [KIOSK_THANKS] = "thanks",
    };
    return names[place];
}

void office_beat(struct office *office, tick state)
{
    struct status_facts *facts = &office->lifeline.facts;
    const struct kiosk *kiosk = &office->kiosk;
    facts->state = state_name(kiosk->place);
    facts->next_break = kiosk->next_known ? schedule_shown(&kiosk->schedule) : STATUS_NONE;
    facts->errors = office->files.errors;
    facts->config_good = facts->errors == 0;
    lifeline_beat(&office->lifeline, office->platform, state, clock_now());
}

struct kiosk_input office_input(const struct office *office, const struct platform_input *input)
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

tick office_next(struct office *office)
{
    tick next = kiosk_next_change(&office->kiosk, &office->world, office_moment());
    tick told = lifeline_next(&office->lifeline, clock_now());
    return told < next ? told : next;
}

static void end(struct office *office, enum exit_code code)
{
    office->over = true;
    office->code = code;
}

void office_apply(struct office *office, enum kiosk_effect effect)
{
    switch (effect) {
    case KIOSK_CHIME:
        ring(office);
        break;
    case KIOSK_PLAY:
        office_play(office);
        break;
    case KIOSK_OTHER_LANGUAGE:
        office_other_language(office);
        break;
    case KIOSK_KEEP:
        keep_tries(office);
        office_apply(office, kiosk_kept(&office->kiosk, &office->world, clock_now()));
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
        given = office_input(office, input);
    office_apply(office, kiosk_step(&office->kiosk, &office->world, &office->items,
                                    input != NULL ? &given : NULL, office_moment()));
    if (!office->over && input != NULL)
        draw(office); /* the next press is about what this one led to */
}

/* Scripted presses count time from the first picture, at the speed of the sessions. */
static tick script_time(const struct office *office)
{
    return key_script_time(office->started, office->files.options.speed, clock_now());
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
    tick next = office_next(office);
    tick press = key_script_due(&office->keys, office->started, office->files.options.speed);
    return press < next ? press : next;
}

/* What has its time while nobody is there. */
static void tend(struct office *office)
{
    office_look_at_files(office);
    if (lifeline_safe_is_over(&office->lifeline)) {
        log_warning("safe mode is over: the kiosk begins anew, as usual");
        end(office, EXIT_DONE);
    }
}

void office_run(struct office *office)
{
    show(office);
    office_beat(office, office->kiosk.last_now);
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
        office_beat(office, office->kiosk.last_now);
        platform_wait(office->platform, next_frame(office));
    }
}

bool office_open(struct office *office, const char **why)
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
    platform_name_keys(office->platform, office->files.config.keys_on);
    office_watch_files(office);
    draw_list_init(&office->list);
    office->metrics = platform_metrics(office->platform);
    office->figures = shelf_figures(&office->files.shelf);
    office->view.list = &office->list;
    office->view.metrics = &office->metrics;
    office->view.figures = &office->figures;
    return true;
}

void office_close(struct office *office)
{
    sample_close(&office->chime);
    kiosk_watch_stop(&office->watch);
    draw_list_finish(&office->list);
    platform_close(office->platform);
    signals_finish();
}
