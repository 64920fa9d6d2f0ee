// SPDX-License-Identifier: MIT
#include "timeline/sayings.h"

#include <stdlib.h>
#include <string.h>

/* Spoken lines begin at least this long apart. */
#define SHORTEST_SPOKEN (1500 * TICK_MS)
/* Captions are read at about 17 characters a second, the rate subtitles are made for. */
#define READING_START TICK_S
#define READING_CHARACTER (60 * TICK_MS)
#define READING_LONGEST (4 * TICK_S)
#define TOLERANCE (250 * TICK_MS) /* a line may be this much too long before anyone notices */
enum { MOST_PHASE_LINES = 2 };    /* of one line in one entry */

tick saying_measure(const struct layout *layout, const char *text)
{
    const struct voice_measure *voice = layout->options->voice;
    return voice && text ? voice->length(voice->context, text) : 0;
}

struct saying *saying_add(struct layout *layout, enum say_level level, tick at, const char *text,
                          const char *caption)
{
    layout->sayings = arena_grow(layout->scratch, layout->sayings, layout->saying_count,
                                 &layout->saying_capacity, sizeof *layout->sayings);
    struct saying *saying = &layout->sayings[layout->saying_count++];
    *saying = (struct saying){
        .level = text ? level : SAY_SHOWN,
        .at = at,
        .wanted = at,
        .latest = at,
        .latest_shown = at,
        .room = TICK_NEVER,
        .length = saying_measure(layout, text),
        .text = text,
        .caption = caption,
        .span = layout->timeline->entries[layout->entry].source,
    };
    return saying;
}

static tick occupied_until(const struct saying *saying)
{
    if (saying->level == SAY_COUNT)
        return saying->at + saying->length;
    return saying->at + (saying->length > SHORTEST_SPOKEN ? saying->length : SHORTEST_SPOKEN);
}

/* Until its caption has been read, and it has been said. */
static tick read_until(const struct saying *saying)
{
    if (!saying->caption)
        return saying->at; /* only heard: the eyes are free */
    tick spoken = occupied_until(saying);
    tick reading = READING_START + (tick)strlen(saying->caption) * READING_CHARACTER;
    tick read = saying->at + (reading < READING_LONGEST ? reading : READING_LONGEST);
    return read > spoken ? read : spoken;
}

static int compare_sayings(const void *left, const void *right)
{
    const struct saying *a = left, *b = right;
    if (a->level != b->level)
        return a->level < b->level ? -1 : 1;
    return a->at < b->at ? -1 : a->at > b->at;
}

/* Places one saying in the list that `before` begins; `before` is already placed and ends, or is
 * the end of what was said in the entry before. True when it found a gap in time. */
static bool find_gap(struct saying *before, struct saying *saying)
{
    tick wanted = saying->at;
    for (; before; before = before->next) {
        tick free_from = occupied_until(before) + SAYING_GAP;
        saying->at = wanted > free_from ? wanted : free_from;
        if (saying->at > saying->latest && saying->level != SAY_FIRST) {
            saying->blocker = before;
            break;
        }
        if (!before->next || occupied_until(saying) + SAYING_GAP <= before->next->at) {
            saying->next = before->next;
            before->next = saying;
            return true;
        }
        saying->blocker = before->next;
    }
    saying->at = wanted;
    return false;
}

/* Phase lines of one entry that were said already: the same words of the same line. */
static bool said_enough(const struct saying *first, const struct saying *saying)
{
    int said = 0;
    for (const struct saying *other = first; other < saying; other++)
        said += other->line == saying->line && other->level == SAY_PHASE && !other->left_out;
    return said >= MOST_PHASE_LINES;
}

/* What is not spoken can still be read. Phase lines, which come with every breath, are not missed.
 */
static void leave_out(struct saying *saying, bool missed)
{
    saying->unspoken = missed && saying->line ? saying->text : NULL;
    if (!saying->caption)
        return;
    saying->text = NULL;
    saying->length = 0;
    saying->level = SAY_SHOWN;
    saying->left_out = false;
}

static void warn_left_out(struct layout *layout, const struct saying *saying)
{
    if (!layout->options->voice || !saying->line || !layout_warns(layout))
        return;
    char takes[TICK_TEXT], room[TICK_TEXT];
    tick tenth = 100 * TICK_MS;
    if (saying->length - TOLERANCE > saying->room)
        diag_warning(layout->diags, *saying->span,
                     "this line takes %s to say, but there are only %s for it, so it is not "
                     "spoken; say less",
                     tick_words((saying->length + tenth - 1) / tenth * tenth, takes),
                     tick_words(saying->room / tenth * tenth, room));
    else if (saying->blocker && saying->blocker->text)
        diag_warning(layout->diags, *saying->span,
                     "this line is not spoken, because \"%s\" is being said then; move one of "
                     "them or say less",
                     saying->blocker->text);
    else
        diag_warning(layout->diags, *saying->span,
                     "this line is not spoken, because another one is still being said then; move "
                     "one of them or say less");
}

