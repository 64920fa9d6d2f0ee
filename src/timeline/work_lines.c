// SPDX-License-Identifier: MIT
#include "routine/sides.h"
#include "timeline/breath.h"
#include "timeline/moments.h"
#include "timeline/sayings.h"
#include "timeline/tempo.h"

#include <string.h>

/* An exercise's own lines, laid over one set on one side. */

#define END_LINE_UNMEASURED (2 * TICK_S) /* what an end line gets when no voice measures it */
enum {
    PHASE_LINES_TRIED = 4,     /* breaths or reps in which a phase line may be spoken */
    MAX_LINES_TRIED = 1000000, /* bounds the time that lines which never come can take */
};

/* How long after its time a line still makes sense. */
static const struct {
    enum say_level level;
    tick patience;
} manners[] = {
    [LINE_START] = {SAY_START, 4 * TICK_S},
    [LINE_HALFWAY] = {SAY_HALFWAY, 6 * TICK_S},
    [LINE_END] = {SAY_TIMED, TICK_S},
    [LINE_BREATH] = {SAY_PHASE, 400 * TICK_MS},
    [LINE_TEMPO] = {SAY_PHASE, 300 * TICK_MS},
    [LINE_AT] = {SAY_TIMED, 3 * TICK_S},
    [LINE_BEFORE_END] = {SAY_TIMED, 2 * TICK_S},
    [LINE_EVERY] = {SAY_EVERY, 5 * TICK_S},
};

const char *saying_sided(struct layout *layout, const struct entry *entry, tick into,
                         const char *text, const struct span *span)
{
    struct side_mark mark;
    if (!text || !side_mark_find(text, &mark))
        return text;
    enum side side = entry_side_at(entry, into);
    if (side == SIDE_NONE)
        diag_warning(layout->diags, *span,
                     "'{side}' stands for left or right, but the dose has no sides; write 'per "
                     "side' or 'alternating' in it");
    const struct catalog *words = layout->timeline->words;
    const char *word = catalog_text(words, side == SIDE_NONE ? N_("one") : side_name(side));
    size_t length = strlen(word);
    if (mark.left) {
        word = side == SIDE_RIGHT ? mark.right : mark.left;
        length = side == SIDE_RIGHT ? mark.right_length : mark.left_length;
    }
    const char *rest = saying_sided(layout, entry, into, mark.at + mark.length, span);
    return arena_format(layout->arena, "%.*s%.*s%s", (int)(mark.at - text), text, (int)length, word,
                        rest);
}

static void add_line(struct layout *layout, const struct entry *entry, const struct line *line,
                     tick at, bool spoken)
{
    const char *say = saying_sided(layout, entry, at, line->say, &line->span);
    const char *show = line->show ? saying_sided(layout, entry, at, line->show, &line->span) : say;
    if (at < 0 || at > entry->length || (!say && !show))
        return;
    if (layout->saying_count >= TIMELINE_MAX_CUES) {
        layout_fail(layout, line->span, "this line is said too often; use a longer time");
        return;
    }
    struct saying *saying =
        saying_add(layout, manners[line->when].level, at, spoken ? say : NULL, show);
    saying->line = line;
    if (line->span.source) /* else one that was made up here */
        saying->span = &line->span;
    saying->latest = saying->latest_shown = at + manners[line->when].patience;
    saying->room = entry->length - at;
}

/* In later sets everybody knows; the caption stays. */
static void start_line(struct layout *layout, const struct entry *entry, const struct line *line)
{
    add_line(layout, entry, line, 0, entry->set == 1);
}

static void halfway_line(struct layout *layout, const struct entry *entry, const struct line *line)
{
    tick at = entry->length / 2;
    if (entry->drive == DRIVE_BREATH && entry->breaths > 1)
        at = entry->breath_starts[entry->breaths / 2];
    else if (entry->reps > 1)
        at = entry->length / entry->reps * (entry->reps / 2);
    add_line(layout, entry, line, at, true);
}

/* Said so that it ends with the work: what follows has its own lines. */
static void end_line(struct layout *layout, const struct entry *entry, const struct line *line)
{
    const char *say = saying_sided(layout, entry, entry->length, line->say, &line->span);
    tick takes = saying_measure(layout, say);
    tick early = takes > 0 ? takes + SAYING_END_EARLY : END_LINE_UNMEASURED;
    add_line(layout, entry, line, entry->length > early ? entry->length - early : 0, true);
}

static void warn_never(struct layout *layout, const struct entry *entry, const struct line *line)
{
    char lasts[TICK_TEXT];
    if (line->span.source == entry->source->source && layout_warns(layout))
        diag_warning(layout->diags, line->span,
                     "this line never comes: the work it belongs to lasts %s; give it an earlier "
                     "time",
                     tick_words(entry->length, lasts));
}

static void at_line(struct layout *layout, const struct entry *entry, const struct line *line)
{
    if (line->offset >= entry->length)
        warn_never(layout, entry, line);
    else
        add_line(layout, entry, line, line->offset, true);
}

