// SPDX-License-Identifier: MIT
#include "routine/library.h"
#include "timeline/plan.h"

#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>
#include <yaml.h>

/* How long `unknot plan` needs for a routine of 10,000 entries, against libyaml's event parser
 * alone on the same file. Both are measured in turn, many times over, and the medians compared; the
 * aim is a ratio below 3. Nothing here fails: times are for reading, not for asserting.
 *
 * Two figures, because a plan needs some megabytes and the system takes about 2 us to hand out each
 * page: as in one call of `unknot plan`, where all memory is fresh, and as in a program that plans
 * again, where it is not. libyaml's parser needs next to none, so for it they are the same.
 *
 * How to run it, best on an otherwise idle machine:
 *
 *     cmake --preset bench && cmake --build build/bench --target bench_plan
 *     build/bench/bench/bench_plan [REPETITIONS]
 */

enum { STEPS = 4990, EXERCISES = 7, DEFAULT_REPETITIONS = 101 };

/* Time on the processor, kernel included: what other programs do meanwhile does not count. */
static double now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static void fail(const char *what)
{
    fprintf(stderr, "bench_plan: %s\n", what);
    exit(1);
}

static void write_file(const char *folder, const char *name, const char *text, size_t length)
{
    char path[4096];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "w");
    if (!file || fwrite(text, 1, length, file) != length || fclose(file) != 0)
        fail("cannot write the files to measure with");
}

/* Each step is a setup and the work: two entries from one line, as in routines people write. */
static char *make_routine(size_t *length)
{
    char *text = NULL;
    FILE *out = open_memstream(&text, length);
    fputs("routine: Ten thousand\nsteps:\n", out);
    for (int i = 0; i < STEPS; i++)
        fprintf(out, "  - exercise-%d: %d s\n", i % EXERCISES, 1 + i % 3);
    fclose(out);
    return text;
}

static void make_exercises(const char *folder)
{
    for (int i = 0; i < EXERCISES; i++) {
        char name[64], text[256];
        snprintf(name, sizeof name, "exercises/exercise-%d.yaml", i);
        int length = snprintf(text, sizeof text,
                              "exercise: Exercise %d\nsetup: {for: 2 s, say: Get ready.}\n"
                              "say:\n  start: Begin.\n",
                              i);
        write_file(folder, name, text, (size_t)length);
    }
}

static double measure_events(const char *text, size_t length)
{
    double start = now_ms();
    yaml_parser_t parser;
    yaml_parser_initialize(&parser);
    yaml_parser_set_input_string(&parser, (const unsigned char *)text, length);
    bool done = false;
    while (!done) {
        yaml_event_t event;
        if (!yaml_parser_parse(&parser, &event))
            fail("libyaml does not like the routine");
        done = event.type == YAML_STREAM_END_EVENT;
        yaml_event_delete(&event);
    }
    yaml_parser_delete(&parser);
    return now_ms() - start;
}

struct measured {
    double read, compile, print;
    size_t entries;
};

static struct measured measure_plan(const char *folder, const char *path, FILE *out)
{
    struct arena arena;
    arena_init(&arena);
    double start = now_ms();
    struct diag_list diags;
    diag_init(&diags, &arena);
    struct library library;
    library_open(&library, &arena, &folder, 1);
    const struct routine *routine = routine_read(&library, path, &diags);
    double read = now_ms();
    struct timeline_options options = {.ask = true};
    const struct timeline *timeline =
        routine ? timeline_compile(&arena, routine, &options, &diags) : NULL;
    double compiled = now_ms();
    if (!timeline || !plan_print_text(timeline, out)) {
        diag_print(&diags, stderr, false);
        fail("the routine cannot be planned");
    }
    fflush(out);
    double printed = now_ms();
    size_t entries = timeline->entry_count;
    arena_finish(&arena);
    return (struct measured){read - start, compiled - read, printed - compiled, entries};
}

static int compare(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return x < y ? -1 : x > y;
}

static double median(double *values, size_t count)
{
    qsort(values, count, sizeof *values, compare);
    return values[count / 2];
}

static void run(const char *how, const char *folder, const char *path, const char *text,
                size_t length, size_t count)
{
    FILE *out = fopen("/dev/null", "w");
    double *all = malloc(5 * count * sizeof *all);
    if (!out || !all)
        fail("out of memory");
    double *events = all, *read = all + count, *compiled = all + 2 * count;
    double *print = all + 3 * count, *whole = all + 4 * count;
    struct measured last = {.entries = 0};
    for (size_t i = 0; i < count; i++) {
        events[i] = measure_events(text, length);
        last = measure_plan(folder, path, out);
        read[i] = last.read;
        compiled[i] = last.compile;
        print[i] = last.print;
        whole[i] = last.read + last.compile + last.print;
    }
    double alone = median(events, count), plan = median(whole, count);
    printf("%zu entries from %zu bytes, medians of %zu, %s\n", last.entries, length, count, how);
    printf("libyaml's events alone %7.3f ms\n", alone);
    printf("plan                   %7.3f ms (read %.3f, compile %.3f, print %.3f)\n", plan,
           median(read, count), median(compiled, count), median(print, count));
    printf("ratio                  %7.2f (aim: below 3)\n", plan / alone);
    free(all);
    fclose(out);
}

static void remove_files(const char *folder)
{
    char path[4096];
    for (int i = 0; i < EXERCISES; i++) {
        snprintf(path, sizeof path, "%s/exercises/exercise-%d.yaml", folder, i);
        unlink(path);
    }
    snprintf(path, sizeof path, "%s/exercises", folder);
    rmdir(path);
    snprintf(path, sizeof path, "%s/ten-thousand.yaml", folder);
    unlink(path);
    rmdir(folder);
}

int main(int argc, char **argv)
{
    size_t count = argc > 1 ? strtoul(argv[1], NULL, 10) : DEFAULT_REPETITIONS;
    char folder[] = "/tmp/unknot-bench-XXXXXX", exercises[64], path[64];
    if (!mkdtemp(folder))
        fail("cannot make a folder");
    snprintf(exercises, sizeof exercises, "%s/exercises", folder);
    snprintf(path, sizeof path, "%s/ten-thousand.yaml", folder);
    if (mkdir(exercises, 0700) != 0)
        fail("cannot make a folder");
    size_t length;
    char *text = make_routine(&length);
    write_file(folder, "ten-thousand.yaml", text, length);
    make_exercises(folder);
    count = count > 0 ? count : 1;
    run("fresh memory", folder, path, text, length, count);
    mallopt(M_TRIM_THRESHOLD, 1 << 30);
    mallopt(M_MMAP_THRESHOLD, 1 << 30);
    run("used memory", folder, path, text, length, count);
    remove_files(folder);
    free(text);
    return 0;
}
