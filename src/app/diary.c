// SPDX-License-Identifier: MIT
#include "app/diary.h"

#include "base/log.h"
#include "platform/clock.h"
#include "sound/thread.h"
#include "store/history.h"

#include <stdlib.h>

/* What there is to write, apart from the beginning. */
struct facts {
    size_t rows;
    enum record_end end;
    tick left_at, worked, lasted;
    int before, after;
};

struct diary {
    struct arena arena; /* of every text here: a thread that is stuck may outlive the session */
    const char *file;
    bool counts, whole;
    struct record record; /* the session as it begins */

    /* Main thread. */
    struct record_step *steps; /* of the routine, not done yet */
    size_t step_count;
    uint8_t *told; /* enum session_mark of each step, as it was written down */
    uint32_t marked;
    bool begun, running;
    tick started;
    struct facts now;
    pthread_t thread;

    /* Both, under the lock. Rows below `wanted.rows` do not change any more. */
    pthread_mutex_t lock;
    pthread_cond_t changed, ended;
    struct record_step *rows; /* what was done or skipped, in that order */
    struct facts wanted;
    bool news, writing, closing, over;

    /* The thread. */
    struct history *history;
    struct facts kept;
    int64_t id;
    bool is_begun, is_counted, complained;
};

/* ---- writing, on the thread */

static void complain(struct diary *diary, const char *why)
{
    if (!diary->complained)
        log_warning("what is done cannot be kept in %s: %s", diary->file, why);
    diary->complained = true;
}

static bool open_history(struct diary *diary, char why[HISTORY_WHY])
{
    if (diary->history != NULL)
        return true;
    enum history_state state;
    struct history *history = history_open(diary->file, &state, why);
    if (state == HISTORY_MOVED)
        log_warning("%s: %s", diary->file, why);
    if (state == HISTORY_FINE || state == HISTORY_MOVED) {
        diary->history = history;
        return true;
    }
    history_close(history);
    return false;
}

static bool keep_beginning(struct diary *diary, const struct facts *facts, char why[HISTORY_WHY])
{
    if (diary->is_begun)
        return true;
    diary->record.before = facts->before;
    diary->record.after = facts->after;
    diary->is_begun = history_begin(diary->history, &diary->record, &diary->id, why);
    diary->kept.before = facts->before;
    diary->kept.after = facts->after;
    return diary->is_begun;
}

static bool keep_steps(struct diary *diary, const struct facts *facts, char why[HISTORY_WHY])
{
    for (; diary->kept.rows < facts->rows; diary->kept.rows++)
        if (!history_step(diary->history, diary->id, &diary->rows[diary->kept.rows], facts->worked,
                          facts->lasted, why))
            return false;
    return true;
}

static bool keep_comfort(struct diary *diary, const struct facts *facts, char why[HISTORY_WHY])
{
    if (diary->kept.before == facts->before && diary->kept.after == facts->after)
        return true;
    if (!history_comfort(diary->history, diary->id, facts->before, facts->after, why))
        return false;
    diary->kept.before = facts->before;
    diary->kept.after = facts->after;
    return true;
}

static bool keep_end(struct diary *diary, const struct facts *facts, char why[HISTORY_WHY])
{
    if (diary->kept.end == facts->end)
        return true;
    if (!history_end(diary->history, diary->id, facts->end, facts->left_at, facts->worked,
                     facts->lasted, why))
        return false;
    diary->kept.end = facts->end;
    return true;
}

static bool keep_count(struct diary *diary, const struct facts *facts, char why[HISTORY_WHY])
{
    if (facts->end == RECORD_OPEN || diary->is_counted)
        return true;
    diary->is_counted = history_count(diary->history, record_day(&diary->record),
                                      diary->record.routine, facts->end == RECORD_FINISHED, why);
    return diary->is_counted;
}

/* Whatever could not be kept before is still missing, and comes first. */
static void keep(struct diary *diary, const struct facts *facts)
{
    char why[HISTORY_WHY] = "";
    bool kept = open_history(diary, why);
    if (kept && diary->counts)
        kept = keep_count(diary, facts, why);
    else if (kept)
        kept = keep_beginning(diary, facts, why) && keep_steps(diary, facts, why) &&
               keep_comfort(diary, facts, why) && keep_end(diary, facts, why);
    if (!kept)
        complain(diary, why);
}

