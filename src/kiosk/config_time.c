// SPDX-License-Identifier: MIT
#include "kiosk/calendar.h"
#include "kiosk/fields.h"

#include <stdlib.h>
#include <string.h>

static const struct keyword day_list[] = {
    {"monday", 0}, {"tuesday", 1},  {"wednesday", 2}, {"thursday", 3},
    {"friday", 4}, {"saturday", 5}, {"sunday", 6},
};
const struct keywords kiosk_day_words = {day_list, 7};

/* What is left of a text that is read from its beginning to its end. */
static bool take_number(const char **at, int digits_least, int digits_most, int *out)
{
    int digits = (int)strspn(*at, "0123456789");
    if (digits < digits_least || digits > digits_most)
        return false;
    *out = (int)strtol(*at, NULL, 10);
    *at += digits;
    return true;
}

static bool take_text(const char **at, const char *text)
{
    if (!text_starts(*at, text))
        return false;
    *at += strlen(text);
    return true;
}

static void skip_spaces(const char **at)
{
    *at += strspn(*at, " ");
}

/* "8:30", up to "24:00". */
static bool take_time(const char **at, int *minutes)
{
    int hour, minute;
    if (!take_number(at, 1, 2, &hour) || !take_text(at, ":") || !take_number(at, 2, 2, &minute) ||
        minute > 59 || hour * 60 + minute > KIOSK_DAY)
        return false;
    *minutes = hour * 60 + minute;
    return true;
}

/* "-", "–" or "to". */
static bool take_until(const char **at)
{
    skip_spaces(at);
    bool found = take_text(at, "-") || take_text(at, "\xE2\x80\x93") || take_text(at, "to ");
    skip_spaces(at);
    return found;
}

/* "8:30 - 12:30"; one that ends before it begins ends on the next day. */
static bool take_range(const char **at, struct kiosk_range *range)
{
    skip_spaces(at);
    if (!take_time(at, &range->from) || !take_until(at) || !take_time(at, &range->until) ||
        range->from == KIOSK_DAY || range->from == range->until)
        return false;
    if (range->until < range->from)
        range->until += KIOSK_DAY;
    skip_spaces(at);
    return true;
}

static bool read_time(struct reader *reader, const struct node *node, int *minutes)
{
    const char *at = node->kind == NODE_TEXT ? node->text : "";
    if (take_time(&at, minutes) && *at == '\0' && *minutes < KIOSK_DAY)
        return true;
    reader_error(reader, node->span, "a time of day belongs here, such as 10:30 or 16:00");
    return false;
}

void kiosk_read_time_or_not(struct reader *reader, const struct node *node,
                            const struct kiosk_field *field, struct kiosk_config *config)
{
    int minutes;
    if (kiosk_is_never(node))
        *(int *)kiosk_at(field, config) = KIOSK_NEVER;
    else if (read_time(reader, node, &minutes))
        *(int *)kiosk_at(field, config) = minutes;
}

void kiosk_read_times(struct reader *reader, const struct node *node,
                      const struct kiosk_field *field, struct kiosk_config *config)
{
    const struct node *items;
    size_t count, filled = 0;
    (void)field;
    if (!kiosk_items(reader, node, "[10:30, 15:00]", &items, &count))
        return;
    int *times = arena_alloc(reader->arena, count * sizeof *times);
    for (size_t i = 0; i < count; i++) {
        int minutes;
        if (!read_time(reader, &items[i], &minutes))
            continue;
        if (filled > 0 && minutes <= times[filled - 1])
            reader_error(reader, items[i].span, "write the times of a day in their order");
        else
            times[filled++] = minutes;
    }
    config->breaks.at = times;
    config->breaks.at_count = filled;
}

/* "8:30 - 12:30, 13:00 - 18:00", or a list of such. */
static void read_ranges(struct reader *reader, const struct node *node, struct kiosk_ranges *out)
{
    static const char example[] = "8:30 - 12:30, 13:00 - 18:00";
    const struct node *items;
    size_t count, filled = 0;
    *out = (struct kiosk_ranges){0};
    if ((node->kind == NODE_TEXT && text_equal(node->text, "closed")) ||
        !kiosk_items(reader, node, example, &items, &count))
        return;
    struct kiosk_range *ranges = arena_alloc(reader->arena, KIOSK_MAX_LIST * sizeof *ranges);
    for (size_t i = 0; i < count; i++) {
        const char *at = items[i].kind == NODE_TEXT ? items[i].text : "";
        do {
            if (filled == KIOSK_MAX_LIST || !take_range(&at, &ranges[filled])) {
                reader_error(reader, items[i].span,
                             "office hours belong here, such as "
                             "'%s', or 'closed'",
                             example);
                return;
            }
            if (filled > 0 && ranges[filled].from <= ranges[filled - 1].until)
                reader_error(reader, items[i].span,
                             "write the hours of a day in their order, "
                             "with a gap between them");
            filled++;
        } while (take_text(&at, ","));
        if (*at != '\0') {
            reader_error(reader, items[i].span, "office hours look like '%s'", example);
            return;
        }
    }
    *out = (struct kiosk_ranges){ranges, filled};
}

