// SPDX-License-Identifier: MIT
#include "app/counts_table.h"

#include "app/table.h"
#include "program/day.h"
#include "progress/checklist.h"

#include <inttypes.h>
#include <stdlib.h>

enum column { WEEK, ROUTINE, PLAYED, FINISHED, DAYS, COLUMNS = DAYS + 7 };

/* A routine in a week. */
struct line {
    int64_t monday, played, finished, days[7];
    const char *routine;
};

static int by_week(const void *left, const void *right)
{
    const struct record_count *a = left, *b = right;
    int64_t monday = checklist_monday(a->day), other = checklist_monday(b->day);
    if (monday != other)
        return monday < other ? -1 : 1;
    int names = strcmp(a->routine, b->routine);
    return names != 0 ? names : (a->day > b->day) - (a->day < b->day);
}

static void add_head(struct table *table)
{
    static const char *const head[COLUMNS] = {"week of", "routine", "played", "finished", "M", "T",
                                              "W",       "T",       "F",      "S",        "S"};
    memcpy(table_add(table), head, sizeof head);
}

static void add_line(struct table *table, const struct line *line, int64_t today)
{
    struct arena *arena = table->arena;
    const char **cells = table_add(table);
    char monday[DAY_TEXT];
    cells[WEEK] = arena_format(arena, "%s", day_text(line->monday, monday));
    cells[ROUTINE] = line->routine;
    cells[PLAYED] = arena_format(arena, "%" PRId64, line->played);
    cells[FINISHED] = arena_format(arena, "%" PRId64, line->finished);
    for (int i = 0; i < 7; i++)
        cells[DAYS + i] = line->days[i] > 0 ? arena_format(arena, "%" PRId64, line->days[i])
                          : line->monday + i <= today ? "."
                                                      : "";
}

/* Those from `count` on that are of the same week and routine; returns what is behind them. */
static const struct record_count *gather(const struct record_count *count,
                                         const struct record_count *end, struct line *line)
{
    *line = (struct line){.monday = checklist_monday(count->day), .routine = count->routine};
    for (; count < end && checklist_monday(count->day) == line->monday &&
           text_equal(count->routine, line->routine);
         count++) {
        line->days[count->day - line->monday] += count->sessions;
        line->played += count->sessions;
        line->finished += count->finished;
    }
    return count;
}

void counts_table_print(struct arena *arena, const struct records *records, int64_t today,
                        FILE *out)
{
    struct table table = {
        .arena = arena, .columns = COLUMNS, .right = ~0U ^ (1U << WEEK | 1U << ROUTINE)};
    struct record_count *counts = arena_alloc(arena, records->count_count * sizeof *counts);
    const struct record_count *count = counts, *end = counts + records->count_count;
    if (records->count_count > 0)
        memcpy(counts, records->counts, records->count_count * sizeof *counts);
    qsort(counts, records->count_count, sizeof *counts, by_week);
    add_head(&table);
    while (count < end) {
        struct line line;
        count = gather(count, end, &line);
        add_line(&table, &line, today);
    }
    table_print(&table, out);
}
