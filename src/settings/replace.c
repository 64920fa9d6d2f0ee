// SPDX-License-Identifier: MIT
#include "settings/replace.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

bool replace_failed(char why[SETTINGS_WHY], const char *what)
{
    char text[SETTINGS_WHY];
    const char *error = strerror_r(errno, text, sizeof text);
    snprintf(why, SETTINGS_WHY, "%.60s: %.60s", what, error);
    return false;
}

bool replace_folders(struct arena *arena, const char *path, char why[SETTINGS_WHY])
{
    char *folder = arena_copy(arena, path, strlen(path));
    for (char *slash = strchr(folder + 1, '/'); slash != NULL; slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        if (mkdir(folder, 0700) != 0 && errno != EEXIST)
            return replace_failed(why, "its folder cannot be made");
        *slash = '/';
    }
    return true;
}

static bool write_all(int fd, const char *text)
{
    size_t left = strlen(text);
    while (left > 0) {
        ssize_t put = write(fd, text, left);
        if (put < 0 && errno == EINTR)
            continue;
        if (put <= 0)
            return false;
        text += put;
        left -= (size_t)put;
    }
    return true;
}

/* So that the new name is on the disk, too. What cannot be done here does no harm. */
static void sync_folder(struct arena *arena, const char *path)
{
    char *folder = arena_copy(arena, path, strlen(path));
    char *slash = strrchr(folder, '/');
    if (slash == NULL)
        return;
    *slash = '\0';
    int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0)
        return;
    fsync(fd);
    close(fd);
}

bool replace_file(struct arena *arena, const char *path, const char *text, char why[SETTINGS_WHY])
{
    char *draft = arena_format(arena, "%s.XXXXXX", path);
    int fd = mkstemp(draft);
    if (fd < 0)
        return replace_failed(why, "no file can be made beside it");
    bool written = write_all(fd, text) && fsync(fd) == 0;
    int error = errno;
    written = close(fd) == 0 && written;
    errno = written ? errno : error;
    if (written && rename(draft, path) == 0) {
        sync_folder(arena, path);
        return true;
    }
    replace_failed(why, "it cannot be written");
    unlink(draft);
    return false;
}
