// SPDX-License-Identifier: MIT
#include "app/keeper.h"

#include "base/log.h"
#include "sound/thread.h"

/* As long as the screen shows a volume that was changed. */
#define SETTLED (2 * TICK_S)

void keeper_init(struct keeper *keeper, const char *path, int volume)
{
    *keeper = (struct keeper){.path = path, .last = volume, .kept = volume};
}

static void *write_volume(void *context)
{
    struct keeper *keeper = context;
    char why[SETTINGS_WHY];
    if (!settings_keep(keeper->path, SETTING_VOLUME, keeper->value, why))
        log_warning("the volume cannot be kept in %s: %s", keeper->path, why);
    atomic_store(&keeper->written, true);
    return NULL;
}

static void begin(struct keeper *keeper)
{
    keeper->kept = keeper->value = keeper->last;
    atomic_store(&keeper->written, false);
    keeper->running = thread_start(&keeper->thread, write_volume, keeper);
    if (!keeper->running)
        write_volume(keeper);
}

static void end(struct keeper *keeper)
{
    if (keeper->running)
        pthread_join(keeper->thread, NULL);
    keeper->running = false;
}

void keeper_look(struct keeper *keeper, int volume, tick now)
{
    if (volume != keeper->last)
        keeper->changed = now;
    keeper->last = volume;
    if (keeper->running && atomic_load(&keeper->written))
        end(keeper);
    if (keeper->path != NULL && !keeper->running && keeper->last != keeper->kept &&
        now - keeper->changed >= SETTLED)
        begin(keeper);
}

void keeper_finish(struct keeper *keeper)
{
    end(keeper);
    if (keeper->path != NULL && keeper->last != keeper->kept)
        begin(keeper);
    end(keeper);
}
