// SPDX-License-Identifier: MIT
#include "platform/file_watch.h"

#include "base/log.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#ifdef __linux__
#include <sys/inotify.h>
#include <sys/vfs.h>
#endif

/* Milliseconds. */
enum { GATHER = 20, SETTLE = 100, SETTLE_ROUNDS = 10 };

/* All zero: it is not there. */
struct facts {
    dev_t device;
    ino_t inode;
    off_t size;
    struct timespec changed, written;
};

struct file_state {
    const char *path;
    struct facts facts;
};

static struct facts facts_of(const char *path)
{
    struct stat status;
    if (stat(path, &status) != 0)
        return (struct facts){0};
    return (struct facts){status.st_dev, status.st_ino, status.st_size, status.st_ctim,
                          status.st_mtim};
}

static bool same_time(struct timespec a, struct timespec b)
{
    return a.tv_sec == b.tv_sec && a.tv_nsec == b.tv_nsec;
}

static bool same_facts(const struct facts *a, const struct facts *b)
{
    return a->device == b->device && a->inode == b->inode && a->size == b->size &&
           same_time(a->changed, b->changed) && same_time(a->written, b->written);
}

/* Whether any differs from how it was; from now on it is as it is. */
static bool look(struct file_watch *watch)
{
    bool differs = false;
    for (size_t i = 0; i < watch->count; i++) {
        struct facts now = facts_of(watch->files[i].path);
        differs = differs || !same_facts(&now, &watch->files[i].facts);
        watch->files[i].facts = now;
    }
    return differs;
}

/* ---- notes of the kernel ---- */

#ifdef __linux__
#define NOTES                                                                                      \
    (IN_CLOSE_WRITE | IN_MODIFY | IN_ATTRIB | IN_CREATE | IN_DELETE | IN_MOVED_FROM |              \
     IN_MOVED_TO | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR)

static bool is_remote(const char *folder)
{
    static const unsigned long kinds[] = {0x6969, 0xFF534D42, 0xFE534D42, 0x01021997, 0x65735546};
    struct statfs status;
    bool known = statfs(folder, &status) == 0;
    for (size_t i = 0; known && i < sizeof kinds / sizeof *kinds; i++)
        if (((unsigned long)status.f_type & 0xFFFFFFFFUL) == kinds[i])
            return true;
    return false;
}

/* The folder, or, while there is none, the nearest one above it, where it may come back. */
static void note_folder(struct file_watch *watch, char *folder)
{
    while (inotify_add_watch(watch->notes, folder, NOTES) < 0) {
        char *slash = strrchr(folder, '/');
        if (errno == ENOSPC || slash == NULL || slash == folder) {
            watch->looks = true; /* nobody will tell */
            return;
        }
        *slash = '\0';
    }
    watch->looks = watch->looks || is_remote(folder);
}

static void note_folder_of(struct file_watch *watch, const char *path)
{
    char folder[PATH_MAX];
    size_t length = strlen(path);
    if (length + 1 > sizeof folder)
        return;
    memcpy(folder, path, length + 1);
    char *slash = strrchr(folder, '/');
    if (slash == NULL)
        folder[0] = '.', folder[1] = '\0';
    else
        slash[slash == folder] = '\0';
    note_folder(watch, folder);
}

/* Anew each time: whether a folder is still the one that was noted need not be known. */
static void take_notes(struct file_watch *watch)
{
    if (watch->notes >= 0)
        close(watch->notes);
    watch->looks = false;
    watch->notes = inotify_init1(IN_CLOEXEC | IN_NONBLOCK);
    for (size_t i = 0; watch->notes >= 0 && i < watch->count; i++) {
        const char *path = watch->files[i].path;
        char target[PATH_MAX];
        note_folder_of(watch, path);
        if (realpath(path, target) != NULL && strcmp(target, path) != 0)
            note_folder_of(watch, target);
        inotify_add_watch(watch->notes, path, NOTES); /* if it is a folder */
    }
}
#else
static void take_notes(struct file_watch *watch)
{
    watch->notes = -1;
}
#endif

/* ---- waiting ---- */

void file_watch_init(struct file_watch *watch, int look_every)
{
    *watch = (struct file_watch){.notes = -1, .look_every = look_every, .stop = {-1, -1}};
    arena_init(&watch->arena);
    if (pipe2(watch->stop, O_CLOEXEC) != 0)
        log_info("files are watched without a way to stop");
}

void file_watch_finish(struct file_watch *watch)
{
    if (watch->notes >= 0)
        close(watch->notes);
    if (watch->stop[0] >= 0) {
        close(watch->stop[0]);
        close(watch->stop[1]);
    }
    arena_finish(&watch->arena);
}

static const struct file_state *known(const struct file_watch *watch, const char *path)
{
    for (size_t i = 0; i < watch->count; i++)
        if (text_equal(watch->files[i].path, path))
            return &watch->files[i];
    return NULL;
}

void file_watch_set(struct file_watch *watch, const struct text_list *paths)
{
    struct arena arena;
    arena_init(&arena);
    struct file_state *files = arena_alloc(&arena, paths->count * sizeof *files);
    for (size_t i = 0; i < paths->count; i++) {
        const struct file_state *before = known(watch, paths->items[i]);
        files[i].path = arena_copy(&arena, paths->items[i], strlen(paths->items[i]));
        files[i].facts = before != NULL ? before->facts : facts_of(files[i].path);
    }
    arena_finish(&watch->arena);
    watch->arena = arena;
    watch->files = files;
    watch->count = paths->count;
    take_notes(watch);
}

enum awake { AWAKE_STOPPED, AWAKE_NOTED, AWAKE_LATER };

static enum awake sleep_for(const struct file_watch *watch, bool noted, int milliseconds)
{
    struct pollfd waits[] = {{.fd = watch->stop[0], .events = POLLIN},
                             {.fd = noted ? watch->notes : -1, .events = POLLIN}};
    poll(waits, 2, milliseconds);
    return waits[0].revents != 0   ? AWAKE_STOPPED
           : waits[1].revents != 0 ? AWAKE_NOTED
                                   : AWAKE_LATER;
}

/* Something has changed. Who writes without end is not waited for. */
static bool settle(struct file_watch *watch)
{
    for (int round = 0; round < SETTLE_ROUNDS; round++) {
        if (sleep_for(watch, false, SETTLE) == AWAKE_STOPPED)
            return false;
        if (!look(watch))
            return true;
    }
    return true;
}

bool file_watch_wait(struct file_watch *watch)
{
    while (!look(watch)) {
        bool notes = watch->notes >= 0 && !watch->looks;
        enum awake awake = sleep_for(watch, true, notes ? -1 : watch->look_every);
        if (awake == AWAKE_NOTED)
            awake = sleep_for(watch, false, GATHER);
        if (awake == AWAKE_STOPPED)
            return false;
        take_notes(watch);
    }
    return settle(watch);
}

void file_watch_stop(struct file_watch *watch)
{
    ssize_t ignored = write(watch->stop[1], "", 1);
    (void)ignored;
}
