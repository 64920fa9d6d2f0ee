// SPDX-License-Identifier: MIT
#include "platform/picture_child.h"

#include "platform/picture_decode.h"

#include <assert.h>
#include <linux/seccomp.h>
#include <seccomp.h>
#include <signal.h>
#include <stdint.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

static const char *const status_texts[] = {
    [PICTURE_CRASHED] = "the file brought its reader down; it is damaged or made to do harm",
    [PICTURE_DECODED] = "read",
    [PICTURE_UNCONFINED] = "pictures are not read, because this system does not let their reader "
                           "be confined (seccomp)",
    [PICTURE_UNREADABLE] = "the file could not be read",
    [PICTURE_BROKEN] = "the file is damaged or of a kind that is not supported",
    [PICTURE_TOO_LARGE] = "the picture is too large; at most 8192 pixels a side and 16 million in "
                          "all can be shown"};
static_assert(sizeof status_texts / sizeof *status_texts == PICTURE_STATUSES, "all have a text");

const char *picture_status_text(enum picture_status status)
{
    return status_texts[status < PICTURE_STATUSES ? status : PICTURE_CRASHED];
}

size_t picture_page_bytes(uint32_t room_w, uint32_t room_h)
{
    return sizeof(struct picture_page) + (size_t)room_w * room_h * sizeof(uint32_t);
}

static bool export_filter(scmp_filter_ctx rules, struct picture_filter *filter)
{
    int file = memfd_create("filter", MFD_CLOEXEC);
    if (file < 0)
        return false;
    ssize_t got = -1;
    if (seccomp_export_bpf(rules, file) == 0)
        got = pread(file, filter->code, sizeof filter->code, 0);
    close(file);
    if (got <= 0 || (size_t)got == sizeof filter->code)
        return false;
    filter->length = (unsigned short)((size_t)got / sizeof *filter->code);
    return true;
}

bool picture_filter_make(struct picture_filter *filter)
{
    *filter = (struct picture_filter){0};
    scmp_filter_ctx rules = seccomp_init(SCMP_ACT_KILL_PROCESS);
    if (rules == NULL)
        return false;
    bool made = seccomp_rule_add(rules, SCMP_ACT_ALLOW, SCMP_SYS(read), 1,
                                 SCMP_A0(SCMP_CMP_EQ, STDIN_FILENO, 0)) == 0 &&
                seccomp_rule_add(rules, SCMP_ACT_ALLOW, SCMP_SYS(exit), 0) == 0 &&
                seccomp_rule_add(rules, SCMP_ACT_ALLOW, SCMP_SYS(exit_group), 0) == 0 &&
                export_filter(rules, filter);
    seccomp_release(rules);
    return made;
}

/* Memory for the decoder: reserved once, never more. Twice a picture in its widest form, the file,
 * and what the scaler needs; pages that are not touched cost nothing. */
enum { ARENA_BYTES = 384 * 1024 * 1024 };

static bool limit(int what, rlim_t most)
{
    return setrlimit((__rlimit_resource_t)what, &(struct rlimit){most, most}) == 0;
}

/* From here on: no other file, no new memory, little time, two system calls. */
static bool confine(struct picture_filter *filter)
{
    bool limited = limit(RLIMIT_CPU, 3) && limit(RLIMIT_FSIZE, 0) && limit(RLIMIT_NOFILE, 1) &&
                   limit(RLIMIT_CORE, 0) && limit(RLIMIT_NPROC, 0) && limit(RLIMIT_DATA, 0);
    struct sock_fprog program = {.len = filter->length, .filter = filter->code};
    return limited && prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
           prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
}

static size_t read_all(int file, unsigned char *to, size_t most)
{
    size_t length = 0;
    while (length < most) {
        ssize_t got = read(file, to + length, most - length);
        if (got <= 0)
            break;
        length += (size_t)got;
    }
    return length;
}

static enum picture_status decode(struct picture_memory *memory, struct picture_page *page)
{
    unsigned char *file = picture_memory_take(memory, PICTURE_MOST_BYTES);
    size_t length = read_all(STDIN_FILENO, file, PICTURE_MOST_BYTES);
    if (length == 0)
        return PICTURE_UNREADABLE;
    return picture_decode(memory, file, length, page);
}

/* Not _exit: sanitizers put work of their own before it that the filter would not let through. */
static _Noreturn void end(void)
{
    for (;;)
        syscall(SYS_exit_group, 0);
}

static _Noreturn void child(int file, struct picture_filter *filter, struct picture_page *page)
{
    /* A key press meant for the player ends it through the player, not by itself. */
    signal(SIGINT, SIG_IGN);
    signal(SIGHUP, SIG_IGN);
    signal(SIGTERM, SIG_DFL);
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    void *bytes = mmap(NULL, ARENA_BYTES, PROT_READ | PROT_WRITE,
                       MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    bool alone = dup2(file, STDIN_FILENO) == STDIN_FILENO && close_range(1, ~0U, 0) == 0;
    if (bytes == MAP_FAILED || !alone || !confine(filter)) {
        page->status = PICTURE_UNCONFINED;
        end();
    }
    struct picture_memory memory = {.bytes = bytes, .size = ARENA_BYTES};
    page->status = decode(&memory, page);
    end();
}

pid_t picture_child_start(int file, struct picture_filter *filter, struct picture_page *page)
{
    pid_t pid = fork();
    if (pid == 0)
        child(file, filter, page);
    return pid;
}
