// SPDX-License-Identifier: MIT
#include "routine/draft.h"

#include <string.h>

#define SETUP_DEFAULT (8 * TICK_S)
#define SETUP_MOST (10 * TICK_MIN)
#define REST_DEFAULT (30 * TICK_S)
#define SWITCH_DEFAULT (5 * TICK_S)
#define LOOP_LEAST (500 * TICK_MS)

void draft_init(struct draft *draft, const char *id, const char *title, struct span span)
{
    *draft = (struct draft){.exercise = {.id = id,
                                         .title = title,
                                         .rest = REST_DEFAULT,
                                         .switching = {.length = SWITCH_DEFAULT},
                                         .span = span}};
}

void draft_copy(struct draft *draft, const struct draft *from, struct arena *arena)
{
    *draft = *from;
    draft->lines = arena_alloc(arena, from->line_count * sizeof *draft->lines);
    draft->line_capacity = from->line_count;
    if (from->line_count > 0)
        memcpy(draft->lines, from->lines, from->line_count * sizeof *draft->lines);
    struct span none = {0};
    for (size_t i = 0; i < draft->line_count; i++)
        draft->lines[i].own_say = draft->lines[i].own_show = none;
    draft->own_moves = draft->own_figure = draft->own_picture = none;
}

static void read_title(struct reader *reader, const struct node *value, struct draft *draft)
{
    draft->exercise.title = reader_text(reader, value, ROUTINE_MAX_TITLE);
}

static void read_family(struct reader *reader, const struct node *value, struct draft *draft)
{
    if (reader_word(reader, value, &family_words, "family") >= 0)
        draft->exercise.family = value->text;
}

static void read_caution(struct reader *reader, const struct node *value, struct draft *draft)
{
    draft->exercise.caution = reader_text(reader, value, ROUTINE_MAX_ABOUT);
}

static void read_needs(struct reader *reader, const struct node *value, struct draft *draft)
{
    reader_names(reader, value, NULL, "thing", true, &draft->exercise.needs);
}

static void read_muscles(struct reader *reader, const struct node *value, struct draft *draft)
{
    reader_names(reader, value, NULL, "muscle", false, &draft->exercise.muscles);
}

static void read_counts(struct reader *reader, const struct node *value, struct draft *draft)
{
    reader_names(reader, value, &counts_words, "thing that is counted", false,
                 &draft->exercise.counts_as);
}

static void read_figure(struct reader *reader, const struct node *value, struct draft *draft)
{
    draft->own_figure = value->span;
    draft->exercise.figure = reader_figure(reader, value);
    draft->exercise.pictures = (struct text_list){0};
}

static void read_setup_field(struct reader *reader, int key, const struct node *name,
                             const struct node *value, void *target)
{
    (void)name;
    struct setup *setup = target;
    if (key == SETUP_FOR) {
        if (!reader_check(reader, duration_read_from_zero(value, reader->diags, &setup->length)))
            setup->length = SETUP_DEFAULT;
        else if (setup->length > SETUP_MOST)
            reader_error(reader, value->span, "getting into position takes at most 10 min");
    } else if (key == SETUP_SAY) {
        setup->say = reader_line(reader, value, true);
        setup->span = value->span;
    } else {
        setup->show = reader_line(reader, value, false);
        if (setup->say == NULL)
            setup->span = value->span;
    }
}

/* What is left out is `usual`, or stays as it is. */
static void read_setup_map(struct reader *reader, const struct node *value, const char *what,
                           tick usual, struct setup *setup)
{
    if (setup->length == 0)
        setup->length = usual;
    if (setup->span.source == NULL)
        setup->span = value->span;
    const struct node *say = node_get(value, "say");
    if (say != NULL)
        setup->show = NULL; /* what was shown stood for the line that is now replaced */
    reader_map(reader, value, &setup_keys, what, read_setup_field, setup);
    if (setup->length == 0 && say != NULL)
        reader_error(reader, say->span, "there is no time to say this; make 'for' longer");
}

static void read_setup(struct reader *reader, const struct node *value, struct draft *draft)
{
    if (reader_is_map(reader, value, "{for: 8 s, say: Lie on your back.}"))
        read_setup_map(reader, value, "'setup'", SETUP_DEFAULT, &draft->exercise.setup);
}

static void read_rest(struct reader *reader, const struct node *value, struct draft *draft)
{
    reader_check(reader, duration_read_from_zero(value, reader->diags, &draft->exercise.rest));
}

static void read_switch(struct reader *reader, const struct node *value, struct draft *draft)
{
    struct setup *switching = &draft->exercise.switching;
    if (value->kind == NODE_MAP)
        read_setup_map(reader, value, "'switch'", SWITCH_DEFAULT, switching);
    else
        reader_check(reader, duration_read_from_zero(value, reader->diags, &switching->length));
}

