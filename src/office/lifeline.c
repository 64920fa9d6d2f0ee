// SPDX-License-Identifier: MIT
#include "office/lifeline.h"

#include "base/log.h"
#include "platform/clock.h"
#include "program/folders.h"

#include <stdio.h>

static int64_t seconds_since_boot(void)
{
    return clock_since_boot() / TICK_S;
}

static void keep(const struct lifeline *lifeline)
{
    char why[SETTINGS_WHY];
    if (lifeline->record != NULL && !safe_keep(lifeline->record, &lifeline->safe, why))
        log_warning("%s: %s", lifeline->record, why);
}

static void look_back(struct lifeline *lifeline)
{
    char boot[CLOCK_BOOT];
    clock_boot(boot);
    if (lifeline->record != NULL)
        safe_read(lifeline->record, &lifeline->safe);
    if (safe_begin(&lifeline->safe, boot, seconds_since_boot()))
        log_warning("it did not end as it should the last time");
    lifeline->was_safe = safe_left(&lifeline->safe, seconds_since_boot()) > 0;
    if (lifeline->was_safe)
        log_error("it ended like that %d times in %d minutes: safe mode, with what is built in",
                  SAFE_ENDS, SAFE_WITHIN / 60);
    keep(lifeline);
}

void lifeline_begin(struct lifeline *lifeline, struct arena *arena)
{
    *lifeline =
        (struct lifeline){.record = folders_state(arena, "kiosk/ends.yaml"), .frame = STATUS_NONE};
    log_begin_service(clock_now);
    service_open(&lifeline->service, clock_now());
    look_back(lifeline);
    lifeline->facts = (struct status_facts){.state = "starting",
                                            .next_break = STATUS_NONE,
                                            .last_session.ended = STATUS_NONE,
                                            .config_good = true,
                                            .safe_mode = lifeline->was_safe,
                                            .unclean_ends = lifeline->safe.count};
    status_init(&lifeline->status, NULL, UNKNOT_VERSION, clock_wall());
}

void lifeline_end(struct lifeline *lifeline)
{
    service_stopping(&lifeline->service);
    service_close(&lifeline->service);
    status_end(&lifeline->status, clock_wall());
    safe_finish(&lifeline->safe);
    keep(lifeline);
}

bool lifeline_safe(const struct lifeline *lifeline)
{
    return lifeline->was_safe;
}

bool lifeline_safe_is_over(const struct lifeline *lifeline)
{
    return lifeline->was_safe && safe_left(&lifeline->safe, seconds_since_boot()) == 0;
}

void lifeline_status_file(struct lifeline *lifeline, const char *path)
{
    if (lifeline->was_safe)
        path = lifeline->safe.status[0] != '\0' ? lifeline->safe.status : NULL;
    else if (safe_remember_status(&lifeline->safe, path))
        keep(lifeline);
    lifeline->status.path = path;
    lifeline->status.written = false;
}

void lifeline_reloading(struct lifeline *lifeline)
{
    service_reloading(&lifeline->service, clock_now());
}

void lifeline_reloaded(struct lifeline *lifeline)
{
    service_ready(&lifeline->service);
}

/* A display that is off shows nothing, and that is as it should be. */
static void count_frames(struct lifeline *lifeline, struct platform *platform)
{
    float width, height;
    uint64_t frames = platform_facts(platform).frames;
    platform_size(platform, &width, &height);
    if (frames != lifeline->frames)
        lifeline->frame = clock_wall();
    lifeline->frames = frames;
    lifeline->unseen += width < 1;
}

static void tell_status(struct lifeline *lifeline)
{
    char text[SERVICE_STATUS];
    const struct status_facts *facts = &lifeline->facts;
    snprintf(text, sizeof text, "%s%s%s", facts->state, facts->safe_mode ? ", safe mode" : "",
             facts->config_good ? "" : ", a file is wrong");
    service_status(&lifeline->service, text);
}

void lifeline_beat(struct lifeline *lifeline, struct platform *platform, tick state, tick now)
{
    struct service *service = &lifeline->service;
    count_frames(lifeline, platform);
    uint64_t frames = lifeline->frames + lifeline->unseen;
    if (!lifeline->ready && frames > 0) {
        service_ready(service);
        lifeline->ready = true;
    }
    tell_status(lifeline);
    service_alive(service, frames, state, now);
    if (service_wants_frame(service, frames, now))
        platform_repaint(platform);
    status_look(&lifeline->status, &lifeline->facts, lifeline->frame, clock_wall(), now);
}

tick lifeline_next(const struct lifeline *lifeline, tick now)
{
    tick service = service_next(&lifeline->service, now), status = status_next(&lifeline->status);
    return service < status ? service : status;
}