static void before_end_line(struct layout *layout, const struct entry *entry,
                            const struct line *line)
{
    if (line->offset > entry->length)
        warn_never(layout, entry, line);
    else
        add_line(layout, entry, line, entry->length - line->offset, true);
}

static void every_line(struct layout *layout, const struct entry *entry, const struct line *line)
{
    tick count = line->offset > 0 ? (entry->length - 1) / line->offset : 0;
    for (tick i = 1; i <= count && !layout->failed; i++)
        add_line(layout, entry, line, i * line->offset, true);
}

static void add_phase_line(struct layout *layout, const struct entry *entry,
                           const struct line *line, tick at, tick length, int number)
{
    size_t before = layout->saying_count;
    add_line(layout, entry, line, at, number < PHASE_LINES_TRIED);
    if (layout->saying_count == before)
        return;
    struct saying *saying = &layout->sayings[before];
    saying->room = length;
    saying->latest_shown = at + length * 3 / 5; /* later, nobody could read it in time */
}

static void breath_line(struct layout *layout, const struct entry *entry, const struct line *line)
{
    for (int i = 0; i < entry->breaths && !layout->failed; i++) {
        tick phases[BREATH_PHASES], at = entry->breath_starts[i];
        breath_phases(&entry->exercise->breathing, entry->breaths, i, phases);
        for (int phase = 0; phase < (int)line->breath; phase++)
            at += phases[phase];
        if (phases[line->breath] > 0)
            add_phase_line(layout, entry, line, at, phases[line->breath], i);
    }
}

static void tempo_line(struct layout *layout, const struct entry *entry, const struct line *line)
{
    const struct tempo *tempo = &entry->exercise->tempo;
    tick rep = tempo_length(tempo), before = 0;
    int phase = 0;
    while (phase < tempo->count && !text_equal(tempo->phases[phase].name, line->phase))
        before += tempo->phases[phase++].length;
    if (phase == tempo->count || entry->drive != DRIVE_TEMPO)
        return;
    for (tick i = 0; i < entry->length / rep && !layout->failed; i++)
        add_phase_line(layout, entry, line, i * rep + before, tempo->phases[phase].length, (int)i);
}

static const struct line *find_line(const struct exercise *exercise, const struct line *like)
{
    for (size_t i = 0; i < exercise->line_count; i++) {
        const struct line *line = &exercise->lines[i];
        if (line->when == like->when &&
            (like->when != LINE_BREATH || line->breath == like->breath) &&
            (like->when != LINE_TEMPO || text_equal(line->phase, like->phase)))
            return line;
    }
    return NULL;
}

/* The start line shown once more, when `like` has no words of its own. */
static struct line start_again(const struct entry *entry, struct line like)
{
    const struct line *start = find_line(entry->exercise, &(struct line){.when = LINE_START});
    like.show = !start ? "" : start->show ? start->show : start->say;
    return like;
}

/* When only one half of the breath or rep has words, they must not stay on screen through the other
 * half. */
static void restore_breath_caption(struct layout *layout, const struct entry *entry)
{
    struct line in = {.when = LINE_BREATH, .breath = BREATH_IN};
    struct line out = {.when = LINE_BREATH, .breath = BREATH_OUT};
    bool has_in = find_line(entry->exercise, &in), has_out = find_line(entry->exercise, &out);
    if (has_in == has_out)
        return;
    struct line back = start_again(entry, has_in ? out : in);
    breath_line(layout, entry, &back);
}

static void restore_tempo_caption(struct layout *layout, const struct entry *entry)
{
    const struct tempo *tempo = &entry->exercise->tempo;
    bool any = false;
    for (size_t i = 0; i < entry->exercise->line_count; i++)
        any = any || entry->exercise->lines[i].when == LINE_TEMPO;
    for (int i = 0; any && i < tempo->count; i++) {
        struct line phase = {.when = LINE_TEMPO, .phase = tempo->phases[i].name};
        if (tempo->phases[i].motion == TEMPO_STAY || find_line(entry->exercise, &phase))
            continue;
        struct line back = start_again(entry, phase);
        tempo_line(layout, entry, &back);
    }
}

void work_lines(struct layout *layout, const struct entry *entry)
{
    static void (*const whens[])(struct layout *, const struct entry *, const struct line *) = {
        [LINE_START] = start_line,           [LINE_HALFWAY] = halfway_line, [LINE_END] = end_line,
        [LINE_BREATH] = breath_line,         [LINE_TEMPO] = tempo_line,     [LINE_AT] = at_line,
        [LINE_BEFORE_END] = before_end_line, [LINE_EVERY] = every_line,
    };
    const struct exercise *exercise = entry->exercise;
    layout->lines_tried += exercise->line_count;
    if (layout->lines_tried > MAX_LINES_TRIED)
        layout_fail(layout, *entry->source,
                    "there are too many spoken lines from here on; use "
                    "fewer lines or repeat less often");
    for (size_t i = 0; i < exercise->line_count && !layout->failed; i++) {
        const struct line *line = &exercise->lines[i];
        whens[line->when](layout, entry, line);
    }
    restore_breath_caption(layout, entry);
    restore_tempo_caption(layout, entry);
}
