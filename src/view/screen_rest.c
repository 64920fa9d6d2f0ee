// SPDX-License-Identifier: MIT
#include "base/phrase.h"
#include "view/scene.h"

/* Time to breathe, and to see what comes: its figure is there already. */

static const char *title(const struct scene *scene)
{
    return page_word(&scene->page, "Rest");
}

static void subtitle(const struct scene *scene, char *out, size_t size)
{
    const struct entry *work = words_work_ahead(scene);
    char what[WORDS] = "";
    const char *values[] = {work ? words_entry(scene, work, what, sizeof what) : what};
    phrase_fill(out, size, work ? page_word(&scene->page, "Then: {0}") : "", values, 1);
    if (work && work->set <= 1)
        words_add_needs(&scene->page, work->exercise, out, size);
}

static void dial(const struct scene *scene, const struct dial *dial)
{
    const struct page *page = &scene->page;
    char left[TICK_TEXT];
    tick_countdown(scene->moment.left, left);
    dial_ring(page, dial, 1 - dial_done(&scene->moment), page->theme->quiet);
    const struct dial_row rows[] = {
        {ROLE_CLOCK, left, page->theme->ink},
        {ROLE_UNDER, page_word(page, "to go"), page->theme->quiet},
    };
    dial_rows(page, dial, dial->radius * DIAL_INNER, rows, 2);
}

const struct screen screen_rest = {
    .title = title, .subtitle = subtitle, .dial = dial, .headed = true};
