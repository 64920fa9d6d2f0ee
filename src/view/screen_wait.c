// SPDX-License-Identifier: MIT
#include "base/phrase.h"
#include "view/scene.h"

/* Something to fetch or to do before it goes on. */

static void subtitle(const struct scene *scene, char *out, size_t size)
{
    hint_words(&scene->page, HINT_READY, "", out, size);
}

static tick left_of(const struct scene *scene)
{
    tick left = scene->moment.entry->at_most - scene->session->gate_spent;
    return left > 0 ? left : 0;
}

static float share_left(const struct scene *scene)
{
    tick most = scene->moment.entry->at_most;
    return most > 0 ? (float)(tick_to_seconds(left_of(scene)) / tick_to_seconds(most)) : 1;
}

static void dial(const struct scene *scene, const struct dial *dial)
{
    const struct page *page = &scene->page;
    const struct theme *theme = page->theme;
    bool ends = scene->moment.entry->at_most > 0;
    char left[TICK_TEXT] = "", goes_on[WORDS] = "", key[WORDS];
    const char *values[] = {tick_countdown(left_of(scene), left)};
    if (ends)
        phrase_fill(goes_on, sizeof goes_on, page_word(page, "by itself in {0}"), values, 1);
    dial_ring(page, dial, share_left(scene), theme->quiet);
    const struct dial_row rows[] = {
        {ROLE_PHASE, hint_words(page, HINT_GO_ON, "", key, sizeof key), theme->warm},
        {ROLE_UNDER, page_word(page, "to go on"), theme->ink},
        {ROLE_UNDER, goes_on, theme->quiet},
    };
    dial_rows(page, dial, dial->radius * DIAL_INNER, rows, 3);
}

const struct screen screen_wait = {.subtitle = subtitle, .dial = dial};
