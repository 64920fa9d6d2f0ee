// SPDX-License-Identifier: MIT
#include "app/shot_kiosk.h"

#include "office/kiosk_files.h"
#include "platform/platform.h"
#include "program/look.h"

#include <stdio.h>

static const struct {
    const char *name;
    enum kiosk_place place;
    int focus;
    bool night, asks, deserted, wrong, safe;
} screens[] = {
    {"kiosk-idle", KIOSK_IDLE, KIOSK_ITEM_START, false, false, false, false, false},
    {"kiosk-night", KIOSK_IDLE, KIOSK_ITEM_START, true, false, false, false, false},
    {"kiosk-wrong", KIOSK_IDLE, KIOSK_ITEM_START, false, false, false, true, false},
    {"kiosk-safe", KIOSK_IDLE, KIOSK_ITEM_START, false, false, false, false, true},
    {"kiosk-choose", KIOSK_CHOOSE, HOME_ITEM_CARD, false, false, false, false, false},
    {"kiosk-notice", KIOSK_NOTICE, KIOSK_ITEM_START, false, false, false, false, false},
    {"kiosk-thanks", KIOSK_THANKS, KIOSK_ITEM_START, false, false, false, false, false},
    {"kiosk-deserted", KIOSK_CHOOSE, HOME_ITEM_CARD, false, false, true, false, false},
    {"kiosk-pin", KIOSK_IDLE, KIOSK_ITEM_ENTER, false, true, false, false, false},
};
enum { SCREENS = sizeof screens / sizeof *screens };

static int find(const char *name)
{
    for (int i = 0; i < SCREENS; i++)
        if (name != NULL && text_equal(screens[i].name, name))
            return i;
    return -1;
}

bool shot_kiosk_has(const char *screen)
{
    return find(screen) >= 0;
}

static int32_t no_offset(void *data, int64_t instant)
{
    (void)data;
    (void)instant;
    return 0;
}

/* Tuesday, 3 November 2026. */
static int64_t wall_at(int hour, int minute)
{
    int64_t minutes = civil_day_of(2026, 11, 3) * KIOSK_DAY + hour * INT64_C(60) + minute;
    return minutes * 60;
}

static void bring_to(struct kiosk *kiosk, const struct kiosk_world *world, int screen, tick at)
{
    struct clocks clocks = {.wall = screens[screen].night ? wall_at(21, 12) : wall_at(10, 12),
                            .now = TICK_H + world->config->tips / 2 + at};
    kiosk_init(kiosk, world, clocks);
    kiosk_step(kiosk, world, NULL, NULL, clocks);
    if (screens[screen].place == KIOSK_NOTICE) {
        clocks.wall = schedule_shown(&kiosk->schedule) - world->config->breaks.notice / TICK_S;
        kiosk_step(kiosk, world, NULL, NULL, clocks);
        kiosk->last_now += world->config->breaks.notice / 4;
    }
    kiosk->place = screens[screen].place;
    kiosk->focus = screens[screen].focus;
    if (screens[screen].night) {
        kiosk->care.sleep = false;
        kiosk->care.light = world->config->panel.dim / 100.0;
    }
    if (screens[screen].deserted)
        kiosk->deserted = kiosk->last_now + world->config->nobody.warning * 3 / 4;
    if (screens[screen].asks)
        kiosk->chord = (struct chord){.state = CHORD_ASKING, .digits = 3};
}

enum exit_code shot_kiosk(struct app *app, const struct options *options)
{
    static struct kiosk_files files;
    static struct focus_items items;
    int screen = find(options->screen);
    const struct zone zone = {.offset = no_offset};
    const struct kiosk_world world = {&files.config, &zone, &files.content};
    struct view_context view;
    if (!look_init(&view, app, options))
        return EXIT_BAD_USAGE;
    struct options given = *options;
    given.built_in = screens[screen].safe;
    kiosk_files_open(&files, &given);
    files.content.wrong = screens[screen].wrong;
    struct kiosk kiosk;
    bring_to(&kiosk, &world, screen, options->at);
    struct view_figures figures = shelf_figures(&files.shelf);
    struct shot *shot = shot_create();
    struct text_metrics metrics = shot_metrics(shot);
    struct draw_list list;
    draw_list_init(&list);
    view.list = &list;
    view.metrics = &metrics;
    view.figures = &figures;
    view.width = options->width > 0 ? (float)options->width : 1920;
    view.height = options->height > 0 ? (float)options->height : 1080;
    view_kiosk(&view, &kiosk, &world, &items);
    const char *error = NULL;
    bool written = shot_write(shot, &list, options->output, &error);
    if (!written)
        fprintf(stderr, "unknot shot: error: cannot write %s: %s\n", options->output, error);
    draw_list_finish(&list);
    shot_destroy(shot);
    kiosk_files_close(&files);
    return written ? EXIT_DONE : EXIT_LACKING;
}
