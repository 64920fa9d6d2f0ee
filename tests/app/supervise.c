// SPDX-License-Identifier: MIT
/* A service manager as small as it can be, for tests: starts a command, listens to what it says on
 * NOTIFY_SOCKET, ends it when its watchdog is not fed, and starts it again whenever it ends. All of
 * it goes into a log, a line each with the milliseconds since the beginning:
 *
 *     12 start 4711
 *     230 READY=1
 *     1230 WATCHDOG=1
 *     4000 late
 *     4100 signal 9
 *
 * usage: supervise LOG WATCHDOG_MS (once|always) COMMAND...
 *
 * SIGTERM ends it: it tells the command, waits, and returns its exit code.
 */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { STEP_MS = 20, GRACE_MS = 300, RESTART_MS = 100, NOT_READY_MS = 60000 };

struct supervisor {
    FILE *log;
    int socket;
    int64_t watchdog, begun; /* milliseconds */
    char **command;
    pid_t child;
    bool ready, stopping, aborted;
    int64_t fed, aborted_at;
};

static volatile sig_atomic_t asked;

static void on_term(int number)
{
    (void)number;
    asked = 1;
}

static int64_t now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static void note(const struct supervisor *self, const char *what, int number)
{
    fprintf(self->log, "%d %s", (int)(now_ms() - self->begun), what);
    if (number >= 0)
        fprintf(self->log, " %d", number);
    fputc('\n', self->log);
}

static bool listen_at(struct supervisor *self, const char *path)
{
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    if (strlen(path) >= sizeof address.sun_path)
        return false;
    memcpy(address.sun_path, path, strlen(path));
    unlink(path);
    self->socket = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    return self->socket >= 0 &&
           bind(self->socket, (const struct sockaddr *)&address, sizeof address) == 0 &&
           setenv("NOTIFY_SOCKET", path, 1) == 0;
}

static void start(struct supervisor *self)
{
    char number[24];
    self->ready = self->stopping = self->aborted = false;
    self->fed = now_ms();
    self->child = fork();
    if (self->child == 0) {
        signal(SIGTERM, SIG_DFL);
        if (self->watchdog > 0) {
            snprintf(number, sizeof number, "%lld", (long long)self->watchdog * 1000);
            setenv("WATCHDOG_USEC", number, 1);
            snprintf(number, sizeof number, "%d", (int)getpid());
            setenv("WATCHDOG_PID", number, 1);
        }
        execvp(self->command[0], self->command);
        _exit(127);
    }
    note(self, "start", (int)self->child);
}

static void hear(struct supervisor *self)
{
    char message[512];
    ssize_t length;
    while ((length = recv(self->socket, message, sizeof message - 1, 0)) > 0) {
        message[length] = '\0';
        self->ready |= strstr(message, "READY=1") != NULL;
        self->stopping |= strstr(message, "STOPPING=1") != NULL;
        self->fed = now_ms();
        for (char *line = message; (line = strchr(line, '\n')) != NULL;)
            *line = ' ';
        note(self, message, -1);
    }
}

/* As systemd does it: what is on its way out need not feed its watchdog any more. */
static void watch(struct supervisor *self)
{
    int64_t patience = self->ready ? self->watchdog : NOT_READY_MS;
    if (self->watchdog <= 0 || self->stopping)
        return;
    if (!self->aborted && now_ms() - self->fed > patience) {
        note(self, "late", -1);
        self->aborted = true;
        self->aborted_at = now_ms();
        kill(self->child, SIGABRT);
    } else if (self->aborted && now_ms() - self->aborted_at > GRACE_MS) {
        kill(self->child, SIGKILL);
    }
}

/* Whether it ended; `*code` as a shell has it. */
static bool has_ended(struct supervisor *self, int *code)
{
    int status;
    if (waitpid(self->child, &status, WNOHANG) != self->child)
        return false;
    hear(self);
    if (WIFSIGNALED(status))
        note(self, "signal", WTERMSIG(status));
    else
        note(self, "exit", WEXITSTATUS(status));
    *code = WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
    return true;
}

static int supervise(struct supervisor *self, bool always)
{
    int code = 0;
    bool told = false;
    start(self);
    for (;;) {
        poll(&(struct pollfd){.fd = self->socket, .events = POLLIN}, 1, STEP_MS);
        hear(self);
        if (asked && !told) {
            kill(self->child, SIGTERM);
            told = self->stopping = true;
        }
        if (has_ended(self, &code)) {
            if (asked || !always)
                return code;
            usleep(RESTART_MS * 1000);
            start(self);
        }
        watch(self);
    }
}

int main(int argc, char **argv)
{
    char path[100];
    struct supervisor self = {.begun = now_ms()};
    if (argc < 5) {
        fputs("usage: supervise LOG WATCHDOG_MS (once|always) COMMAND...\n", stderr);
        return 2;
    }
    self.log = fopen(argv[1], "we");
    self.watchdog = strtoll(argv[2], NULL, 10);
    self.command = argv + 4;
    snprintf(path, sizeof path, "%s.socket", argv[1]);
    if (self.log == NULL || !listen_at(&self, path)) {
        fprintf(stderr, "supervise: %s: %s\n", path, strerror(errno));
        return 1;
    }
    setvbuf(self.log, NULL, _IOLBF, 0);
    struct sigaction action = {.sa_handler = on_term};
    sigaction(SIGTERM, &action, NULL);
    int code = supervise(&self, strcmp(argv[3], "always") == 0);
    unlink(path);
    return code;
}
