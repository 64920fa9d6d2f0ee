// SPDX-License-Identifier: MIT
#include "check.h"
#include "describe.h"

#include "base/file.h"
#include "routine/tips.h"

#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Runs every tests/scripts/FEATURE/BEHAVIOUR.yaml. What a script should do stands in its own
 * comments, each a verb and what follows it:
 *
 *     # ok                           no error and no warning
 *     # error 3:5: MESSAGE           exactly these, in any order; a mistake in another file is
 *     # warning 3:5: MESSAGE         written NAME:3:5, with NAME below tests/scripts
 *     # reads LINE                   LINE is in the description of what was read (describe.c),
 *                                    behind the line of the `# reads` before it
 *     # exercise                     the script is an exercise, not a routine
 *     # tips                         the script is a file of tips
 *
 * Add a verb as a row of `verbs`.
 */
static const char scripts_folder[] = "tests/scripts";

struct script {
    struct arena arena;
    struct library library;
    struct diag_list diags;
    const char *path;
    const char *text;
    bool (*read)(struct script *script); /* what the script is; false: it has mistakes */
    bool is_ok;
    bool said_something; /* it expects anything at all */
    struct description description;
    size_t described; /* lines of the description already matched */
    bool *met;        /* for each diagnostic: whether the script expects it */
};

/* "error 3:5: message", or with the file's name where it is another file's. */
static const char *diag_text(struct script *script, const struct diag *diag)
{
    const struct span *span = &diag->span;
    const char *kind = diag->severity == DIAG_ERROR ? "error" : "warning";
    const char *name = "", *colon = "";
    if (span->source != NULL && strcmp(span->source->name, script->path) != 0) {
        name = span->source->name + strlen(scripts_folder) + 1;
        colon = ":";
    }
    return arena_format(&script->arena, "%s %s%s%u:%u: %s", kind, name, colon, span->line,
                        span->column, diag->message);
}

static void expect_ok(struct script *script, const char *rest)
{
    (void)rest;
    script->is_ok = true;
    if (script->diags.count > 0)
        fail_msg("%s", diag_text(script, &script->diags.items[0]));
}

static void expect_diag(struct script *script, const char *wanted)
{
    for (size_t i = 0; i < script->diags.count; i++) {
        if (strcmp(diag_text(script, &script->diags.items[i]), wanted) != 0)
            continue;
        script->met[i] = true;
        return;
    }
    for (size_t i = 0; i < script->diags.count; i++)
        print_error("    said: %s\n", diag_text(script, &script->diags.items[i]));
    fail_msg("not said: %s", wanted);
}

static void expect_error(struct script *script, const char *rest)
{
    expect_diag(script, arena_format(&script->arena, "error %s", rest));
}

static void expect_warning(struct script *script, const char *rest)
{
    expect_diag(script, arena_format(&script->arena, "warning %s", rest));
}

static void expect_reads(struct script *script, const char *rest)
{
    const struct description *is = &script->description;
    for (size_t i = script->described; i < is->count; i++) {
        if (strcmp(is->lines[i], rest) != 0)
            continue;
        script->described = i + 1;
        return;
    }
    for (size_t i = 0; i < is->count; i++)
        print_error("    read: %s\n", is->lines[i]);
    fail_msg("not read: %s", rest);
}

static bool read_routine(struct script *script)
{
    const struct routine *routine = routine_read(&script->library, script->path, &script->diags);
    if (routine != NULL)
        describe_routine(&script->description, routine);
    return routine != NULL;
}

static bool read_exercise(struct script *script)
{
    const struct exercise *exercise = exercise_read(&script->library, script->path, &script->diags);
    if (exercise != NULL)
        describe_exercise(&script->description, exercise);
    return exercise != NULL;
}

static bool read_tips(struct script *script)
{
    const struct tips *tips = tips_read(&script->library, script->path, &script->diags);
    if (tips != NULL)
        describe_tips(&script->description, tips);
    return tips != NULL;
}

/* One says what to expect, or what the script is. */
static const struct verb {
    const char *word;
    void (*expect)(struct script *script, const char *rest);
    bool (*read)(struct script *script);
} verbs[] = {
    {"ok", expect_ok, NULL},           {"error", expect_error, NULL},
    {"warning", expect_warning, NULL}, {"reads", expect_reads, NULL},
    {"exercise", NULL, read_exercise}, {"tips", NULL, read_tips},
};

