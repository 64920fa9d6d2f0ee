// SPDX-License-Identifier: MIT
/* The program ends in the middle of anything, without a chance to say so; or there are several. */
#include "diary_pages.h"

#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { TIMES = 500, PER_FILE = 50, STEPS = 6 };

/* What a player says through a pipe after each call: which call it was. Before the next, it waits
 * for leave through another: so it is never further than one call after what was heard of, however
 * late the other process is. */
enum ack { BEGUN = 1, STEP, COMFORT, ENDED };
struct pipes {
    int leave[2], said[2];
};

static void wait_for_leave(const struct pipes *pipes)
{
    char byte;
    if (read(pipes->leave[0], &byte, 1) != 1)
        _exit(2);
}

static void acknowledge(const struct pipes *pipes, enum ack ack)
{
    char byte = (char)ack;
    if (write(pipes->said[1], &byte, 1) != 1)
        _exit(2);
    if (ack != ENDED)
        wait_for_leave(pipes);
}

static void give_leave(const struct pipes *pipes, int calls)
{
    for (int i = 0; i < calls; i++)
        assert_int_equal(write(pipes->leave[1], "", 1), 1);
}

/* In a process of its own: a session, step by step. `number` is told by its beginning. */
static void play(const struct pipes *pipes, int number)
{
    char why[HISTORY_WHY];
    const struct record_step step = {"e", "A step with a title", {0}, true, TICK_S};
    struct history *history = open_fine();
    struct record record = samples[1];
    wait_for_leave(pipes);
    record.begun = number;
    int64_t id = begin_fine(history, &record);
    acknowledge(pipes, BEGUN);
    for (int i = 0; i < STEPS; i++) {
        if (!history_step(history, id, &step, i + 1, i + 1, why))
            _exit(3);
        acknowledge(pipes, STEP);
    }
    if (!history_comfort(history, id, 3, 4, why))
        _exit(4);
    acknowledge(pipes, COMFORT);
    if (!history_end(history, id, RECORD_FINISHED, 0, STEPS, STEPS, why))
        _exit(5);
    acknowledge(pipes, ENDED);
    history_close(history);
    _exit(0);
}

static void nap(long microseconds)
{
    const struct timespec length = {0, microseconds * 1000};
    nanosleep(&length, NULL);
}

/* Plays and kills, so many acknowledgements and microseconds later. Counts what was acknowledged.
 */
static void play_and_kill(int number, int acks, long later, int said[ENDED + 1])
{
    struct pipes pipes;
    char byte;
    memset(said, 0, (ENDED + 1) * sizeof *said);
    assert_int_equal(pipe(pipes.leave), 0);
    assert_int_equal(pipe(pipes.said), 0);
    pid_t child = fork();
    if (child == 0) {
        close(pipes.said[0]);
        play(&pipes, number);
    }
    close(pipes.said[1]);
    give_leave(&pipes, acks);
    for (int i = 0; i < acks && read(pipes.said[0], &byte, 1) == 1; i++)
        said[(int)byte]++;
    give_leave(&pipes, 1);
    nap(later);
    assert_int_equal(kill(child, SIGKILL), 0);
    int status;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFSIGNALED(status) || WEXITSTATUS(status) == 0);
    while (read(pipes.said[0], &byte, 1) == 1)
        said[(int)byte]++;
    close(pipes.said[0]);
    close(pipes.leave[0]);
    close(pipes.leave[1]);
}

static const struct record *session_of(const struct records *records, int number)
{
    for (size_t i = 0; i < records->session_count; i++)
        if (records->sessions[i].begun == number)
            return &records->sessions[i];
    return NULL;
}

static void has_all_of(const struct records *records, int number, const int said[ENDED + 1])
{
    const struct record *record = session_of(records, number);
    if (said[BEGUN] == 0)
        return;
    assert_non_null(record);
    assert_in_range(record->step_count, said[STEP], said[STEP] + 1);
    assert_int_equal(record->worked, said[ENDED] != 0 ? STEPS : (tick)record->step_count);
    assert_true(said[COMFORT] == 0 || (record->before == 3 && record->after == 4));
    assert_true(said[ENDED] == 0 || record->end == RECORD_FINISHED);
}

static void nothing_acknowledged_is_lost(void **state)
{
    (void)state;
    static int said[PER_FILE][ENDED + 1];
    int in_the_middle = 0;
    srand(7);
    for (int i = 0; i < TIMES; i++) {
        int number = i % PER_FILE;
        if (number == 0)
            shell("rm -rf share");
        play_and_kill(number, rand() % (STEPS + 4), rand() % 1500, said[number]);
        in_the_middle += said[number][BEGUN] != 0 && said[number][ENDED] == 0;
        struct arena arena;
        arena_init(&arena);
        struct records records = read_all(&arena);
        for (int k = 0; k <= number; k++)
            has_all_of(&records, k, said[k]);
        assert_true(number % 10 != 9 || is_sound(path));
        arena_finish(&arena);
    }
    assert_true(in_the_middle > TIMES / 4);
}

/* Several players write at once, others read, one forgets: each has its own in the end. */
static void several_write_at_once(void **state)
{
    (void)state;
    enum { PLAYERS = 3, SESSIONS = 8 };
    pid_t children[PLAYERS];
    history_close(open_fine());
    for (int k = 0; k < PLAYERS; k++) {
        children[k] = fork();
        if (children[k] != 0)
            continue;
        size_t gone;
        struct history *history = open_fine();
        for (int i = 0; i < SESSIONS; i++) {
            int64_t id = keep_by_steps(history, &samples[k]);
            struct arena arena;
            arena_init(&arena);
            read_all(&arena);
            arena_finish(&arena);
            if (i % 4 == 3 &&
                (forget(history, FORGET_SESSION, id, &gone) != HISTORY_FORGOTTEN || gone != 1))
                fail_msg("not forgotten");
        }
        history_close(history);
        _exit(0);
    }
    for (int k = 0; k < PLAYERS; k++) {
        int status;
        assert_int_equal(waitpid(children[k], &status, 0), children[k]);
        assert_int_equal(status, 0);
    }
    struct arena arena;
    arena_init(&arena);
    struct records records = read_all(&arena);
    assert_int_equal(records.session_count, PLAYERS * SESSIONS * 3 / 4);
    for (size_t i = 0; i < records.session_count; i++)
        for (int k = 0; k < PLAYERS; k++)
            if (strcmp(records.sessions[i].routine, samples[k].routine) == 0)
                same_record(&records.sessions[i], &samples[k]);
    assert_true(is_sound(path));
    arena_finish(&arena);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, folder_make, folder_remove)
    const struct CMUnitTest tests[] = {
        TEST(nothing_acknowledged_is_lost),
        TEST(several_write_at_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
