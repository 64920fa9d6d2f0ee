// SPDX-License-Identifier: MIT
#include "timeline/page.h"
#include "timeline/plan.h"
#include "timeline/runs.h"
#include "timeline/totals.h"

#include <stdlib.h>
#include <string.h>

enum {
    CLOCK = 7,
    CLOCK_MS = 11,
    KIND = 8,
    CUE_KIND = 14,
    SIDE = 7,
    SET = 9,
    AMOUNT = 12,
    NARROWEST_TITLE = 12,
    WIDEST_TITLE = 40,
    RECENT_DOSES = 16,
};

struct worded {
    struct dose dose;
    const char *words;
};

/* A column as it was written last: neighbours often say the same, a setup and its work always. */
struct kept {
    const void *of;
    size_t length;
    char text[2 * WIDEST_TITLE];
};

struct printer {
    struct page page;
    const struct timeline *timeline;
    bool ms; /* a time of this plan is not a whole second */
    size_t clock, title;
    struct run_list runs;
    struct arena scratch;
    char kinds[ENTRY_KINDS][KIND], cues[CUE_KINDS][CUE_KIND], show[CUE_KIND];
    const char *of_steps; /* " of 7  " */
    tick start;           /* written last, in `start_text` */
    char start_text[CLOCK_MS];
    struct kept title_kept, source_kept;
    struct worded recent[RECENT_DOSES];
    size_t next_recent;
};

static bool any_fraction(const struct timeline *timeline)
{
    for (size_t i = 0; i < timeline->entry_count; i++)
        if (timeline->entries[i].length % TICK_S != 0)
            return true;
    for (size_t i = 0; i < timeline->cue_count; i++)
        if (timeline->cues[i].at % TICK_S != 0 || timeline->cues[i].length % TICK_S != 0)
            return true;
    return false;
}

static size_t title_columns(const struct timeline *timeline)
{
    size_t widest = NARROWEST_TITLE;
    const char *last = NULL;
    for (size_t i = 0; i < timeline->entry_count; i++) {
        const char *title = timeline->entries[i].title;
        if (title == last)
            continue;
        last = title;
        size_t columns = page_columns(title, strlen(title));
        if (columns > widest && columns <= WIDEST_TITLE)
            widest = columns;
    }
    return widest + 2;
}

static bool put_again(struct page *page, const struct kept *kept, const void *of)
{
    if (kept->of != of)
        return false;
    page_put(page, kept->text, kept->length);
    return true;
}

/* Keeps what was written since `from`, unless it is long. */
static void keep(const struct page *page, size_t from, struct kept *kept, const void *of)
{
    size_t length = page->length - from;
    if (length > sizeof kept->text)
        return;
    kept->of = of;
    kept->length = length;
    memcpy(kept->text, page->bytes + from, length);
}

/* Names of a fixed width are padded once. */
static void pad_name(char *padded, size_t width, const char *name)
{
    size_t length = strlen(name);
    memset(padded, ' ', width);
    memcpy(padded, name, length < width ? length : width);
}

static void pad_names(struct printer *printer)
{
    for (int kind = 0; kind < ENTRY_KINDS; kind++)
        pad_name(printer->kinds[kind], KIND, entry_kind_name((enum entry_kind)kind));
    for (int kind = 0; kind < CUE_KINDS; kind++)
        pad_name(printer->cues[kind], CUE_KIND, cue_kind_name((enum cue_kind)kind));
    pad_name(printer->show, CUE_KIND, "show");
}

static void put_field(struct page *page, const char *text, size_t width)
{
    size_t from = page->length;
    page_text(page, text);
    page_pad(page, from, width);
}

static void put_clock(struct printer *printer, tick t, size_t width)
{
    (printer->ms ? page_clock_ms : page_clock)(&printer->page, t, width);
}

/* Most lines start when the one before does. */
static void put_times(struct printer *printer, tick start, tick length)
{
    struct page *page = &printer->page;
    size_t width = printer->clock, from = page->length;
    if (start == printer->start) {
        memcpy(page_room(page, CLOCK_MS), printer->start_text, CLOCK_MS);
        page->length += width;
    } else {
        put_clock(printer, start, width);
        memcpy(printer->start_text, page->bytes + from, width);
        printer->start = start;
    }
    if (length > 0)
        put_clock(printer, length, width + 1);
    else
        page_spaces(page, width + 1);
    page_spaces(page, 2);
}

static void put_source(struct page *page, const struct span *span)
{
    page_text(page, span->source->name);
    page_text(page, ":");
    page_number(page, span->line);
}

