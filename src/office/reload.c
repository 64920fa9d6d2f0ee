// SPDX-License-Identifier: MIT
#include "base/log.h"
#include "office/office.h"
#include "platform/clock.h"
#include "platform/signals.h"
#include "program/folders.h"
#include "program/language.h"

/* What the kiosk has read: at its start, and again whenever a file is another one. */

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

void office_watch_files(struct office *office)
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
    office_watch_files(office);
    platform_keep_in(office->platform, &office->files.config.leave.chord);
    platform_name_keys(office->platform, office->files.config.keys_on);
    office->kiosk.language = 0;
    kiosk_reload(&office->kiosk, &office->world, office_moment());
    look_anew(office);
    lifeline_status_file(&office->lifeline, office->files.config.status);
    lifeline_reloaded(&office->lifeline);
}

void office_look_at_files(struct office *office)
{
    if (signals_reload_asked() || kiosk_watch_changed(&office->watch))
        read_files(office);
}

void office_other_language(struct office *office)
{
    sample_close(&office->chime);
    kiosk_files_speak(&office->files, office->kiosk.language);
    look_anew(office);
}

/* A kiosk is nobody's own: it uses no settings. */
void office_init(struct office *office, const struct options *options)
{
    struct options wanted = *options;
    struct diag_list diags;
    wanted.given[OPTION_NO_SETTINGS] = true;
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
    kiosk_init(&office->kiosk, &office->world, office_moment());
    office->tries = folders_state(&office->app->arena, "kiosk-tries.yaml");
    if (office->tries != NULL)
        chord_read(office->tries, &office->kiosk.chord, clock_wall(), clock_now());
    language_choose(office->app, &office->files.options);
}

void office_finish(struct office *office)
{
    kiosk_watch_finish(&office->watch);
    kiosk_files_close(&office->files);
}
