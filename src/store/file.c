// SPDX-License-Identifier: MIT
#include "store/file.h"

#include "base/text.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

/* What was moved aside is called as the file with this and a date. */
#define BROKEN ".broken-"
#define JOURNAL "-journal"
enum { MOST_IN_A_DAY = 100 };

static bool failed(char why[HISTORY_WHY], const char *what)
{
    char text[100];
    const char *error = strerror_r(errno, text, sizeof text);
    snprintf(why, HISTORY_WHY, "%.60s: %.100s", what, error);
    return false;
}

enum file_there file_look(const char *path, char why[HISTORY_WHY])
{
    struct stat status;
    if (stat(path, &status) != 0) {
        if (errno == ENOENT)
            return FILE_MISSING;
        failed(why, "it cannot be looked at");
        return FILE_WRONG;
    }
    if (S_ISREG(status.st_mode))
        return FILE_THERE;
    snprintf(why, HISTORY_WHY, "%s",
             S_ISDIR(status.st_mode) ? "it is a directory" : "it is not a regular file");
    return FILE_WRONG;
}

static void folder_of(const char *path, char out[PATH_MAX])
{
    snprintf(out, PATH_MAX, "%s", path);
    char *slash = strrchr(out, '/');
    if (slash == NULL)
        snprintf(out, PATH_MAX, ".");
    else
        slash[slash == out] = '\0';
}

/* So that what was made in it is on the disk. What cannot be done here does no harm. */
static void sync_folder(const char *path)
{
    char folder[PATH_MAX];
    folder_of(path, folder);
    int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0)
        return;
    fsync(fd);
    close(fd);
}

/* Leaves errno as it is: one that could not be made may be there. */
static bool is_there(const char *folder)
{
    int error = errno;
    bool there = error == EEXIST || access(folder, F_OK) == 0;
    errno = error;
    return there;
}

static bool make_folders(const char *path, char why[HISTORY_WHY])
{
    char folder[PATH_MAX];
    snprintf(folder, sizeof folder, "%s", path);
    for (char *slash = strchr(folder + 1, '/'); slash != NULL; slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        if (mkdir(folder, 0700) == 0)
            sync_folder(folder);
        else if (!is_there(folder))
            return failed(why, "its folder cannot be made");
        *slash = '/';
    }
    return true;
}

bool file_make(const char *path, char why[HISTORY_WHY])
{
    if (strlen(path) >= PATH_MAX - FILE_NAME) {
        errno = ENAMETOOLONG;
        return failed(why, "it cannot be made");
    }
    if (!make_folders(path, why))
        return false;
    /* Not by open(): closing it would take away the locks that another thread has on the file. */
    if (mknod(path, S_IFREG | 0600, 0) != 0 && errno != EEXIST)
        return failed(why, "it cannot be made");
    return true;
}

bool file_writable(const char *path)
{
    char folder[PATH_MAX];
    folder_of(path, folder);
    return faccessat(AT_FDCWD, path, W_OK, AT_EACCESS) == 0 &&
           faccessat(AT_FDCWD, folder, W_OK | X_OK, AT_EACCESS) == 0;
}

int file_lock_folder(const char *path)
{
    char folder[PATH_MAX];
    folder_of(path, folder);
    int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd >= 0)
        while (flock(fd, LOCK_EX) != 0 && errno == EINTR) {
        }
    return fd;
}

void file_unlock(int lock)
{
    if (lock >= 0)
        close(lock);
}

/* A name that nothing has. */
static bool free_name(const char *path, char out[PATH_MAX], char why[HISTORY_WHY])
{
    char date[20];
    time_t now = time(NULL);
    struct tm day;
    if (localtime_r(&now, &day) == NULL || strftime(date, sizeof date, "%Y-%m-%d", &day) == 0)
        snprintf(date, sizeof date, "undated");
    for (int i = 1; i <= MOST_IN_A_DAY; i++) {
        char number[12] = "";
        if (i > 1)
            snprintf(number, sizeof number, "-%d", i);
        int length = snprintf(out, PATH_MAX, "%s" BROKEN "%s%s", path, date, number);
        if (length < PATH_MAX && access(out, F_OK) != 0 && errno == ENOENT)
            return true;
    }
    errno = EEXIST;
    return failed(why, "it is damaged and finds no name to be moved to");
}

/* A journal that says something goes along, under the name that belongs to the new one: it may be
 * what is missing there, and would do harm here. */
static void move_journal(const char *path, const char *to)
{
    char from[PATH_MAX + sizeof JOURNAL], there[PATH_MAX + sizeof JOURNAL];
    snprintf(from, sizeof from, "%s" JOURNAL, path);
    snprintf(there, sizeof there, "%s" JOURNAL, to);
    struct stat status;
    if (stat(from, &status) == 0 && status.st_size > 0)
        rename(from, there);
}

bool file_move_aside(const char *path, char to[FILE_NAME], char why[HISTORY_WHY])
{
    char there[PATH_MAX];
    if (!free_name(path, there, why))
        return false;
    if (rename(path, there) != 0)
        return failed(why, "it is damaged and cannot be moved aside");
    move_journal(path, there);
    sync_folder(path);
    const char *slash = strrchr(there, '/');
    snprintf(to, FILE_NAME, "%.79s", slash != NULL ? slash + 1 : there);
    return true;
}

/* What was moved aside beside `path`, one by one: the next entry, NULL at the end. */
static const struct dirent *next_moved(DIR *folder, const char *path)
{
    char prefix[PATH_MAX + sizeof BROKEN];
    const char *slash = strrchr(path, '/');
    snprintf(prefix, sizeof prefix, "%s" BROKEN, slash != NULL ? slash + 1 : path);
    const struct dirent *entry;
    while ((entry = readdir(folder)) != NULL && !text_starts(entry->d_name, prefix)) {
    }
    return entry;
}

bool file_remove_moved(const char *path, char why[HISTORY_WHY])
{
    char name[PATH_MAX];
    folder_of(path, name);
    DIR *folder = opendir(name);
    if (folder == NULL)
        return failed(why, "its folder cannot be read");
    bool removed = true;
    for (const struct dirent *entry; (entry = next_moved(folder, path)) != NULL;)
        removed = unlinkat(dirfd(folder), entry->d_name, 0) == 0 && removed;
    if (!removed)
        failed(why, "what was moved aside earlier cannot be removed");
    closedir(folder);
    return removed;
}

size_t history_moved_aside(const char *path)
{
    char name[PATH_MAX];
    folder_of(path, name);
    DIR *folder = opendir(name);
    size_t count = 0;
    if (folder == NULL)
        return 0;
    for (const struct dirent *entry; (entry = next_moved(folder, path)) != NULL;)
        count += !text_ends(entry->d_name, JOURNAL);
    closedir(folder);
    return count;
}
