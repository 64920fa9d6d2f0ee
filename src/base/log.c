// SPDX-License-Identifier: MIT
#include "base/log.h"

#include <pthread.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static _Atomic enum log_level highest = LOG_WARNING;

static const struct {
    const char *name;
    int priority; /* of the journal */
} levels[] = {[LOG_ERROR] = {"error", 3},
              [LOG_WARNING] = {"warning", 4},
              [LOG_INFO] = {"info", 6},
              [LOG_DEBUG] = {"debug", 7}};

/* More places than ever complain at once; the one that was silent longest gives way. */
enum { KINDS = 32 };
struct kind {
    const char *format;
    tick since;
    unsigned long count;
};
static struct {
    tick (*now)(void); /* NULL: nothing is limited */
    bool journal;
    pthread_mutex_t lock;
    struct kind kinds[KINDS];
} service = {.lock = PTHREAD_MUTEX_INITIALIZER};

void log_set_level(enum log_level level)
{
    highest = level;
}

/* JOURNAL_STREAM names the file that the service manager gave us; stderr may be another one. */
static bool is_journal(void)
{
    const char *stream = getenv("JOURNAL_STREAM");
    char own[64];
    struct stat status;
    if (stream == NULL || fstat(STDERR_FILENO, &status) != 0)
        return false;
    snprintf(own, sizeof own, "%ju:%ju", (uintmax_t)status.st_dev, (uintmax_t)status.st_ino);
    return strcmp(own, stream) == 0;
}

void log_begin_service(tick (*now)(void))
{
    service.journal = is_journal();
    service.now = now;
}

static struct kind *find_kind(const char *format)
{
    struct kind *oldest = &service.kinds[0];
    for (int i = 0; i < KINDS; i++) {
        struct kind *kind = &service.kinds[i];
        if (kind->format == format)
            return kind;
        if (kind->format == NULL || (oldest->format != NULL && kind->since < oldest->since))
            oldest = kind;
    }
    *oldest = (struct kind){.format = format, .since = service.now()};
    return oldest;
}

/* Whether one more of this kind is written; `*left_out`: how many before it were not. */
static bool may_write(const char *format, unsigned long *left_out)
{
    *left_out = 0;
    if (service.now == NULL)
        return true;
    pthread_mutex_lock(&service.lock);
    struct kind *kind = find_kind(format);
    tick now = service.now();
    if (now - kind->since >= LOG_WINDOW) {
        *left_out = kind->count > LOG_BURST ? kind->count - LOG_BURST : 0;
        kind->count = 0;
        kind->since = now;
    }
    bool may = ++kind->count <= LOG_BURST;
    pthread_mutex_unlock(&service.lock);
    return may;
}

__attribute__((format(printf, 2, 0))) static void write_line(enum log_level level,
                                                             const char *format, va_list args)
{
    unsigned long left_out;
    if (level > highest || !may_write(format, &left_out))
        return;
    /* One write per line, so that lines of two threads do not mix. */
    char line[512], priority[8] = "", more[64] = "";
    vsnprintf(line, sizeof line, format, args);
    if (service.journal)
        snprintf(priority, sizeof priority, "<%d>", levels[level].priority);
    if (left_out > 0)
        snprintf(more, sizeof more, " (and %lu more like it before)", left_out);
    fprintf(stderr, "%sunknot: %s: %s%s\n", priority, levels[level].name, line, more);
}

#define DEFINE_LEVEL(function, level)                                                              \
    void function(const char *format, ...)                                                         \
    {                                                                                              \
        va_list args;                                                                              \
        va_start(args, format);                                                                    \
        write_line(level, format, args);                                                           \
        va_end(args);                                                                              \
    }

DEFINE_LEVEL(log_error, LOG_ERROR)
DEFINE_LEVEL(log_warning, LOG_WARNING)
DEFINE_LEVEL(log_info, LOG_INFO)
DEFINE_LEVEL(log_debug, LOG_DEBUG)
