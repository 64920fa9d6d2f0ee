// SPDX-License-Identifier: MIT
#include "base/phrase.h"
#include "view/scene.h"

static const char *title(const struct scene *scene)
{
    return page_word(&scene->page, scene->moment.side == SIDE_LEFT ? N_("Switch to the left side")
                                   : scene->moment.side == SIDE_RIGHT
                                       ? N_("Switch to the right side")
                                       : N_("Switch sides"));
}

static void subtitle(const struct scene *scene, char *out, size_t size)
{
    const char *values[] = {scene->exercise ? scene->exercise->title : ""};
    phrase_fill(out, size, "{0}", values, 1);
}

static void dial(const struct scene *scene, const struct dial *dial)
{
    const struct page *page = &scene->page;
    char seconds[TICK_TEXT];
    words_seconds(scene->moment.left, seconds);
    dial_ring(page, dial, 1 - dial_done(&scene->moment), page->theme->warm);
    const struct dial_row rows[] = {
        {ROLE_UNDER, page_word(page, "Switch sides"), page->theme->warm},
        {ROLE_COUNT, seconds, page->theme->ink},
    };
    dial_rows(page, dial, dial->radius * DIAL_INNER, rows, 2);
}

const struct screen screen_switch = {.title = title, .subtitle = subtitle, .dial = dial};