static void put_set(struct page *page, const struct entry *entry)
{
    size_t from = page->length;
    if (entry->of_sets > 1) {
        page_number(page, entry->set);
        page_text(page, " of ");
        page_number(page, entry->of_sets);
    }
    page_pad(page, from, SET);
}

static void put_count(struct page *page, int64_t count, const char *one, const char *many)
{
    page_number(page, count);
    page_text(page, " ");
    page_text(page, count == 1 ? one : many);
}

static bool has_details(const struct entry *entry)
{
    return entry->side != SIDE_NONE || entry->alternates || entry->of_sets > 1 || entry->gate ||
           entry->reps > 0 || entry->breaths > 0;
}

static void put_amount(struct page *page, const struct entry *entry)
{
    size_t from = page->length;
    if (entry->gate)
        page_text(page, "waits");
    else if (entry->reps > 0)
        put_count(page, entry->reps, "rep", "reps");
    else if (entry->breaths > 0)
        put_count(page, entry->breaths, "breath", "breaths");
    page_pad(page, from, AMOUNT);
}

static void put_title(struct printer *printer, const char *title)
{
    struct page *page = &printer->page;
    size_t from = page->length;
    if (put_again(page, &printer->title_kept, title))
        return;
    put_field(page, title, printer->title);
    keep(page, from, &printer->title_kept, title);
}

static void put_entry_source(struct printer *printer, const struct span *span)
{
    struct page *page = &printer->page;
    size_t from = page->length;
    if (put_again(page, &printer->source_kept, span))
        return;
    put_source(page, span);
    keep(page, from, &printer->source_kept, span);
}

static void print_entry(struct printer *printer, const struct entry *entry)
{
    struct page *page = &printer->page;
    put_times(printer, entry->start, entry->length);
    page_put(page, printer->kinds[entry->kind], KIND);
    put_title(printer, entry->title);
    if (has_details(entry)) {
        put_field(page, entry->alternates ? "both" : side_name(entry->side), SIDE);
        put_set(page, entry);
        put_amount(page, entry);
        page_text(page, "  ");
    } else {
        page_spaces(page, SIDE + SET + AMOUNT + 2);
    }
    put_entry_source(printer, entry->source);
    page_newline(page);
}

static void put_quoted(struct page *page, const char *text)
{
    page_text(page, "\"");
    page_text(page, text);
    page_text(page, "\"  ");
}

static void put_words(struct page *page, const struct cue *cue)
{
    if (cue->text)
        put_quoted(page, cue->text);
    bool as_said = cue->caption == cue->text;
    if (!cue->caption || as_said || (cue->text && text_ends(cue->text, cue->caption)))
        return;
    if (cue->text)
        page_text(page, "shown as ");
    if (cue->caption[0] != '\0')
        put_quoted(page, cue->caption);
    else
        page_text(page, "nothing  ");
}

static void print_run(struct printer *printer, const struct run *run, const struct entry *entry)
{
    struct page *page = &printer->page;
    const struct cue *cue = run->first;
    put_times(printer, cue->at, cue->length);
    page_text(page, "  ");
    bool shown = cue->kind == CUE_SAY && !cue->text;
    page_put(page, shown ? printer->show : printer->cues[cue->kind], CUE_KIND);
    if (cue->kind == CUE_SAY)
        put_words(page, cue);
    if (cue->moved > 0) {
        page_words(page, cue->moved);
        page_text(page, " later than asked  ");
    }
    if (run->count == 2) {
        page_text(page, "again after ");
        page_words(page, run->period);
        page_text(page, "  ");
    } else if (run->count > 2) {
        page_text(page, "every ");
        page_words(page, run->period);
        page_text(page, ", ");
        page_number(page, (int64_t)run->count);
        page_text(page, " times  ");
    }
    if (cue->source != entry->source)
        put_source(page, cue->source);
    page_newline(page);
}

static void print_left_out(struct printer *printer, const struct left_out *line)
{
    struct page *page = &printer->page;
    put_times(printer, line->at, 0);
    page_text(page, "  ");
    put_field(page, "not spoken", CUE_KIND);
    put_quoted(page, line->text);
    put_source(page, line->source);
    page_newline(page);
}

static bool same_dose(const struct dose *a, const struct dose *b)
{
    return a->amount == b->amount && a->sides == b->sides && a->duration == b->duration &&
           a->count == b->count && a->sets == b->sets;
}

