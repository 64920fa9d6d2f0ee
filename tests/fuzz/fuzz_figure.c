// SPDX-License-Identifier: MIT
#include "figure/palette.h"

#include <stdint.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Any bytes are a figure, a palette or a message; a figure can be drawn at any moment. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena arena;
    struct diag_list diags;
    arena_init(&arena);
    diag_init(&diags, &arena);
    const char *text = arena_copy(&arena, (const char *)data, size);
    const struct figure *figure = figure_parse(&arena, "fuzz.yaml", text, size, &diags);
    if (figure != NULL) {
        static struct figure_drawing drawing;
        for (int i = 0; i < 4; i++) {
            struct figure_motion motion = {.drive = (enum figure_drive)i,
                                           .amount = (double)i / 4,
                                           .breath = 1,
                                           .mirrored = i % 2 == 1,
                                           .glow = 1};
            figure_draw(figure, &motion, &drawing);
        }
    }
    palette_parse(&arena, "fuzz.yaml", text, size, &diags);
    arena_finish(&arena);
    return 0;
}
