// SPDX-License-Identifier: MIT
#ifndef UNKNOT_APP_KEEPER_H
#define UNKNOT_APP_KEEPER_H

#include "base/tick.h"
#include "settings/settings.h"

#include <pthread.h>
#include <stdatomic.h>

/* Keeps a volume that the person sets while a session plays, once it has settled: on a thread of
 * its own, since the picture does not wait for a disk. */
struct keeper {
    const char *path; /* of the settings; NULL: nothing is kept */
    int last;         /* as it was looked at last */
    int kept;         /* as the file has it, or as the command line wants it */
    tick changed;

    pthread_t thread;
    bool running;
    int value; /* what the thread writes */
    atomic_bool written;
};

/* `path` must outlive the keeper. */
void keeper_init(struct keeper *keeper, const char *path, int volume);
/* To be called each frame; never waits. */
void keeper_look(struct keeper *keeper, int volume, tick now);
/* Writes what is not written yet. */
void keeper_finish(struct keeper *keeper);

#endif
