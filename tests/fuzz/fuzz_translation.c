// SPDX-License-Identifier: MIT
#include "routine/tips.h"
#include "routine/translation.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Any bytes as the German of a routine and of a file of tips: both can be played and shown whatever
 * stands there, and every message can be printed. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char routine[] = "routine: Ten quiet minutes\nabout: Breath, spine, hips.\nsteps:\n"
                              "  - step: Shake it out\n    dose: 30 s per side\n    say:\n"
                              "      start: Lift your {side} arm.\n      end: Rest.\n"
                              "  - wait: Fetch your roller\n";
static const char tips[] = "tips: For your back\ncards:\n  - card: one\n    kind: habit\n"
                           "    title: On the phone\n    text: Looking down loads the neck.\n"
                           "    fix: Lift the phone to eye level.\n";

static void look_at_routine(const struct routine *read)
{
    if (read == NULL || read->title == NULL || read->about == NULL || read->steps.count != 2)
        abort();
    const struct exercise *step = read->steps.items[0].exercise;
    if (step == NULL || step->title == NULL || step->line_count != 2 || step->lines[0].say == NULL)
        abort();
    if (strcmp(read->language, "en") != 0 && strcmp(read->language, "de") != 0)
        abort();
}

static void look_at_tips(const struct tips *read)
{
    if (read == NULL || read->count != 1 || read->cards[0].title == NULL ||
        read->cards[0].text == NULL || strchr(read->cards[0].text, '{') != NULL ||
        text_count(read->cards[0].text, strlen(read->cards[0].text)) > TIPS_MAX_TEXT)
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
    library.language = "de";
    translation_parse(&library, "./fuzz.de.yaml", (const char *)data, size, &diags);
    look_at_routine(routine_parse(&library, "fuzz.yaml", routine, sizeof routine - 1, &diags));
    look_at_tips(tips_parse(&library, "fuzz.yaml", tips, sizeof tips - 1, &diags));
    if (diags.errors > 0 || diags.forgiving)
        abort();
    diag_print(&diags, null, true);
    arena_finish(&arena);
    return 0;
}
