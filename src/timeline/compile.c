// SPDX-License-Identifier: MIT
#include "timeline/layout.h"

#include <stdlib.h>

void layout_fail(struct layout *layout, struct span span, const char *format, ...)
{
    if (layout->failed)
        return; /* what follows from the first reason is not worth saying */
    layout->failed = true;
    va_list args;
    va_start(args, format);
    const char *message = arena_vformat(layout->arena, format, args);
    va_end(args);
    diag_error(layout->diags, span, "%s", message);
}

bool layout_warns(const struct layout *layout)
{
    return !layout->again[layout->timeline->entries[layout->entry].step];
}

const struct timeline *timeline_compile(struct arena *arena, const struct routine *routine,
                                        const struct timeline_options *options,
                                        struct diag_list *diags)
{
    static void (*const passes[])(struct layout *) = {layout_fit, layout_entries, layout_cues};
    struct arena scratch;
    arena_init(&scratch);
    struct timeline *timeline = arena_alloc(arena, sizeof *timeline);
    timeline->routine = routine;
    timeline->words = options->words;
    timeline->equipment_said = options->equipment != NULL;
    struct layout layout = {
        .arena = arena,
        .scratch = &scratch,
        .diags = diags,
        .options = options,
        .timeline = timeline,
    };
    layout_unroll(&layout, routine);
    for (size_t i = 0; i < sizeof passes / sizeof *passes && !layout.failed; i++)
        passes[i](&layout);
    arena_finish(&scratch);
    free(layout.items);
    return layout.failed ? NULL : timeline;
}
