// SPDX-License-Identifier: MIT
#include "base/phrase.h"
#include "view/scene.h"

static void subtitle(const struct scene *scene, char *out, size_t size)
{
    words_place(scene, out, size);
}

/* What moves freely, or is not known to be a position to keep, is no hold. */
static bool is_hold(const struct scene *scene)
{
    const char *family = scene->exercise ? scene->exercise->family : NULL;
    bool kept = family && (text_equal(family, "stretch") || text_equal(family, "strength"));
    return scene->moment.entry->drive == DRIVE_STILL ||
           (kept && scene->moment.entry->drive != DRIVE_LOOP);
}

/* The one word of this second: the breath, the phase of a slow movement, or that it is a hold. */
static const char *word(const struct scene *scene)
{
    const struct moment *moment = &scene->moment;
    if (moment->breathes)
        return words_phase(scene, moment->breath.phase);
    if (moment->moves_by_reps && moment->rep.phase < scene->exercise->tempo.count)
        return page_word(&scene->page, scene->exercise->tempo.phases[moment->rep.phase].name);
    return is_hold(scene) ? page_word(&scene->page, "Hold") : "";
}

static void dial(const struct scene *scene, const struct dial *dial)
{
    const struct page *page = &scene->page;
    char left[TICK_TEXT];
    tick_countdown(scene->moment.left, left);
    float radius = dial_breath(scene, dial);
    dial_ring(page, dial, dial_done(&scene->moment), page->theme->accent);
    dial_halfway(scene, dial);
    const struct dial_row rows[] = {
        {ROLE_PHASE, word(scene), page->theme->warm},
        {ROLE_CLOCK, left, page->theme->ink},
        {ROLE_UNDER, page_word(page, "to go"), page->theme->quiet},
    };
    dial_rows(page, dial, radius, rows, 3);
}

const struct screen screen_hold = {.subtitle = subtitle, .dial = dial, .moves = true};
