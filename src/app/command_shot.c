// SPDX-License-Identifier: MIT
#include "app/sample_past.h"
#include "app/shot_kiosk.h"
#include "base/text.h"
#include "platform/platform.h"
#include "player/figures.h"
#include "program/command.h"
#include "program/look.h"
#include "program/preferences.h"
#include "program/shelf.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Each screen is the session brought there by what a person would press. */
static const struct {
    const char *name;
    enum action press;
    bool plays_out, offers, asks;
} screens[] = {
    {"player", ACTION_NONE, false, false, false},
    {"paused", ACTION_PLAY_PAUSE, false, false, false},
    {"leave", ACTION_LEAVE, false, false, false},
    {"help", ACTION_HELP, false, false, false},
    {"eyes-closed", ACTION_EYES_CLOSED, false, false, false},
    {"finish", ACTION_NONE, true, false, false},
    {"after", ACTION_NONE, true, false, true},
    {"resume", ACTION_NONE, false, true, false},
    {"mistakes", ACTION_NONE, false, false, false},
};
enum { SCREEN_COUNT = sizeof screens / sizeof *screens };

/* Those outside a session: where the home screen goes, and what is chosen there. */
static const struct {
    const char *name;
    enum home_place place;
    int focus;
} home_screens[] = {
    {"home", HOME_CARDS, HOME_ITEM_CARD},        {"before", HOME_BEFORE, HOME_ITEM_START},
    {"countdown", HOME_BEFORE, HOME_ITEM_START}, {"learn", HOME_LEARN, HOME_ITEM_NEXT},
    {"trouble", HOME_TROUBLE, HOME_ITEM_HOME},   {"settings", HOME_SETTINGS, HOME_ITEM_WISH},
    {"week", HOME_WEEK, HOME_ITEM_NEXT},         {"trend", HOME_WEEK, HOME_ITEM_HOME},
};
enum { HOME_SCREEN_COUNT = sizeof home_screens / sizeof *home_screens };

static int find_home_screen(const char *name)
{
    for (int i = 0; i < HOME_SCREEN_COUNT; i++)
        if (name != NULL && text_equal(name, home_screens[i].name))
            return i;
    return -1;
}

static int find_screen(const char *name)
{
    const char *names[SCREEN_COUNT];
    for (int i = 0; i < SCREEN_COUNT; i++) {
        names[i] = screens[i].name;
        if (text_equal(name, names[i]))
            return i;
    }
    const char *near = text_nearest(name, names, SCREEN_COUNT);
    fprintf(stderr, "unknot shot: error: there is no screen '%s'; ", name);
    if (near != NULL)
        fprintf(stderr, "did you mean '%s'?\n", near);
    else
        fputs("'unknot shot --help' names them\n", stderr);
    return -1;
}

/* Plays everything that is left, going on where the routine waits. */
static void play_out(struct session *session)
{
    struct effects effects;
    for (tick now = TICK_S; session->mode != SESSION_FINISHED; now += TICK_S) {
        bool waits = session->mode == SESSION_GATE || session->mode == SESSION_ASKING;
        enum action press = waits ? ACTION_CONTINUE : ACTION_NONE;
        session_step(session, (struct request){.action = press}, now, &effects);
    }
}

/* On a clock of its own: sits down at the moment and presses what leads to the screen. */
static void bring_to(struct session *session, const struct timeline *timeline,
                     const struct options *options, int screen)
{
    struct effects effects;
    struct session_options wanted = {.speed = 1,
                                     .from = options->at,
                                     .volume = 80,
                                     .before = {screens[screen].asks, RATING_MIDDLE},
                                     .ask = true,
                                     .eyes_closed = options->given[OPTION_EYES_CLOSED]};
    if (screens[screen].offers)
        wanted = (struct session_options){.resume = options->at, .volume = 80};
    session_init(session, timeline, &wanted, 0);
    session_step(session, (struct request){.action = screens[screen].press}, 0, &effects);
    if (screens[screen].plays_out)
        play_out(session);
}

