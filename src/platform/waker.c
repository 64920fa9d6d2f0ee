// SPDX-License-Identifier: MIT
#include "platform/waker.h"

#include "base/log.h"
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

static void *run(void *context)
{
    const struct waker *waker = context;
    struct pollfd waits[2] = {{.fd = signals_descriptor(), .events = POLLIN},
                              {.fd = waker->stop[0], .events = POLLIN}};
    while (poll(waits, 2, -1) < 0 && errno == EINTR)
        continue;
    if (waits[0].revents != 0)
        waker_push(waker);
    return NULL;
}

void waker_start(struct waker *waker)
{
    *waker = (struct waker){.event = SDL_RegisterEvents(1)};
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
