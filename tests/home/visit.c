// SPDX-License-Identifier: MIT
#include "visit.h"

/* Two routines, of which the second has mistakes, and seven cards to learn from. */
static struct home_trouble trouble = {.file = "broken.yaml"};
static const struct tip cards[7];
static const struct tips tips = {
    .cards = cards,
    .count = 7,
    .of = {[TIP_CAUSE] = {cards, 4}, [TIP_HABIT] = {cards + 4, 2}, [TIP_SAFETY] = {cards + 6, 1}},
};

static const char *palettes[] = {"iris", "lagoon"};
static const char *languages[] = {"auto", "en", "de"};
static const char *things[] = {"mat", "foam roller"};

void visit_begin(struct visit *visit)
{
    *visit = (struct visit){.now = TICK_S};
    visit->routines[0] = (struct home_card){.title = "Good", .read = true, .turn = 5 * TICK_S};
    visit->routines[1] = (struct home_card){.title = "Broken", .read = true, .trouble = &trouble};
    settings_usual(&visit->wishes.now);
    visit->wishes.palettes = (struct text_list){palettes, 2};
    visit->wishes.languages = (struct text_list){languages, 3};
    visit->wishes.things = (struct text_list){things, 2};
    visit->content = (struct home_content){
        .cards = visit->routines, .count = 2, .tips = &tips, .wishes = &visit->wishes};
    home_init(&visit->home, visit->now);
}

/* One below the other, as a screen would yield them. */
void visit_yield(struct visit *visit)
{
    static const int ids[HOME_PLACES][7] = {
        [HOME_CARDS] = {HOME_ITEM_CARD, HOME_ITEM_CARD + 1, HOME_ITEM_LEARN, HOME_ITEM_SETTINGS,
                        -1},
        [HOME_BEFORE] = {HOME_ITEM_RESUME, HOME_ITEM_START, HOME_ITEM_HOME, HOME_ITEM_RATING + 4,
                         HOME_ITEM_THING, HOME_ITEM_FLAWS, -1},
        [HOME_LEARN] = {HOME_ITEM_NEXT, HOME_ITEM_PREVIOUS, HOME_ITEM_HOME, -1},
        [HOME_TROUBLE] = {HOME_ITEM_HOME, HOME_ITEM_AGAIN, -1},
        [HOME_WEEK] = {HOME_ITEM_TICK + CHECKLIST_WATER, HOME_ITEM_NEXT, HOME_ITEM_PREVIOUS,
                       HOME_ITEM_HOME, -1},
        [HOME_SETTINGS] = {HOME_ITEM_WISH, HOME_ITEM_WISH + 1, HOME_ITEM_WISH + SETTING_EQUIPMENT,
                           HOME_ITEM_HOME, -1},
    };
    visit->items.count = 0;
    for (int i = 0; ids[visit->home.place][i] >= 0; i++) {
        struct focus_box box = {0, (float)visit->items.count * 20, 100, 10};
        bool resume = ids[visit->home.place][i] == HOME_ITEM_RESUME;
        if (resume && visit->content.cards[visit->home.card].resume == 0)
            continue;
        focus_add(&visit->items, ids[visit->home.place][i], box, box);
    }
}

enum home_effect visit_press(struct visit *visit, enum action action)
{
    visit_yield(visit);
    const struct home_input input = {.action = action};
    return home_step(&visit->home, &visit->content, &visit->items, &input, visit->now);
}

enum home_effect visit_tap(struct visit *visit, float y)
{
    visit_yield(visit);
    const struct home_input input = {.tapped = true, .x = 5, .y = y, .action = ACTION_PLAY_PAUSE};
    return home_step(&visit->home, &visit->content, &visit->items, &input, visit->now);
}

enum home_effect visit_wait(struct visit *visit, tick length)
{
    visit->now += length;
    return visit_press(visit, ACTION_NONE);
}
