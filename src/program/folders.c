// SPDX-License-Identifier: MIT
#include "program/folders.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* In the folder that `variable` names, else in `usual` below the home. */
static const char *in_users(struct arena *arena, const char *variable, const char *usual,
                            const char *name)
{
    const char *folder = getenv(variable);
    /* The specification says that a relative path here is to be ignored. */
    if (folder != NULL && folder[0] == '/')
        return arena_format(arena, "%s/unknot/%s", folder, name);
    const char *home = getenv("HOME");
    if (home != NULL && home[0] == '/')
        return arena_format(arena, "%s/%s/unknot/%s", home, usual, name);
    return NULL;
}

const char *folders_user_routines(struct arena *arena)
{
    return in_users(arena, "XDG_DATA_HOME", ".local/share", "routines");
}

const char *folders_user_pronunciations(struct arena *arena)
{
    return in_users(arena, "XDG_DATA_HOME", ".local/share", "voice/pronunciations.yaml");
}

const char *folders_history(struct arena *arena)
{
    return in_users(arena, "XDG_DATA_HOME", ".local/share", "history.db");
}

const char *folders_settings(struct arena *arena)
{
    return in_users(arena, "XDG_CONFIG_HOME", ".config", "settings.yaml");
}

const char *folders_gamepads(struct arena *arena)
{
    return in_users(arena, "XDG_CONFIG_HOME", ".config", "gamecontrollerdb.txt");
}

const char *folders_state(struct arena *arena, const char *name)
{
    return in_users(arena, "XDG_STATE_HOME", ".local/state", name);
}

const char *folders_counts(struct arena *arena)
{
    return folders_state(arena, "counts.db");
}

const char *folders_place(struct arena *arena, const char *id)
{
    return folders_state(arena, arena_format(arena, "places/%s.yaml", id));
}

static bool is_folder(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

const char *folders_runtime(struct arena *arena, const char *name)
{
    const char *folder = getenv("XDG_RUNTIME_DIR");
    if (folder == NULL || folder[0] != '/')
        return folders_state(arena, name);
    return arena_format(arena, "%s/unknot/%s", folder, name);
}

const char *folders_installed(struct arena *arena, const char *name)
{
    static const char *const places[] = {"../share/unknot", "../..", "."};
    char program[PATH_MAX];
    ssize_t length = readlink("/proc/self/exe", program, sizeof program - 1);
    if (length <= 0)
        return NULL;
    program[length] = '\0';
    char *slash = strrchr(program, '/');
    if (slash == NULL)
        return NULL;
    *slash = '\0';
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        char resolved[PATH_MAX];
        const char *path = arena_format(arena, "%s/%s/%s", program, places[i], name);
        if (is_folder(path) && realpath(path, resolved) != NULL)
            return arena_copy(arena, resolved, strlen(resolved));
    }
    return NULL;
}
