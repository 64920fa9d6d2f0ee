// SPDX-License-Identifier: MIT
#include "progress/suggestion.h"

#include "base/catalog.h"
#include "base/text.h"

/* {0} is what is missing; of what counts only several times a day, how often today. Where `thing`
 * is named and not at hand the routine goes another way, and only the routine is named. */
struct wording {
    const char *one, *many;
};
static const struct {
    struct wording usual;
    const char *thing;
    struct wording without;
} texts[CHECKLIST_ITEMS] = {
    [CHECKLIST_RELEASE] = {{NN_("Roller: {0} more time this week. Three minutes count.",
                                "Roller: {0} more times this week. Three minutes count.")},
                           "foam roller",
                           {NN_("Myofascial release: {0} more time this week. Three minutes "
                                "count.",
                                "Myofascial release: {0} more times this week. Three minutes "
                                "count.")}},
    [CHECKLIST_MOBILITY] = {.usual = {NN_("Full routine: {0} more day this week. It takes a "
                                          "quarter of an hour.",
                                          "Full routine: {0} more days this week. It takes a "
                                          "quarter of an hour.")}},
    [CHECKLIST_BREAKS] = {.usual = {NN_("Posture breaks: {0} more makes a good day. It takes three "
                                        "minutes.",
                                        "Posture breaks: {0} more make a good day. Each takes "
                                        "three minutes.")}},
    [CHECKLIST_BREATHING] = {.usual = {NN_("Breathing: {0} more day this week. Five minutes count.",
                                           "Breathing: {0} more days this week. Five minutes "
                                           "count.")}},
    [CHECKLIST_WORKSPACE] = {.usual = {NN_("The workspace check is open this month. It takes five "
                                           "minutes.",
                                           "The workspace check is open this month. It takes five "
                                           "minutes.")}},
};

static bool lacks_thing(const struct text_list *equipment, enum checklist_item item)
{
    const char *thing = texts[item].thing;
    return equipment != NULL && thing != NULL && !text_list_has(equipment, thing);
}

/* How much of the time that an item is asked for in is over when the day is: a share of it. */
static double share_over(const struct checklist_info *info, int64_t today)
{
    struct civil civil = civil_of(today * CIVIL_DAY_S);
    if (!info->monthly)
        return (civil.weekday + 1) / 7.0;
    return (double)civil.day / civil_month_days(civil.year, civil.month);
}

/* What happens away from the screen cannot be played. */
static bool is_playable(enum checklist_item item)
{
    return item != CHECKLIST_STRENGTH && item != CHECKLIST_WATER;
}

static bool helps_today(const struct checklist_info *info, const struct checklist_line *line)
{
    return line->done < info->target &&
           (info->count == COUNT_SESSIONS || line->today < info->a_day);
}

static int sessions_today(const struct checklist_info *info, const struct checklist_line *line)
{
    return info->count == COUNT_DAYS ? info->a_day - line->today : 1;
}

static double missing_per_session(const struct checklist_info *info,
                                  const struct checklist_line *line, int64_t today)
{
    double missing = info->target * share_over(info, today) - line->done;
    return missing / sessions_today(info, line);
}

static int at_most(int a, int b)
{
    return a < b ? a : b;
}

static struct suggestion suggestion_of(enum checklist_item item, const struct checklist_line *line,
                                       int64_t today)
{
    const struct checklist_info *info = &checklist_table[item];
    int missing = info->target - line->done;
    int days_left = 7 - civil_of(today * CIVIL_DAY_S).weekday;
    bool by_day = info->count == COUNT_DAYS;
    return (struct suggestion){
        .item = item,
        .missing = by_day && !info->monthly ? at_most(missing, days_left) : missing,
        .today = sessions_today(info, line),
    };
}

bool checklist_suggest(const struct checklist_week *week, int64_t today,
                       const struct text_list *equipment, struct suggestion *out)
{
    double most = 0;
    int target = 0;
    for (int i = 0; i < CHECKLIST_ITEMS; i++) {
        enum checklist_item item = (enum checklist_item)i;
        const struct checklist_info *info = &checklist_table[item];
        const struct checklist_line *line = &week->lines[item];
        if (!is_playable(item) || !helps_today(info, line))
            continue;
        double missing = missing_per_session(info, line, today);
        if (missing <= 0 || missing < most || (missing <= most && info->target <= target))
            continue;
        most = missing;
        target = info->target;
        *out = suggestion_of(item, line, today);
        out->without = lacks_thing(equipment, item);
    }
    return target > 0;
}

struct suggestion_text suggestion_text(const struct suggestion *suggestion)
{
    enum checklist_item item = suggestion->item;
    bool counts_today = checklist_table[item].a_day > 1;
    const struct wording *wording = suggestion->without ? &texts[item].without : &texts[item].usual;
    return (struct suggestion_text){
        .one = wording->one,
        .many = wording->many,
        .count = counts_today ? suggestion->today : suggestion->missing,
    };
}
