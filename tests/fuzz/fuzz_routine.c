// SPDX-License-Identifier: MIT
#include "routine/files.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Any bytes as a routine file, or as an exercise file when they say so: an error or a result, and
 * every message can be printed. Run from the top of the source tree, it knows the exercises that
 * the test scripts use. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void *read_exercise(struct library *library, const char *text, size_t length,
                           struct diag_list *diags)
{
    const struct node *root;
    struct library_file file = {.kind = LIBRARY_EXERCISE, .id = "fuzz"};
    size_t errors = diags->errors;
    if (document_parse(library->arena, "fuzz.yaml", text, length, diags, &root))
        exercise_file_take(library, &file, "fuzz.yaml", root, diags->errors > errors, diags);
    return file.exercise;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char *const folders[] = {"tests/scripts/library"};
    static FILE *null;
    if (null == NULL)
        null = fopen("/dev/null", "w");
    struct arena arena;
    struct library library;
    struct diag_list diags;
    arena_init(&arena);
    diag_init(&diags, &arena);
    library_open(&library, &arena, folders, 1);
    const char *text = (const char *)data;
    bool exercise =
        size > 10 && (memcmp(text, "# exercise", 10) == 0 || memcmp(text, "exercise: ", 10) == 0);
    const void *result =
        exercise ? read_exercise(&library, text, size, &diags)
                 : (const void *)routine_parse(&library, "fuzz.yaml", text, size, &diags);
    if ((result == NULL) != (diags.errors > 0))
        abort();
    diag_print(&diags, null, true);
    arena_finish(&arena);
    return 0;
}
