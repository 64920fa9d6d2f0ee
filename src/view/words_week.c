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

const char *words_suggestion(const struct page *page, const struct suggestion *suggestion,
                             char *out, size_t size)
{
    struct suggestion_text text = suggestion_text(suggestion);
    char number[TICK_TEXT];
    snprintf(number, sizeof number, "%d", text.count);
    const char *values[] = {number};
    return phrase_fill(out, size, page_count(page, text.one, text.many, (uint64_t)text.count),
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
