// SPDX-License-Identifier: MIT
#ifndef UNKNOT_TESTS_PROGRESS_PAST_H
#define UNKNOT_TESTS_PROGRESS_PAST_H

#include "progress/record.h"

enum { PAST_MOST = 400, HOUR_S = 3600 };

/* What somebody did, put together by hand. */
struct past {
    struct record sessions[PAST_MOST];
    const char *words[PAST_MOST];
    struct record_tick ticks[PAST_MOST];
    struct records records;
};

void past_begin(struct past *past);
/* Ten minutes that count as `word`, finished, begun at that instant where the wall is `offset` east
 * of UTC. What is returned may be changed until the next one is added. */
struct record *past_session(struct past *past, int64_t begun, int32_t offset, const char *word);
/* The same at noon UTC, `count` times. */
void past_day(struct past *past, int64_t day, const char *word, int count);
void past_tick(struct past *past, int64_t day, const char *word);

#endif
