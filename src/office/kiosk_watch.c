// SPDX-License-Identifier: MIT
#include "office/kiosk_watch.h"

#include "base/log.h"
#include "sound/thread.h"

enum { LOOK_EVERY = 5000 }; /* milliseconds */

static void *run(void *context)
{
    struct kiosk_watch *watch = context;
    if (file_watch_wait(&watch->files)) {
        atomic_store(&watch->changed, true);
        watch->wake(watch->context);
    }
    return NULL;
}

void kiosk_watch_stop(struct kiosk_watch *watch)
{
    if (!watch->running)
        return;
    file_watch_stop(&watch->files);
    pthread_join(watch->thread, NULL);
    watch->running = false;
}

void kiosk_watch_init(struct kiosk_watch *watch, void (*wake)(void *context), void *context)
{
    *watch = (struct kiosk_watch){.wake = wake, .context = context};
    file_watch_init(&watch->files, LOOK_EVERY);
}

void kiosk_watch_finish(struct kiosk_watch *watch)
{
    kiosk_watch_stop(watch);
    file_watch_finish(&watch->files);
}

void kiosk_watch_before(struct kiosk_watch *watch, const struct text_list *paths)
{
    kiosk_watch_finish(watch);
    kiosk_watch_init(watch, watch->wake, watch->context);
    file_watch_set(&watch->files, paths);
}

void kiosk_watch_begin(struct kiosk_watch *watch, const struct text_list *paths)
{
    file_watch_set(&watch->files, paths);
    watch->running = watch->files.stop[0] >= 0 && thread_start(&watch->thread, run, watch);
    if (!watch->running)
        log_warning("files are not watched: no thread could be started for it; SIGHUP reads them");
}

bool kiosk_watch_changed(const struct kiosk_watch *watch)
{
    return atomic_load(&watch->changed);
}