static int read_day(struct reader *reader, const struct node *name, const char *word)
{
    int day = keywords_find(&kiosk_day_words, word);
    if (day >= 0)
        return day;
    const char *near = keywords_nearest(&kiosk_day_words, word);
    if (near != NULL)
        reader_error(reader, name->span, "'%s' is no day; did you mean '%s'?", word, near);
    else
        reader_error(reader, name->span,
                     "days belong here, such as 'friday', 'monday to friday' or 'every day'");
    return -1;
}

/* "friday", "monday to friday", "every day". */
static bool read_days(struct reader *reader, const struct node *name, int *first, int *last)
{
    if (text_equal(name->text, "every day")) {
        *first = 0;
        *last = 6;
        return true;
    }
    char *words = arena_copy(reader->arena, name->text, strlen(name->text));
    char *to = strstr(words, " to ");
    if (to != NULL)
        *to = '\0';
    *first = read_day(reader, name, words);
    *last = to != NULL && *first >= 0 ? read_day(reader, name, to + 4) : *first;
    return *first >= 0 && *last >= 0;
}

void kiosk_read_hours(struct reader *reader, const struct node *node,
                      const struct kiosk_field *field, struct kiosk_config *config)
{
    bool given[7] = {false};
    int first, last;
    if (!reader_is_map(reader, node, "'monday to friday: 8:30 - 18:00'"))
        return;
    struct kiosk_ranges *hours = kiosk_at(field, config);
    memset(hours, 0, 7 * sizeof *hours);
    for (size_t i = 0; i < node->count; i++) {
        struct kiosk_ranges ranges;
        read_ranges(reader, &node->items[i], &ranges);
        if (!read_days(reader, &node->keys[i], &first, &last))
            continue;
        for (int day = first;; day = (day + 1) % 7) {
            if (given[day])
                reader_error(reader, node->keys[i].span, "'%s' is given twice", day_list[day].word);
            given[day] = true;
            hours[day] = ranges;
            if (day == last)
                break;
        }
    }
}

/* "2026-12-24", or "12-24" for every year. */
static bool take_date(const char **at, bool *yearly, int64_t *day)
{
    int year = 2024, month, of_month; /* one with a 29 February */
    *yearly = strspn(*at, "0123456789") == 2;
    if ((!*yearly && (!take_number(at, 4, 4, &year) || !take_text(at, "-"))) ||
        !take_number(at, 2, 2, &month) || !take_text(at, "-") ||
        !take_number(at, 2, 2, &of_month) || !civil_is_date(year, month, of_month))
        return false;
    *day = *yearly ? month * 100 + of_month : civil_day_of(year, month, of_month);
    return true;
}

static bool parse_holiday(const char *at, struct kiosk_holiday *out)
{
    bool yearly;
    if (!take_date(&at, &out->yearly, &out->from))
        return false;
    out->until = out->from;
    skip_spaces(&at);
    if (*at == '\0')
        return true;
    return take_until(&at) && take_date(&at, &yearly, &out->until) && yearly == out->yearly &&
           (yearly || out->until >= out->from) && *at == '\0';
}

void kiosk_read_holidays(struct reader *reader, const struct node *node,
                         const struct kiosk_field *field, struct kiosk_config *config)
{
    const struct node *items;
    size_t count;
    (void)field;
    if (!kiosk_items(reader, node, "[12-25, 2026-12-24 to 2027-01-01]", &items, &count))
        return;
    struct kiosk_holiday *holidays = arena_alloc(reader->arena, count * sizeof *holidays);
    config->holidays = holidays;
    config->holiday_count = 0;
    for (size_t i = 0; i < count; i++) {
        struct kiosk_holiday holiday;
        if (parse_holiday(items[i].kind == NODE_TEXT ? items[i].text : "", &holiday))
            holidays[config->holiday_count++] = holiday;
        else
            reader_error(reader, items[i].span,
                         "a holiday is a day such as 2026-12-24, one of every year such as 12-25, "
                         "or from one 'to' another");
    }
}

void kiosk_read_quiet(struct reader *reader, const struct node *node,
                      const struct kiosk_field *field, struct kiosk_config *config)
{
    if (!reader_is_map(reader, node, "'12:00 - 13:00: 20', hours and a volume"))
        return;
    if (node->count > KIOSK_MAX_LIST) {
        reader_error(reader, node->keys[KIOSK_MAX_LIST].span, "there are at most %d quiet hours",
                     KIOSK_MAX_LIST);
        return;
    }
    struct kiosk_quiet *quiet = arena_alloc(reader->arena, node->count * sizeof *quiet);
    size_t filled = 0;
    for (size_t i = 0; i < node->count; i++) {
        const char *at = node->keys[i].text;
        struct kiosk_config volume = {0};
        struct kiosk_field number = *field;
        number.at = offsetof(struct kiosk_config, volume);
        kiosk_read_number(reader, &node->items[i], &number, &volume);
        if (take_range(&at, &quiet[filled].range) && *at == '\0')
            quiet[filled++].volume = volume.volume;
        else
            reader_error(reader, node->keys[i].span, "hours belong here, such as '12:00 - 13:00'");
    }
    config->quiet = quiet;
    config->quiet_count = filled;
}
