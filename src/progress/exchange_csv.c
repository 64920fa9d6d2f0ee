// SPDX-License-Identifier: MIT
#include "progress/exchange.h"

#include "base/iso.h"
#include "progress/field.h"

#include <inttypes.h>

/* A line for each session and each tick, in the order of their days; the steps of a session are
 * counted. RFC 4180: commas, CRLF, quotes where they are needed. */
static const char head[] = "kind,id,day,time,begun,routine,title,counts_as,planned_s,worked_s,"
                           "lasted_s,end,left_at_s,before,after,steps_done,steps_skipped";

/* A spreadsheet takes what begins like this for a formula and works it out: an apostrophe before
 * it makes it a text. */
static bool looks_like_formula(const char *text)
{
    static const char *const signs[] = {
        "=",           "+", "-", "@", "\t", "\r", "\xEF\xBC\x9D", "\xEF\xBC\x8B", "\xEF\xBC\x8D",
        "\xEF\xBC\xA0"};
    text += strspn(text, " ");
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (text_starts(text, signs[i]))
            return true;
    return false;
}

static void put_text(struct arena *scratch, const char *text, size_t most, FILE *out)
{
    const char *clean = field_clean(scratch, text, most);
    const char *apostrophe = looks_like_formula(clean) ? "'" : "";
    if (strpbrk(clean, "\", ;'") == NULL && *apostrophe == '\0') {
        fputs(clean, out);
        return;
    }
    fprintf(out, "\"%s", apostrophe);
    for (const char *at = clean; *at != '\0'; at++)
        fputs(*at == '"' ? "\"\"" : (const char[]){*at, '\0'}, out);
    fputc('"', out);
}

static void put_number(bool said, int number, FILE *out)
{
    if (said)
        fprintf(out, ",%d", number);
    else
        fputc(',', out);
}

static void put_seconds(bool said, tick t, FILE *out)
{
    char text[TICK_TEXT];
    fprintf(out, ",%s", said ? field_seconds_text(t, text) : "");
}

static int steps_with(const struct record *record, bool done)
{
    int count = 0;
    for (size_t i = 0; i < record->step_count; i++)
        count += record->steps[i].done == done;
    return count;
}

static const char *joined(struct arena *scratch, const struct text_list *words)
{
    const char *all = "";
    for (size_t i = 0; i < words->count && i < EXCHANGE_MAX_WORDS; i++)
        all = arena_format(scratch, "%s%s%s", all, i > 0 ? " " : "", words->items[i]);
    return all;
}

static void put_session(struct arena *scratch, const struct record *record, FILE *out)
{
    char day[ISO_TEXT], minute[ISO_TEXT], begun[ISO_TEXT];
    fprintf(out, "session,%" PRId64 ",%s,%s,%s,", record->id, iso_day(record_day(record), day),
            iso_minute(record->begun, record->offset, minute),
            iso_instant(record->begun, record->offset, begun));
    put_text(scratch, record->routine, RECORD_ID, out);
    fputc(',', out);
    put_text(scratch, record->title, RECORD_TITLE, out);
    fputc(',', out);
    put_text(scratch, joined(scratch, &record->counts_as), (size_t)RECORD_ID * EXCHANGE_MAX_WORDS,
             out);
    put_seconds(true, record->planned, out);
    put_seconds(true, record->worked, out);
    put_seconds(true, record->lasted, out);
    fprintf(out, ",%s", record_end_words[record->end]);
    put_seconds(record->end == RECORD_LEFT, record->left_at, out);
    put_number(record->before != RECORD_UNSAID, record->before, out);
    put_number(record->after != RECORD_UNSAID, record->after, out);
    put_number(true, steps_with(record, true), out);
    put_number(true, steps_with(record, false), out);
    fputs("\r\n", out);
}

static void put_tick(struct arena *scratch, const struct record_tick *ticked, FILE *out)
{
    char day[ISO_TEXT];
    fprintf(out, "tick,,%s,,,,,", iso_day(ticked->day, day));
    put_text(scratch, ticked->item, RECORD_ID, out);
    fputs(",,,,,,,,,\r\n", out);
}

bool exchange_print_csv(const struct records *records, FILE *out)
{
    struct arena scratch;
    arena_init(&scratch);
    fprintf(out, "%s\r\n", head);
    const struct record *session = records->sessions, *last = session + records->session_count;
    const struct record_tick *ticked = records->ticks, *last_tick = ticked + records->tick_count;
    while (session < last || ticked < last_tick) {
        arena_reset(&scratch);
        bool before = ticked == last_tick || (session < last && record_day(session) <= ticked->day);
        if (before)
            put_session(&scratch, session++, out);
        else
            put_tick(&scratch, ticked++, out);
    }
    arena_finish(&scratch);
    return ferror(out) == 0;
}

bool exchange_print_counts(const struct records *records, FILE *out)
{
    struct arena scratch;
    arena_init(&scratch);
    fputs("day,routine,played,finished\r\n", out);
    for (size_t i = 0; i < records->count_count; i++) {
        const struct record_count *count = &records->counts[i];
        char day[ISO_TEXT];
        arena_reset(&scratch);
        fprintf(out, "%s,", iso_day(count->day, day));
        put_text(&scratch, count->routine, RECORD_ID, out);
        fprintf(out, ",%" PRId64 ",%" PRId64 "\r\n", count->sessions, count->finished);
    }
    arena_finish(&scratch);
    return ferror(out) == 0;
}
