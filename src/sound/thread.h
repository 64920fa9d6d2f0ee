// SPDX-License-Identifier: MIT
#ifndef UNKNOT_SOUND_THREAD_H
#define UNKNOT_SOUND_THREAD_H

#include "base/tick.h"

#include <pthread.h>
#include <stdbool.h>

/* Starts a thread that gets no signals: those are for the main loop. */
bool thread_start(pthread_t *thread, void *(*work)(void *), void *context);

/* For a thread whose work is long and can wait: it runs at ordinary priority even where the program
 * was started at a real-time one, whose threads would otherwise share a processor's time with the
 * sound's in the order they came. Called by the thread itself. */
void thread_give_way(void);

/* A condition whose timed waits follow the monotonic clock: the wall clock may be set back. */
void thread_cond_init(pthread_cond_t *cond);
/* False when `most` has passed. */
bool thread_cond_wait(pthread_cond_t *cond, pthread_mutex_t *lock, tick most);

void thread_sleep(tick length);

#endif