/* As an author meets them who saves a file with two mistakes in it. */
static const struct diag_list *example_mistakes(struct app *app)
{
    static const char text[] = "routine: Ten quiet minutes\n"
                               "steps:\n"
                               "  - diaphragmatic-breething: 3 min\n"
                               "  - cat-cow: 2 mni\n";
    struct diag_list *diags = arena_alloc(&app->arena, sizeof *diags);
    diag_init(diags, &app->arena);
    routine_parse(&app->library, "quiet.yaml", text, sizeof text - 1, diags);
    return diags;
}

static enum exit_code draw(struct app *app, const struct options *options,
                           const struct session *session, const struct timeline *timeline)
{
    struct view_notice notice = {.mistakes = NULL};
    bool mistakes = options->screen != NULL && text_equal(options->screen, "mistakes");
    struct figures figures;
    figures_read_printing(&figures, app, timeline);
    struct view_figures found = figures_for_view(&figures);
    struct shot *shot = shot_create();
    struct text_metrics metrics = shot_metrics(shot);
    struct draw_list list;
    draw_list_init(&list);
    struct view_context view;
    bool ready = look_init(&view, app, options);
    view.list = &list;
    view.metrics = &metrics;
    view.figures = &found;
    view.safety = app_safety(app);
    if (mistakes)
        notice.mistakes = example_mistakes(app);
    view.notice = &notice;
    struct progress progress;
    sample_past(&app->arena, SAMPLE_WEEKS, &progress);
    view.progress = &progress;
    view.width = options->width > 0 ? (float)options->width : 1920;
    view.height = options->height > 0 ? (float)options->height : 1080;
    const char *error = NULL;
    bool written = false;
    if (ready) {
        view_session(&view, session);
        written = shot_write(shot, &list, options->output, &error);
    }
    draw_list_finish(&list);
    shot_destroy(shot);
    if (!ready)
        return EXIT_BAD_USAGE;
    if (!written)
        fprintf(stderr, "unknot shot: error: cannot write %s: %s\n", options->output, error);
    return written ? EXIT_DONE : EXIT_LACKING;
}

/* The card that a routine was named for, else the first; of the trouble, the first that has some.
 */
static size_t find_card(const struct home_content *content, const struct options *options,
                        enum home_place place)
{
    for (size_t i = 0; i < content->count; i++) {
        const struct home_card *card = &content->cards[i];
        const char *slash = strrchr(card->path, '/');
        bool named = options->argument_count > 0 && slash != NULL &&
                     text_starts(slash + 1, options->arguments[0]);
        if (place == HOME_TROUBLE ? card->trouble != NULL : named)
            return i;
    }
    return 0;
}

/* The weeks since somebody began, as --at N:00. */
static int weeks_asked_for(const struct options *options, bool week)
{
    return week && options->given[OPTION_AT] ? (int)(options->at / TICK_MIN) : SAMPLE_WEEKS;
}

/* Page N of what there is to learn is asked for as --at N:00; of the countdown, what has passed. */
static void bring_home(struct home *home, const struct home_content *content,
                       const struct options *options, int screen)
{
    home_init(home, 0);
    home->place = home_screens[screen].place;
    home->focus = home_screens[screen].focus;
    home->card = find_card(content, options, home->place);
    home->page = (size_t)(options->at / TICK_MIN);
    home->last_now = home->place == HOME_LEARN ? 0 : options->at;
    if (home->focus == HOME_ITEM_CARD)
        home->focus += (int)home->card;
    if (content->count > 0)
        home->trouble = content->cards[home->card].trouble;
    if (home->place == HOME_WEEK)
        home->page = home->focus == HOME_ITEM_HOME ? HOME_WEEK_TREND : HOME_WEEK_LIST;
    if (text_equal(home_screens[screen].name, "countdown"))
        home->starts = HOME_COUNTDOWN;
}