/* The verb that a line's comment begins with; `*rest` is what follows it. */
static const struct verb *find_verb(const char *line, const char **rest)
{
    while (*line == ' ')
        line++;
    if (strncmp(line, "# ", 2) != 0)
        return NULL;
    line += 2;
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++) {
        size_t length = strlen(verbs[i].word);
        if (strncmp(line, verbs[i].word, length) != 0)
            continue;
        if (line[length] != ' ' && line[length] != '\0')
            continue;
        *rest = line[length] == ' ' ? line + length + 1 : "";
        return &verbs[i];
    }
    return NULL;
}

typedef void line_visitor(struct script *script, const struct verb *verb, const char *rest);

static void each_comment(struct script *script, line_visitor *visit)
{
    for (const char *at = script->text; *at != '\0';) {
        size_t length = strcspn(at, "\n");
        const char *rest;
        const struct verb *verb = find_verb(arena_copy(&script->arena, at, length), &rest);
        if (verb != NULL)
            visit(script, verb, rest);
        at += length + (at[length] == '\n');
    }
}

static void note(struct script *script, const struct verb *verb, const char *rest)
{
    (void)rest;
    if (verb->read != NULL)
        script->read = verb->read;
    else
        script->said_something = true;
}

static void check(struct script *script, const struct verb *verb, const char *rest)
{
    if (verb->expect != NULL)
        verb->expect(script, rest);
}

static void open_script(struct script *script, const char *path)
{
    arena_init(&script->arena);
    diag_init(&script->diags, &script->arena);
    script->path = path;
    const char *error;
    size_t length;
    if (!file_read(&script->arena, path, 1024 * 1024, &script->text, &length, &error))
        fail_msg("%s: %s", path, error);
    static const char *const folders[] = {"tests/scripts/library"};
    library_open(&script->library, &script->arena, folders, 1);
    script->description.arena = &script->arena;
}

static void read_script(struct script *script)
{
    bool read = script->read(script);
    assert_int_equal(read, script->diags.errors == 0);
    script->met = arena_alloc(&script->arena, script->diags.count * sizeof *script->met);
}

static void run_script(void **state)
{
    struct script script = {.read = read_routine};
    open_script(&script, *state);
    each_comment(&script, note);
    if (!script.said_something)
        fail_msg("this script expects nothing");
    read_script(&script);
    each_comment(&script, check);
    for (size_t i = 0; i < script.diags.count; i++)
        if (!script.met[i])
            fail_msg("not expected: %s", diag_text(&script, &script.diags.items[i]));
    arena_finish(&script.arena);
}

enum { MOST_SCRIPTS = 500 };

/* nftw() hands its visitor nothing of ours. */
static char *paths[MOST_SCRIPTS];
static size_t path_count;

static int visit_path(const char *path, const struct stat *status, int type, struct FTW *where)
{
    (void)status;
    size_t length = strlen(path);
    bool script = type == FTW_F && where->level == 2 && length > 5 &&
                  strcmp(path + length - 5, ".yaml") == 0 && strstr(path, "/library/") == NULL;
    if (script && path_count < MOST_SCRIPTS)
        paths[path_count++] = strdup(path);
    return 0;
}

static int compare_paths(const void *left, const void *right)
{
    return strcmp(*(char *const *)left, *(char *const *)right);
}

int main(void)
{
    nftw(scripts_folder, visit_path, 8, FTW_PHYS);
    qsort(paths, path_count, sizeof *paths, compare_paths);
    struct CMUnitTest *tests = calloc(path_count + 1, sizeof *tests);
    for (size_t i = 0; i < path_count; i++)
        tests[i] = (struct CMUnitTest){
            .name = paths[i], .test_func = run_script, .initial_state = paths[i]};
    int failed = path_count == 0;
    if (path_count > 0)
        failed = _cmocka_run_group_tests("scripts", tests, path_count, NULL, NULL);
    for (size_t i = 0; i < path_count; i++)
        free(paths[i]);
    free(tests);
    return failed;
}
