// SPDX-License-Identifier: MIT
#include "base/log.h"
#include "office/office.h"
#include "platform/clock.h"
#include "player/visit.h"

#include <stdio.h>
#include <string.h>

/* A session in the kiosk's window: the kiosk is its host. */

static bool host_press(void *context, const struct platform_input *input)
{
    struct office *office = context;
    struct kiosk_input given = office_input(office, input);
    office_apply(office, kiosk_step(&office->kiosk, &office->world, &office->items, &given,
                                    office_moment()));
    return office->kiosk.passes && !office->over;
}

static void host_prepare(void *context, size_t lines)
{
    office_beat(context, (tick)lines);
}

static enum action host_attend(void *context, const struct session *session)
{
    struct office *office = context;
    enum action action = kiosk_attend(&office->kiosk, &office->world, session, office_moment());
    office_beat(office, session->mode == SESSION_PLAYING ? session->position : clock_now());
    return office->over ? ACTION_QUIT : action;
}

static tick host_next(void *context)
{
    return office_next(context);
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

static void note_session(struct office *office, const char *path, bool finished)
{
    struct status_facts *facts = &office->lifeline.facts;
    const char *slash = strrchr(path, '/'), *name = slash != NULL ? slash + 1 : path;
    facts->last_session.ended = clock_wall();
    facts->last_session.finished = finished;
    snprintf(facts->last_session.routine, STATUS_ID, "%s", name);
    facts->last_session.routine[strcspn(facts->last_session.routine, ".")] = '\0';
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
void office_play(struct office *office)
{
    const struct visit_host host = {office,      host_press, host_prepare,
                                    host_attend, host_next,  host_draw};
    char *path = (char *)office->kiosk.card->path;
    struct options options = office->files.options;
    options.arguments = &path;
    options.argument_count = 1;
    options.volume = office_volume(office);
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
    office_tend_display(office); /* a gamepad does not switch it on */
    drop_presses(office);
    app_init(&app, &options);
    enum exit_code code = office->over ? EXIT_STOPPED : play_in(&app, &options, &visit);
    app_finish(&app);
    note_session(office, path, code == EXIT_DONE);
    office->over |= visit.quit;
    office->awake = false;
    kiosk_return(&office->kiosk, &office->world, code == EXIT_DONE, office_moment());
}
