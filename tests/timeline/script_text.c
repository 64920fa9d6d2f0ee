// SPDX-License-Identifier: MIT
#include "timeline/script.h"

#include <stdio.h>
#include <stdlib.h>

struct writer {
    FILE *file;
    char *text;
    size_t length;
};

static FILE *open_writer(struct writer *writer)
{
    writer->file = open_memstream(&writer->text, &writer->length);
    return writer->file;
}

static const char *close_writer(struct script *script, struct writer *writer)
{
    fclose(writer->file);
    const char *copy = arena_copy(&script->arena, writer->text, writer->length);
    free(writer->text);
    return copy;
}

const char *entries_text(struct script *script, const struct timeline *timeline)
{
    struct writer writer;
    FILE *out = open_writer(&writer);
    for (size_t i = 0; i < timeline->entry_count; i++) {
        const struct entry *entry = &timeline->entries[i];
        fprintf(out, "%g+%g %s %s", tick_to_seconds(entry->start), tick_to_seconds(entry->length),
                entry_kind_name(entry->kind), entry->title);
        if (entry->gate)
            fputs("!", out);
        if (entry->side != SIDE_NONE)
            fprintf(out, " %s", side_name(entry->side));
        if (entry->alternates)
            fputs(" alternating", out);
        if (entry->of_sets > 1)
            fprintf(out, " %d/%d", entry->set, entry->of_sets);
        if (entry->reps > 0)
            fprintf(out, " %dr", entry->reps);
        if (entry->breaths > 0)
            fprintf(out, " %db", entry->breaths);
        fputs("\n", out);
    }
    return close_writer(script, &writer);
}

const char *cues_text(struct script *script, const struct timeline *timeline, unsigned kinds)
{
    struct writer writer;
    FILE *out = open_writer(&writer);
    for (size_t i = 0; i < timeline->cue_count; i++) {
        const struct cue *cue = &timeline->cues[i];
        if ((kinds & ONLY(cue->kind)) == 0)
            continue;
        fprintf(out, "%g %s", tick_to_seconds(cue->at), cue_kind_name(cue->kind));
        if (cue->text)
            fprintf(out, " %s", cue->text);
        bool same = cue->text && cue->caption && text_equal(cue->text, cue->caption);
        if (cue->kind == CUE_SAY && !same)
            fprintf(out, " [%s]", cue->caption ? cue->caption : "-");
        if (cue->kind == CUE_BREATHE_IN || cue->kind == CUE_BREATHE_OUT || cue->kind == CUE_HOLD)
            fprintf(out, " %g", tick_to_seconds(cue->length));
        fputs("\n", out);
    }
    return close_writer(script, &writer);
}

const char *diags_text(struct script *script)
{
    struct writer writer;
    FILE *out = open_writer(&writer);
    for (size_t i = 0; i < script->diags.count; i++) {
        const struct diag *diag = &script->diags.items[i];
        fprintf(out, "%u: %s: %s\n", diag->span.line,
                diag->severity == DIAG_ERROR ? "error" : "warning", diag->message);
    }
    return close_writer(script, &writer);
}
