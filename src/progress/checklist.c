// SPDX-License-Identifier: MIT
#include "progress/checklist.h"

#include "base/catalog.h"

const struct checklist_info checklist_table[CHECKLIST_ITEMS] = {
    [CHECKLIST_RELEASE] = {"myofascial-release", N_("Myofascial release"), N_("Roller"),
                           N_("3 times a week"), COUNT_SESSIONS, 1, 3, false, false},
    [CHECKLIST_MOBILITY] = {"full-mobility", N_("Full mobility routine"), N_("Full routine"),
                            N_("4 days a week"), COUNT_DAYS, 1, 4, false, false},
    [CHECKLIST_BREAKS] = {"posture-break", N_("Posture breaks"), N_("Breaks"),
                          N_("4 a day, 5 days a week"), COUNT_DAYS, CHECKLIST_BREAKS_A_DAY, 5,
                          false, false},
    [CHECKLIST_BREATHING] = {"breathing", N_("Belly breathing"), N_("Breathing"), N_("every day"),
                             COUNT_DAYS, 1, 7, false, false},
    [CHECKLIST_WORKSPACE] = {"workspace-check", N_("Workspace check"), N_("Workspace"),
                             N_("once a month"), COUNT_DAYS, 1, 1, true, true},
    [CHECKLIST_STRENGTH] = {"full-body-strength", N_("Strength training"), N_("Strength"),
                            N_("twice a week"), COUNT_DAYS, 1, 2, false, true},
    [CHECKLIST_WATER] = {"water", N_("Enough water"), N_("Water"), N_("every day"), COUNT_DAYS, 1,
                         7, false, true},
};

enum { MONTH_MOST = 31, WEEK = 7 };

enum checklist_item checklist_find(const char *word)
{
    int item = 0;
    while (item < CHECKLIST_ITEMS && !text_equal(word, checklist_table[item].word))
        item++;
    return (enum checklist_item)item;
}

int64_t checklist_monday(int64_t day)
{
    return day - civil_of(day * CIVIL_DAY_S).weekday;
}

/* Days from `first` on, and what was done of each item on each: of one week, or of one month. */
struct span {
    int64_t first;
    int length;
    int done[CHECKLIST_ITEMS][MONTH_MOST];
};

static bool is_inside(const struct span *span, int64_t day)
{
    return day >= span->first && day - span->first < span->length;
}

static void add_session(struct span *span, const struct record *record)
{
    int64_t day = record_day(record);
    if (!is_inside(span, day))
        return;
    for (int item = 0; item < CHECKLIST_ITEMS; item++)
        span->done[item][day - span->first] += record_counts(record, checklist_table[item].word);
}

static void add_all(const struct records *records, struct span *span)
{
    for (size_t i = 0; i < records->session_count; i++)
        add_session(span, &records->sessions[i]);
    for (size_t i = 0; i < records->tick_count; i++) {
        const struct record_tick *by_hand = &records->ticks[i];
        enum checklist_item item = checklist_find(by_hand->item);
        if (item < CHECKLIST_ITEMS && is_inside(span, by_hand->day))
            span->done[item][by_hand->day - span->first]++;
    }
}

static int sum(const struct span *span, enum checklist_item item)
{
    const struct checklist_info *info = &checklist_table[item];
    int total = 0;
    for (int i = 0; i < span->length; i++)
        total += info->count == COUNT_SESSIONS ? span->done[item][i]
                                               : span->done[item][i] >= info->a_day;
    return total;
}

static bool is_ticked(const struct records *records, enum checklist_item item, int64_t day)
{
    for (size_t i = 0; i < records->tick_count; i++)
        if (records->ticks[i].day == day && checklist_find(records->ticks[i].item) == item)
            return true;
    return false;
}

static struct span month_of(int64_t day)
{
    struct civil civil = civil_of(day * CIVIL_DAY_S);
    return (struct span){.first = day - civil.day + 1,
                         .length = civil_month_days(civil.year, civil.month)};
}

void checklist_count(const struct records *records, int64_t today, struct checklist_week *out)
{
    struct span week = {.first = checklist_monday(today), .length = WEEK};
    struct span month = month_of(today);
    add_all(records, &week);
    add_all(records, &month);
    *out = (struct checklist_week){.monday = week.first};
    for (int i = 0; i < CHECKLIST_ITEMS; i++) {
        enum checklist_item item = (enum checklist_item)i;
        struct checklist_line *line = &out->lines[item];
        line->done = sum(checklist_table[item].monthly ? &month : &week, item);
        for (int day = 0; day < WEEK; day++)
            line->days[day] = week.done[item][day];
        line->today = line->days[today - week.first];
        line->ticked = is_ticked(records, item, today);
    }
}
