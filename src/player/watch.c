// SPDX-License-Identifier: MIT
#include "player/watch.h"

#include "base/log.h"
#include "platform/file_watch.h"
#include "sound/thread.h"

#include <stdlib.h>
#include <string.h>

/* Milliseconds, where the kernel does not tell: somebody waits for what was saved. */
enum { LOOK_EVERY = 500 };

struct watch {
    struct options options;
    char *becomes[1]; /* the routine, once a script has said so */
    void (*wake)(void *context);
    void *context;
    _Atomic(struct edition *) ready;
    atomic_bool ending;
    /* The thread's own, while it runs. */
    struct file_watch files;
    pthread_t thread;
    bool running;
};

/* One that was not taken is out of date. */
static void publish(struct watch *watch, struct edition *edition)
{
    edition_free(atomic_exchange(&watch->ready, edition));
}

static void *run(void *context)
{
    struct watch *watch = context;
    while (file_watch_wait(&watch->files)) {
        struct edition *edition = edition_read(&watch->options, &watch->ending);
        file_watch_set(&watch->files, &edition->files);
        publish(watch, edition);
        if (!atomic_load(&watch->ending))
            watch->wake(watch->context);
    }
    return NULL;
}

struct watch *watch_start(const struct options *options, const struct text_list *files,
                          void (*wake)(void *context), void *context)
{
    struct watch *watch = memory_alloc(sizeof *watch);
    memset(watch, 0, sizeof *watch);
    watch->options = *options;
    watch->wake = wake;
    watch->context = context;
    file_watch_init(&watch->files, LOOK_EVERY);
    if (options->given[OPTION_SIMULATE])
        return watch;
    file_watch_set(&watch->files, files);
    watch->running = watch->files.stop[0] >= 0 && thread_start(&watch->thread, run, watch);
    if (watch->running)
        return watch;
    log_warning("the files cannot be watched: no thread could be started for it");
    watch_end(watch);
    return NULL;
}

struct edition *watch_take(struct watch *watch)
{
    return watch != NULL ? atomic_exchange(&watch->ready, NULL) : NULL;
}

void watch_becomes(struct watch *watch, const char *path)
{
    if (watch == NULL || watch->running)
        return;
    watch->becomes[0] = (char *)path;
    watch->options.arguments = watch->becomes;
    watch->options.argument_count = 1;
    publish(watch, edition_read(&watch->options, &watch->ending));
}

void watch_stop(struct watch *watch)
{
    if (watch == NULL || !watch->running)
        return;
    atomic_store(&watch->ending, true);
    file_watch_stop(&watch->files);
    pthread_join(watch->thread, NULL);
    watch->running = false;
}

void watch_end(struct watch *watch)
{
    if (watch == NULL)
        return;
    watch_stop(watch);
    file_watch_finish(&watch->files);
    publish(watch, NULL);
    free(watch);
}
