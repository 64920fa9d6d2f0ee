// SPDX-License-Identifier: MIT
#include "player/scribe.h"

#include "base/log.h"
#include "sound/thread.h"

/* ---- writing, on the thread */

static void complain(struct scribe *scribe, const char *why)
{
    if (!scribe->complained)
        log_warning("what is done cannot be kept in %s: %s", scribe->file, why);
    scribe->complained = true;
}

static bool open_history(struct scribe *scribe, char why[HISTORY_WHY])
{
    if (scribe->history != NULL)
        return true;
    enum history_state state;
    struct history *history = history_open(scribe->file, &state, why);
    if (state == HISTORY_MOVED)
        log_warning("%s: %s", scribe->file, why);
    if (state == HISTORY_FINE || state == HISTORY_MOVED) {
        scribe->history = history;
        return true;
    }
    history_close(history);
    return false;
}

static bool keep_beginning(struct scribe *scribe, const struct scribe_facts *facts,
                           char why[HISTORY_WHY])
{
    if (scribe->is_begun)
        return true;
    struct record record = *scribe->record;
    record.before = facts->before;
    record.after = facts->after;
    scribe->is_begun = history_begin(scribe->history, &record, &scribe->id, why);
    scribe->kept.before = facts->before;
    scribe->kept.after = facts->after;
    return scribe->is_begun;
}

static bool keep_steps(struct scribe *scribe, const struct scribe_facts *facts,
                       char why[HISTORY_WHY])
{
    for (; scribe->kept.rows < facts->rows; scribe->kept.rows++)
        if (!history_step(scribe->history, scribe->id, &scribe->rows[scribe->kept.rows],
                          facts->worked, facts->lasted, why))
            return false;
    return true;
}

static bool keep_comfort(struct scribe *scribe, const struct scribe_facts *facts,
                         char why[HISTORY_WHY])
{
    if (scribe->kept.before == facts->before && scribe->kept.after == facts->after)
        return true;
    if (!history_comfort(scribe->history, scribe->id, facts->before, facts->after, why))
        return false;
    scribe->kept.before = facts->before;
    scribe->kept.after = facts->after;
    return true;
}

static bool keep_end(struct scribe *scribe, const struct scribe_facts *facts, char why[HISTORY_WHY])
{
    if (scribe->kept.end == facts->end)
        return true;
    if (!history_end(scribe->history, scribe->id, facts->end, facts->left_at, facts->worked,
                     facts->lasted, why))
        return false;
    scribe->kept.end = facts->end;
    return true;
}

static bool keep_count(struct scribe *scribe, const struct scribe_facts *facts,
                       char why[HISTORY_WHY])
{
    if (facts->end == RECORD_OPEN || scribe->is_counted)
        return true;
    scribe->is_counted = history_count(scribe->history, record_day(scribe->record),
                                       scribe->record->routine, facts->end == RECORD_FINISHED, why);
    return scribe->is_counted;
}

/* Whatever could not be kept before is still missing, and comes first. */
static void keep(struct scribe *scribe, const struct scribe_facts *facts)
{
    char why[HISTORY_WHY] = "";
    bool kept = open_history(scribe, why);
    if (kept && scribe->counts)
        kept = keep_count(scribe, facts, why);
    else if (kept)
        kept = keep_beginning(scribe, facts, why) && keep_steps(scribe, facts, why) &&
               keep_comfort(scribe, facts, why) && keep_end(scribe, facts, why);
    if (!kept)
        complain(scribe, why);
}

static void *write_down(void *context)
{
    struct scribe *scribe = context;
    pthread_mutex_lock(&scribe->lock);
    for (bool last = false; !last;) {
        while (!scribe->news && !scribe->closing)
            pthread_cond_wait(&scribe->changed, &scribe->lock);
        const struct scribe_facts facts = scribe->wanted;
        scribe->news = false;
        scribe->writing = true;
        last = scribe->closing;
        pthread_mutex_unlock(&scribe->lock);
        keep(scribe, &facts);
        if (last)
            history_close(scribe->history);
        pthread_mutex_lock(&scribe->lock);
        scribe->writing = false;
    }
    scribe->over = true;
    pthread_cond_signal(&scribe->ended);
    pthread_mutex_unlock(&scribe->lock);
    return NULL;
}

/* ---- the main thread */

void scribe_init(struct scribe *scribe)
{
    pthread_mutex_init(&scribe->lock, NULL);
    pthread_cond_init(&scribe->changed, NULL);
    thread_cond_init(&scribe->ended);
}

void scribe_tell(struct scribe *scribe, const struct scribe_facts *facts)
{
    pthread_mutex_lock(&scribe->lock);
    scribe->wanted = *facts;
    scribe->news = true;
    pthread_cond_signal(&scribe->changed);
    pthread_mutex_unlock(&scribe->lock);
    if (!scribe->running)
        scribe->running = thread_start(&scribe->thread, write_down, scribe);
}

bool scribe_rests(struct scribe *scribe)
{
    if (!scribe->running)
        return true;
    pthread_mutex_lock(&scribe->lock);
    bool rests = !scribe->news && !scribe->writing;
    pthread_mutex_unlock(&scribe->lock);
    return rests;
}

/* There was no thread to be had. */
static void write_now(struct scribe *scribe)
{
    if (!scribe->news)
        return;
    keep(scribe, &scribe->wanted);
    history_close(scribe->history);
}

/* False: it is stuck, and keeps what it needs. */
static bool end_writing(struct scribe *scribe)
{
    if (!scribe->running) {
        write_now(scribe);
        return true;
    }
    bool patient = true;
    pthread_mutex_lock(&scribe->lock);
    scribe->closing = true;
    pthread_cond_signal(&scribe->changed);
    while (!scribe->over && patient)
        patient = thread_cond_wait(&scribe->ended, &scribe->lock, SCRIBE_PATIENCE);
    bool over = scribe->over;
    pthread_mutex_unlock(&scribe->lock);
    if (over)
        pthread_join(scribe->thread, NULL);
    else
        pthread_detach(scribe->thread);
    return over;
}

bool scribe_finish(struct scribe *scribe)
{
    if (!end_writing(scribe)) {
        log_warning("what is done is not kept yet in %s: the disk does not answer", scribe->file);
        return false;
    }
    pthread_cond_destroy(&scribe->ended);
    pthread_cond_destroy(&scribe->changed);
    pthread_mutex_destroy(&scribe->lock);
    return true;
}
