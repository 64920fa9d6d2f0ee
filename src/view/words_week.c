// SPDX-License-Identifier: MIT
#include "base/phrase.h"
#include "view/week_view.h"

#include <stdio.h>

const char *words_weekday(const struct page *page, int weekday)
{
    static const char *const names[] = {N_("Mo"), N_("Tu"), N_("We"), N_("Th"),
                                        N_("Fr"), N_("Sa"), N_("Su")};
    return page_word(page, names[weekday]);
}

/* {0} is what is missing; of what counts only several times a day, how often today. */
static const struct {
    const char *one, *many;
} suggestions[CHECKLIST_ITEMS] = {
    [CHECKLIST_RELEASE] = {NN_("Roller: {0} more time this week. Three minutes count.",
                               "Roller: {0} more times this week. Three minutes count.")},
    [CHECKLIST_MOBILITY] = {NN_("Full routine: {0} more day this week. It takes a quarter of an "
                                "hour.",
                                "Full routine: {0} more days this week. It takes a quarter of an "
                                "hour.")},
    [CHECKLIST_BREAKS] = {NN_("Posture breaks: {0} more makes a good day. It takes three minutes.",
                              "Posture breaks: {0} more make a good day. Each takes three "
                              "minutes.")},
    [CHECKLIST_BREATHING] = {NN_("Breathing: {0} more day this week. Five minutes count.",
                                 "Breathing: {0} more days this week. Five minutes count.")},
    [CHECKLIST_WORKSPACE] = {NN_("The workspace check is open this month. It takes five minutes.",
                                 "The workspace check is open this month. It takes five "
                                 "minutes.")},
};

const char *words_suggestion(const struct page *page, const struct suggestion *suggestion,
                             char *out, size_t size)
{
    enum checklist_item item = suggestion->item;
    int count = checklist_table[item].a_day > 1 ? suggestion->today : suggestion->missing;
    char number[TICK_TEXT];
    snprintf(number, sizeof number, "%d", count);
    const char *values[] = {number};
    return phrase_fill(
        out, size, page_count(page, suggestions[item].one, suggestions[item].many, (uint64_t)count),
        values, 1);
}

/* The guide: most people notice a change in two to four weeks, old patterns take eight to twelve.
 */
static const struct {
    int until; /* that week, and it */
    const char *text;
} stages[] = {
    {0, N_("Most people notice a change after two to four weeks.")},
    {1, N_("Week {0}. Most people notice a change in weeks 2 to 4.")},
    {4, N_("Week {0}. This is when most people notice a change.")},
    {7, N_("Week {0}. Keep going: old patterns take 8 to 12 weeks.")},
    {12, N_("Week {0}. This is when old patterns give way.")},
    {INT32_MAX, N_("Week {0}. What you keep doing keeps you moving.")},
};

const char *words_expect(const struct page *page, const struct trend *trend, char *out, size_t size)
{
    int week = trend_week_number(trend);
    size_t stage = 0;
    while (week > stages[stage].until)
        stage++;
    char number[TICK_TEXT];
    snprintf(number, sizeof number, "%d", week);
    const char *values[] = {number};
    return phrase_fill(out, size, page_word(page, stages[stage].text), values, 1);
}