static void *write_down(void *context)
{
    struct diary *diary = context;
    pthread_mutex_lock(&diary->lock);
    for (bool last = false; !last;) {
        while (!diary->news && !diary->closing)
            pthread_cond_wait(&diary->changed, &diary->lock);
        const struct facts facts = diary->wanted;
        diary->news = false;
        diary->writing = true;
        last = diary->closing;
        pthread_mutex_unlock(&diary->lock);
        keep(diary, &facts);
        if (last)
            history_close(diary->history);
        pthread_mutex_lock(&diary->lock);
        diary->writing = false;
    }
    diary->over = true;
    pthread_cond_signal(&diary->ended);
    pthread_mutex_unlock(&diary->lock);
    return NULL;
}

/* ---- looking, on the main thread */

/* The beginning of a text that is longer than what is kept of it. */
static const char *clipped(struct arena *arena, const char *text, size_t most)
{
    const char *end = text + strlen(text), *at = text, *last = text;
    while (at < end && (size_t)(at - text) < most) {
        last = at;
        text_next(&at, end);
    }
    bool fits = (size_t)(at - text) < most;
    return arena_copy(arena, text, (size_t)((fits ? at : last) - text));
}

static struct text_list copied(struct arena *arena, const struct text_list *words)
{
    struct text_list copy = {arena_alloc(arena, words->count * sizeof *copy.items), words->count};
    for (size_t i = 0; i < words->count; i++)
        copy.items[i] = arena_copy(arena, words->items[i], strlen(words->items[i]));
    return copy;
}

static void copy_steps(struct diary *diary, const struct timeline *timeline)
{
    struct arena *arena = &diary->arena;
    diary->step_count = timeline->step_count;
    diary->steps = arena_alloc(arena, timeline->step_count * sizeof *diary->steps);
    diary->told = arena_alloc(arena, timeline->step_count);
    /* A step that was skipped may be done later on. */
    diary->rows = arena_alloc(arena, 2 * timeline->step_count * sizeof *diary->rows);
    for (size_t i = 0; i < timeline->step_count; i++) {
        const struct timeline_step *step = &timeline->steps[i];
        const char *id = step->exercise->id;
        diary->steps[i] = (struct record_step){
            .exercise = clipped(arena, id != NULL ? id : "", RECORD_ID),
            .title = clipped(arena, step->title, RECORD_TITLE),
            .counts_as = copied(arena, &step->exercise->counts_as),
        };
    }
}

struct diary *diary_open(const struct diary_options *options)
{
    if (options->file == NULL)
        return NULL;
    struct diary *diary = memory_alloc(sizeof *diary);
    *diary = (struct diary){.counts = options->counts, .whole = options->whole};
    arena_init(&diary->arena);
    struct arena *arena = &diary->arena;
    const struct routine *routine = options->timeline->routine;
    diary->file = arena_copy(arena, options->file, strlen(options->file));
    diary->record = (struct record){
        .routine = clipped(arena, routine->id, RECORD_ID),
        .title = clipped(arena, routine->title, RECORD_TITLE),
        .counts_as = copied(arena, &routine->counts_as),
    };
    copy_steps(diary, options->timeline);
    pthread_mutex_init(&diary->lock, NULL);
    pthread_cond_init(&diary->changed, NULL);
    thread_cond_init(&diary->ended);
    return diary;
}

/* From `from` on. */
static tick work_planned(const struct timeline *timeline, tick from)
{
    tick work = 0;
    for (size_t i = 0; i < timeline->entry_count; i++) {
        const struct entry *entry = &timeline->entries[i];
        tick end = entry->start + entry->length, start = entry->start > from ? entry->start : from;
        work += entry->kind == ENTRY_WORK && end > start ? end - start : 0;
    }
    return work;
}

static void note_beginning(struct diary *diary, const struct session *session, tick now)
{
    struct record *record = &diary->record;
    tick from = session->position - session->played;
    diary->begun = true;
    diary->started = now;
    record->begun = clock_wall();
    record->offset = clock_offset(NULL, record->begun);
    record->planned = work_planned(session->timeline, diary->whole || from < 0 ? 0 : from);
}

static bool is_over(const struct session *session)
{
    return session->mode == SESSION_FINISHED || session->mode == SESSION_LEFT;
}

static void add_row(struct diary *diary, const struct session *session, size_t step)
{
    bool done = session->marks[step] == MARK_DONE;
    struct record_step *row = &diary->rows[diary->now.rows++];
    *row = diary->steps[step];
    row->done = done;
    row->work = session->work[step];
    diary->told[step] = session->marks[step];
}

