// SPDX-License-Identifier: MIT
#include "document/reading.h"

#include "check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char *repeated(const char *head, const char *piece, size_t times, size_t *length)
{
    size_t head_length = strlen(head), piece_length = strlen(piece);
    char *text = malloc(head_length + times * piece_length + 1);
    strcpy(text, head);
    for (size_t i = 0; i < times; i++)
        memcpy(text + head_length + i * piece_length, piece, piece_length);
    *length = head_length + times * piece_length;
    return text;
}

static void expect_repeated(const char *head, const char *piece, size_t times, uint32_t line,
                            uint32_t column, const char *message)
{
    size_t length;
    char *text = repeated(head, piece, times, &length);
    expect_error(text, length, line, column, message);
    free(text);
}

static void nesting_is_bounded(void **state)
{
    (void)state;
    static const char message[] = "lists and mappings nest more than 16 deep here";
    expect_repeated("", "[", 100000, 1, 17, message);
    expect_repeated("", "{", 100000, 1, 17, message);
    expect_repeated("", "- ", 100000, 1, 33, message);
    expect_repeated("", "? ", 100000, 1, 33, message);
    expect_repeated("", "[{", 100000, 1, 17, message);
}

static void sixteen_deep_is_fine(void **state)
{
    (void)state;
    static const char text[] = "[[[[[[[[[[[[[[[[a]]]]]]]]]]]]]]]]";
    struct reading r;
    reading_init(&r, text, sizeof text - 1);
    assert_true(r.ok);
    reading_finish(&r);
}

static void nothing_in_brackets_is_a_tree(void **state)
{
    (void)state;
    static const char *const texts[] = {"{}", "[]", "{[]: }", "''", "---"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct reading r;
        reading_init(&r, texts[i], strlen(texts[i]));
        assert_true(r.ok);
        assert_int_equal(r.root->count, 0);
        reading_finish(&r);
    }
}

static void events_are_bounded(void **state)
{
    (void)state;
    expect_repeated("", "- a\n", 30000, 19998, 3,
                    "the file says more than 20000 things up to here; split it");
}

static void size_is_bounded(void **state)
{
    (void)state;
    expect_repeated("a: ", "x", 20u * 1024 * 1024, 0, 0, "it is larger than 256 KiB; split it");
}

static void an_alias_bomb_does_not_go_off(void **state)
{
    (void)state;
    static const char text[] = "a: &a [x, x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]\n";
    struct reading r;
    reading_init(&r, text, sizeof text - 1);
    assert_false(r.ok);
    assert_int_equal(r.diags.errors, 9);
    assert_true(arena_held(&r.arena) < 1024 * 1024);
    reading_finish(&r);
}

static void an_alias_of_itself_ends(void **state)
{
    (void)state;
    static const char text[] = "a: &a [*a]\n";
    struct reading r;
    reading_init(&r, text, sizeof text - 1);
    assert_false(r.ok);
    assert_int_equal(r.diags.errors, 2);
    reading_finish(&r);
}

static void short_horrors_are_refused(void **state)
{
    (void)state;
    expect_error("", 0, 0, 0, "the file is empty");
    expect_error("# nothing\n", 10, 0, 0, "the file is empty");
    expect_error("%\xFF", 2, 1, 2, "byte 0xFF is not UTF-8; save the file as UTF-8");
    expect_error(
        "a: \"\\", 5, 1, 5,
        "this '\\' begins no known escape; write '\\\\', or put the text in single quotes");
    expect_error("a: \"b", 5, 1, 4, "this quote is never closed");
    expect_error("\0", 1, 1, 1,
                 "byte 0x00 does not belong into a text; the file is damaged or of another kind");
}

/* Every start of a small file with every construct in it: an error or a tree, never a crash. */
static void a_file_cut_anywhere_is_survived(void **state)
{
    (void)state;
    static const char text[] =
        "# c\na: {b: [c, 'd', \"e\\u00e4\"], f: g}\nh:\n  - |\n    i\n  - >-\n"
        "    j\n  - k: l\n    m: \xC3\xA4\xE2\x82\xAC\n? n\n: o\n";
    for (size_t length = 0; length < sizeof text; length++) {
        /* A copy of exactly this length, so that a read past its end is seen. */
        char *cut = malloc(length > 0 ? length : 1);
        memcpy(cut, text, length);
        struct reading r;
        reading_init(&r, cut, length);
        assert_true(r.ok || r.diags.errors > 0);
        reading_finish(&r);
        free(cut);
    }
}

static void expect_unreadable(const char *path, const char *message)
{
    struct arena arena;
    struct diag_list diags;
    arena_init(&arena);
    diag_init(&diags, &arena);
    const struct node *root = NULL;
    assert_false(document_read(&arena, path, &diags, &root));
    assert_int_equal(diags.errors, 1);
    assert_string_equal(diags.items[0].message, message);
    assert_int_equal(diags.items[0].span.line, 0);
    assert_string_equal(diags.items[0].span.source->name, path);
    arena_finish(&arena);
}

static void what_is_no_file_is_refused(void **state)
{
    (void)state;
    char folder[] = "/tmp/unknot-document-XXXXXX";
    assert_non_null(mkdtemp(folder));
    expect_unreadable(folder, "cannot be read: it is a directory");
    char path[64];
    snprintf(path, sizeof path, "%s/it.yaml", folder);
    expect_unreadable(path, "cannot be read: No such file or directory");
    assert_int_equal(mkfifo(path, 0600), 0);
    expect_unreadable(path, "cannot be read: it is not a regular file");
    unlink(path);
    assert_int_equal(symlink("/dev/zero", path), 0);
    expect_unreadable(path, "cannot be read: it is not a regular file");
    unlink(path);
    rmdir(folder);
}

int run_hostile_tests(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nesting_is_bounded),
        cmocka_unit_test(sixteen_deep_is_fine),
        cmocka_unit_test(nothing_in_brackets_is_a_tree),
        cmocka_unit_test(events_are_bounded),
        cmocka_unit_test(size_is_bounded),
        cmocka_unit_test(an_alias_bomb_does_not_go_off),
        cmocka_unit_test(an_alias_of_itself_ends),
        cmocka_unit_test(short_horrors_are_refused),
        cmocka_unit_test(a_file_cut_anywhere_is_survived),
        cmocka_unit_test(what_is_no_file_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
