// SPDX-License-Identifier: MIT
#include "platform/waker.h"

#include "base/log.h"
#include "platform/lost.h"
#include "platform/signals.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <SDL_events.h>
#include <signal.h>
#include <unistd.h>

void waker_push(const struct waker *waker)
{
    SDL_Event event = {.type = waker->event};
    SDL_PushEvent(&event);
}

enum { SIGNAL, STOP, CONNECTION, WATCHED };

static bool wait_for(struct pollfd *watched, int count, int limit_ms)
{
    int found;
    do
        found = poll(watched, (nfds_t)count, limit_ms);
    while (found < 0 && errno == EINTR);
    return found > 0;
}

/* The loop has its chance to end in its own way. */
static void end_without_display(struct pollfd *stop)
{
    SDL_PushEvent(&(SDL_Event){.type = SDL_QUIT});
    if (!wait_for(stop, 1, WAKER_GRACE_MS))
        lost_end();
}

static void *run(void *context)
{
    const struct waker *waker = context;
    struct pollfd watched[WATCHED] = {
        [SIGNAL] = {.fd = signals_descriptor(), .events = POLLIN},
        [STOP] = {.fd = waker->stop[0], .events = POLLIN},
        [CONNECTION] = {.fd = waker->connection}, /* hanging up is always told */
    };
    while (wait_for(watched, WATCHED, -1) && watched[STOP].revents == 0) {
        if (watched[CONNECTION].revents != 0) {
            end_without_display(&watched[STOP]);
            break;
        }
        waker_push(waker);
        watched[SIGNAL].fd = -1; /* it stays readable: once is enough */
    }
    return NULL;
}

void waker_start(struct waker *waker, int connection)
{
    *waker = (struct waker){.event = SDL_RegisterEvents(1), .connection = connection};
    if (pipe2(waker->stop, O_CLOEXEC) != 0)
        return;
    /* Signals go to the thread that may act on them. */
    sigset_t all, before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    waker->running = pthread_create(&waker->thread, NULL, run, waker) == 0;
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    if (!waker->running)
        log_info("a signal may be noticed late: no thread could be started to wait for it");
}

void waker_stop(struct waker *waker)
{
    if (waker->running) {
        ssize_t ignored = write(waker->stop[1], "", 1);
        (void)ignored;
        pthread_join(waker->thread, NULL);
    }
    if (waker->stop[1] > 0) {
        close(waker->stop[0]);
        close(waker->stop[1]);
    }
    *waker = (struct waker){0};
}
