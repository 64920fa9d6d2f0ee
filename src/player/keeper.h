// SPDX-License-Identifier: MIT
#ifndef UNKNOT_PLAYER_KEEPER_H
#define UNKNOT_PLAYER_KEEPER_H

#include "base/tick.h"
#include "settings/settings.h"

#include <pthread.h>
#include <stdatomic.h>

/* Keeps what the person changes while the program runs, each setting once it has settled: on a
 * thread of its own, since the picture does not wait for a disk. */
struct keeper {
    const char *path;                         /* of the settings; NULL: nothing is kept */
    struct setting_value last[SETTING_COUNT]; /* as they were looked at last */
    struct setting_value kept[SETTING_COUNT]; /* as the file has them, or the command line wants */
    tick changed;

    pthread_t thread;
    bool running;
    enum setting setting; /* what the thread writes */
    atomic_bool written;
};

/* `path` must outlive the keeper. */
void keeper_init(struct keeper *keeper, const char *path, const struct settings *settings);
/* What a setting is now. */
void keeper_note(struct keeper *keeper, enum setting setting, const struct setting_value *value,
                 tick now);
/* To be called each frame; never waits. */
void keeper_look(struct keeper *keeper, tick now);
/* When keeper_look() has something to do, if nothing changes; TICK_NEVER: it has not. */
tick keeper_next(const struct keeper *keeper);
/* Writes what is not written yet. */
void keeper_finish(struct keeper *keeper);

#endif
