// SPDX-License-Identifier: MIT
#include "home/wishes.h"

#include <assert.h>
#include <stdio.h>

static_assert(SETTING_EQUIPMENT == SETTING_COUNT - 1, "the things are the last rows");

size_t wishes_count(const struct wishes *wishes)
{
    return WISHES_FIRST_THING + wishes->things.count;
}

enum setting wishes_setting(size_t row)
{
    return row < WISHES_FIRST_THING ? (enum setting)row : SETTING_EQUIPMENT;
}

bool wishes_has(const struct wishes *wishes, size_t row)
{
    const char *thing = wishes->things.items[row - WISHES_FIRST_THING];
    return !wishes->now.said[SETTING_EQUIPMENT] ||
           setting_has(&wishes->now.values[SETTING_EQUIPMENT], thing);
}

size_t wishes_row(const struct wishes *wishes, const char *thing)
{
    size_t i = 0;
    while (i < wishes->things.count && !text_equal(wishes->things.items[i], thing))
        i++;
    return WISHES_FIRST_THING + i;
}

static void turn_thing(struct wishes *wishes, size_t row)
{
    struct setting_value *list = &wishes->now.values[SETTING_EQUIPMENT];
    bool there = wishes_has(wishes, row);
    if (!wishes->now.said[SETTING_EQUIPMENT])
        for (size_t i = 0; i < wishes->things.count; i++)
            setting_put(list, wishes->things.items[i], true);
    wishes->now.said[SETTING_EQUIPMENT] = true;
    setting_put(list, wishes->things.items[row - WISHES_FIRST_THING], !there);
}

/* To the next whole step. */
static int step_number(const struct setting_info *info, int number, enum wishes_way way)
{
    int next = way == WISHES_LESS
                   ? (number + WISHES_STEP - 1) / WISHES_STEP * WISHES_STEP - WISHES_STEP
                   : number / WISHES_STEP * WISHES_STEP + WISHES_STEP;
    if (next > info->most)
        return way == WISHES_ROUND && number == info->most ? info->least : info->most;
    return next < info->least ? info->least : next;
}

static size_t step_round(size_t at, size_t count, enum wishes_way way)
{
    return (at + (way == WISHES_LESS ? count - 1 : 1)) % count;
}

static int step_choice(const struct setting_info *info, int number, enum wishes_way way)
{
    size_t count = 1;
    while (count < SETTING_WORDS && info->words[count] != NULL)
        count++;
    return (int)step_round((size_t)number, count, way);
}

static void step_name(struct setting_value *value, const struct text_list *names,
                      enum wishes_way way)
{
    size_t at = 0;
    while (at < names->count && !text_equal(names->items[at], value->text))
        at++;
    if (names->count == 0)
        return;
    at = at < names->count ? step_round(at, names->count, way) : 0;
    snprintf(value->text, SETTING_TEXT, "%s", names->items[at]);
}

bool wishes_change(struct wishes *wishes, size_t row, enum wishes_way way)
{
    enum setting setting = wishes_setting(row);
    const struct setting_info *info = &setting_table[setting];
    struct setting_value *value = &wishes->now.values[setting], before = *value;
    if (info->kind == SETTING_NUMBER)
        value->number = step_number(info, value->number, way);
    else if (info->kind == SETTING_CHOICE)
        value->number = step_choice(info, value->number, way);
    else if (info->kind == SETTING_LIST)
        turn_thing(wishes, row);
    else
        step_name(value, setting == SETTING_PALETTE ? &wishes->palettes : &wishes->languages, way);
    return !setting_same(&before, value);
}
