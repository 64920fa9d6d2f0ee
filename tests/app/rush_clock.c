// SPDX-License-Identifier: MIT
/* For LD_PRELOAD: the program's time passes only while all its threads wait, and then at once, so
 * that months of an office take minutes and every run is the same, however busy the machine is; and
 * by a little whenever the main thread looks at a clock, since who waits for the next moment
 * without sleeping shall see it come. Other threads wait as they do.
 *
 *     RUSH_FROM   the wall clock at the start, in seconds since 1970
 *     RUSH_PATIENCE  milliseconds that others get when the program looks whether they are done
 * (100) RUSH_FOR    seconds after which the program is asked to end (SIGTERM); none: never
 */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE /* dlvsym */
#endif
#include <dirent.h>
#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#define SECOND INT64_C(1000000000)
#define MILLISECOND INT64_C(1000000)
#define LOOK INT64_C(10000)
/* Since the machine was switched on, at the start. */
#define BEGUN (1000 * SECOND)
/* A session looks every five milliseconds whether it can be heard, which is up to another thread;
 * some of the first is over when it begins to wait. */
enum { LOOK_MS = 4, PATIENCE_MS = 100 };

static int64_t wall; /* at the start */
static int64_t patience = PATIENCE_MS * MILLISECOND;
static int64_t asked = -1;    /* to end, after so much; -1: never */
static _Atomic int64_t ahead; /* what was waited for */

static int64_t from_timespec(const struct timespec *time)
{
    return (int64_t)time->tv_sec * SECOND + time->tv_nsec;
}

static struct timespec to_timespec(int64_t time)
{
    return (struct timespec){.tv_sec = (time_t)(time / SECOND), .tv_nsec = (long)(time % SECOND)};
}

/* Past the library, and what is put before it. */
static int64_t real_clock(clockid_t id)
{
    struct timespec now;
    syscall(SYS_clock_gettime, id, &now);
    return from_timespec(&now);
}

__attribute__((constructor)) static void begin(void)
{
    const char *from = getenv("RUSH_FROM"), *most = getenv("RUSH_FOR"),
               *length = getenv("RUSH_PATIENCE");
    wall = from != NULL ? strtoll(from, NULL, 10) * SECOND : real_clock(CLOCK_REALTIME);
    if (length != NULL)
        patience = strtoll(length, NULL, 10) * MILLISECOND;
    if (most != NULL)
        asked = strtoll(most, NULL, 10) * SECOND;
}

static bool is_main_thread(void)
{
    return syscall(SYS_gettid) == getpid();
}

static void pass(int64_t span)
{
    int64_t now = atomic_fetch_add(&ahead, span) + span;
    if (asked >= 0 && now >= asked) {
        asked = -1;
        kill(getpid(), SIGTERM);
    }
}

static void nap(int64_t span)
{
    struct timespec left = to_timespec(span);
    syscall(SYS_nanosleep, &left, &left);
}

int clock_gettime(clockid_t id, struct timespec *out)
{
    bool of_wall = id == CLOCK_REALTIME || id == CLOCK_REALTIME_COARSE;
    bool passes = of_wall || id == CLOCK_MONOTONIC || id == CLOCK_BOOTTIME ||
                  id == CLOCK_MONOTONIC_RAW || id == CLOCK_MONOTONIC_COARSE;
    if (passes && is_main_thread())
        pass(LOOK);
    *out = to_timespec(passes ? (of_wall ? wall : BEGUN) + atomic_load(&ahead) : real_clock(id));
    return 0;
}

int nanosleep(const struct timespec *span, struct timespec *left)
{
    int64_t length = from_timespec(span);
    if (!is_main_thread())
        return (int)syscall(SYS_nanosleep, span, left);
    if (length >= MILLISECOND)
        nap(length); /* it waits for somebody else */
    pass(length);
    return 0;
}

/* Another thread of the program is at work, or waits for the disk. */
static bool works(const char *thread)
{
    char path[64] = "/proc/self/task/", text[256];
    strncat(path, thread, 16);
    strcat(path, "/stat");
    int file = open(path, O_RDONLY | O_CLOEXEC);
    ssize_t got = file >= 0 ? read(file, text, sizeof text - 1) : -1;
    if (file >= 0)
        close(file);
    text[got > 0 ? got : 0] = '\0';
    /* PID (NAME) STATE, with any bracket in the name; a thread that is gone has no state. */
    const char *name_end = strrchr(text, ')');
    return name_end != NULL && (name_end[2] == 'R' || name_end[2] == 'D');
}
static bool others_work(void)
{
    DIR *threads = opendir("/proc/self/task");
    bool found = false;
    for (struct dirent *each; threads != NULL && !found && (each = readdir(threads)) != NULL;)
        found = each->d_name[0] != '.' && atol(each->d_name) != getpid() && works(each->d_name);
    if (threads != NULL)
        closedir(threads);
    return found;
}

int SDL_WaitEventTimeout(void *event, int milliseconds)
{
    static int (*wait)(void *, int);
    if (wait == NULL)
        *(void **)&wait = dlsym(RTLD_NEXT, "SDL_WaitEventTimeout");
    while (others_work())
        nap(MILLISECOND / 4);
    if (wait(event, 0) != 0)
        return 1;
    if (milliseconds == LOOK_MS)
        nap(patience);
    pass(milliseconds * MILLISECOND);
    return 0;
}

/* The kernel knows nothing of our time. */
int pthread_cond_timedwait(pthread_cond_t *restrict cond, pthread_mutex_t *restrict lock,
                           const struct timespec *restrict until)
{
    static int (*wait)(pthread_cond_t *, pthread_mutex_t *, const struct timespec *);
    if (wait == NULL) {
        *(void **)&wait = dlvsym(RTLD_NEXT, "pthread_cond_timedwait", "GLIBC_2.3.2");
        if (wait == NULL)
            *(void **)&wait = dlsym(RTLD_NEXT, "pthread_cond_timedwait");
    }
    bool of_wall = until->tv_sec > 900000000;
    int64_t ours = (of_wall ? wall : BEGUN) + atomic_load(&ahead);
    int64_t left = from_timespec(until) - ours;
    struct timespec real =
        to_timespec(real_clock(of_wall ? CLOCK_REALTIME : CLOCK_MONOTONIC) + (left > 0 ? left : 0));
    return wait(cond, lock, &real);
}
