// SPDX-License-Identifier: MIT
#ifndef UNKNOT_PLATFORM_WAKER_H
#define UNKNOT_PLATFORM_WAKER_H

#include <pthread.h>
#include <stdbool.h>
#include <stdint.h>

/* SDL waits for the display alone. This thread sleeps until a signal came and then makes an event
 * of it, so that a paused screen can wait for ever and still ends at once when asked to. */
struct waker {
    pthread_t thread;
    int stop[2];    /* a pipe; written to when the thread is to end */
    uint32_t event; /* type of the event it pushes */
    bool running;
};

/* SDL's events are started. */
void waker_start(struct waker *waker);
void waker_stop(struct waker *waker);
/* Any thread: makes SDL's wait return. */
void waker_push(const struct waker *waker);

#endif
