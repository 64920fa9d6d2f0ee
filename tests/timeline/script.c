// SPDX-License-Identifier: MIT
#include "timeline/script.h"

#include <string.h>

void script_begin(struct script *script)
{
    *script = (struct script){.source = {.name = "test.yaml"}};
    arena_init(&script->arena);
    diag_init(&script->diags, &script->arena);
    script->options.ask = true;
    script->routine = (struct routine){
        .id = "test",
        .path = "test.yaml",
        .title = "Test",
        .about = "",
        .language = "en",
        .span = {&script->source, 1, 1, 1},
    };
}

void script_end(struct script *script)
{
    arena_finish(&script->arena);
}

struct exercise *make_exercise(struct script *script, const char *title)
{
    struct exercise *exercise = arena_alloc(&script->arena, sizeof *exercise);
    exercise->id = title;
    exercise->title = title;
    return exercise;
}

void set_breathing(struct exercise *exercise, int in, int hold, int out, int rest)
{
    exercise->breathing.given = true;
    exercise->breathing.pattern =
        (struct breath_pattern){{in * TICK_S, hold * TICK_S, out * TICK_S, rest * TICK_S}};
}

void set_tempo(struct exercise *exercise, int lift, int hold, int lower)
{
    exercise->tempo = (struct tempo){
        .phases = {{"lift", TEMPO_AWAY, lift * TICK_S},
                   {"hold", TEMPO_STAY, hold * TICK_S},
                   {"lower", TEMPO_BACK, lower * TICK_S}},
        .count = 3,
    };
}

struct line *add_line(struct script *script, struct exercise *exercise, enum line_when when,
                      const char *say)
{
    struct line *lines =
        arena_alloc(&script->arena, (exercise->line_count + 1) * sizeof *exercise->lines);
    if (exercise->line_count > 0)
        memcpy(lines, exercise->lines, exercise->line_count * sizeof *lines);
    exercise->lines = lines;
    struct line *line = &lines[exercise->line_count++];
    *line = (struct line){
        .when = when,
        .say = say,
        .span = {&script->source, 100 + (uint32_t)exercise->line_count, 1, 1},
    };
    return line;
}

struct dose for_seconds(int seconds)
{
    return (struct dose){.amount = DOSE_TIME, .duration = seconds * TICK_S, .sets = 1};
}

struct dose reps(int count)
{
    return (struct dose){.amount = DOSE_REPS, .count = count, .sets = 1};
}

struct dose breaths(int count)
{
    return (struct dose){.amount = DOSE_BREATHS, .count = count, .sets = 1};
}

struct dose per_side(struct dose dose)
{
    dose.sides = DOSE_PER_SIDE;
    return dose;
}

struct dose alternating(struct dose dose)
{
    dose.sides = DOSE_ALTERNATING;
    return dose;
}

struct dose in_sets(int sets, struct dose dose)
{
    dose.sets = sets;
    return dose;
}

struct dose until_continue(void)
{
    return (struct dose){.amount = DOSE_UNTIL_CONTINUE, .sets = 1};
}

static struct step make_step(struct script *script, enum step_kind kind)
{
    return (struct step){.kind = kind, .span = {&script->source, ++script->line, 5, 3}};
}

struct step work(struct script *script, const struct exercise *exercise, struct dose dose)
{
    struct step step = make_step(script, STEP_WORK);
    step.exercise = exercise;
    step.dose = dose;
    return step;
}

struct step rest(struct script *script, int seconds)
{
    struct step step = make_step(script, STEP_REST);
    step.length = seconds * TICK_S;
    return step;
}

struct step wait_for(struct script *script, const char *text, int at_most)
{
    struct step step = make_step(script, STEP_WAIT);
    step.text = text;
    step.length = at_most * TICK_S;
    return step;
}

struct step ask(struct script *script, const char *text)
{
    struct step step = make_step(script, STEP_ASK);
    step.text = text;
    return step;
}

struct step repeat(struct script *script, int times, int rest_seconds, struct step_list steps)
{
    struct step step = make_step(script, STEP_REPEAT);
    step.times = times;
    step.length = rest_seconds * TICK_S;
    step.steps = steps;
    return step;
}

struct step with(struct script *script, const char *thing, struct step_list steps,
                 struct step_list otherwise)
{
    struct step step = make_step(script, STEP_WITH);
    step.text = thing;
    step.steps = steps;
    step.otherwise = otherwise;
    return step;
}

struct step nested(struct script *script, struct step_list steps)
{
    struct step step = make_step(script, STEP_ROUTINE);
    struct routine *routine = arena_alloc(&script->arena, sizeof *routine);
    *routine = script->routine;
    routine->steps = steps;
    step.routine = routine;
    return step;
}

struct step_list list_of(struct script *script, size_t count, const struct step *steps)
{
    struct step *items = arena_alloc(&script->arena, count * sizeof *items);
    memcpy(items, steps, count * sizeof *items);
    return (struct step_list){items, count};
}

const struct timeline *compile(struct script *script, struct step_list steps)
{
    script->routine.steps = steps;
    return timeline_compile(&script->arena, &script->routine, &script->options, &script->diags);
}

static tick length_of(void *context, const char *text)
{
    (void)context;
    return (tick)strlen(text) * 100 * TICK_MS;
}

const struct voice_measure slow_voice = {.length = length_of};
