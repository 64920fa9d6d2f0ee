// SPDX-License-Identifier: MIT
#include "base/phrase.h"
#include "view/scene.h"

#include <stdio.h>

static void subtitle(const struct scene *scene, char *out, size_t size)
{
    words_place(scene, out, size);
}

/* Runs on during a rep, so that the ring never jumps. */
static float share_of_set(const struct scene *scene)
{
    const struct rep_moment *rep = &scene->moment.rep;
    return rep->of > 0 ? dial_done(&scene->moment) : 0;
}

static void dial(const struct scene *scene, const struct dial *dial)
{
    const struct page *page = &scene->page;
    const struct rep_moment *rep = &scene->moment.rep;
    const struct tempo *tempo = &scene->exercise->tempo;
    char phase[WORDS] = "", number[TICK_TEXT], total[TICK_TEXT], of[WORDS] = "";
    if (rep->phase >= 0 && rep->phase < tempo->count)
        phrase_capitals(phase, sizeof phase, page_word(page, tempo->phases[rep->phase].name));
    snprintf(number, sizeof number, "%d", rep->number);
    snprintf(total, sizeof total, "%d", rep->of);
    const char *values[] = {total};
    if (rep->of > 0)
        phrase_fill(of, sizeof of, page_word(page, "of {0}"), values, 1);
    dial_ring(page, dial, share_of_set(scene), page->theme->accent);
    const struct dial_row rows[] = {
        {ROLE_PHASE, phase, page->theme->warm},
        {ROLE_COUNT, number, page->theme->ink},
        {ROLE_UNDER, of, page->theme->quiet},
    };
    dial_rows(page, dial, dial->radius * DIAL_INNER, rows, 3);
}

const struct screen screen_reps = {.subtitle = subtitle, .dial = dial, .moves = true};
