// SPDX-License-Identifier: MIT
#include "player/diary.h"

#include "platform/clock.h"
#include "player/scribe.h"

#include <stdlib.h>

struct diary {
    struct arena arena; /* of every text here */
    bool whole;
    struct record_step *steps; /* of the routine, not done yet */
    size_t step_count;
    uint8_t *told; /* enum session_mark of each step, as it was written down */
    uint32_t marked;
    bool begun, worth; /* worth: the scribe was told of it */
    tick started;
    struct scribe_facts now;

    struct record record;     /* the session as it begins */
    struct record_step *rows; /* what was done or skipped, in that order */
    struct scribe scribe;
};

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
    *diary = (struct diary){.whole = options->whole};
    arena_init(&diary->arena);
    struct arena *arena = &diary->arena;
    const struct routine *routine = options->timeline->routine;
    diary->record = (struct record){
        .routine = clipped(arena, routine->id, RECORD_ID),
        .title = clipped(arena, routine->title, RECORD_TITLE),
        .counts_as = copied(arena, &routine->counts_as),
    };
    copy_steps(diary, options->timeline);
    diary->scribe = (struct scribe){
        .file = arena_copy(arena, options->file, strlen(options->file)),
        .counts = options->counts,
        .record = &diary->record,
        .rows = diary->rows,
    };
    scribe_init(&diary->scribe);
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
    struct scribe_facts *facts = &diary->now;
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
    const struct scribe_facts before = diary->now;
    struct scribe_facts *facts = &diary->now;
    uint32_t marked = 2 * session->steps_done + session->steps_skipped;
    if (marked != diary->marked || (over && before.end == RECORD_OPEN))
        note_steps(diary, session, over);
    diary->marked = marked;
    facts->before = rating_of(&session->before);
    facts->after = rating_of(&session->after);
    note_end(diary, session, now, over);
    return !diary->worth || facts->rows != before.rows || facts->end != before.end ||
           facts->before != before.before || facts->after != before.after;
}

static void look(struct diary *diary, const struct session *session, tick now, bool over)
{
    bool plays = session->mode == SESSION_PLAYING || session->mode == SESSION_GATE;
    bool moved = session->played > 0 || session->worked > 0;
    if (!diary->begun && ((session->begun && plays) || moved))
        note_beginning(diary, session, now);
    bool worth =
        session->played >= DIARY_LEAST || session->worked >= DIARY_LEAST || session->steps_done > 0;
    if (!diary->begun || !worth || !note(diary, session, now, over))
        return;
    diary->worth = true;
    scribe_tell(&diary->scribe, &diary->now);
}

void diary_look(struct diary *diary, const struct session *session, tick now)
{
    if (diary != NULL)
        look(diary, session, now, is_over(session));
}

bool diary_rests(struct diary *diary)
{
    return diary == NULL || scribe_rests(&diary->scribe);
}

void diary_close(struct diary *diary, const struct session *session)
{
    if (diary == NULL)
        return;
    look(diary, session, session->last_now, true);
    if (!scribe_finish(&diary->scribe))
        return;
    arena_finish(&diary->arena);
    free(diary);
}
