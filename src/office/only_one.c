// SPDX-License-Identifier: MIT
#include "office/only_one.h"

#include "base/log.h"
#include "settings/replace.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

enum { NUMBER = 24 };

static pid_t read_other(int file)
{
    char text[NUMBER] = "";
    ssize_t length = pread(file, text, sizeof text - 1, 0);
    long number = length > 0 ? strtol(text, NULL, 10) : 0;
    return number > 0 ? (pid_t)number : 0;
}

static void write_own(int file)
{
    char text[NUMBER];
    int length = snprintf(text, sizeof text, "%ld\n", (long)getpid());
    if (ftruncate(file, 0) != 0 || pwrite(file, text, (size_t)length, 0) != length)
        log_info("the lock does not say whose it is: %s", strerror(errno));
}

bool only_one_take(struct only_one *one, struct arena *arena, const char *path)
{
    char why[SETTINGS_WHY];
    *one = (struct only_one){.file = -1};
    if (path == NULL)
        return true;
    if (!replace_folders(arena, path, why)) {
        log_info("nothing keeps a second one away: %s: %s", path, why);
        return true;
    }
    one->file = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0600);
    if (one->file >= 0 && flock(one->file, LOCK_EX | LOCK_NB) == 0) {
        write_own(one->file);
        return true;
    }
    if (one->file >= 0 && errno == EWOULDBLOCK) {
        one->other = read_other(one->file);
        only_one_leave(one);
        return false;
    }
    log_info("nothing keeps a second one away: %s: %s", path, strerror(errno));
    return true;
}

/* The file stays: who finds it may have just opened it. */
void only_one_leave(struct only_one *one)
{
    if (one->file >= 0)
        close(one->file);
    one->file = -1;
}
