// SPDX-License-Identifier: MIT
#include "routine/steps.h"

enum { REPEAT_MOST = 100 };

/* One entry of `steps` that is no exercise: its values by key, NULL where not given. */
struct entry_values {
    const struct node *of[ENTRY_KEYS];
    const struct node *head; /* the key that says what it is */
    bool all_known;          /* there was no key that means nothing */
};

typedef bool entry_reader(struct reader *reader, struct library_file *file,
                          const struct entry_values *values, struct step *step);

static void take_value(struct reader *reader, int key, const struct node *name,
                       const struct node *value, void *target)
{
    (void)reader;
    struct entry_values *values = target;
    values->of[key] = value;
    if (key == ENTRY_HEAD)
        values->head = name;
}

/* Steps that must be there. */
static void read_inner(struct reader *reader, struct library_file *file,
                       const struct entry_values *values, struct step_list *steps)
{
    if (values->of[ENTRY_STEPS] != NULL)
        steps_read(reader, file, values->of[ENTRY_STEPS], steps);
    else if (values->all_known)
        reader_error(reader, values->head->span, "'%s' needs 'steps:' with a list of steps",
                     values->head->text);
}

static bool read_optional(struct reader *reader, const struct entry_values *values,
                          struct step *step)
{
    const struct node *value = values->of[ENTRY_OPTIONAL];
    return value == NULL || reader_bool(reader, value, &step->optional);
}

static bool read_rest(struct reader *reader, struct library_file *file,
                      const struct entry_values *values, struct step *step)
{
    (void)file;
    step->kind = STEP_REST;
    bool ok =
        reader_check(reader, duration_read(values->of[ENTRY_HEAD], reader->diags, &step->length));
    const struct node *least = values->of[ENTRY_AT_LEAST];
    if (least != NULL)
        reader_check(reader, duration_read(least, reader->diags, &step->at_least));
    if (ok && least != NULL && step->at_least > step->length)
        reader_error(reader, least->span, "'at least' is longer than the rest");
    return read_optional(reader, values, step) && ok;
}

static bool read_repeat(struct reader *reader, struct library_file *file,
                        const struct entry_values *values, struct step *step)
{
    step->kind = STEP_REPEAT;
    bool ok = reader_count(reader, values->of[ENTRY_HEAD], REPEAT_MOST, &step->times);
    const struct node *rest = values->of[ENTRY_REST];
    if (rest != NULL)
        reader_check(reader, duration_read_from_zero(rest, reader->diags, &step->length));
    read_inner(reader, file, values, &step->steps);
    return read_optional(reader, values, step) && ok;
}

static bool unknown_routine(struct reader *reader, const struct node *name)
{
    const char *near = library_nearest(reader->library, LIBRARY_ROUTINE, name->text);
    const char *quoted = node_quoted(name, reader->arena);
    if (near != NULL)
        reader_error(reader, name->span, "no routine is called %s; did you mean '%s'?", quoted,
                     near);
    else
        reader_error(reader, name->span, "no routine is called %s", quoted);
    return false;
}

static bool read_routine(struct reader *reader, struct library_file *file,
                         const struct entry_values *values, struct step *step)
{
    const struct node *name = values->of[ENTRY_HEAD];
    step->kind = STEP_ROUTINE;
    bool optional = read_optional(reader, values, step);
    if (reader_plain(reader, name, ROUTINE_MAX_LINE) == NULL)
        return false;
    const struct library_item *item = library_find(reader->library, LIBRARY_ROUTINE, name->text);
    if (item == NULL)
        return unknown_routine(reader, name);
    const char *problem = NULL;
    step->routine = files_routine(reader->library, item->path, file, reader->diags, &problem);
    if (problem != NULL)
        reader_error(reader, name->span, "%s", problem);
    return reader_check(reader, step->routine != NULL) && optional;
}

static bool read_wait(struct reader *reader, struct library_file *file,
                      const struct entry_values *values, struct step *step)
{
    (void)file;
    step->kind = STEP_WAIT;
    step->text = reader_line(reader, values->of[ENTRY_HEAD], true);
    const struct node *most = values->of[ENTRY_AT_MOST];
    if (most != NULL)
        reader_check(reader, duration_read(most, reader->diags, &step->length));
    return step->text != NULL;
}

static bool read_ask(struct reader *reader, struct library_file *file,
                     const struct entry_values *values, struct step *step)
{
    (void)file;
    step->kind = STEP_ASK;
    step->text = values->of[ENTRY_HEAD]->text;
    return reader_word(reader, values->of[ENTRY_HEAD], &question_words, "question") >= 0;
}

