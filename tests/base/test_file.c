// SPDX-License-Identifier: MIT
#include "base/suite.h"

#include "base/file.h"
#include "check.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

struct fixture {
    struct arena arena;
    char folder[64];
    char path[96];
};

static int set_up(void **state)
{
    struct fixture *f = calloc(1, sizeof *f);
    arena_init(&f->arena);
    snprintf(f->folder, sizeof f->folder, "/tmp/unknot-file-XXXXXX");
    if (mkdtemp(f->folder) == NULL)
        return 1;
    snprintf(f->path, sizeof f->path, "%s/it", f->folder);
    *state = f;
    return 0;
}

static int tear_down(void **state)
{
    struct fixture *f = *state;
    unlink(f->path);
    rmdir(f->folder);
    arena_finish(&f->arena);
    free(f);
    return 0;
}

static void assert_refused(struct fixture *f, const char *path, const char *reason)
{
    const char *text, *error;
    size_t length;
    assert_false(file_read(&f->arena, path, 1024, &text, &length, &error));
    assert_string_equal(error, reason);
}

static void a_file_is_read_whole(void **state)
{
    struct fixture *f = *state;
    FILE *out = fopen(f->path, "w");
    fputs("one\ntwo", out);
    fclose(out);
    const char *text, *error;
    size_t length;
    assert_true(file_read(&f->arena, f->path, 7, &text, &length, &error));
    assert_int_equal(length, 7);
    assert_string_equal(text, "one\ntwo");
}

static void a_larger_file_is_refused(void **state)
{
    struct fixture *f = *state;
    FILE *out = fopen(f->path, "w");
    for (int i = 0; i < 1025; i++)
        fputc('x', out);
    fclose(out);
    assert_refused(f, f->path, "it is larger than 1 KiB");
}

static void what_is_no_file_is_refused_without_waiting(void **state)
{
    struct fixture *f = *state;
    assert_refused(f, f->folder, "it is a directory");
    assert_refused(f, "/dev/zero", "it is not a regular file");
    assert_refused(f, "/no/such/file", "No such file or directory");
    assert_int_equal(mkfifo(f->path, 0600), 0);
    assert_refused(f, f->path, "it is not a regular file");
}

int run_file_tests(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_file_is_read_whole, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_larger_file_is_refused, set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_is_no_file_is_refused_without_waiting, set_up,
                                        tear_down),
    };
    return cmocka_run_group_tests_name("file", tests, NULL, NULL);
}