/* In words that can follow "cannot write FILE: ". NULL: the screen has something to show. */
static const char *nothing_to_show(const struct home *home, const struct home_content *content)
{
    if (home->place == HOME_WEEK)
        return NULL;
    if (home->place == HOME_LEARN)
        return content->tips != NULL ? NULL : "there are no cards to learn from";
    if (content->count == 0)
        return "no routines were found";
    bool sound = home->place == HOME_TROUBLE && home->trouble == NULL;
    return sound ? "no routine has mistakes; give one that has, with --routines DIR" : NULL;
}

static enum exit_code shoot_home(struct app *app, const struct options *options, int screen)
{
    static struct shelf shelf;
    static struct focus_items items;
    struct draw_list list;
    struct home home;
    struct view_context view;
    if (!look_init(&view, app, options))
        return EXIT_BAD_USAGE;
    shelf_open(&shelf, options);
    while (shelf_read_next(&shelf)) {
    }
    struct wishes wishes;
    settings_usual(&wishes.now);
    preferences_overlay(&wishes.now, options);
    shelf_offer(&shelf, &wishes);
    shelf.content.wishes = &wishes;
    struct progress progress;
    sample_past(&app->arena, weeks_asked_for(options, home_screens[screen].place == HOME_WEEK),
                &progress);
    shelf.content.progress = &progress;
    bring_home(&home, &shelf.content, options, screen);
    struct view_figures figures = shelf_figures(&shelf);
    struct shot *shot = shot_create();
    struct text_metrics metrics = shot_metrics(shot);
    draw_list_init(&list);
    view.list = &list;
    view.metrics = &metrics;
    view.figures = &figures;
    view.safety = app_safety(app);
    view.width = options->width > 0 ? (float)options->width : 1920;
    view.height = options->height > 0 ? (float)options->height : 1080;
    const char *error = nothing_to_show(&home, &shelf.content);
    if (error == NULL)
        view_home(&view, &home, &shelf.content, &items);
    bool written = error == NULL && shot_write(shot, &list, options->output, &error);
    if (!written)
        fprintf(stderr, "unknot shot: error: cannot write %s: %s\n", options->output, error);
    draw_list_finish(&list);
    shot_destroy(shot);
    shelf_close(&shelf);
    return written ? EXIT_DONE : EXIT_LACKING;
}

static bool moment_is_right(const struct options *options, const struct timeline *timeline,
                            int screen)
{
    char clock[TICK_TEXT];
    tick_clock(timeline->total, clock);
    if (options->at > timeline->total)
        fprintf(stderr, "unknot shot: error: the routine ends at %s; --at is beyond that\n", clock);
    else if (screens[screen].offers && (options->at <= 0 || options->at == timeline->total))
        fprintf(stderr,
                "unknot shot: error: say where the session was left, from 0:01 to before its end "
                "at %s: --at 8:06\n",
                clock);
    else
        return true;
    return false;
}

enum exit_code command_shot(struct app *app, const struct options *options)
{
    int home = find_home_screen(options->screen);
    bool kiosk = shot_kiosk_has(options->screen);
    int screen =
        home >= 0 || kiosk ? 0 : find_screen(options->screen != NULL ? options->screen : "player");
    if (screen < 0)
        return EXIT_BAD_USAGE;
    if (options->output == NULL) {
        fputs("unknot shot: error: say where the picture goes: -o FILE.png\n", stderr);
        return EXIT_BAD_USAGE;
    }
    if (kiosk)
        return shot_kiosk(app, options);
    if (home >= 0)
        return shoot_home(app, options, home);
    const struct timeline *timeline = app_compile(app, options);
    if (timeline == NULL)
        return EXIT_BAD_FILES;
    if (!moment_is_right(options, timeline, screen))
        return EXIT_BAD_USAGE;
    struct session *session = memory_alloc(sizeof *session);
    memset(session, 0, sizeof *session);
    bring_to(session, timeline, options, screen);
    enum exit_code code = draw(app, options, session, timeline);
    free(session);
    return code;
}
