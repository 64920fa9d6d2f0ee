// SPDX-License-Identifier: MIT
#include "routine/tips.h"

#include <stdio.h>
#include <stdlib.h>

/* Any bytes as a file of tips: an error or cards that are all there, and every message can be
 * printed. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void look_at(const struct tips *tips)
{
    size_t count = 0;
    for (int kind = 0; kind < TIP_KINDS; kind++)
        for (size_t i = 0; i < tips->of[kind].count; i++, count++) {
            const struct tip *tip = &tips->of[kind].cards[i];
            if ((int)tip->kind != kind || tips_card(tips, tip->id) != tip || tip->title == NULL ||
                tip->text == NULL || (tip->fix != NULL) != (kind == TIP_HABIT))
                abort();
        }
    if (count != tips->count || count == 0)
        abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static FILE *null;
    if (null == NULL)
        null = fopen("/dev/null", "w");
    struct arena arena;
    struct library library;
    struct diag_list diags;
    arena_init(&arena);
    diag_init(&diags, &arena);
    library_open(&library, &arena, NULL, 0);
    const struct tips *tips = tips_parse(&library, "fuzz.yaml", (const char *)data, size, &diags);
    if ((tips == NULL) != (diags.errors > 0))
        abort();
    if (tips != NULL)
        look_at(tips);
    diag_print(&diags, null, true);
    arena_finish(&arena);
    return 0;
}
