// SPDX-License-Identifier: MIT
#include "player/tally.h"

#include "base/log.h"
#include "program/app.h"
#include "program/day.h"
#include "sound/thread.h"
#include "store/history.h"

#include <stdlib.h>
#include <string.h>

struct tally_job {
    const char *file;
    struct job_tick {
        enum checklist_item item;
        int64_t day;
        bool there, again; /* again: it could not be kept now, and perhaps can be later */
    } ticks[CHECKLIST_ITEMS];
    size_t count;
    struct arena memory;
    struct records records; /* in it */
    bool read;
    atomic_bool done;
    void (*wake)(void *context);
    void *context;
};

static void write_ticks(struct tally_job *job)
{
    char why[HISTORY_WHY] = "";
    enum history_state state;
    struct history *history = history_open(job->file, &state, why);
    if (state != HISTORY_FINE)
        log_warning("%s: %s", job->file, why);
    bool later = state != HISTORY_READONLY && state != HISTORY_NEWER;
    for (size_t i = 0; i < job->count; i++) {
        struct job_tick *ticked = &job->ticks[i];
        const struct record_tick record = {ticked->day, checklist_table[ticked->item].word};
        bool kept = history_tick(history, &record, ticked->there, why);
        if (!kept)
            log_warning("%s: what was ticked is not kept: %s", job->file, why);
        ticked->again = later && (!kept || state == HISTORY_UNUSABLE);
    }
    history_close(history);
}

static void read_all(struct tally_job *job)
{
    char why[HISTORY_WHY] = "";
    enum history_state state;
    struct history *history = history_open_to_read(job->file, &state, why);
    bool usable = state == HISTORY_FINE || state == HISTORY_READONLY;
    job->read = usable && history_read(history, &job->memory, INT64_MIN, &job->records, why);
    if (!job->read)
        log_info("%s is not read: %s", job->file, why);
    history_close(history);
}

static void *work(void *context)
{
    struct tally_job *job = context;
    if (job->count > 0)
        write_ticks(job);
    read_all(job);
    atomic_store_explicit(&job->done, true, memory_order_release);
    if (job->wake != NULL)
        job->wake(job->context);
    return NULL;
}

static void compute(struct tally *tally)
{
    arena_reset(&tally->shown);
    const struct text_list *equipment = app_equipment(&tally->shown, tally->have);
    progress_compute(&tally->shown, &tally->records, day_today(), equipment, &tally->progress);
}

void tally_init(struct tally *tally, const char *file, const char *have,
                void (*wake)(void *context), void *context)
{
    *tally = (struct tally){.file = file, .have = have, .wake = wake, .context = context};
    arena_init(&tally->memory);
    arena_init(&tally->shown);
    compute(tally);
}

void tally_have(struct tally *tally, const char *have)
{
    tally->have = have;
    compute(tally);
}

void tally_ask(struct tally *tally)
{
    tally->asked = tally->file != NULL;
}

static bool is_tick(const struct record_tick *tick_there, int64_t day, const char *word)
{
    return tick_there->day == day && text_equal(tick_there->item, word);
}

/* In memory, as it will be in the file. */
static void put_tick(struct tally *tally, int64_t day, const char *word, bool there)
{
    struct records *records = &tally->records;
    size_t kept = 0, bytes = (records->tick_count + 1) * sizeof *records->ticks;
    struct record_tick *ticks = arena_alloc(&tally->memory, bytes);
    for (size_t i = 0; i < records->tick_count; i++)
        if (!is_tick(&records->ticks[i], day, word))
            ticks[kept++] = records->ticks[i];
    if (there)
        ticks[kept++] = (struct record_tick){day, word};
    records->ticks = ticks;
    records->tick_count = kept;
}

void tally_tick(struct tally *tally, enum checklist_item item)
{
    int64_t day = day_today();
    if (tally->file == NULL)
        return;
    if (day != tally->progress.today)
        compute(tally);
    bool there = !tally->progress.week.lines[item].ticked;
    tally->ticks[item] = (struct tally_tick){.wanted = true, .there = there, .day = day};
    put_tick(tally, day, checklist_table[item].word, there);
    compute(tally);
}

static bool has_ticks(const struct tally *tally, bool again)
{
    for (int i = 0; i < CHECKLIST_ITEMS; i++)
        if (tally->ticks[i].wanted || (again && tally->ticks[i].again))
            return true;
    return false;
}

static void begin(struct tally *tally)
{
    struct tally_job *job = memory_alloc(sizeof *job);
    *job = (struct tally_job){.file = tally->file, .wake = tally->wake, .context = tally->context};
    arena_init(&job->memory);
    for (int i = 0; i < CHECKLIST_ITEMS; i++) {
        struct tally_tick *ticked = &tally->ticks[i];
        if (!ticked->wanted && !ticked->again)
            continue;
        job->ticks[job->count++] = (struct job_tick){
            .item = (enum checklist_item)i, .day = ticked->day, .there = ticked->there};
        ticked->wanted = ticked->again = false;
    }
    tally->asked = false;
    tally->job = job;
    tally->running = thread_start(&tally->thread, work, job);
    if (!tally->running)
        work(job);
}

/* What could not be kept, unless it was ticked anew meanwhile. */
static void take_back(struct tally *tally, const struct tally_job *job)
{
    for (size_t i = 0; i < job->count; i++) {
        const struct job_tick *from = &job->ticks[i];
        struct tally_tick *to = &tally->ticks[from->item];
        if (from->again && !to->wanted)
            *to = (struct tally_tick){.again = true, .there = from->there, .day = from->day};
    }
}

/* What could not be read is as it was known to be. */
static void take_records(struct tally *tally, struct tally_job *job)
{
    struct arena *old = job->read ? &tally->memory : &job->memory;
    arena_finish(old);
    if (!job->read)
        return;
    tally->memory = job->memory;
    tally->records = job->records;
    tally->known = true;
}

/* What was ticked and is not written yet counts besides. */
static void take(struct tally *tally)
{
    struct tally_job *job = tally->job;
    if (tally->running)
        pthread_join(tally->thread, NULL);
    tally->running = false;
    tally->job = NULL;
    take_back(tally, job);
    take_records(tally, job);
    free(job);
    for (int i = 0; i < CHECKLIST_ITEMS; i++) {
        const struct tally_tick *ticked = &tally->ticks[i];
        if (ticked->wanted || ticked->again)
            put_tick(tally, ticked->day, checklist_table[i].word, ticked->there);
    }
    compute(tally);
}

bool tally_look(struct tally *tally)
{
    bool changed =
        tally->job != NULL && atomic_load_explicit(&tally->job->done, memory_order_acquire);
    if (tally->file == NULL)
        return false;
    if (changed)
        take(tally);
    if (tally->job == NULL && (tally->asked || has_ticks(tally, false)))
        begin(tally);
    if (tally->progress.today == day_today())
        return changed;
    compute(tally);
    return true;
}

tick tally_next(const struct tally *tally)
{
    return tally->file != NULL ? day_left() : TICK_NEVER;
}

void tally_finish(struct tally *tally)
{
    if (tally->job != NULL)
        take(tally);
    if (has_ticks(tally, true)) {
        begin(tally);
        take(tally);
    }
    arena_finish(&tally->memory);
    arena_finish(&tally->shown);
}
