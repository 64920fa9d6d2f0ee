// SPDX-License-Identifier: MIT
#include "player/keeper.h"

#include "base/log.h"
#include "sound/thread.h"

/* Whoever holds a key down has not chosen yet. */
#define SETTLED (500 * TICK_MS)

void keeper_init(struct keeper *keeper, const char *path, const struct settings *settings)
{
    *keeper = (struct keeper){.path = path};
    for (int i = 0; i < SETTING_COUNT; i++)
        keeper->last[i] = keeper->kept[i] = settings->values[i];
}

/* SETTING_COUNT: all are kept. */
static enum setting next_to_keep(const struct keeper *keeper)
{
    int setting = 0;
    while (setting < SETTING_COUNT && setting_same(&keeper->last[setting], &keeper->kept[setting]))
        setting++;
    return (enum setting)setting;
}

static void *write_setting(void *context)
{
    struct keeper *keeper = context;
    char why[SETTINGS_WHY];
    enum setting setting = keeper->setting;
    if (!settings_keep(keeper->path, setting, &keeper->kept[setting], why))
        log_warning("the %s cannot be kept in %s: %s", setting_table[setting].key, keeper->path,
                    why);
    atomic_store(&keeper->written, true);
    return NULL;
}

static void begin(struct keeper *keeper, enum setting setting)
{
    keeper->setting = setting;
    keeper->kept[setting] = keeper->last[setting];
    atomic_store(&keeper->written, false);
    keeper->running = thread_start(&keeper->thread, write_setting, keeper);
    if (!keeper->running)
        write_setting(keeper);
}

static void end(struct keeper *keeper)
{
    if (keeper->running)
        pthread_join(keeper->thread, NULL);
    keeper->running = false;
}

void keeper_note(struct keeper *keeper, enum setting setting, const struct setting_value *value,
                 tick now)
{
    if (setting_same(&keeper->last[setting], value))
        return;
    keeper->last[setting] = *value;
    keeper->changed = now;
}

tick keeper_next(const struct keeper *keeper)
{
    bool none = keeper->path == NULL || next_to_keep(keeper) == SETTING_COUNT;
    return none ? TICK_NEVER : keeper->changed + SETTLED;
}

void keeper_look(struct keeper *keeper, tick now)
{
    if (keeper->running && atomic_load(&keeper->written))
        end(keeper);
    if (!keeper->running && keeper_next(keeper) <= now)
        begin(keeper, next_to_keep(keeper));
}

void keeper_finish(struct keeper *keeper)
{
    end(keeper);
    while (keeper_next(keeper) != TICK_NEVER) {
        begin(keeper, next_to_keep(keeper));
        end(keeper);
    }
}
