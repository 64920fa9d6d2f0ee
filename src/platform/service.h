// SPDX-License-Identifier: MIT
#ifndef UNKNOT_PLATFORM_SERVICE_H
#define UNKNOT_PLATFORM_SERVICE_H

#include "base/tick.h"

#include <stdbool.h>
#include <stdint.h>
#include <sys/socket.h>
#include <sys/un.h>

/* What the service manager that started the program is told: that it is ready, alive, what it does,
 * that it reads its files anew, that it ends. This is systemd's protocol of datagrams, in which a
 * message is a few lines of text; its library would bring five others along for one sendto().
 * Without a service manager nothing is told. One thread; nothing here ever waits.
 */
enum { SERVICE_STATUS = 120 };

struct service {
    int socket; /* -1: nobody listens */
    struct sockaddr_un address;
    socklen_t address_length;
    tick interval; /* between two signs of life; TICK_NEVER: nobody waits for them */
    tick fed;      /* the last one */
    uint64_t frames;
    tick state; /* as they were then */
    char status[SERVICE_STATUS];
};

/* Reads NOTIFY_SOCKET, WATCHDOG_USEC and WATCHDOG_PID, and takes them out of the environment: they
 * are not meant for what the program starts itself. */
void service_open(struct service *service, tick now);
void service_close(struct service *service);

/* The first picture is shown; or the files are read anew. */
void service_ready(struct service *service);
/* The files are read anew from `now` on, which is on CLOCK_MONOTONIC. */
void service_reloading(struct service *service, tick now);
void service_stopping(struct service *service);
/* What it does, for `systemctl status`; told when it is another one. Nothing personal. */
void service_status(struct service *service, const char *status);

/* Gives the watchdog a sign of life when its time has come, and both pictures were shown and things
 * went on since the last one. `frames`: pictures shown so far; `state`: how far things are, in any
 * unit that only grows, or jumps. */
void service_alive(struct service *service, uint64_t frames, tick state, tick now);
/* A sign of life is due soon, and for want of something new no picture was shown: the same one must
 * be shown again. */
bool service_wants_frame(const struct service *service, uint64_t frames, tick now);
/* When the two above must be asked next, at the latest. */
tick service_next(const struct service *service, tick now);

#endif
