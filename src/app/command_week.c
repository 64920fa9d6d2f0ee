// SPDX-License-Identifier: MIT
#include "app/past.h"
#include "app/table.h"
#include "base/iso.h"
#include "base/phrase.h"
#include "program/command.h"
#include "program/day.h"
#include "program/preferences.h"
#include "progress/suggestion.h"

#include <json-c/json.h>
#include <stdio.h>

/* The workspace check counts by the month, which may have begun before the week. */
enum { DAYS_BEFORE = 31, LINE = 200 };

struct asked {
    int64_t day, today;
    struct checklist_week week;
    struct suggestion suggestion;
    bool short_of; /* there is a suggestion: only for today */
};

/* As text. */

static int mark_of(int done, bool to_come)
{
    if (done == 0)
        return to_come ? ' ' : '.';
    return done > 9 ? '+' : "0123456789"[done];
}

/* "1 . 4        ": what was done on each day; nothing behind today. */
static const char *days_of(struct arena *arena, const struct asked *asked,
                           const struct checklist_line *line)
{
    int marks[7];
    for (int i = 0; i < 7; i++)
        marks[i] = mark_of(line->days[i], asked->week.monday + i > asked->today);
    return arena_format(arena, "%c %c %c %c %c %c %c", marks[0], marks[1], marks[2], marks[3],
                        marks[4], marks[5], marks[6]);
}

static void print_suggestion(const struct suggestion *suggestion)
{
    struct suggestion_text text = suggestion_text(suggestion);
    char number[TICK_TEXT], line[LINE];
    snprintf(number, sizeof number, "%d", text.count);
    const char *values[] = {number};
    printf("\n%s\n",
           phrase_fill(line, sizeof line, text.count == 1 ? text.one : text.many, values, 1));
}

static void print_text(struct arena *arena, const struct asked *asked)
{
    char monday[DAY_TEXT];
    struct table table = {.arena = arena, .columns = 4};
    const char **head = table_add(&table);
    head[0] = arena_format(arena, "Week of %s", day_text(asked->week.monday, monday));
    head[2] = "M T W T F S S";
    for (int i = 0; i < CHECKLIST_ITEMS; i++) {
        const struct checklist_line *line = &asked->week.lines[i];
        const char **cells = table_add(&table);
        cells[0] = checklist_table[i].title;
        cells[1] = arena_format(arena, "%d of %d", line->done, checklist_table[i].target);
        cells[2] = days_of(arena, asked, line);
        cells[3] = checklist_table[i].often;
    }
    table_print(&table, stdout);
    if (asked->short_of)
        print_suggestion(&asked->suggestion);
}

/* As JSON. */

static void put(json_object *object, const char *key, json_object *value)
{
    json_object_object_add(object, key, value);
}

static json_object *text(const char *value)
{
    return json_object_new_string(value);
}

static json_object *day(int64_t value)
{
    char date[ISO_TEXT];
    return text(iso_day(value, date));
}

static json_object *item_object(enum checklist_item item, const struct checklist_line *line)
{
    const struct checklist_info *info = &checklist_table[item];
    json_object *object = json_object_new_object(), *days = json_object_new_array();
    for (int i = 0; i < 7; i++)
        json_object_array_add(days, json_object_new_int(line->days[i]));
    put(object, "item", text(info->word));
    put(object, "title", text(info->title));
    put(object, "counts", text(info->count == COUNT_SESSIONS ? "sessions" : "days"));
    put(object, "a_day", json_object_new_int(info->a_day));
    put(object, "target", json_object_new_int(info->target));
    put(object, "per", text(info->monthly ? "month" : "week"));
    put(object, "done", json_object_new_int(line->done));
    put(object, "today", json_object_new_int(line->today));
    put(object, "ticked", json_object_new_boolean(line->ticked));
    put(object, "days", days);
    return object;
}

static json_object *suggestion_object(const struct suggestion *suggestion)
{
    json_object *object = json_object_new_object();
    put(object, "item", text(checklist_table[suggestion->item].word));
    put(object, "missing", json_object_new_int(suggestion->missing));
    put(object, "today", json_object_new_int(suggestion->today));
    return object;
}

static void print_json(const struct asked *asked)
{
    json_object *root = json_object_new_object(), *items = json_object_new_array();
    for (int i = 0; i < CHECKLIST_ITEMS; i++)
        json_object_array_add(items, item_object((enum checklist_item)i, &asked->week.lines[i]));
    put(root, "monday", day(asked->week.monday));
    put(root, "day", day(asked->day));
    put(root, "items", items);
    put(root, "suggestion", asked->short_of ? suggestion_object(&asked->suggestion) : NULL);
    puts(json_object_to_json_string_ext(root,
                                        JSON_C_TO_STRING_PRETTY | JSON_C_TO_STRING_NOSLASHESCAPE));
    json_object_put(root);
}

/* By the settings. */
static const struct text_list *equipment_of(struct app *app, const struct options *options)
{
    struct options wanted = *options;
    struct preferences preferences;
    struct diag_list diags;
    diag_init(&diags, &app->arena);
    preferences_read(&app->arena, &wanted, &diags, &preferences);
    app_print_list(&diags);
    return app_equipment(&app->arena, wanted.have);
}

enum exit_code command_week(struct app *app, const struct options *options)
{
    struct asked asked = {.today = day_today()};
    struct records records;
    asked.day = asked.today;
    if (options->argument_count > 0 && !day_read(options->arguments[0], &asked.day)) {
        fprintf(stderr, "unknot week: error: '%s' is not " DAY_FORM "\n", options->arguments[0]);
        return EXIT_BAD_USAGE;
    }
    if (!past_read(app, options, checklist_monday(asked.day) - DAYS_BEFORE, &records))
        return EXIT_LACKING;
    checklist_count(&records, asked.day, &asked.week);
    asked.short_of =
        asked.day == asked.today &&
        checklist_suggest(&asked.week, asked.today, equipment_of(app, options), &asked.suggestion);
    if (options->given[OPTION_JSON])
        print_json(&asked);
    else
        print_text(&app->arena, &asked);
    return EXIT_DONE;
}
