// SPDX-License-Identifier: MIT
#include "progress/past.h"

#include <assert.h>

void past_begin(struct past *past)
{
    *past = (struct past){.records = {.session_count = 0}};
    past->records.sessions = past->sessions;
    past->records.ticks = past->ticks;
}

struct record *past_session(struct past *past, int64_t begun, int32_t offset, const char *word)
{
    size_t index = past->records.session_count++;
    assert(index < PAST_MOST);
    past->words[index] = word;
    past->sessions[index] = (struct record){
        .id = (int64_t)index + 1,
        .begun = begun,
        .offset = offset,
        .lasted = 11 * TICK_MIN,
        .routine = "some",
        .title = "Some",
        .counts_as = {&past->words[index], 1},
        .planned = 10 * TICK_MIN,
        .worked = 10 * TICK_MIN,
        .end = RECORD_FINISHED,
        .before = RECORD_UNSAID,
        .after = RECORD_UNSAID,
    };
    return &past->sessions[index];
}

void past_day(struct past *past, int64_t day, const char *word, int count)
{
    for (int i = 0; i < count; i++)
        past_session(past, day * CIVIL_DAY_S + 12 * HOUR_S, 0, word);
}

void past_tick(struct past *past, int64_t day, const char *word)
{
    assert(past->records.tick_count < PAST_MOST);
    past->ticks[past->records.tick_count++] = (struct record_tick){day, word};
}
