// SPDX-License-Identifier: MIT
#include "progress/exchange.h"

#include "base/iso.h"
#include "progress/field.h"
#include "progress/json.h"

#include <stdlib.h>

/* A step of no exercise has an empty id, which is null in the file. */
static json_object *write_exercise(struct arena *scratch, const void *value)
{
    const char *const *id = value;
    return **id != '\0' ? field_id.write(scratch, value) : NULL;
}

static void read_exercise(struct field_reader *reader, const struct place *place, json_object *json,
                          void *value)
{
    field_id.read(reader, place, json, value);
}

static const struct field_kind exercise = {write_exercise, read_exercise};

static const struct field step_fields[] = {
    {"exercise", &exercise, offsetof(struct record_step, exercise), true},
    {"title", &field_title, offsetof(struct record_step, title), false},
    {"counts_as", &field_words, offsetof(struct record_step, counts_as), false},
    {"done", &field_bool, offsetof(struct record_step, done), false},
    {"work_s", &field_seconds, offsetof(struct record_step, work), false},
};
enum { STEP_FIELDS = sizeof step_fields / sizeof *step_fields };

/* These are of a whole session. */

static json_object *write_begun(struct arena *scratch, const void *value)
{
    const struct record *record = value;
    char text[ISO_TEXT];
    (void)scratch;
    int64_t begun = field_between(EXCHANGE_FIRST_BEGUN, record->begun, EXCHANGE_LAST_BEGUN);
    return json_object_new_string(iso_instant(begun, record->offset, text));
}

static void read_begun(struct field_reader *reader, const struct place *place, json_object *json,
                       void *value)
{
    struct record *record = value;
    const char *text = field_plain(json);
    if (text == NULL || !iso_read_instant(text, &record->begun, &record->offset) ||
        record->begun < EXCHANGE_FIRST_BEGUN || record->begun > EXCHANGE_LAST_BEGUN)
        field_complain(reader, place,
                       "a time such as '2026-11-23T07:10:00+01:00' belongs here, not %s",
                       field_quoted(reader, json));
}

static json_object *write_left_at(struct arena *scratch, const void *value)
{
    const struct record *record = value;
    return record->end == RECORD_LEFT ? field_seconds.write(scratch, &record->left_at) : NULL;
}

static void read_left_at(struct field_reader *reader, const struct place *place, json_object *json,
                         void *value)
{
    field_seconds.read(reader, place, json, &((struct record *)value)->left_at);
}

static json_object *write_steps(struct arena *scratch, const void *value)
{
    const struct record *record = value;
    json_object *steps = json_object_new_array();
    for (size_t i = 0; i < record->step_count && i < RECORD_STEPS; i++)
        json_object_array_add(steps,
                              fields_write(scratch, step_fields, STEP_FIELDS, &record->steps[i]));
    return steps;
}

static void read_step(struct field_reader *reader, const struct place *place, json_object *json,
                      void *value)
{
    *(struct record_step *)value = (struct record_step){.exercise = ""};
    fields_read(reader, place, json, step_fields, STEP_FIELDS, value);
}

static void read_steps(struct field_reader *reader, const struct place *place, json_object *json,
                       void *value)
{
    struct record *record = value;
    record->steps = field_items(reader, place, json, RECORD_STEPS, sizeof *record->steps, read_step,
                                &record->step_count);
}

static const struct field_kind begun = {write_begun, read_begun};
static const struct field_kind left_at = {write_left_at, read_left_at};
static const struct field_kind steps = {write_steps, read_steps};

static const struct field session_fields[] = {
    {"begun", &begun, 0, false},
    {"routine", &field_id, offsetof(struct record, routine), false},
    {"title", &field_title, offsetof(struct record, title), false},
    {"counts_as", &field_words, offsetof(struct record, counts_as), false},
    {"planned_s", &field_seconds, offsetof(struct record, planned), false},
    {"worked_s", &field_seconds, offsetof(struct record, worked), false},
    {"lasted_s", &field_seconds, offsetof(struct record, lasted), false},
    {"end", &field_end, offsetof(struct record, end), false},
    {"left_at_s", &left_at, 0, true},
    {"before", &field_rating, offsetof(struct record, before), true},
    {"after", &field_rating, offsetof(struct record, after), true},
    {"steps", &steps, 0, false},
};
enum { SESSION_FIELDS = sizeof session_fields / sizeof *session_fields };

static const struct field tick_fields[] = {
    {"day", &field_day, offsetof(struct record_tick, day), false},
    {"item", &field_id, offsetof(struct record_tick, item), false},
};
enum { TICK_FIELDS = sizeof tick_fields / sizeof *tick_fields };

static void read_session(struct field_reader *reader, const struct place *place, json_object *json,
                         void *value)
{
    struct record *record = value;
    *record = (struct record){.before = RECORD_UNSAID, .after = RECORD_UNSAID, .left_at = -1};
    fields_read(reader, place, json, session_fields, SESSION_FIELDS, record);
    struct place left = {.above = place, .key = "left_at_s"};
    if (record->end == RECORD_LEFT && record->left_at < 0)
        field_complain(reader, &left, "is missing: where was it left?");
    if (record->end != RECORD_LEFT && record->left_at >= 0)
        field_complain(reader, &left, "belongs only where 'end' is 'left'");
    if (record->left_at < 0)
        record->left_at = 0;
}

