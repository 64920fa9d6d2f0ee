// SPDX-License-Identifier: MIT
#include "document/document.h"
#include "figure/read.h"
#include "figure/suite.h"

#include <string.h>

/* The schema that editors use names the words the reader knows, and no other. JSON is YAML, so our
 * own loader reads it. */

struct schema {
    struct arena arena;
    const struct node *root;
};

static const struct node *at(const struct node *node, const char *const *path, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        assert_non_null(node);
        assert_int_equal(node->kind, NODE_MAP);
        node = node_get(node, path[i]);
    }
    assert_non_null(node);
    return node;
}

#define PATH(...)                                                                                  \
    (const char *const[]){__VA_ARGS__}, sizeof((const char *const[]){__VA_ARGS__}) / sizeof(char *)

static void assert_words(const struct node *map, struct figure_words words)
{
    for (size_t i = 0; i < words.count; i++)
        if (node_get(map, words.words[i]) == NULL)
            fail_msg("the schema lacks '%s'", words.words[i]);
    assert_int_equal(map->count, words.count);
}

static void the_schema_has_the_readers_words(void **state)
{
    const struct schema *schema = *state;
    const char *names[PROP_KINDS];
    assert_words(at(schema->root, PATH("properties")), figure_keys());
    assert_words(at(schema->root, PATH("properties", "props", "items", "properties")),
                 figure_prop_names(names));
    assert_words(at(schema->root, PATH("properties", "muscles", "items", "properties")),
                 figure_muscle_places());
    assert_words(at(schema->root, PATH("definitions", "muscle", "properties")),
                 figure_muscle_keys());
}

static void the_schema_has_the_pose_keys_of_both_sets(void **state)
{
    const struct schema *schema = *state;
    const struct node *keys = at(schema->root, PATH("definitions", "pose", "properties"));
    size_t known = 0;
    for (size_t i = 0; i < keys->count; i++)
        for (enum pose_words set = POSE_WORDS_SIDE; set < POSE_WORD_SETS; set++) {
            struct figure_words words = figure_pose_keys(set);
            bool found = false;
            for (size_t w = 0; w < words.count; w++)
                found |= strcmp(words.words[w], keys->keys[i].text) == 0;
            known += found;
        }
    assert_int_equal(known, figure_pose_keys(POSE_WORDS_SIDE).count +
                                figure_pose_keys(POSE_WORDS_FRONT).count);
}

/* `map` has the words whose bit is set, and no other. */
static void assert_chosen(const char *name, const struct node *map, struct figure_words words,
                          uint32_t chosen)
{
    size_t count = 0;
    for (size_t w = 0; w < words.count; w++) {
        bool wanted = chosen >> w & 1;
        count += wanted;
        if (wanted != (node_get(map, words.words[w]) != NULL))
            fail_msg("the schema's '%s' and '%s'", name, words.words[w]);
    }
    assert_int_equal(map->count, count);
}

static void the_schema_has_each_props_keys(void **state)
{
    const struct schema *schema = *state;
    const char *storage[PROP_KINDS];
    struct figure_words names = figure_prop_names(storage), keys = figure_prop_keys();
    for (size_t i = 0; i < names.count; i++) {
        const char *name = names.words[i];
        uint32_t takes = figure_prop_takes((enum prop_kind)i);
        assert_chosen(name,
                      at(schema->root,
                         PATH("properties", "props", "items", "properties", name, "properties")),
                      keys, takes);
        const struct node *moves =
            node_get(at(schema->root, PATH("definitions", "pose", "properties")), name);
        uint32_t movable = takes & figure_prop_moves();
        assert_true((moves != NULL) == (movable != 0));
        if (moves != NULL)
            assert_chosen(name, at(moves, PATH("properties")), keys, movable);
    }
}

static int open_schema(void **state)
{
    static struct schema schema;
    struct diag_list diags;
    arena_init(&schema.arena);
    diag_init(&diags, &schema.arena);
    bool read =
        document_read(&schema.arena, "routines/schema/figure.schema.json", &diags, &schema.root);
    diag_print(&diags, stderr, false);
    *state = &schema;
    return read ? 0 : -1;
}

static int close_schema(void **state)
{
    struct schema *schema = *state;
    arena_finish(&schema->arena);
    return 0;
}

int run_schema(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_schema_has_the_readers_words),
        cmocka_unit_test(the_schema_has_the_pose_keys_of_both_sets),
        cmocka_unit_test(the_schema_has_each_props_keys),
    };
    return cmocka_run_group_tests_name("figure: schema", tests, open_schema, close_schema);
}
