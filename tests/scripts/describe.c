// SPDX-License-Identifier: MIT
#include "describe.h"

#include "routine/keywords.h"

#include <stdarg.h>
#include <stdio.h>

static void put(struct description *out, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

static void put(struct description *out, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    out->lines = arena_grow(out->arena, out->lines, out->count, &out->capacity, sizeof *out->lines);
    out->lines[out->count++] = arena_vformat(out->arena, format, args);
    va_end(args);
}

static const char *time_of(struct description *out, tick t)
{
    char text[TICK_TEXT];
    return arena_format(out->arena, "%s", tick_words(t, text));
}

static const char *joined(struct description *out, const struct text_list *list)
{
    const char *text = "";
    for (size_t i = 0; i < list->count; i++)
        text = arena_format(out->arena, "%s%s%s", text, i == 0 ? "" : ", ", list->items[i]);
    return text;
}

static void put_list(struct description *out, const char *name, const struct text_list *list)
{
    if (list->count > 0)
        put(out, "%s %s", name, joined(out, list));
}

static const char *pattern_of(struct description *out, const struct breath_pattern *pattern)
{
    const char *text = "";
    for (int i = 0; i < BREATH_PHASES; i++)
        text = arena_format(out->arena, "%s%s%s", text, i == 0 ? "" : ", ",
                            time_of(out, pattern->length[i]));
    return text;
}

static void put_tempo(struct description *out, const struct tempo *tempo)
{
    static const char *const motions[] = {
        [TEMPO_AWAY] = "away", [TEMPO_STAY] = "stay", [TEMPO_BACK] = "back"};
    const char *text = "";
    for (int i = 0; i < tempo->count; i++) {
        const struct tempo_phase *phase = &tempo->phases[i];
        text = arena_format(out->arena, "%s%s%s %s %s", text, i == 0 ? "" : ", ", phase->name,
                            motions[phase->motion], time_of(out, phase->length));
    }
    if (tempo->count > 0)
        put(out, "tempo %s", text);
}

static const char *moment_of(struct description *out, const struct line *line)
{
    static const char *const phases[] = {"in", "hold", "out", "rest"};
    switch (line->when) {
    case LINE_START:
        return "start";
    case LINE_HALFWAY:
        return "halfway";
    case LINE_END:
        return "end";
    case LINE_BREATH:
        return arena_format(out->arena, "breath %s", phases[line->breath]);
    case LINE_TEMPO:
        return arena_format(out->arena, "tempo %s", line->phase);
    case LINE_AT:
        return arena_format(out->arena, "at %s", time_of(out, line->offset));
    case LINE_BEFORE_END:
        return arena_format(out->arena, "before end %s", time_of(out, line->offset));
    case LINE_EVERY:
        return arena_format(out->arena, "every %s", time_of(out, line->offset));
    }
    return "?";
}

static void put_text(struct description *out, const char *when, const char *say, const char *show)
{
    put(out, "%s: %s%s%s", when, say != NULL ? say : "", show != NULL ? " | " : "",
        show != NULL ? show : "");
}

void describe_exercise(struct description *out, const struct exercise *exercise)
{
    static const char *const drives[] = {
        [DRIVE_BREATH] = "breath", [DRIVE_TEMPO] = "tempo", [DRIVE_STILL] = "still"};
    put(out, "title %s", exercise->title);
    if (exercise->family != NULL)
        put(out, "family %s", exercise->family);
    if (exercise->caution != NULL)
        put(out, "caution %s", exercise->caution);
    if (exercise->ours)
        put(out, "ours");
    put_list(out, "needs", &exercise->needs);
    put_list(out, "muscles", &exercise->muscles);
    put_list(out, "counts as", &exercise->counts_as);
    if (exercise->figure != NULL)
        put(out, "figure %s", exercise->figure);
    put_list(out, "pictures", &exercise->pictures);
    const struct setup *setup = &exercise->setup;
    if (setup->length > 0)
        put_text(out, arena_format(out->arena, "setup %s", time_of(out, setup->length)), setup->say,
                 setup->show);
    if (exercise->breathing.given)
        put(out, "breathe %s", pattern_of(out, &exercise->breathing.pattern));
    if (exercise->breathing.ramps)
        put(out, "ramp to %s", pattern_of(out, &exercise->breathing.ramp_to));
    put_tempo(out, &exercise->tempo);
    put(out, "rest %s, switch %s", time_of(out, exercise->rest),
        time_of(out, exercise->switching.length));
    if (exercise->switching.say != NULL || exercise->switching.show != NULL)
        put_text(out, "switching", exercise->switching.say, exercise->switching.show);
    if (exercise->drive == DRIVE_LOOP)
        put(out, "moves with loop %s", time_of(out, exercise->loop));
    else if (exercise->drive != DRIVE_DEFAULT)
        put(out, "moves with %s", drives[exercise->drive]);
    for (size_t i = 0; i < exercise->line_count; i++) {
        const struct line *line = &exercise->lines[i];
        put_text(out, moment_of(out, line), line->say, line->show);
    }
}

static void put_steps(struct description *out, const struct step_list *steps);

static const char *bound(struct description *out, const char *name, tick length)
{
    return length == 0 ? "" : arena_format(out->arena, ", %s %s", name, time_of(out, length));
}

static void put_work(struct description *out, const struct step *step)
{
    const struct exercise *exercise = step->exercise;
    put(out, "%s: %s%s%s", exercise->id != NULL ? exercise->id : "-",
        dose_words(&step->dose, out->arena), step->optional ? ", optional" : "",
        bound(out, "at least", step->at_least));
    describe_exercise(out, exercise);
}

static void put_step(struct description *out, const struct step *step)
{
    const char *optional = step->optional ? ", optional" : "";
    switch (step->kind) {
    case STEP_WORK:
        put_work(out, step);
        return;
    case STEP_REST:
        put(out, "rest: %s%s%s", time_of(out, step->length), optional,
            bound(out, "at least", step->at_least));
        return;
    case STEP_REPEAT:
        put(out, "repeat: %d%s%s", step->times, bound(out, "rest", step->length), optional);
        put_steps(out, &step->steps);
        put(out, "end of repeat");
        return;
    case STEP_ROUTINE:
        put(out, "routine: %s%s", step->routine->id, optional);
        return;
    case STEP_WAIT:
        put(out, "wait: %s%s", step->text, bound(out, "at most", step->length));
        return;
    case STEP_ASK:
        put(out, "ask: %s", step->text);
        return;
    case STEP_WITH:
        put(out, "with: %s", step->text);
        put_steps(out, &step->steps);
        put(out, "otherwise:");
        put_steps(out, &step->otherwise);
        put(out, "end of with");
        return;
    }
}

static void put_steps(struct description *out, const struct step_list *steps)
{
    for (size_t i = 0; i < steps->count; i++)
        put_step(out, &steps->items[i]);
}

void describe_routine(struct description *out, const struct routine *routine)
{
    put(out, "routine %s: %s", routine->id, routine->title);
    put(out, "about %s", routine->about);
    put(out, "language %s", routine->language);
    put_list(out, "counts as", &routine->counts_as);
    put_list(out, "needs in all", &routine->needs);
    put_steps(out, &routine->steps);
}

void describe_tips(struct description *out, const struct tips *tips)
{
    put(out, "tips %s: %s", tips->language, tips->title);
    for (int kind = 0; kind < TIP_KINDS; kind++)
        for (size_t i = 0; i < tips->of[kind].count; i++) {
            const struct tip *tip = &tips->of[kind].cards[i];
            const char *word = "";
            for (size_t k = 0; k < tip_words.count; k++)
                if (tip_words.items[k].value == kind)
                    word = tip_words.items[k].word;
            put(out, "%s %s: %s: %s", word, tip->id, tip->title, tip->text);
            if (tip->fix != NULL)
                put(out, "fix %s", tip->fix);
            put_list(out, "pictures", &tip->pictures);
            if (tip->source != NULL)
                put(out, "source %s", tip->source);
        }
}
