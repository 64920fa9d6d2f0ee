// SPDX-License-Identifier: MIT
#include "view/scene.h"

/* The session that plays. A card with what is wrong with a saved file has its own place beside it
 * or below it, and the session is laid out in what that leaves, so that nothing is covered. */

struct arrangement {
    struct scene scene; /* its page is what the footer and the card leave */
    struct stage stage;
    struct watch_card card;
    bool footer;
    float size; /* of what moves, in square pixels */
};

/* In this order. A later one has to make figure and dial so much larger. */
static const struct {
    struct watch_card (*take)(struct page *page);
    bool footer; /* else the card stands in its place */
    float gain;
} card_places[] = {
    {watch_card_aside, true, 0},
    {watch_card_below, true, 2},
    {watch_card_below, false, 2.5f},
    {watch_card_brief, false, 4},
};
enum { PLACES = sizeof card_places / sizeof *card_places };

static const struct arrangement *with_card(const struct scene *scene, const struct header *header,
                                           const struct footer *footer,
                                           struct arrangement places[PLACES])
{
    const struct arrangement *best = NULL;
    for (int i = 0; i < PLACES; i++) {
        struct arrangement *place = &places[i];
        place->scene = *scene;
        place->footer = card_places[i].footer;
        if (place->footer)
            footer_take(footer, &place->scene.page);
        place->card = card_places[i].take(&place->scene.page);
        stage_arrange(&place->scene, header, &place->stage);
        place->size = stage_size(&place->scene, header, &place->stage);
        if (best == NULL || place->size > best->size * card_places[i].gain)
            best = place;
    }
    return best;
}

static const struct arrangement *without_card(const struct scene *scene,
                                              const struct header *header,
                                              const struct footer *footer,
                                              struct arrangement *place)
{
    place->scene = *scene;
    place->footer = true;
    footer_take(footer, &place->scene.page);
    stage_arrange(&place->scene, header, &place->stage);
    return place;
}

static void draw(const struct arrangement *arrangement, const struct header *header)
{
    const struct scene *scene = &arrangement->scene;
    const struct page *page = &scene->page;
    const struct stage *stage = &arrangement->stage;
    picture_draw(scene, stage->picture);
    scene->screen->dial(scene, &stage->dial);
    bool under_marks = box_right(stage->header) > stage->dial.x;
    header_draw(page, header, stage->header, under_marks ? marks_width(page, scene->session) : 0);
    caption_draw(scene, header, stage);
}

void screen_player_draw(struct scene *scene, bool card)
{
    struct header header;
    struct footer footer;
    struct arrangement places[PLACES];
    header_prepare(scene, &header);
    footer_prepare(scene, &footer);
    const struct arrangement *chosen = card ? with_card(scene, &header, &footer, places)
                                            : without_card(scene, &header, &footer, places);
    draw(chosen, &header);
    if (chosen->footer)
        footer_draw(scene, &footer);
    if (card)
        watch_card_draw(&scene->page, &chosen->card);
    scene->page.safe.w = chosen->scene.page.safe.w;
}