/* A routine has few different doses, and putting them into words is slow. */
static const char *words_of(struct printer *printer, const struct dose *dose)
{
    for (size_t i = 0; i < RECENT_DOSES && printer->recent[i].words; i++)
        if (same_dose(&printer->recent[i].dose, dose))
            return printer->recent[i].words;
    struct worded *worded = &printer->recent[printer->next_recent++ % RECENT_DOSES];
    *worded = (struct worded){*dose, dose_words(dose, &printer->scratch)};
    return worded->words;
}

/* The step as its long form in a routine file. */
static void print_step(struct printer *printer, size_t index)
{
    struct page *page = &printer->page;
    const struct timeline_step *step = &printer->timeline->steps[index];
    page_newline(page);
    page_number(page, (int64_t)index + 1);
    page_text(page, printer->of_steps);
    if (step->exercise->id)
        page_text(page, step->exercise->id);
    else {
        page_text(page, "step: ");
        page_text(page, step->title);
    }
    page_text(page, step->exercise->id ? ": {dose: " : ", dose: ");
    page_text(page, words_of(printer, step->dose));
    page_text(page, step->exercise->id ? "}" : "");
    page_newline(page);
}

static bool outside_steps(const struct timeline_step *step, size_t index)
{
    return !step || index < step->first_entry || index > step->last_entry;
}

static void print_entries(struct printer *printer)
{
    const struct timeline *timeline = printer->timeline;
    size_t cue = 0, left_out = 0;
    bool was_outside = false;
    for (size_t i = 0; i < timeline->entry_count; i++) {
        const struct entry *entry = &timeline->entries[i];
        const struct timeline_step *step =
            timeline->step_count > 0 ? &timeline->steps[entry->step] : NULL;
        bool outside = outside_steps(step, i);
        if (!outside && step->first_entry == i)
            print_step(printer, entry->step);
        else if (outside && !was_outside)
            page_newline(&printer->page);
        was_outside = outside;
        print_entry(printer, entry);
        size_t first = cue;
        while (cue < timeline->cue_count && timeline->cues[cue].entry == i)
            cue++;
        runs_find(&printer->runs, timeline->cues + first, cue - first);
        for (size_t run = 0; run < printer->runs.count; run++)
            print_run(printer, &printer->runs.items[run], entry);
        for (; left_out < timeline->left_out_count && timeline->left_out[left_out].entry == i;
             left_out++)
            print_left_out(printer, &timeline->left_out[left_out]);
    }
}

static void print_way(struct printer *printer, const struct way *way)
{
    struct page *page = &printer->page;
    bool said = printer->timeline->equipment_said;
    page_text(page, "with ");
    page_text(page, way->thing);
    page_text(page, way->there ? ": its steps, because " : ": otherwise, because ");
    page_text(page, !said        ? "nobody said what is at hand  "
                    : way->there ? "it is at hand  "
                                 : "it is not at hand  ");
    put_source(page, way->source);
    page_newline(page);
}

static void print_head(struct printer *printer)
{
    struct page *page = &printer->page;
    const struct routine *routine = printer->timeline->routine;
    page_text(page, routine->title);
    page_newline(page);
    if (routine->about[0] != '\0') {
        page_text(page, routine->about);
        page_newline(page);
    }
    for (size_t i = 0; i < printer->timeline->way_count; i++)
        print_way(printer, &printer->timeline->ways[i]);
    page_newline(page);
    put_field(page, "  start", printer->clock);
    put_field(page, "  length", printer->clock + 3);
    put_field(page, "kind", KIND);
    put_field(page, "what", printer->title);
    put_field(page, "side", SIDE);
    put_field(page, "set", SET);
    put_field(page, "amount", AMOUNT);
    page_text(page, "  from");
    page_newline(page);
}

bool plan_print_text(const struct timeline *timeline, FILE *out)
{
    struct printer printer = {
        .timeline = timeline, .ms = any_fraction(timeline), .start = TICK_NEVER};
    page_init(&printer.page, out);
    arena_init(&printer.scratch);
    printer.of_steps = arena_format(&printer.scratch, " of %zu  ", timeline->step_count);
    pad_names(&printer);
    printer.clock = printer.ms ? CLOCK_MS : CLOCK;
    printer.title = title_columns(timeline);
    print_head(&printer);
    print_entries(&printer);
    page_newline(&printer.page);
    plan_totals(&printer.page, timeline);
    bool written = fwrite(printer.page.bytes, 1, printer.page.length, out) == printer.page.length;
    free(printer.page.bytes);
    free(printer.runs.items);
    arena_finish(&printer.scratch);
    return written;
}
