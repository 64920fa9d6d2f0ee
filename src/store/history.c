// SPDX-License-Identifier: MIT
#include "store/history.h"

#include "store/kind.h"

void history_close(struct history *history)
{
    if (history != NULL)
        history->kind->close(history);
}

bool history_begin(struct history *history, const struct record *record, int64_t *id,
                   char why[HISTORY_WHY])
{
    *id = 0;
    return history->kind->begin(history, record, id, why);
}

bool history_step(struct history *history, int64_t id, const struct record_step *step, tick worked,
                  tick lasted, char why[HISTORY_WHY])
{
    return history->kind->step(history, id, step, worked, lasted, why);
}

bool history_comfort(struct history *history, int64_t id, int before, int after,
                     char why[HISTORY_WHY])
{
    return history->kind->comfort(history, id, before, after, why);
}

bool history_end(struct history *history, int64_t id, enum record_end end, tick left_at,
                 tick worked, tick lasted, char why[HISTORY_WHY])
{
    return history->kind->end(history, id, end, left_at, worked, lasted, why);
}

bool history_tick(struct history *history, const struct record_tick *ticked, bool there,
                  char why[HISTORY_WHY])
{
    return history->kind->tick(history, ticked, there, why);
}

bool history_count(struct history *history, int64_t day, const char *routine, bool finished,
                   char why[HISTORY_WHY])
{
    return history->kind->count(history, day, routine, finished, why);
}

bool history_counted(struct history *history, size_t *sessions, size_t *finished,
                     char why[HISTORY_WHY])
{
    *sessions = *finished = 0;
    return history->kind->counted(history, sessions, finished, why);
}

bool history_read(struct history *history, struct arena *arena, int64_t since, struct records *out,
                  char why[HISTORY_WHY])
{
    *out = (struct records){0};
    return history->kind->read(history, arena, since, out, why);
}

bool history_import(struct history *history, const struct records *records, size_t *added,
                    char why[HISTORY_WHY])
{
    *added = 0;
    return history->kind->import(history, records, added, why);
}

enum history_forgot history_forget(struct history *history, const struct history_wish *wish,
                                   size_t *gone, char why[HISTORY_WHY])
{
    *gone = 0;
    return history->kind->forget(history, wish, gone, why);
}
