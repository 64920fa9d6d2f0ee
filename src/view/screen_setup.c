// SPDX-License-Identifier: MIT
#include "base/phrase.h"
#include "view/scene.h"

/* Getting into position, and the last three seconds counted down. */
#define COUNTED (3 * TICK_S)

static void subtitle(const struct scene *scene, char *out, size_t size)
{
    words_ahead(scene, out, size);
}

static void dial(const struct scene *scene, const struct dial *dial)
{
    const struct page *page = &scene->page;
    const struct theme *theme = page->theme;
    tick left = scene->moment.left;
    char seconds[TICK_TEXT];
    words_seconds(left, seconds);
    dial_ring(page, dial, 1 - dial_done(&scene->moment), theme->quiet);
    const struct dial_row rows[] = {
        {ROLE_UNDER, page_word(page, "Get ready"), theme->quiet},
        {ROLE_COUNT, seconds, left <= COUNTED ? theme->warm : theme->ink},
    };
    dial_rows(page, dial, dial->radius * DIAL_INNER, rows, 2);
}

const struct screen screen_setup = {.subtitle = subtitle, .dial = dial};
