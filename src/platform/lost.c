// SPDX-License-Identifier: MIT
#include "platform/lost.h"

#include "platform/platform.h"

#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

/* A disk that hangs does not hold up the end for longer. */
enum { MOST_S = 5 };
/* Connections are opened early: there are few descriptors below it. */
enum { DESCRIPTORS = 256 };

/* An exit handler is given nothing to find these by. */
static atomic_bool display_open, ending;
/* A plain NULL stored in an atomic is an object's pointer for clang, not a function's. */
static void (*const nobody)(void *) = NULL;
static _Atomic(void (*)(void *)) tell_lost;
static _Atomic(void *) tell_context;
/* The compositor, and what a fault means otherwise, while a display is opened. */
static bool opening;
static struct sockaddr_un compositor;
static struct sigaction usual;

/* These two are safe in a signal's handler. */
static void leave_with(const char *message, size_t length)
{
    ssize_t ignored = write(STDERR_FILENO, message, length);
    (void)ignored;
    _exit(PLATFORM_DISPLAY_LOST);
}

static void leave(void)
{
    static const char message[] = "unknot: error: the display was lost, or no memory is left\n";
    leave_with(message, sizeof message - 1);
}

static void too_late(int number)
{
    (void)number;
    leave();
}

void lost_end(void)
{
    if (!display_open)
        return;
    while (atomic_exchange(&ending, true))
        pause(); /* another thread does it */
    signal(SIGALRM, too_late);
    alarm(MOST_S);
    void (*tell)(void *) = tell_lost;
    if (tell != nobody)
        tell(tell_context);
    fflush(stdout);
    leave();
}

void lost_begin(void)
{
    static bool registered;
    if (!registered)
        registered = atexit(lost_end) == 0;
    display_open = registered;
}

void lost_finish(void)
{
    display_open = false;
    tell_lost = nobody;
}

void lost_tell(void (*tell)(void *context), void *context)
{
    tell_lost = nobody;
    tell_context = context;
    tell_lost = tell;
}

/* Where the compositor listens. False: nobody said, or it handed down a connection. */
static bool compositor_address(struct sockaddr_un *out)
{
    const char *folder = getenv("XDG_RUNTIME_DIR"), *name = getenv("WAYLAND_DISPLAY");
    *out = (struct sockaddr_un){.sun_family = AF_UNIX};
    if (name == NULL)
        name = "wayland-0";
    int length = *name == '/' ? snprintf(out->sun_path, sizeof out->sun_path, "%s", name)
                              : snprintf(out->sun_path, sizeof out->sun_path, "%s/%s",
                                         folder != NULL ? folder : "", name);
    return length > 0 && (size_t)length < sizeof out->sun_path;
}

static void fault_while_opening(int number)
{
    static const char there[] =
        "unknot: error: SDL crashed when it opened the display, as it does under Wayland without a "
        "keyboard and a mouse: connect one, or set SDL_VIDEODRIVER to x11 or kmsdrm\n";
    (void)number;
    int probe = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (connect(probe, (const struct sockaddr *)&compositor, sizeof compositor) == 0)
        leave_with(there, sizeof there - 1);
    leave();
}

void lost_opening(void)
{
    struct sigaction fault = {.sa_handler = fault_while_opening, .sa_flags = (int)SA_RESETHAND};
    opening = getenv("WAYLAND_DISPLAY") != NULL && compositor_address(&compositor) &&
              sigaction(SIGSEGV, &fault, &usual) == 0;
}

void lost_opened(void)
{
    if (opening)
        sigaction(SIGSEGV, &usual, NULL);
    opening = false;
}

int lost_connection(void)
{
    struct sockaddr_un wanted;
    if (!compositor_address(&wanted))
        return -1;
    for (int i = STDERR_FILENO + 1; i < DESCRIPTORS; i++) {
        struct sockaddr_un peer = {0};
        socklen_t size = sizeof peer - 1;
        if (getpeername(i, (struct sockaddr *)&peer, &size) == 0 && peer.sun_family == AF_UNIX &&
            strcmp(peer.sun_path, wanted.sun_path) == 0)
            return i;
    }
    return -1;
}