static void read_tick(struct field_reader *reader, const struct place *place, json_object *json,
                      void *value)
{
    fields_read(reader, place, json, tick_fields, TICK_FIELDS, value);
}

/* These are of the whole file; it is written line by line. */

static void read_version(struct field_reader *reader, const struct place *place, json_object *json,
                         void *value)
{
    (void)value;
    if (!json_object_is_type(json, json_type_int) || json_object_get_int(json) != EXCHANGE_VERSION)
        field_complain(reader, place, "%d belongs here, not %s", EXCHANGE_VERSION,
                       field_quoted(reader, json));
}

static void read_sessions(struct field_reader *reader, const struct place *place, json_object *json,
                          void *value)
{
    struct records *records = value;
    records->sessions =
        field_items(reader, place, json, EXCHANGE_MAX_SESSIONS, sizeof *records->sessions,
                    read_session, &records->session_count);
}

static void read_ticks(struct field_reader *reader, const struct place *place, json_object *json,
                       void *value)
{
    struct records *records = value;
    records->ticks = field_items(reader, place, json, EXCHANGE_MAX_TICKS, sizeof *records->ticks,
                                 read_tick, &records->tick_count);
}

static const struct field_kind version = {NULL, read_version};
static const struct field_kind sessions = {NULL, read_sessions};
static const struct field_kind ticks = {NULL, read_ticks};

static const struct field top_fields[] = {
    {"history", &version, 0, false},
    {"sessions", &sessions, 0, false},
    {"ticks", &ticks, 0, false},
};
enum { TOP_FIELDS = sizeof top_fields / sizeof *top_fields };

/* Takes the object. */
static bool print_line(json_object *object, bool last, FILE *out)
{
    const char *text = json_object_to_json_string_ext(object, JSON_C_TO_STRING_NOSLASHESCAPE);
    bool written = text != NULL && fprintf(out, "%s%s\n", text, last ? "" : ",") >= 0;
    json_object_put(object);
    return written;
}

bool exchange_print_json(const struct records *records, FILE *out)
{
    struct arena scratch;
    arena_init(&scratch);
    bool written = fprintf(out, "{\"history\":%d,\n\"sessions\":[\n", EXCHANGE_VERSION) >= 0;
    for (size_t i = 0; i < records->session_count && written; i++) {
        arena_reset(&scratch);
        written = print_line(
            fields_write(&scratch, session_fields, SESSION_FIELDS, &records->sessions[i]),
            i + 1 == records->session_count, out);
    }
    written = written && fputs("],\n\"ticks\":[\n", out) >= 0;
    for (size_t i = 0; i < records->tick_count && written; i++) {
        arena_reset(&scratch);
        written = print_line(fields_write(&scratch, tick_fields, TICK_FIELDS, &records->ticks[i]),
                             i + 1 == records->tick_count, out);
    }
    arena_finish(&scratch);
    return written && fputs("]}\n", out) >= 0;
}

/* As the history gives them: by time, else as they came. */
static int by_time(const void *left, const void *right)
{
    const struct record *a = left, *b = right;
    if (a->begun != b->begun)
        return a->begun < b->begun ? -1 : 1;
    return a->id < b->id ? -1 : a->id > b->id;
}

static int by_day(const void *left, const void *right)
{
    const struct record_tick *a = left, *b = right;
    if (a->day != b->day)
        return a->day < b->day ? -1 : 1;
    return strcmp(a->item, b->item);
}

static void sort(struct records *records)
{
    for (size_t i = 0; i < records->session_count; i++)
        records->sessions[i].id = (int64_t)i;
    if (records->session_count > 0)
        qsort(records->sessions, records->session_count, sizeof *records->sessions, by_time);
    for (size_t i = 0; i < records->session_count; i++)
        records->sessions[i].id = 0;
    if (records->tick_count > 0)
        qsort(records->ticks, records->tick_count, sizeof *records->ticks, by_day);
}

static bool is_newer(json_object *json)
{
    json_object *value = NULL;
    return json_object_is_type(json, json_type_object) &&
           json_object_object_get_ex(json, "history", &value) &&
           json_object_is_type(value, json_type_int) &&
           json_object_get_int(value) > EXCHANGE_VERSION;
}

static void read_all(struct field_reader *reader, json_object *json, struct records *out)
{
    struct place top = {0};
    if (is_newer(json)) {
        field_complain(reader, &top, "a newer unknot wrote this; this one reads format %d",
                       EXCHANGE_VERSION);
        return;
    }
    fields_read(reader, &top, json, top_fields, TOP_FIELDS, out);
    if (reader->errors > EXCHANGE_MAX_ERRORS)
        diag_error(reader->diags, (struct span){.source = reader->source}, "and %zu more",
                   reader->errors - EXCHANGE_MAX_ERRORS);
}

bool exchange_read_json(struct arena *arena, const struct source *source, struct diag_list *diags,
                        struct records *out)
{
    struct pool pool;
    struct field_reader reader = {.arena = arena, .pool = &pool, .source = source, .diags = diags};
    *out = (struct records){0};
    json_object *json = json_parse(source, diags);
    if (json == NULL)
        return false;
    pool_init(&pool, arena);
    read_all(&reader, json, out);
    pool_finish(&pool);
    json_object_put(json);
    if (reader.errors > 0)
        *out = (struct records){0};
    else
        sort(out);
    return reader.errors == 0;
}
