// SPDX-License-Identifier: MIT
#include "app/history_table.h"

#include "app/table.h"
#include "base/iso.h"
#include "program/day.h"
#include "progress/checklist.h"

#include <inttypes.h>

enum column { ID, DAY, TIME, TITLE, WORK, END, BACK, COLUMNS };

static const char *day_of(struct arena *arena, int64_t day)
{
    char text[DAY_TEXT];
    return arena_format(arena, "%s", day_text(day, text));
}

static const char *work_of(struct arena *arena, const struct record *record)
{
    char worked[TICK_TEXT], planned[TICK_TEXT];
    tick_clock(record->worked, worked);
    if (record->worked >= record->planned)
        return arena_format(arena, "%s", worked);
    return arena_format(arena, "%s of %s", worked, tick_clock(record->planned, planned));
}

static const char *end_of(struct arena *arena, const struct record *record)
{
    char at[TICK_TEXT];
    if (record->end == RECORD_LEFT)
        return arena_format(arena, "left at %s", tick_clock(record->left_at, at));
    return record->end == RECORD_FINISHED ? "finished" : "not ended";
}

static const char *rating(struct arena *arena, int rating)
{
    return rating == RECORD_UNSAID ? "-" : arena_format(arena, "%d", rating);
}

static const char *back_of(struct arena *arena, const struct record *record)
{
    if (record->before == RECORD_UNSAID && record->after == RECORD_UNSAID)
        return NULL;
    return arena_format(arena, "%s -> %s", rating(arena, record->before),
                        rating(arena, record->after));
}

static void add_session(struct table *table, const struct record *record)
{
    struct arena *arena = table->arena;
    const char **cells = table_add(table);
    char minute[ISO_TEXT];
    cells[ID] = arena_format(arena, "%" PRId64, record->id);
    cells[DAY] = day_of(arena, record_day(record));
    cells[TIME] = arena_format(arena, "%s", iso_minute(record->begun, record->offset, minute));
    cells[TITLE] = record->title;
    cells[WORK] = work_of(arena, record);
    cells[END] = end_of(arena, record);
    cells[BACK] = back_of(arena, record);
}

static void add_tick(struct table *table, const struct record_tick *ticked)
{
    const char **cells = table_add(table);
    enum checklist_item item = checklist_find(ticked->item);
    cells[DAY] = day_of(table->arena, ticked->day);
    cells[TITLE] = item < CHECKLIST_ITEMS ? checklist_table[item].title : ticked->item;
    cells[END] = "ticked";
}

static void add_head(struct table *table)
{
    static const char *const head[COLUMNS] = {"id",   "day", "time", "routine",
                                              "work", "end", "back"};
    memcpy(table_add(table), head, sizeof head);
}

void history_table_print(struct arena *arena, const struct records *records, FILE *out)
{
    struct table table = {.arena = arena, .columns = COLUMNS, .right = 1U << ID};
    const struct record *session = records->sessions, *last = session + records->session_count;
    const struct record_tick *ticked = records->ticks, *last_tick = ticked + records->tick_count;
    add_head(&table);
    while (session < last || ticked < last_tick) {
        if (ticked == last_tick || (session < last && record_day(session) <= ticked->day))
            add_session(&table, session++);
        else
            add_tick(&table, ticked++);
    }
    table_print(&table, out);
}
