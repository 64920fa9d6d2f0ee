// SPDX-License-Identifier: MIT
#include "store/kind.h"

#include <stdlib.h>

/* Keeps nothing, and that is what was wanted: every call succeeds. The parameters are those of the
 * table. */

static void close_none(struct history *history)
{
    free(history);
}

static bool begin(struct history *history, const struct record *record, int64_t *id, char *why)
{
    (void)history, (void)record, (void)id, (void)why;
    return true;
}

static bool step(struct history *history, int64_t id, const struct record_step *step, tick worked,
                 tick lasted, char *why)
{
    (void)history, (void)id, (void)step, (void)worked, (void)lasted, (void)why;
    return true;
}

static bool comfort(struct history *history, int64_t id, int before, int after, char *why)
{
    (void)history, (void)id, (void)before, (void)after, (void)why;
    return true;
}

static bool end(struct history *history, int64_t id, enum record_end end, tick left_at, tick worked,
                tick lasted, char *why)
{
    (void)history, (void)id, (void)end, (void)left_at, (void)worked, (void)lasted, (void)why;
    return true;
}

static bool keep_tick(struct history *history, const struct record_tick *ticked, bool there,
                      char *why)
{
    (void)history, (void)ticked, (void)there, (void)why;
    return true;
}

static bool count(struct history *history, int64_t day, const char *routine, bool finished,
                  char *why)
{
    (void)history, (void)day, (void)routine, (void)finished, (void)why;
    return true;
}

static bool counted(struct history *history, size_t *sessions, size_t *finished, char *why)
{
    (void)history, (void)sessions, (void)finished, (void)why;
    return true;
}

static bool read_nothing(struct history *history, struct arena *arena, int64_t since,
                         struct records *out, char *why)
{
    (void)history, (void)arena, (void)since, (void)out, (void)why;
    return true;
}

static bool import(struct history *history, const struct records *records, size_t *added, char *why)
{
    (void)history, (void)records, (void)added, (void)why;
    return true;
}

static enum history_forgot forget(struct history *history, const struct history_wish *wish,
                                  size_t *gone, char *why)
{
    (void)history, (void)wish, (void)gone, (void)why;
    return HISTORY_FORGOTTEN;
}

struct history *history_none(void)
{
    static const struct history_kind none = {
        .close = close_none,
        .begin = begin,
        .step = step,
        .comfort = comfort,
        .end = end,
        .tick = keep_tick,
        .count = count,
        .counted = counted,
        .read = read_nothing,
        .import = import,
        .forget = forget,
    };
    struct history *history = memory_alloc(sizeof *history);
    history->kind = &none;
    return history;
}
