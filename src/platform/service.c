// SPDX-License-Identifier: MIT
#include "platform/service.h"

#include "base/log.h"
#include "base/text.h"

#include <errno.h>
#include <inttypes.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { MOST_MESSAGE = 256 };

/* A path, or a name that begins with '@' in a space of its own. */
static bool read_address(struct service *service, const char *name)
{
    size_t length = strlen(name);
    if ((name[0] != '/' && name[0] != '@') || length < 2 ||
        length >= sizeof service->address.sun_path)
        return false;
    service->address = (struct sockaddr_un){.sun_family = AF_UNIX};
    memcpy(service->address.sun_path, name, length);
    if (name[0] == '@')
        service->address.sun_path[0] = '\0';
    service->address_length =
        (socklen_t)(offsetof(struct sockaddr_un, sun_path) + length + (name[0] == '/'));
    return true;
}

/* Twice as often as the watchdog waits, so that one that is late does no harm. */
static tick read_interval(void)
{
    const char *wait = getenv("WATCHDOG_USEC"), *process = getenv("WATCHDOG_PID");
    if (wait == NULL || (process != NULL && strtol(process, NULL, 10) != getpid()))
        return TICK_NEVER;
    tick interval = strtoll(wait, NULL, 10) / 2;
    return interval > 0 ? interval : TICK_NEVER;
}

void service_open(struct service *service, tick now)
{
    *service = (struct service){.socket = -1, .interval = TICK_NEVER, .fed = now};
    const char *name = getenv("NOTIFY_SOCKET");
    if (name != NULL && read_address(service, name))
        service->socket = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (service->socket >= 0)
        service->interval = read_interval();
    unsetenv("NOTIFY_SOCKET");
    unsetenv("WATCHDOG_USEC");
    unsetenv("WATCHDOG_PID");
}

void service_close(struct service *service)
{
    if (service->socket >= 0)
        close(service->socket);
    service->socket = -1;
    service->interval = TICK_NEVER;
}

__attribute__((format(printf, 2, 3))) static bool tell(struct service *service, const char *format,
                                                       ...)
{
    char message[MOST_MESSAGE];
    va_list args;
    va_start(args, format);
    int length = vsnprintf(message, sizeof message, format, args);
    va_end(args);
    if (service->socket < 0 || length < 0 || length >= MOST_MESSAGE)
        return false;
    if (sendto(service->socket, message, (size_t)length, MSG_NOSIGNAL,
               (const struct sockaddr *)&service->address, service->address_length) == length)
        return true;
    log_info("the service manager does not listen: %s", strerror(errno));
    return false;
}

void service_ready(struct service *service)
{
    tell(service, "READY=1");
}

void service_reloading(struct service *service, tick now)
{
    tell(service, "RELOADING=1\nMONOTONIC_USEC=%" PRId64, now);
}

void service_stopping(struct service *service)
{
    tell(service, "STOPPING=1");
}

void service_status(struct service *service, const char *status)
{
    if (text_equal(service->status, status))
        return;
    snprintf(service->status, sizeof service->status, "%s", status);
    for (char *line = service->status; (line = strchr(line, '\n')) != NULL;)
        *line = ' ';
    tell(service, "STATUS=%s", service->status);
}

/* Shortly before it is due. */
bool service_wants_frame(const struct service *service, uint64_t frames, tick now)
{
    return service->interval != TICK_NEVER && frames == service->frames &&
           now - service->fed >= service->interval / 2;
}

void service_alive(struct service *service, uint64_t frames, tick state, tick now)
{
    if (service->interval == TICK_NEVER || now - service->fed < service->interval ||
        frames == service->frames || state == service->state)
        return;
    if (!tell(service, "WATCHDOG=1"))
        return; /* the manager's queue is full: again with the next frame */
    service->fed = now;
    service->frames = frames;
    service->state = state;
}

tick service_next(const struct service *service, tick now)
{
    if (service->interval == TICK_NEVER)
        return TICK_NEVER;
    tick half = service->fed + service->interval / 2;
    return now < half ? half : service->fed + service->interval;
}
