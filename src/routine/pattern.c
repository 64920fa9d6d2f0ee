// SPDX-License-Identifier: MIT
#include "routine/draft.h"

/* A phase that is there at all is long enough to be followed, and short enough to be one. */
#define PHASE_LEAST (200 * TICK_MS)
#define PHASE_MOST (60 * TICK_S)

static bool read_phase(struct reader *reader, const struct node *value, bool may_be_zero,
                       tick *length)
{
    tick read = 0;
    if (!reader_check(reader, duration_read_from_zero(value, reader->diags, &read)))
        return false;
    if (read > PHASE_MOST || (read < PHASE_LEAST && !(may_be_zero && read == 0))) {
        reader_error(reader, value->span, "a phase lasts from 0.2 s to 60 s");
        return false;
    }
    *length = read;
    return true;
}

struct breath_read {
    struct breath_pattern *pattern;
    const struct node *ramp; /* NULL: none */
    bool inner;              /* this is the mapping behind 'ramp to' */
    bool failed;
};

static void read_breath_field(struct reader *reader, int key, const struct node *name,
                              const struct node *value, void *target)
{
    struct breath_read *read = target;
    bool may_be_zero = key == BREATH_HOLD || key == BREATH_REST;
    if (key != BREATH_RAMP_TO)
        read->failed |= !read_phase(reader, value, may_be_zero, &read->pattern->length[key]);
    else if (read->inner)
        reader_error(reader, name->span, "'ramp to' cannot stand inside 'ramp to'");
    else
        read->ramp = value;
}

static void read_ramp(struct reader *reader, const struct node *value, struct breathing *breathing)
{
    if (!reader_is_map(reader, value, "{in: 5 s, out: 8 s}"))
        return;
    breathing->ramps = true;
    breathing->ramp_to = breathing->pattern;
    struct breath_read read = {.pattern = &breathing->ramp_to, .inner = true};
    reader_map(reader, value, &breath_keys, "'ramp to'", read_breath_field, &read);
}

void draft_read_breathing(struct reader *reader, const struct node *value, struct draft *draft)
{
    if (!reader_is_map(reader, value, "{in: 4 s, out: 6 s}"))
        return;
    struct breathing breathing = {.given = true};
    struct breath_read read = {.pattern = &breathing.pattern};
    read.failed |= !reader_map(reader, value, &breath_keys, "'breathe'", read_breath_field, &read);
    const tick *length = breathing.pattern.length;
    if (!read.failed && (length[BREATH_IN] == 0 || length[BREATH_OUT] == 0))
        reader_error(reader, value->span, "a breath goes in and out; '%s' is missing",
                     length[BREATH_IN] == 0 ? "in" : "out");
    if (read.ramp != NULL)
        read_ramp(reader, read.ramp, &breathing);
    draft->exercise.breathing = breathing;
}

static void read_tempo_phase(struct reader *reader, const struct node *name,
                             const struct node *value, struct tempo *tempo)
{
    int motion = keywords_find(&tempo_words, name->text);
    if (motion < 0) {
        const char *near = keywords_nearest(&tempo_words, name->text);
        reader_error(reader, name->span, "no phase is called %s; %s'%s'%s",
                     node_quoted(name, reader->arena), near != NULL ? "did you mean " : "write ",
                     near != NULL ? near : "lift', 'hold', 'lower', 'reach', 'return",
                     near != NULL ? "?" : " or the like");
        return;
    }
    tick length;
    if (read_phase(reader, value, false, &length))
        tempo->phases[tempo->count++] = (struct tempo_phase){
            .name = name->text, .motion = (enum tempo_motion)motion, .length = length};
}

/* The rep begins in the first pose, whichever word comes first: in a squat "lower" leads away. */
static void begin_away(struct tempo *tempo)
{
    int first = 0;
    while (first < tempo->count && tempo->phases[first].motion == TEMPO_STAY)
        first++;
    if (first == tempo->count || tempo->phases[first].motion == TEMPO_AWAY)
        return;
    for (int i = 0; i < tempo->count; i++) {
        enum tempo_motion motion = tempo->phases[i].motion;
        tempo->phases[i].motion = motion == TEMPO_STAY   ? TEMPO_STAY
                                  : motion == TEMPO_AWAY ? TEMPO_BACK
                                                         : TEMPO_AWAY;
    }
}

/* Away and back take turns, and the rep ends where it began: else the figure would jump. */
static void check_returns(struct reader *reader, const struct node *value,
                          const struct tempo *tempo)
{
    const struct tempo_phase *last = NULL;
    for (int i = 0; i < tempo->count; i++) {
        const struct tempo_phase *phase = &tempo->phases[i];
        if (phase->motion == TEMPO_STAY)
            continue;
        if (last != NULL && last->motion == phase->motion) {
            reader_error(reader, value->span,
                         "'%s' and '%s' move the same way; put a phase back between them",
                         last->name, phase->name);
            return;
        }
        last = phase;
    }
    if (last != NULL && last->motion == TEMPO_AWAY)
        reader_error(reader, value->span,
                     "nothing moves back after '%s'; add a phase such as 'lower' or 'return'",
                     last->name);
}

void draft_read_tempo(struct reader *reader, const struct node *value, struct draft *draft)
{
    if (!reader_is_map(reader, value, "{lift: 2 s, hold: 1 s, lower: 2 s}"))
        return;
    struct tempo tempo = {0};
    if (value->count == 0)
        reader_error(reader, value->span, "a tempo needs at least one phase");
    for (size_t i = 0; i < value->count && i < ROUTINE_MAX_PHASES; i++)
        read_tempo_phase(reader, &value->keys[i], &value->items[i], &tempo);
    if (value->count > ROUTINE_MAX_PHASES)
        reader_error(reader, value->keys[ROUTINE_MAX_PHASES].span, "a tempo has at most %d phases",
                     ROUTINE_MAX_PHASES);
    else if ((size_t)tempo.count == value->count) {
        begin_away(&tempo);
        check_returns(reader, value, &tempo);
    }
    draft->exercise.tempo = tempo;
}
