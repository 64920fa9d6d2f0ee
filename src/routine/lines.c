// SPDX-License-Identifier: MIT
#include "routine/draft.h"

#include "routine/scanner.h"
#include "routine/sides.h"

#include <string.h>

/* More often than this nobody listens, and no file can fill the memory with cues. */
#define EVERY_LEAST (5 * TICK_S)

/* When a line is said, as its key tells it. */
struct moment_key {
    enum line_when when;
    tick offset;
    const char *phase;
};

static bool read_offset(struct reader *reader, const struct node *key, const char *text,
                        tick *offset)
{
    struct node time = {.kind = NODE_TEXT, .span = key->span, .text = text};
    return reader_check(reader, duration_read(&time, reader->diags, offset));
}

static bool is_phase(const char *text)
{
    int breath = keywords_find(&breath_keys, text);
    return (breath >= 0 && breath < BREATH_PHASES) || keywords_find(&tempo_words, text) >= 0;
}

static const char *nearest_moment(const char *text)
{
    const struct keywords *const tables[] = {&moment_words, &breath_keys, &tempo_words};
    const char *near[3];
    size_t count = 0;
    for (size_t i = 0; i < 3; i++) {
        const char *word = keywords_nearest(tables[i], text);
        if (word != NULL)
            near[count++] = word;
    }
    return text_nearest(text, near, count);
}

static bool unknown_moment(struct reader *reader, const struct node *key)
{
    const char *near = nearest_moment(key->text);
    const char *quoted = node_quoted(key, reader->arena);
    if (near != NULL)
        reader_error(reader, key->span, "no moment is called %s; did you mean '%s'?", quoted, near);
    else
        reader_error(reader, key->span,
                     "no moment is called %s; write 'start', 'halfway', 'end', a phase such as "
                     "'in' or 'lift', '45 s', '-10 s' or 'every 40 s'",
                     quoted);
    return false;
}

static bool read_every(struct reader *reader, const struct node *key, struct moment_key *moment)
{
    moment->when = LINE_EVERY;
    const char *time = key->text + strlen("every");
    if (!read_offset(reader, key, time + strspn(time, " "), &moment->offset))
        return false;
    if (moment->offset < EVERY_LEAST)
        reader_error(reader, key->span, "a line can come back every 5 s at most");
    return moment->offset >= EVERY_LEAST;
}

static bool read_moment(struct reader *reader, const struct node *key, struct moment_key *moment)
{
    static const enum line_when named[] = {
        [MOMENT_START] = LINE_START, [MOMENT_HALFWAY] = LINE_HALFWAY, [MOMENT_END] = LINE_END};
    const char *text = key->text;
    *moment = (struct moment_key){0};
    int word = keywords_find(&moment_words, text);
    if (word >= 0 && word != MOMENT_EVERY) {
        moment->when = named[word];
        return true;
    }
    if (is_phase(text)) {
        moment->phase = text;
        return true;
    }
    if (word == MOMENT_EVERY || text_starts(text, "every "))
        return read_every(reader, key, moment);
    if (text[0] >= '0' && text[0] <= '9') {
        moment->when = LINE_AT;
        return read_offset(reader, key, text, &moment->offset);
    }
    if (text[0] == '-' && ((text[1] >= '0' && text[1] <= '9') || text[1] == ' ')) {
        moment->when = LINE_BEFORE_END;
        return read_offset(reader, key, text + 1 + strspn(text + 1, " "), &moment->offset);
    }
    return unknown_moment(reader, key);
}

static struct draft_line *find_line(const struct draft *draft, const struct moment_key *moment)
{
    for (size_t i = 0; i < draft->line_count; i++) {
        struct draft_line *line = &draft->lines[i];
        if (moment->phase != NULL || line->phase != NULL) {
            if (moment->phase != NULL && line->phase != NULL &&
                text_equal(moment->phase, line->phase))
                return line;
        } else if (line->line.when == moment->when && line->line.offset == moment->offset) {
            return line;
        }
    }
    return NULL;
}

static struct draft_line *add_line(struct reader *reader, struct draft *draft,
                                   const struct moment_key *moment)
{
    draft->lines = arena_grow(reader->arena, draft->lines, draft->line_count, &draft->line_capacity,
                              sizeof *draft->lines);
    struct draft_line *line = &draft->lines[draft->line_count++];
    *line = (struct draft_line){.phase = moment->phase};
    line->line.when = moment->when;
    line->line.offset = moment->offset;
    return line;
}

static bool is_empty(const struct node *value)
{
    return value->kind == NODE_TEXT && *value->text == '\0';
}

static void set_text(struct draft_line *line, const struct node *value, bool show, const char *text)
{
    if (show) {
        line->line.show = text;
        line->own_show = value->span;
    } else {
        line->line.say = text;
        line->own_say = value->span;
        /* What the exercise shows stood for what it says; this step says something else. */
        if (line->own_show.source == NULL)
            line->line.show = NULL;
    }
    if (!show || line->line.say == NULL)
        line->line.span = value->span;
}

