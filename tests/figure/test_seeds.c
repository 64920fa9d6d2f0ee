// SPDX-License-Identifier: MIT
#include "figure/read.h"
#include "figure/suite.h"

#include <stdio.h>
#include <string.h>

/* The files that fuzzing begins with: sound figures, which together have every word of the format,
 * so that bytes bred from them reach every part of the reader. */

static const char *const seeds[] = {
    "tests/fuzz/seeds/figure-side.yaml", "tests/fuzz/seeds/figure-desk.yaml",
    "tests/fuzz/seeds/figure-front.yaml", "tests/fuzz/seeds/figure-above.yaml"};
enum { SEEDS = sizeof seeds / sizeof *seeds, SEED_MOST = 4096 };

static void each_seed_is_a_figure(void **state)
{
    (void)state;
    for (int i = 0; i < SEEDS; i++) {
        struct arena arena;
        struct diag_list diags;
        arena_init(&arena);
        diag_init(&diags, &arena);
        const struct figure *figure = figure_read(&arena, seeds[i], &diags);
        diag_print(&diags, stderr, false);
        assert_non_null(figure);
        arena_finish(&arena);
    }
}

static char text[SEEDS * SEED_MOST];

static void read_seeds(void)
{
    size_t length = 0;
    for (int i = 0; i < SEEDS; i++) {
        FILE *file = fopen(seeds[i], "r");
        assert_non_null(file);
        size_t read = fread(text + length, 1, SEED_MOST, file);
        assert_true(read > 0 && read < SEED_MOST); /* the fuzzer cuts what is longer */
        length += read;
        fclose(file);
    }
    text[length] = '\0';
}

static void check_words(struct figure_words words)
{
    for (size_t i = 0; i < words.count; i++) {
        char key[64];
        (void)snprintf(key, sizeof key, "%s:", words.words[i]);
        if (strstr(text, key) == NULL)
            fail_msg("no seed for fuzzing has '%s'; put it into one of tests/fuzz/seeds", key);
    }
}

static void the_seeds_have_every_word(void **state)
{
    const char *names[PROP_KINDS];
    (void)state;
    read_seeds();
    check_words(figure_keys());
    check_words(figure_pose_keys(POSE_WORDS_SIDE));
    check_words(figure_pose_keys(POSE_WORDS_FRONT));
    check_words(figure_prop_names(names));
    check_words(figure_prop_keys());
    check_words(figure_muscle_places());
    check_words(figure_muscle_keys());
}

int run_seeds(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_seed_is_a_figure),
        cmocka_unit_test(the_seeds_have_every_word),
    };
    return cmocka_run_group_tests_name("figure: seeds for fuzzing", tests, NULL, NULL);
}
