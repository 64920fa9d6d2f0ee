// SPDX-License-Identifier: MIT
#include "sound/thread.h"

#include <sched.h>
#include <signal.h>
#include <time.h>

bool thread_start(pthread_t *thread, void *(*work)(void *), void *context)
{
    sigset_t all, before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    bool started = pthread_create(thread, NULL, work, context) == 0;
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    return started;
}

void thread_give_way(void)
{
    pthread_setschedparam(pthread_self(), SCHED_OTHER, &(struct sched_param){.sched_priority = 0});
}

void thread_cond_init(pthread_cond_t *cond)
{
    pthread_condattr_t attributes;
    pthread_condattr_init(&attributes);
    pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC);
    pthread_cond_init(cond, &attributes);
    pthread_condattr_destroy(&attributes);
}

static struct timespec timespec_of(tick t)
{
    return (struct timespec){.tv_sec = (time_t)(t / TICK_S), .tv_nsec = (long)(t % TICK_S * 1000)};
}

bool thread_cond_wait(pthread_cond_t *cond, pthread_mutex_t *lock, tick most)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    struct timespec until =
        timespec_of((tick)now.tv_sec * TICK_S + (tick)now.tv_nsec / 1000 + most);
    return pthread_cond_timedwait(cond, lock, &until) == 0;
}

void thread_sleep(tick length)
{
    struct timespec left = timespec_of(length);
    while (nanosleep(&left, &left) != 0) {
    }
}