/* A phase line that was said at all has done its work. */
static void warn_phase_lines(struct layout *layout, const struct saying *first, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        bool said = false;
        for (size_t j = 0; j < count; j++)
            said = said || (first[j].line == first[i].line && !first[j].left_out);
        if (!said)
            warn_left_out(layout, &first[i]);
    }
}

/* Speaks what fits: `placed` begins with the end of what was said before the entry. */
static void place_spoken(struct layout *layout, struct saying *placed, struct saying *first,
                         struct saying *phases, struct saying *end)
{
    struct saying *from = placed;
    for (struct saying *saying = first; saying < end; saying++) {
        if (saying == first || saying->level != saying[-1].level)
            from = placed;
        while (from->next && occupied_until(from->next) <= saying->at)
            from = from->next;
        bool phase = saying->level == SAY_PHASE;
        bool fits = saying->level == SAY_FIRST || saying->length - TOLERANCE <= saying->room;
        saying->left_out =
            !fits || (phase && said_enough(phases, saying)) || !find_gap(from, saying);
        if (saying->left_out && !phase)
            warn_left_out(layout, saying);
    }
}

static void place_shown(const struct saying *head, struct saying *first, struct saying *end)
{
    const struct saying *placed = head;
    tick last = 0;
    for (struct saying *saying = first; saying < end; saying++) {
        if (saying->level != SAY_SHOWN)
            continue;
        if (saying->at < last)
            placed = head; /* sorted within a level only */
        last = saying->at;
        while (placed->next && placed->next->at <= saying->at)
            placed = placed->next;
        while (read_until(placed) > saying->at) {
            saying->at = read_until(placed);
            if (!placed->next || placed->next->at > saying->at)
                break;
            placed = placed->next;
        }
        saying->left_out = saying->at > saying->latest_shown;
    }
}

static void add_left_out(struct layout *layout, const struct saying *saying)
{
    struct timeline *timeline = layout->timeline;
    const struct entry *entry = &timeline->entries[layout->entry];
    timeline->left_out = arena_grow(layout->arena, timeline->left_out, timeline->left_out_count,
                                    &layout->left_out_capacity, sizeof *timeline->left_out);
    timeline->left_out[timeline->left_out_count++] = (struct left_out){
        entry->start + saying->wanted, (uint32_t)layout->entry, saying->unspoken, saying->span};
}

static void make_cues(struct layout *layout)
{
    const struct entry *entry = &layout->timeline->entries[layout->entry];
    for (size_t i = 0; i < layout->saying_count && !layout->failed; i++) {
        struct saying *saying = &layout->sayings[i];
        if (saying->level == SAY_FIRST && saying->at > entry->length)
            saying->at = entry->length;
        if (saying->unspoken)
            add_left_out(layout, saying);
        if (saying->left_out || saying->at > entry->length)
            continue;
        struct cue *cue = layout_cue(layout, CUE_SAY, saying->at, saying->length);
        if (!cue)
            return;
        cue->text = saying->text;
        cue->texts = saying->texts;
        if (saying->line && saying->text)
            cue->moved = saying->at - saying->wanted;
        cue->caption = saying->caption;
        cue->source = saying->span;
        tick until = cue->at + saying->length;
        if (until > layout->busy_until)
            layout->busy_until = until;
    }
    if (entry->gate) /* it may last, so nothing is left of its line */
        layout->busy_until = entry->start;
}

static struct saying *level_end(struct saying *from, struct saying *end, enum say_level level)
{
    while (from < end && from->level <= level)
        from++;
    return from;
}

/* By far the most entries have one thing to say, and nothing in its way. */
static bool alone(const struct layout *layout)
{
    const struct entry *entry = &layout->timeline->entries[layout->entry];
    const struct saying *only = layout->sayings;
    return layout->saying_count == 1 && only->level <= SAY_START &&
           layout->busy_until <= entry->start && only->length - TOLERANCE <= only->room;
}

static void place(struct layout *layout)
{
    size_t count = layout->saying_count;
    struct saying *first = layout->sayings, *end = first + count;
    const struct entry *entry = &layout->timeline->entries[layout->entry];
    struct saying placed = {.at = layout->busy_until - entry->start - SAYING_GAP - SHORTEST_SPOKEN};
    if (count > 1)
        qsort(first, count, sizeof *first, compare_sayings);
    struct saying *phases = level_end(first, end, SAY_GUIDANCE);
    struct saying *shown = level_end(phases, end, SAY_PHASE);
    place_spoken(layout, &placed, first, phases, shown);
    warn_phase_lines(layout, phases, (size_t)(shown - phases));
    for (struct saying *saying = first; saying < shown; saying++)
        if (saying->left_out)
            leave_out(saying, saying < phases);
    place_shown(&placed, first, end);
}

void sayings_place(struct layout *layout)
{
    if (layout->saying_count > 0 && !alone(layout))
        place(layout);
    make_cues(layout);
    layout->saying_count = 0;
}
