// SPDX-License-Identifier: MIT
#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char *refuse(const struct stat *status, size_t most, struct arena *arena)
{
    if (S_ISDIR(status->st_mode))
        return "it is a directory";
    if (!S_ISREG(status->st_mode))
        return "it is not a regular file";
    if ((uintmax_t)status->st_size > most)
        return arena_format(arena, "it is larger than %zu KiB", most / 1024);
    return NULL;
}

/* Reads until the end, not until st_size: the file may grow or shrink while it is read. */
static bool read_all(int fd, char *bytes, size_t most, size_t *length)
{
    *length = 0;
    while (*length < most) {
        ssize_t got = read(fd, bytes + *length, most - *length);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return false;
        if (got == 0)
            break;
        *length += (size_t)got;
    }
    return true;
}

bool file_read(struct arena *arena, const char *path, size_t most, const char **text,
               size_t *length, const char **error)
{
    /* O_NONBLOCK: opening a FIFO that nobody writes to must not hang. */
    int fd = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    if (fd < 0) {
        *error = arena_format(arena, "%s", strerror(errno));
        return false;
    }
    struct stat status;
    *error = fstat(fd, &status) != 0 ? "its status cannot be read" : refuse(&status, most, arena);
    if (*error == NULL) {
        size_t room = (size_t)status.st_size + 1;
        char *bytes = arena_alloc(arena, room + 1);
        if (!read_all(fd, bytes, room, length))
            *error = arena_format(arena, "%s", strerror(errno));
        else if (*length > most || *length == room)
            *error = "it changed while it was read";
        bytes[*error == NULL ? *length : 0] = '\0';
        *text = bytes;
    }
    close(fd);
    return *error == NULL;
}
