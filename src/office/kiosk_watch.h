// SPDX-License-Identifier: MIT
#ifndef UNKNOT_OFFICE_KIOSK_WATCH_H
#define UNKNOT_OFFICE_KIOSK_WATCH_H

#include "base/text.h"
#include "platform/file_watch.h"

#include <pthread.h>
#include <stdatomic.h>

/* Hears when a file that a kiosk has read is another one, on a thread of its own that sleeps until
 * then, so that nothing is looked at while nothing changes. Only where the kernel does not tell, as
 * on a network's disk, it looks every five seconds. Main thread. */
struct kiosk_watch {
    struct file_watch files; /* the thread's own, while it runs */
    pthread_t thread;
    bool running;
    atomic_bool changed;
    void (*wake)(void *context);
    void *context;
};

/* `wake` is called from the thread when something has changed. Nothing is watched yet. */
void kiosk_watch_init(struct kiosk_watch *watch, void (*wake)(void *context), void *context);
/* Nobody is woken after that. */
void kiosk_watch_stop(struct kiosk_watch *watch);
void kiosk_watch_finish(struct kiosk_watch *watch);
/* The files are about to be read: what becomes another from here on will be told. */
void kiosk_watch_before(struct kiosk_watch *watch, const struct text_list *paths);
/* They were, and it is about these files and folders now. */
void kiosk_watch_begin(struct kiosk_watch *watch, const struct text_list *paths);
/* Whether something has changed since kiosk_watch_before. */
bool kiosk_watch_changed(const struct kiosk_watch *watch);

#endif