/* A step that was skipped is told of once one after it is done, or nothing more comes: until then
 * the person may have pressed the wrong key, and go back. */
static void note_steps(struct diary *diary, const struct session *session, bool over)
{
    size_t settled = over ? diary->step_count : 0;
    for (size_t i = diary->step_count; i > 0 && settled == 0; i--)
        if (session->marks[i - 1] == MARK_DONE)
            settled = i;
    for (size_t i = 0; i < settled; i++)
        if (session->marks[i] > diary->told[i])
            add_row(diary, session, i);
}

static int rating_of(const struct comfort *comfort)
{
    return comfort->said ? comfort->rating : RECORD_UNSAID;
}

static void note_end(struct diary *diary, const struct session *session, tick now, bool over)
{
    struct facts *facts = &diary->now;
    if (facts->end != RECORD_OPEN)
        return; /* the screen may stay for an hour after it */
    facts->worked = session->worked;
    facts->lasted = now - diary->started;
    if (!over)
        return;
    facts->end = session->mode == SESSION_FINISHED ? RECORD_FINISHED : RECORD_LEFT;
    facts->left_at = facts->end == RECORD_LEFT ? session->position : 0;
}

/* True when there is something new to write. */
static bool note(struct diary *diary, const struct session *session, tick now, bool over)
{
    const struct facts before = diary->now;
    struct facts *facts = &diary->now;
    uint32_t marked = 2 * session->steps_done + session->steps_skipped;
    if (marked != diary->marked || (over && before.end == RECORD_OPEN))
        note_steps(diary, session, over);
    diary->marked = marked;
    facts->before = rating_of(&session->before);
    facts->after = rating_of(&session->after);
    note_end(diary, session, now, over);
    return !diary->running || facts->rows != before.rows || facts->end != before.end ||
           facts->before != before.before || facts->after != before.after;
}

static void tell(struct diary *diary)
{
    pthread_mutex_lock(&diary->lock);
    diary->wanted = diary->now;
    diary->news = true;
    pthread_cond_signal(&diary->changed);
    pthread_mutex_unlock(&diary->lock);
    if (!diary->running)
        diary->running = thread_start(&diary->thread, write_down, diary);
}

static void look(struct diary *diary, const struct session *session, tick now, bool over)
{
    bool plays = session->mode == SESSION_PLAYING || session->mode == SESSION_GATE;
    bool moved = session->played > 0 || session->worked > 0;
    if (!diary->begun && ((session->begun && plays) || moved))
        note_beginning(diary, session, now);
    bool worth =
        session->played >= DIARY_LEAST || session->worked >= DIARY_LEAST || session->steps_done > 0;
    if (diary->begun && worth && note(diary, session, now, over))
        tell(diary);
}

void diary_look(struct diary *diary, const struct session *session, tick now)
{
    if (diary != NULL)
        look(diary, session, now, is_over(session));
}

/* There was no thread to be had. */
static void write_now(struct diary *diary)
{
    if (!diary->news)
        return;
    keep(diary, &diary->wanted);
    history_close(diary->history);
}

/* False: it is stuck, and keeps what it needs. */
static bool end_writing(struct diary *diary)
{
    if (!diary->running) {
        write_now(diary);
        return true;
    }
    bool patient = true;
    pthread_mutex_lock(&diary->lock);
    diary->closing = true;
    pthread_cond_signal(&diary->changed);
    while (!diary->over && patient)
        patient = thread_cond_wait(&diary->ended, &diary->lock, DIARY_PATIENCE);
    bool over = diary->over;
    pthread_mutex_unlock(&diary->lock);
    if (over)
        pthread_join(diary->thread, NULL);
    else
        pthread_detach(diary->thread);
    return over;
}

bool diary_rests(struct diary *diary)
{
    if (diary == NULL || !diary->running)
        return true;
    pthread_mutex_lock(&diary->lock);
    bool rests = !diary->news && !diary->writing;
    pthread_mutex_unlock(&diary->lock);
    return rests;
}

void diary_close(struct diary *diary, const struct session *session)
{
    if (diary == NULL)
        return;
    look(diary, session, session->last_now, true);
    if (!end_writing(diary)) {
        log_warning("what is done is not kept yet in %s: the disk does not answer", diary->file);
        return;
    }
    pthread_cond_destroy(&diary->ended);
    pthread_cond_destroy(&diary->changed);
    pthread_mutex_destroy(&diary->lock);
    arena_finish(&diary->arena);
    free(diary);
}
