// SPDX-License-Identifier: MIT
#include "office/status.h"

#include "base/log.h"
#include "base/text.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { MOST_PATH = 4096, MOST_TEXT = 1024, INSTANT = 40 };

void status_init(struct status *status, const char *path, const char *version, int64_t started)
{
    *status = (struct status){.path = path, .version = version, .started = started};
}

/* As JSON: in quotes, or null. */
static const char *instant(int64_t seconds, char out[INSTANT])
{
    struct tm utc;
    time_t time = (time_t)seconds;
    if (seconds == STATUS_NONE || gmtime_r(&time, &utc) == NULL ||
        strftime(out, INSTANT, "\"%Y-%m-%dT%H:%M:%SZ\"", &utc) == 0)
        return "null";
    return out;
}

static const char *word(bool value)
{
    return value ? "true" : "false";
}

/* The name of a file may hold anything; here it may not. */
static void plain(char out[STATUS_ID], const char *id)
{
    snprintf(out, STATUS_ID, "%s", id);
    for (; *out != '\0'; out++)
        if ((unsigned char)*out < ' ' || *out == '"' || *out == '\\' || (unsigned char)*out > '~')
            *out = '?';
}

static int last_session(const struct status_facts *facts, char *out, size_t size)
{
    char ended[INSTANT], routine[STATUS_ID];
    if (facts->last_session.ended == STATUS_NONE)
        return snprintf(out, size, "null");
    plain(routine, facts->last_session.routine);
    return snprintf(out, size, "{\"ended\": %s, \"routine\": \"%s\", \"finished\": %s}",
                    instant(facts->last_session.ended, ended), routine,
                    word(facts->last_session.finished));
}

static int format(const struct status *status, int64_t frame, int64_t wall, char out[MOST_TEXT])
{
    const struct status_facts *facts = &status->last;
    char started[INSTANT], updated[INSTANT], shown[INSTANT], next[INSTANT], session[256];
    last_session(facts, session, sizeof session);
    return snprintf(out, MOST_TEXT,
                    "{\n"
                    "  \"status\": 1,\n"
                    "  \"version\": \"%s\",\n"
                    "  \"state\": \"%s\",\n"
                    "  \"started\": %s,\n"
                    "  \"updated\": %s,\n"
                    "  \"last_frame\": %s,\n"
                    "  \"next_break\": %s,\n"
                    "  \"last_session\": %s,\n"
                    "  \"config_good\": %s,\n"
                    "  \"errors\": %zu,\n"
                    "  \"safe_mode\": %s,\n"
                    "  \"unclean_ends\": %d\n"
                    "}\n",
                    status->version, facts->state, instant(status->started, started),
                    instant(wall, updated), instant(frame, shown), instant(facts->next_break, next),
                    session, word(facts->config_good), facts->errors, word(facts->safe_mode),
                    facts->unclean_ends);
}

/* Monitoring may run as somebody else. Its folder is somebody else's business: it is not made. */
static bool replace(const char *path, const char *text, size_t length)
{
    char draft[MOST_PATH];
    int fd = -1;
    if ((size_t)snprintf(draft, sizeof draft, "%s.new", path) < sizeof draft) {
        unlink(draft);
        fd = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
    }
    if (fd < 0)
        return false;
    bool written = fchmod(fd, 0644) == 0 && write(fd, text, length) == (ssize_t)length;
    written = close(fd) == 0 && written && rename(draft, path) == 0;
    if (!written)
        unlink(draft);
    return written;
}

static void write_file(struct status *status, int64_t frame, int64_t wall)
{
    char text[MOST_TEXT];
    int length = format(status, frame, wall, text);
    bool failed = length < 0 || length >= MOST_TEXT || !replace(status->path, text, (size_t)length);
    if (failed && !status->failed)
        log_warning("%s cannot be written: %s", status->path, strerror(errno));
    status->failed = failed;
    status->written = true;
}

static bool same(const struct status_facts *a, const struct status_facts *b)
{
    return text_equal(a->state, b->state) && a->next_break == b->next_break &&
           a->last_session.ended == b->last_session.ended && a->config_good == b->config_good &&
           a->errors == b->errors && a->safe_mode == b->safe_mode &&
           a->unclean_ends == b->unclean_ends;
}

void status_look(struct status *status, const struct status_facts *facts, int64_t frame,
                 int64_t wall, tick now)
{
    if (status->path == NULL ||
        (status->written && now < status->due && same(&status->last, facts)))
        return;
    status->last = *facts;
    status->due = now + STATUS_EVERY;
    write_file(status, frame, wall);
}

tick status_next(const struct status *status)
{
    return status->path != NULL ? status->due : TICK_NEVER;
}

void status_end(struct status *status, int64_t wall)
{
    if (status->path == NULL || !status->written)
        return;
    status->last.state = "stopped";
    status->last.next_break = STATUS_NONE;
    write_file(status, STATUS_NONE, wall);
}
