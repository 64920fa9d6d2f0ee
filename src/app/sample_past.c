// SPDX-License-Identifier: MIT
#include "app/sample_past.h"

#include <math.h>

enum { A_DAY_MOST = 16 };

/* On how many days of a hundred, and how often then. */
static const struct habit {
    enum checklist_item item;
    int days, least, most;
    bool workdays, rated;
} habits[] = {
    {CHECKLIST_MOBILITY, 48, 1, 1, false, true},
    {CHECKLIST_BREATHING, 44, 1, 2, false, false},
    {CHECKLIST_RELEASE, 22, 1, 1, false, true},
    {CHECKLIST_BREAKS, 40, 2, 6, true, false},
};

struct writer {
    struct records *records;
    uint32_t random;
    double ease; /* 0 at the beginning, 1 after twelve weeks */
};

static int draw_lot(struct writer *writer, int below)
{
    writer->random = writer->random * 1664525U + 1013904223U;
    return (int)((writer->random >> 12) % (uint32_t)below);
}

static int at_most(int a, int b)
{
    return a < b ? a : b;
}

static void rate(struct writer *writer, struct record *record)
{
    record->before = 2 + (int)lround(writer->ease * 4.2) + draw_lot(writer, 3) - 1;
    record->after = at_most(record->before + 1 + draw_lot(writer, 2 + (writer->ease > 0.5)),
                            RECORD_RATING_MOST);
}

static void add(struct writer *writer, int64_t day, const struct habit *habit)
{
    static const char *words[CHECKLIST_ITEMS];
    words[habit->item] = checklist_table[habit->item].word;
    struct record *record = &writer->records->sessions[writer->records->session_count++];
    *record = (struct record){
        .begun = day * CIVIL_DAY_S + CIVIL_DAY_S / 2,
        .routine = "",
        .title = "",
        .counts_as = {&words[habit->item], 1},
        .planned = 10 * TICK_MIN,
        .worked = 10 * TICK_MIN,
        .end = RECORD_FINISHED,
        .before = RECORD_UNSAID,
        .after = RECORD_UNSAID,
    };
    if (habit->rated && draw_lot(writer, 10) < 8)
        rate(writer, record);
}

static void tick_off(struct writer *writer, int64_t day, enum checklist_item item)
{
    writer->records->ticks[writer->records->tick_count++] =
        (struct record_tick){day, checklist_table[item].word};
}

static void live_a_day(struct writer *writer, int64_t day)
{
    struct civil civil = civil_of(day * CIVIL_DAY_S);
    for (size_t i = 0; i < sizeof habits / sizeof *habits; i++) {
        const struct habit *habit = &habits[i];
        if ((habit->workdays && civil.weekday > 4) || draw_lot(writer, 100) >= habit->days)
            continue;
        int times = habit->least + draw_lot(writer, habit->most - habit->least + 1);
        for (int n = 0; n < times; n++)
            add(writer, day, habit);
    }
    if (civil.weekday == 1 || civil.weekday == 4)
        tick_off(writer, day, CHECKLIST_STRENGTH);
    if (draw_lot(writer, 100) < 85)
        tick_off(writer, day, CHECKLIST_WATER);
    if (civil.day == 3)
        tick_off(writer, day, CHECKLIST_WORKSPACE);
}

void sample_past(struct arena *arena, int weeks, struct progress *out)
{
    int64_t today = civil_day_of(2026, 6, 11);
    size_t days = weeks > 0 ? (size_t)weeks * 7 - 3 : 0;
    struct records records = {
        .sessions = arena_alloc(arena, (days + 1) * A_DAY_MOST * sizeof *records.sessions),
        .ticks = arena_alloc(arena, (days + 1) * 3 * sizeof *records.ticks),
    };
    struct writer writer = {.records = &records, .random = 65318};
    for (size_t i = 0; i < days; i++) {
        writer.ease = (double)i / (SAMPLE_WEEKS * 7);
        live_a_day(&writer, today - (int64_t)(days - 1 - i));
    }
    progress_compute(arena, &records, today, NULL, out);
}