static void read_entry(struct reader *reader, const struct node *key, const struct node *value,
                       bool show, struct draft *draft)
{
    struct moment_key moment;
    if (!read_moment(reader, key, &moment))
        return;
    struct draft_line *line = find_line(draft, &moment);
    const struct span *own = line == NULL ? NULL : show ? &line->own_show : &line->own_say;
    if (own != NULL && own->source != NULL) {
        reader_error(reader, key->span, "%s is the same moment as the key on line %u",
                     node_quoted(key, reader->arena), (unsigned)own->line);
        return;
    }
    /* An empty line takes the exercise's away. */
    bool silence = line != NULL && is_empty(value);
    const char *text = silence ? NULL : reader_line(reader, value, !show);
    if (text == NULL && !silence)
        return;
    if (line == NULL && draft->line_count == ROUTINE_MAX_LINES) {
        reader_error(reader, key->span, "a step has at most %d lines", ROUTINE_MAX_LINES);
        return;
    }
    set_text(line != NULL ? line : add_line(reader, draft, &moment), value, show, text);
}

void draft_read_lines(struct reader *reader, const struct node *value, bool show,
                      struct draft *draft)
{
    if (!reader_is_map(reader, value, "{start: Move with your breath.}"))
        return;
    for (size_t i = 0; i < value->count; i++)
        read_entry(reader, &value->keys[i], &value->items[i], show, draft);
}

static const char *tempo_phase_name(const struct tempo *tempo, const char *phase)
{
    for (int i = 0; i < tempo->count; i++)
        if (text_equal(tempo->phases[i].name, phase))
            return tempo->phases[i].name;
    return NULL;
}

static bool breathes(const struct breathing *breathing, int phase)
{
    if (!breathing->given || phase < 0 || phase >= BREATH_PHASES)
        return false;
    return breathing->pattern.length[phase] > 0 ||
           (breathing->ramps && breathing->ramp_to.length[phase] > 0);
}

/* Whether the phase that the line names exists; fills in which one it is. */
static bool resolve(const struct exercise *exercise, struct draft_line *line)
{
    if (line->phase == NULL)
        return true;
    int breath = keywords_find(&breath_keys, line->phase);
    const char *phase = tempo_phase_name(&exercise->tempo, line->phase);
    bool in_breath = breathes(&exercise->breathing, breath);
    if (in_breath && (phase == NULL || exercise->drive == DRIVE_BREATH)) {
        line->line.when = LINE_BREATH;
        line->line.breath = (enum breath_phase)breath;
        return true;
    }
    line->line.when = LINE_TEMPO;
    line->line.phase = phase;
    return phase != NULL;
}

static void report_unresolved(struct reader *reader, const struct draft_line *line)
{
    struct span own = line->own_say.source != NULL ? line->own_say : line->own_show;
    if (own.source == NULL)
        return; /* the step replaced the phases that its exercise talks about */
    bool breath = keywords_find(&breath_keys, line->phase) >= 0;
    bool tempo = keywords_find(&tempo_words, line->phase) >= 0;
    reader_error(reader, own, "this is never said: '%s' is no phase of this step's %s", line->phase,
                 breath && tempo ? "'breathe' or 'tempo'"
                 : breath        ? "'breathe'"
                                 : "'tempo'");
}

static bool names_side(const char *text)
{
    struct side_mark mark;
    return text != NULL && side_mark_find(text, &mark);
}

/* The one of two texts that names a side; NULL when neither does. */
static const char *sided(const char *say, const char *show)
{
    return names_side(say) ? say : names_side(show) ? show : NULL;
}

static const char *line_with_side(const struct exercise *exercise)
{
    const char *setup = sided(exercise->setup.say, exercise->setup.show);
    const char *switching = sided(exercise->switching.say, exercise->switching.show);
    if (setup != NULL || switching != NULL)
        return setup != NULL ? setup : switching;
    for (size_t i = 0; i < exercise->line_count; i++) {
        const char *line = sided(exercise->lines[i].say, exercise->lines[i].show);
        if (line != NULL)
            return line;
    }
    return NULL;
}

void draft_finish_lines(struct reader *reader, struct draft *draft)
{
    struct exercise *exercise = &draft->exercise;
    exercise->lines = arena_alloc(reader->arena, draft->line_count * sizeof *exercise->lines);
    exercise->line_count = 0;
    for (size_t i = 0; i < draft->line_count; i++) {
        struct draft_line *line = &draft->lines[i];
        bool silent = line->line.say == NULL && line->line.show == NULL;
        if (!silent && !resolve(exercise, line))
            report_unresolved(reader, line);
        else if (!silent)
            exercise->lines[exercise->line_count++] = line->line;
    }
    exercise->sided = line_with_side(exercise);
}
