// SPDX-License-Identifier: MIT
#ifndef UNKNOT_SOUND_THREAD_H
#define UNKNOT_SOUND_THREAD_H

#include "base/tick.h"

#include <pthread.h>
#include <stdbool.h>

/* Starts a thread that gets no signals: those are for the main loop. */
bool thread_start(pthread_t *thread, void *(*work)(void *), void *context);

/* A condition whose timed waits follow the monotonic clock: the wall clock may be set back. */
void thread_cond_init(pthread_cond_t *cond);
/* False when `most` has passed. */
bool thread_cond_wait(pthread_cond_t *cond, pthread_mutex_t *lock, tick most);

void thread_sleep(tick length);

#endif
