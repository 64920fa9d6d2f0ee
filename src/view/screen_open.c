// SPDX-License-Identifier: MIT
#include "view/scene.h"

#include <stdio.h>
#include <string.h>

/* Work "until continue": as long as it does good. */

static void subtitle(const struct scene *scene, char *out, size_t size)
{
    hint_words(&scene->page, HINT_ENOUGH, "", out, size);
}

static void dial(const struct scene *scene, const struct dial *dial)
{
    const struct page *page = &scene->page;
    if (scene->moment.breathes) {
        dial_orb(scene, dial);
        return;
    }
    char spent[TICK_TEXT];
    tick_clock(scene->moment.into, spent);
    dial_ring(page, dial, 0, page->theme->accent);
    const struct dial_row rows[] = {
        {ROLE_CLOCK, spent, page->theme->ink},
        {ROLE_UNDER, page_word(page, "so far"), page->theme->quiet},
    };
    dial_rows(page, dial, dial->radius * DIAL_INNER, rows, 2);
}

const struct screen screen_open = {.subtitle = subtitle, .dial = dial, .moves = true};
