// SPDX-License-Identifier: MIT
#include "program/bookmark.h"

#include "base/log.h"
#include "sound/thread.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static struct place place_here(struct arena *arena, const struct timeline *timeline)
{
    const struct routine *routine = timeline->routine;
    char *resolved = realpath(routine->path, NULL);
    const char *path = resolved != NULL ? resolved : routine->path;
    struct place here = {.id = routine->id,
                         .path = arena_copy(arena, path, strlen(path)),
                         .total = timeline->total,
                         .left = (int64_t)time(NULL)};
    free(resolved);
    return here;
}

static tick find(struct arena *arena, const char *file, const struct place *here, const char **why)
{
    struct place found;
    if (place_read(arena, file, &found, why))
        *why = place_problem(&found, here);
    else if (*why == NULL)
        return 0;
    return *why == NULL ? found.position : 0;
}

tick bookmark_find(struct arena *arena, const char *file, const struct timeline *timeline,
                   const char **why)
{
    const struct place here = place_here(arena, timeline);
    return find(arena, file, &here, why);
}

void bookmark_init(struct bookmark *bookmark, struct arena *arena, const char *file,
                   const struct timeline *timeline, tick *resume)
{
    *bookmark = (struct bookmark){.file = file};
    *resume = 0;
    if (file == NULL)
        return;
    const char *why;
    bookmark->place = place_here(arena, timeline);
    *resume = find(arena, file, &bookmark->place, &why);
    bookmark->stale = *resume > 0 || why != NULL;
    if (why != NULL)
        log_info("%s: %s; it is not used", file, why);
}

static void *write_place(void *context)
{
    struct bookmark *bookmark = context;
    char why[SETTINGS_WHY];
    if (!place_keep(bookmark->file, &bookmark->kept, why))
        log_info("where the session is cannot be kept in %s: %s", bookmark->file, why);
    atomic_store(&bookmark->written, true);
    return NULL;
}

static void end_writing(struct bookmark *bookmark)
{
    if (bookmark->running)
        pthread_join(bookmark->thread, NULL);
    bookmark->running = false;
}

static void begin_writing(struct bookmark *bookmark)
{
    bookmark->kept = bookmark->place;
    bookmark->kept.left = (int64_t)time(NULL);
    atomic_store(&bookmark->written, false);
    bookmark->running = thread_start(&bookmark->thread, write_place, bookmark);
    if (!bookmark->running)
        write_place(bookmark);
}

static void remove_file(struct bookmark *bookmark)
{
    if (bookmark->file != NULL && unlink(bookmark->file) != 0 && errno != ENOENT)
        log_info("%s cannot be removed: %s", bookmark->file, strerror(errno));
    bookmark->stale = false;
}

static bool worth_keeping(const struct bookmark *bookmark)
{
    return bookmark->file != NULL && bookmark->begun && bookmark->place.position >= BOOKMARK_LEAST;
}

/* It was offered once; from here on another place counts. */
static void use_up(struct bookmark *bookmark, const struct session *session)
{
    bookmark->begun = true;
    if (bookmark->stale && session->position < BOOKMARK_LEAST)
        remove_file(bookmark);
}

void bookmark_look(struct bookmark *bookmark, const struct session *session, tick now)
{
    bool offers = session->mode == SESSION_OFFERING ||
                  (session->mode == SESSION_PAUSED && session->resume_mode == SESSION_OFFERING);
    if (!session->begun || offers || session->mode == SESSION_LEFT)
        return;
    bookmark->place.position = session->position;
    if (!bookmark->begun)
        use_up(bookmark, session);
    if (bookmark->next == 0)
        bookmark->next = now + BOOKMARK_EVERY;
    if (bookmark->running && atomic_load(&bookmark->written))
        end_writing(bookmark);
    if (now < bookmark->next || bookmark->running || session->mode != SESSION_PLAYING ||
        !worth_keeping(bookmark))
        return;
    bookmark->next = now + BOOKMARK_EVERY;
    begin_writing(bookmark);
}

void bookmark_finish(struct bookmark *bookmark, const struct session *session)
{
    end_writing(bookmark);
    if (session->mode == SESSION_FINISHED) {
        remove_file(bookmark);
        return;
    }
    if (worth_keeping(bookmark))
        begin_writing(bookmark);
    end_writing(bookmark);
}
