// SPDX-License-Identifier: MIT
#ifndef UNKNOT_STORE_KIND_H
#define UNKNOT_STORE_KIND_H

#include "store/history.h"

/* Inside the room: what a version of the history can do. A struct history is the first member of
 * whatever the version needs. */
struct history_kind {
    void (*close)(struct history *history);
    bool (*begin)(struct history *history, const struct record *record, int64_t *id, char *why);
    bool (*step)(struct history *history, int64_t id, const struct record_step *step, tick worked,
                 tick lasted, char *why);
    bool (*comfort)(struct history *history, int64_t id, int before, int after, char *why);
    bool (*end)(struct history *history, int64_t id, enum record_end end, tick left_at, tick worked,
                tick lasted, char *why);
    bool (*tick)(struct history *history, const struct record_tick *ticked, bool there, char *why);
    bool (*count)(struct history *history, int64_t day, const char *routine, bool finished,
                  char *why);
    bool (*counted)(struct history *history, size_t *sessions, size_t *finished, char *why);
    bool (*read)(struct history *history, struct arena *arena, int64_t since, struct records *out,
                 char *why);
    bool (*import)(struct history *history, const struct records *records, size_t *added,
                   char *why);
    enum history_forgot (*forget)(struct history *history, const struct history_wish *wish,
                                  size_t *gone, char *why);
};

struct history {
    const struct history_kind *kind;
};

#endif