static void read_pictures(struct reader *reader, const struct node *value, struct draft *draft)
{
    draft->own_picture = value->span;
    draft->exercise.figure = NULL;
    reader_pictures(reader, value, "a step", &draft->exercise.pictures);
}

/* "loop 6 s", split behind its first word. */
static void read_loop(struct reader *reader, const struct node *value, const char *length,
                      struct draft *draft)
{
    struct node time = {.kind = NODE_TEXT, .span = value->span, .text = length};
    if (*length == '\0') {
        reader_error(reader, value->span, "how long does one turn take? write 'loop 6 s'");
        return;
    }
    if (!reader_check(reader, duration_read(&time, reader->diags, &draft->exercise.loop)))
        return;
    if (draft->exercise.loop < LOOP_LEAST)
        reader_error(reader, value->span, "one turn of a loop takes at least 0.5 s");
    draft->exercise.drive = DRIVE_LOOP;
}

static void read_moves(struct reader *reader, const struct node *value, struct draft *draft)
{
    draft->own_moves = value->span;
    const char *text = value->kind == NODE_TEXT ? value->text : "";
    if (text_starts(text, "loop") && (text[4] == '\0' || text[4] == ' ')) {
        read_loop(reader, value, text + 4 + strspn(text + 4, " "), draft);
        return;
    }
    struct node word = *value;
    if (value->kind == NODE_TEXT)
        word.text = arena_copy(reader->arena, text, strcspn(text, " "));
    int drive = reader_word(reader, &word, &drive_words, "way to move");
    if (drive >= 0 && !text_equal(word.text, text)) {
        reader_error(reader, value->span, "write '%s' alone", word.text);
        return;
    }
    if (drive >= 0)
        draft->exercise.drive = (enum drive)drive;
}

static void read_breathe(struct reader *reader, const struct node *value, struct draft *draft)
{
    draft_read_breathing(reader, value, draft);
}

static void read_say(struct reader *reader, const struct node *value, struct draft *draft)
{
    draft_read_lines(reader, value, false, draft);
}

static void read_show(struct reader *reader, const struct node *value, struct draft *draft)
{
    draft_read_lines(reader, value, true, draft);
}

static void read_ours(struct reader *reader, const struct node *value, struct draft *draft)
{
    reader_bool(reader, value, &draft->exercise.ours);
}

typedef void draft_reader(struct reader *reader, const struct node *value, struct draft *draft);

static draft_reader *const readers[EXERCISE_KEYS] = {
    [EXERCISE_TITLE] = read_title,       [EXERCISE_FAMILY] = read_family,
    [EXERCISE_CAUTION] = read_caution,   [EXERCISE_NEEDS] = read_needs,
    [EXERCISE_MUSCLES] = read_muscles,   [EXERCISE_COUNTS] = read_counts,
    [EXERCISE_FIGURE] = read_figure,     [EXERCISE_PICTURE] = read_pictures,
    [EXERCISE_PICTURES] = read_pictures, [EXERCISE_SETUP] = read_setup,
    [EXERCISE_BREATHE] = read_breathe,   [EXERCISE_TEMPO] = draft_read_tempo,
    [EXERCISE_REST] = read_rest,         [EXERCISE_SWITCH] = read_switch,
    [EXERCISE_MOVES] = read_moves,       [EXERCISE_SAY] = read_say,
    [EXERCISE_SHOW] = read_show,         [EXERCISE_OURS] = read_ours,
};

void draft_field(struct reader *reader, int key, const struct node *name, const struct node *value,
                 void *target)
{
    struct draft *draft = target;
    bool picture = key == EXERCISE_PICTURE || key == EXERCISE_PICTURES;
    if ((picture && (draft->own_figure.source != NULL || draft->own_picture.source != NULL)) ||
        (key == EXERCISE_FIGURE && draft->own_picture.source != NULL)) {
        reader_error(reader, name->span,
                     "only one of 'figure', 'picture' and 'pictures' can be shown");
        return;
    }
    bool failed_before = reader->failed;
    reader->failed = false;
    readers[key](reader, value, draft);
    if (reader->failed && (key == EXERCISE_BREATHE || key == EXERCISE_TEMPO))
        draft->pattern_failed = true;
    reader->failed |= failed_before;
}

void draft_finish(struct reader *reader, struct draft *draft)
{
    const struct exercise *exercise = &draft->exercise;
    if (draft->pattern_failed)
        return;
    if (exercise->drive == DRIVE_BREATH && !exercise->breathing.given)
        reader_error(reader, draft->own_moves,
                     "this moves with the breath, but nothing says how it breathes; add "
                     "'breathe: {in: 4 s, out: 6 s}'");
    if (exercise->drive == DRIVE_TEMPO && exercise->tempo.count == 0)
        reader_error(reader, draft->own_moves,
                     "this moves with the tempo, but has none; add "
                     "'tempo: {lift: 2 s, hold: 1 s, lower: 2 s}'");
    draft_finish_lines(reader, draft);
}