static bool read_with(struct reader *reader, struct library_file *file,
                      const struct entry_values *values, struct step *step)
{
    step->kind = STEP_WITH;
    const char *name = reader_plain(reader, values->of[ENTRY_HEAD], ROUTINE_MAX_TITLE);
    if (name != NULL)
        step->text = reader_spaced(reader, name);
    read_inner(reader, file, values, &step->steps);
    if (values->of[ENTRY_OTHERWISE] != NULL)
        steps_read(reader, file, values->of[ENTRY_OTHERWISE], &step->otherwise);
    return name != NULL;
}

/* How each kind of entry is read; a one-off step is read in work.c. */
static const struct entry_kind_reader {
    const struct keywords *keys;
    const char *where;
    entry_reader *read;
} entry_readers[ENTRY_WORDS] = {
    [ENTRY_WORD_REST] = {&rest_keys, "'rest'", read_rest},
    [ENTRY_WORD_REPEAT] = {&repeat_keys, "'repeat'", read_repeat},
    [ENTRY_WORD_ROUTINE] = {&inner_keys, "'routine' as a step", read_routine},
    [ENTRY_WORD_WAIT] = {&wait_keys, "'wait'", read_wait},
    [ENTRY_WORD_ASK] = {&ask_keys, "'ask'", read_ask},
    [ENTRY_WORD_WITH] = {&with_keys, "'with'", read_with},
};

static bool read_by_word(struct reader *reader, struct library_file *file, const struct node *map,
                         const struct node *head, enum entry_word word, struct step *step)
{
    if (word == ENTRY_WORD_STEP)
        return work_read_one_off(reader, map, head, step);
    const struct entry_kind_reader *kind = &entry_readers[word];
    struct entry_values values = {0};
    values.all_known = reader_map(reader, map, kind->keys, kind->where, take_value, &values);
    return kind->read(reader, file, &values, step);
}

/* An exercise with further keys beside it; they belong into its mapping. */
static void refuse_beside(struct reader *reader, struct library_file *file, const struct node *map)
{
    const struct node *head = &map->keys[0];
    for (size_t i = 1; i < map->count; i++) {
        const struct node *name = &map->keys[i];
        struct step_list inner;
        if (text_equal(name->text, "steps")) /* of a misspelt 'repeat' or 'with' */
            steps_read(reader, file, &map->items[i], &inner);
        else if (keywords_find(&work_keys, name->text) >= 0 ||
                 keywords_find(&exercise_keys, name->text) >= 0)
            reader_error(reader, name->span,
                         "%s stands beside '%s' but belongs inside: write '%s: {dose: ..., %s: "
                         "...}'",
                         node_quoted(name, reader->arena), head->text, head->text, name->text);
        else
            reader_error(reader, name->span, "%s stands beside '%s'; start each step with '- '",
                         node_quoted(name, reader->arena), head->text);
    }
}

/* The key that says what the entry is, and its word; NULL when it is an exercise. */
static const struct node *find_head(const struct node *map, int *word)
{
    const struct node *head = NULL;
    *word = ENTRY_WORDS;
    for (size_t i = 0; i < map->count; i++) {
        int found = keywords_find(&entry_words, map->keys[i].text);
        if (found >= 0 && found < *word) {
            head = &map->keys[i];
            *word = found;
        }
    }
    return head;
}

static bool read_entry(struct reader *reader, struct library_file *file, const struct node *entry,
                       struct step *step)
{
    step->span = entry->span;
    if (entry->kind == NODE_TEXT && *entry->text != '\0') {
        reader_error(reader, entry->span, "%s needs a dose: write '- %s: 2 min'",
                     node_quoted(entry, reader->arena), entry->text);
        return false;
    }
    if (entry->kind != NODE_MAP || entry->count == 0) {
        reader_error(reader, entry->span, "a step belongs here, such as '- cat-cow: 2 min'");
        return false;
    }
    int word;
    const struct node *head = find_head(entry, &word);
    if (head != NULL) {
        step->span = head->span;
        return read_by_word(reader, file, entry, head, (enum entry_word)word, step);
    }
    step->kind = STEP_WORK;
    step->span = entry->keys[0].span;
    bool ok = work_read(reader, &entry->keys[0], &entry->items[0], step);
    if (entry->count > 1)
        refuse_beside(reader, file, entry);
    return ok;
}

void steps_read(struct reader *reader, struct library_file *file, const struct node *list,
                struct step_list *steps)
{
    *steps = (struct step_list){0};
    if (list->kind != NODE_LIST || list->count == 0) {
        reader_error(reader, list->span,
                     "a list of steps belongs here, each like '- cat-cow: 2 min'");
        return;
    }
    steps->items = arena_alloc(reader->arena, list->count * sizeof *steps->items);
    for (size_t i = 0; i < list->count; i++) {
        struct step *step = &steps->items[steps->count];
        *step = (struct step){0};
        if (read_entry(reader, file, &list->items[i], step))
            steps->count++;
    }
}
