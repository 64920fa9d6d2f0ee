// SPDX-License-Identifier: MIT
#include "platform/signals.h"

#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <stddef.h>
#include <unistd.h>

static const int asking[] = {SIGINT, SIGTERM, SIGHUP};
enum { ASKING = sizeof asking / sizeof *asking };

/* A signal handler is given nothing but a number: what it touches has to be known to the file. */
static atomic_bool asked, reload_asked;
static atomic_int read_end = -1, write_end = -1;

static void on_signal(int number)
{
    if (atomic_exchange(&asked, true)) {
        signal(number, SIG_DFL);
        raise(number);
        return;
    }
    ssize_t ignored = write(write_end, "", 1);
    (void)ignored;
}

void signals_init(void)
{
    int ends[2];
    if (read_end >= 0)
        return;
    if (pipe2(ends, O_CLOEXEC | O_NONBLOCK) == 0) {
        read_end = ends[0];
        write_end = ends[1];
    }
    /* No SA_RESTART: a wait that is interrupted returns to the loop. */
    struct sigaction action = {.sa_handler = on_signal};
    sigemptyset(&action.sa_mask);
    for (size_t i = 0; i < ASKING; i++)
        sigaction(asking[i], &action, NULL);
}

static void on_reload(int number)
{
    (void)number;
    reload_asked = true;
}

/* Of a keyboard, and of a terminal that a program in the background reads or writes. */
static const int meaningless[] = {SIGINT, SIGQUIT, SIGTSTP, SIGTTIN, SIGTTOU};
enum { MEANINGLESS = sizeof meaningless / sizeof *meaningless };

void signals_keep_in(void)
{
    for (size_t i = 0; i < MEANINGLESS; i++)
        signal(meaningless[i], SIG_IGN);
    struct sigaction action = {.sa_handler = on_reload};
    sigemptyset(&action.sa_mask);
    sigaction(SIGHUP, &action, NULL);
}

bool signals_reload_asked(void)
{
    return atomic_exchange(&reload_asked, false);
}

void signals_finish(void)
{
    for (size_t i = 0; i < ASKING; i++)
        signal(asking[i], SIG_DFL);
    for (size_t i = 0; i < MEANINGLESS; i++)
        signal(meaningless[i], SIG_DFL);
    if (read_end >= 0) {
        close(read_end);
        close(write_end);
    }
    read_end = write_end = -1;
    asked = false;
}

bool signals_quit_asked(void)
{
    return asked;
}

int signals_descriptor(void)
{
    return read_end;
}
