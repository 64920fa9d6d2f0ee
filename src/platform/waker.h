// SPDX-License-Identifier: MIT
#ifndef UNKNOT_PLATFORM_WAKER_H
#define UNKNOT_PLATFORM_WAKER_H

#include <pthread.h>
#include <stdbool.h>
#include <stdint.h>

/* SDL waits for the display alone. This thread sleeps until a signal came or the display's
 * connection is dead, and then makes an event of it, so that a paused screen can wait for ever and
 * still ends at once when asked to. On a dead connection SDL may also turn round and round while it
 * shows a picture and take no event any more: then the thread itself ends the program. */
struct waker {
    pthread_t thread;
    int stop[2];    /* a pipe; written to when the thread is to end */
    uint32_t event; /* type of the event it pushes */
    int connection; /* of the display; -1: none is watched */
    bool running;
};

/* How long an SDL_QUIT may lie there when the connection is dead. */
enum { WAKER_GRACE_MS = 500 };

/* SDL's events are started. `connection` stays open until waker_stop; -1: none is to be watched. */
void waker_start(struct waker *waker, int connection);
void waker_stop(struct waker *waker);
/* Any thread: makes SDL's wait return. */
void waker_push(const struct waker *waker);

#endif
