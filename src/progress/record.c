// SPDX-License-Identifier: MIT
#include "progress/record.h"

const char *const record_end_words[RECORD_ENDS] = {"open", "finished", "left"};

int64_t record_day(const struct record *record)
{
    return civil_day(record->begun + record->offset);
}

static bool has(const struct text_list *words, const char *word)
{
    for (size_t i = 0; i < words->count; i++)
        if (text_equal(words->items[i], word))
            return true;
    return false;
}

bool record_counts(const struct record *record, const char *word)
{
    bool whole = record->end == RECORD_FINISHED && record->worked >= record->planned / 4 * 3;
    if (whole && has(&record->counts_as, word))
        return true;
    for (size_t i = 0; i < record->step_count; i++)
        if (record->steps[i].done && has(&record->steps[i].counts_as, word))
            return true;
    return false;
}
