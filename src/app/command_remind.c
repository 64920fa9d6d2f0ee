// SPDX-License-Identifier: MIT
#include "base/log.h"
#include "office/offer.h"
#include "office/only_one.h"
#include "office/rehearsal.h"
#include "platform/signals.h"
#include "player/visit.h"
#include "program/command.h"
#include "program/folders.h"
#include "program/language.h"
#include "program/preferences.h"

#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* Waits in the background for the time of a break. This process has no window, no fonts and no
 * sound: each offer, and the session that may follow, is a child of its own, which leaves nothing
 * behind and can only take itself along when it fails.
 */

/* What the child says by its exit code: an answer more than this. Below are those of programs. */
enum { ANSWERED = 100 };

struct reminder {
    struct app *app;
    const struct options *options;
    struct offer offer;
    struct idle *idle;
    struct remind remind;
};

static void play(struct reminder *reminder)
{
    struct app app;
    app_init(&app, reminder->options);
    play_in(&app, reminder->options, NULL);
    app_finish(&app);
}

static int offer_in_child(struct reminder *reminder)
{
    signals_finish(); /* the pipe is the parent's */
    signals_init();
    enum remind_answer answer =
        offer_break(reminder->app, reminder->options, &reminder->offer, &reminder->remind);
    bool quit = signals_quit_asked();
    signals_finish();
    if (answer == REMIND_START && !quit)
        play(reminder);
    return ANSWERED + (int)answer;
}

/* The child ends by itself, or with us. */
static int wait_for(pid_t child)
{
    int status = 0;
    bool told = false;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
        if (signals_quit_asked() && !told)
            kill(child, SIGTERM);
        told |= signals_quit_asked();
    }
    return WIFEXITED(status) ? WEXITSTATUS(status) - ANSWERED : -1;
}

static void take_answer(struct reminder *reminder, int answer)
{
    if (answer == REMIND_START || answer == REMIND_ANSWERS)
        remind_return(&reminder->remind, offer_look(&reminder->offer, reminder->idle));
    else if (answer == REMIND_SKIP)
        remind_answer(&reminder->remind, REMIND_SKIP);
    else
        remind_answer(&reminder->remind, REMIND_IN_5_MINUTES);
}

static void offer(struct reminder *reminder)
{
    fflush(NULL);
    pid_t child = fork();
    if (child == 0)
        _exit(offer_in_child(reminder));
    if (child < 0)
        log_warning("no break can be offered: %s", strerror(errno));
    take_answer(reminder, child < 0 ? -1 : wait_for(child));
    /* What passed in it was no work that lies before the next break. */
    struct remind_look look = offer_look(&reminder->offer, reminder->idle);
    reminder->remind.now = look.now;
    reminder->remind.slept = look.slept;
}

static void wait_until(const struct reminder *reminder, tick wakes)
{
    struct pollfd signals = {.fd = signals_descriptor(), .events = POLLIN};
    tick now = offer_look(&reminder->offer, NULL).now;
    double left = (double)(wakes - now) / reminder->offer.speed / (double)TICK_MS;
    if (left > 0)
        poll(&signals, 1, (int)left + 1);
}

static void run(struct reminder *reminder)
{
    struct remind *remind = &reminder->remind;
    remind_init(remind, reminder->options->every, offer_look(&reminder->offer, reminder->idle));
    while (!signals_quit_asked()) {
        if (remind_step(remind, offer_look(&reminder->offer, reminder->idle)))
            offer(reminder);
        else
            wait_until(reminder, remind_wakes(remind));
    }
}

static bool is_set(const char *name)
{
    const char *value = getenv(name);
    return value != NULL && *value != '\0';
}

static enum exit_code wait_at_desk(struct reminder *reminder)
{
    if (!is_set("DISPLAY") && !is_set("WAYLAND_DISPLAY")) {
        log_error("there is no desktop to remind anybody on: neither DISPLAY nor WAYLAND_DISPLAY "
                  "is set");
        return EXIT_LACKING;
    }
    reminder->idle = idle_open();
    if (reminder->idle != NULL)
        log_info("whether somebody works here is told by %s", idle_source(reminder->idle));
    else
        log_warning("nobody can tell here whether somebody works: all time counts");
    signals_init();
    run(reminder);
    signals_finish();
    idle_close(reminder->idle);
    return EXIT_DONE;
}

/* Two would offer every break twice. */
static enum exit_code wait_alone(struct reminder *reminder)
{
    struct only_one one;
    struct arena *arena = &reminder->app->arena;
    if (!only_one_take(&one, arena, folders_runtime(arena, "remind.lock"))) {
        log_error("you are reminded already, by process %ld", (long)one.other);
        return EXIT_LACKING;
    }
    enum exit_code code = wait_at_desk(reminder);
    only_one_leave(&one);
    return code;
}

enum exit_code command_remind(struct app *app, const struct options *options)
{
    struct options wanted = *options;
    struct preferences preferences;
    static char posture_break[] = "posture-break", *usual[] = {posture_break};
    if (wanted.argument_count == 0) {
        wanted.arguments = usual;
        wanted.argument_count = 1;
    }
    preferences_read(&app->arena, &wanted, &app->diags, &preferences);
    language_choose(app, &wanted);
    const struct routine *routine = app_read(app, &wanted);
    const struct timeline *timeline =
        routine != NULL ? app_lay_out(app, &wanted, routine, NULL, false) : NULL;
    app_print_diags(app);
    if (timeline == NULL || app->diags.errors > 0)
        return EXIT_BAD_FILES;
    struct reminder reminder = {
        .app = app,
        .options = &wanted,
        .offer = {.title = routine->title, .total = timeline->total, .speed = wanted.speed}};
    if (wanted.given[OPTION_SIMULATE])
        return rehearsal_run(wanted.every, stdin, stdout) ? EXIT_DONE : EXIT_BAD_FILES;
    return wait_alone(&reminder);
}
