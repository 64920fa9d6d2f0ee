// SPDX-License-Identifier: MIT
#include "platform/terminal.h"

#include "platform/clock.h"
#include "platform/signals.h"

#include <poll.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

struct terminal_key {
    const char *bytes;
    enum action action;
};

/* Longer sequences first: a lone escape is the start of an arrow, too. */
static const struct terminal_key keys[] = {
    {"\033[A", ACTION_UP},    {"\033[B", ACTION_DOWN},   {"\033[C", ACTION_NEXT},
    {"\033[D", ACTION_BACK},  {"\033OA", ACTION_UP},     {"\033OB", ACTION_DOWN},
    {"\033OC", ACTION_NEXT},  {"\033OD", ACTION_BACK},   {"\033", ACTION_LEAVE},
    {" ", ACTION_PLAY_PAUSE}, {"\r", ACTION_CONTINUE},   {"\n", ACTION_CONTINUE},
    {"r", ACTION_REPEAT},     {"R", ACTION_REPEAT},      {"+", ACTION_LOUDER},
    {"=", ACTION_LOUDER},     {"-", ACTION_SOFTER},      {"m", ACTION_MUTE},
    {"M", ACTION_MUTE},       {"e", ACTION_EYES_CLOSED}, {"E", ACTION_EYES_CLOSED},
    {"q", ACTION_QUIT},       {"?", ACTION_HELP},
};

void terminal_init(struct terminal *terminal)
{
    *terminal = (struct terminal){.open = true};
    if (!isatty(STDIN_FILENO) || tcgetattr(STDIN_FILENO, &terminal->before) != 0)
        return;
    struct termios raw = terminal->before;
    raw.c_lflag &= ~(tcflag_t)(ICANON | ECHO);
    raw.c_cc[VMIN] = 0;
    raw.c_cc[VTIME] = 0;
    terminal->raw = tcsetattr(STDIN_FILENO, TCSANOW, &raw) == 0;
}

void terminal_finish(struct terminal *terminal)
{
    if (terminal->raw)
        tcsetattr(STDIN_FILENO, TCSANOW, &terminal->before);
    terminal->raw = false;
}

static void fill(struct terminal *terminal)
{
    struct pollfd input = {.fd = STDIN_FILENO, .events = POLLIN};
    int room = (int)sizeof terminal->bytes - terminal->count;
    if (!terminal->raw || !terminal->open || room == 0 || poll(&input, 1, 0) <= 0)
        return;
    ssize_t got = read(STDIN_FILENO, terminal->bytes + terminal->count, (size_t)room);
    if (got > 0)
        terminal->count += (int)got;
    else if (got == 0 || (input.revents & (POLLHUP | POLLERR | POLLNVAL)) != 0)
        terminal->open = false;
}

static void drop(struct terminal *terminal, int count)
{
    terminal->count -= count;
    memmove(terminal->bytes, terminal->bytes + count, (size_t)terminal->count);
}

bool terminal_read(struct terminal *terminal, struct request *request)
{
    fill(terminal);
    while (terminal->count > 0) {
        unsigned char first = terminal->bytes[0];
        if (first >= '0' && first <= '9') {
            *request = (struct request){.action = ACTION_RATE, .rating = first - '0'};
            drop(terminal, 1);
            return true;
        }
        for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
            int length = (int)strlen(keys[i].bytes);
            if (length > terminal->count ||
                memcmp(terminal->bytes, keys[i].bytes, (size_t)length) != 0)
                continue;
            *request = (struct request){.action = keys[i].action};
            drop(terminal, length);
            return true;
        }
        drop(terminal, 1);
    }
    return false;
}

void terminal_sleep(struct terminal *terminal, tick until)
{
    tick left = until - clock_now();
    if (left <= 0)
        return;
    struct timespec span = {.tv_sec = left / TICK_S, .tv_nsec = left % TICK_S * 1000};
    bool keyboard = terminal->raw && terminal->open;
    /* poll() passes over a negative descriptor. */
    struct pollfd inputs[] = {{.fd = keyboard ? STDIN_FILENO : -1, .events = POLLIN},
                              {.fd = signals_descriptor(), .events = POLLIN}};
    ppoll(inputs, 2, &span, NULL);
}
