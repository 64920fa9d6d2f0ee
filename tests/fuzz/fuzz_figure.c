// SPDX-License-Identifier: MIT
#include "figure/figure.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check(const struct figure_drawing *drawing)
{
    for (int i = 0; i < drawing->point_count; i++) {
        const struct figure_point *point = &drawing->points[i];
        if (!isfinite(point->x) || !isfinite(point->y) || !(point->radius >= 0))
            abort();
    }
}

/* Any bytes are a figure or a message; a figure can be drawn at any moment, on either side. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct figure_drawing drawing;
    enum { MOMENTS = 12 };
    struct arena arena;
    struct diag_list diags;
    arena_init(&arena);
    diag_init(&diags, &arena);
    const char *text = arena_copy(&arena, (const char *)data, size);
    const struct figure *figure = figure_parse(&arena, "fuzz.yaml", text, size, &diags);
    if ((figure == NULL) != (diags.errors > 0))
        abort();
    for (int i = 0; figure != NULL && i < MOMENTS; i++) {
        struct figure_motion motion = {.drive = (enum figure_drive)(i % 4),
                                       .amount = (double)i / MOMENTS,
                                       .breath = 1,
                                       .mirrored = i % 2 == 1,
                                       .glow = 1,
                                       .hair = (enum figure_hair_style)(i % HAIR_STYLES)};
        figure_draw(figure, &motion, &drawing);
        check(&drawing);
    }
    arena_finish(&arena);
    return 0;
}
