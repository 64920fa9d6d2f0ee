// SPDX-License-Identifier: MIT
#include "view/stand_in_home.h"

enum { USUAL_CARDS = 14 };

#define LONG_NAME "a thing with a name of some length"

static const char *two_things[] = {"mat", "foam roller"};
static const char *messages[] = {
    "broken.yaml, line 3: no exercise is called 'cat-cw'; did you mean "
    "'cat-cow'?",
    "broken.yaml, line 4: 'two sets' is no dose"};
static const char *long_messages[] = {
    "a-file-whose-name-somebody-made-as-long-as-names-of-files-are-allowed-to-be-on-any-disk.yaml, "
    "line 3: no exercise is called 'cat-cw'; did you mean 'cat-cow'?",
    "a-file-whose-name-somebody-made-as-long-as-names-of-files-are-allowed-to-be-on-any-disk.yaml, "
    "line 4: 'two sets' is no dose"};
static const char *habit_pictures[] = {"problem.png", "fix.png"};
static const char *many_messages[] = {
    "many.yaml, line 3: no exercise is called 'cat-cw'; did you mean 'cat-cow'?",
    "many.yaml, line 4: 'two sets' is no dose",
    "many.yaml, line 5: no exercise is called 'cat-cw'; did you mean 'cat-cow'?",
    "many.yaml, line 6: 'two sets' is no dose",
    "many.yaml, line 7: no exercise is called 'cat-cw'; did you mean 'cat-cow'?",
    "many.yaml, line 8: 'two sets' is no dose",
    "many.yaml, line 9: no exercise is called 'cat-cw'; did you mean 'cat-cow'?",
    "many.yaml, line 10: 'two sets' is no dose",
    "many.yaml, line 11: no exercise is called 'cat-cw'; did you mean 'cat-cow'?",
    "many.yaml, line 12: 'two sets' is no dose",
    "many.yaml, line 13: no exercise is called 'cat-cw'; did you mean 'cat-cow'?",
    "many.yaml, line 14: 'two sets' is no dose",
    "many.yaml, line 15: no exercise is called 'cat-cw'; did you mean 'cat-cow'?",
    "many.yaml, line 16: 'two sets' is no dose",
    "many.yaml, line 17: no exercise is called 'cat-cw'; did you mean 'cat-cow'?",
    "many.yaml, line 18: 'two sets' is no dose"};
static struct home_trouble many_trouble = {"many.yaml", {many_messages, 16}};
static struct home_trouble trouble = {"broken.yaml", {messages, 2}};
static const char *flaw[] = {"daily.de.yaml, line 7: a text belongs here, not a list or keys"};
static struct home_trouble flaws = {"daily.yaml", {flaw, 1}};
static struct home_trouble long_trouble = {
    "a-file-whose-name-somebody-made-as-long-as-names-of-files-are-allowed-to-be-on-any-disk.yaml",
    {long_messages, 2}};

/* As it is after the first start, but for a mat that is missing. */
static struct wishes *stand_in_wishes(bool long_names)
{
    static const char *names[] = {"lagoon", LONG_NAME};
    static const char *things[] = {"mat",   "foam roller", "ball",     "doorway", "chair",
                                   "strap", "desk",        "keyboard", LONG_NAME};
    static struct wishes wishes;
    settings_usual(&wishes.now);
    wishes.palettes = wishes.languages = (struct text_list){names, 2};
    wishes.things = (struct text_list){things, long_names ? 9 : 8};
    wishes.now.said[SETTING_EQUIPMENT] = true;
    setting_put(&wishes.now.values[SETTING_EQUIPMENT], "foam roller", true);
    setting_put(&wishes.now.values[SETTING_EQUIPMENT], "chair", true);
    if (long_names) {
        wishes.now.values[SETTING_PALETTE] = (struct setting_value){.text = LONG_NAME};
        wishes.now.values[SETTING_LANGUAGE] = (struct setting_value){.text = LONG_NAME};
        wishes.now.values[SETTING_THEME].number = 2;
    }
    return &wishes;
}

struct home_content stand_in_home(size_t count)
{
    static struct home_card cards[STAND_IN_CARDS];
    static const struct tip learn[] = {
        {.kind = TIP_CAUSE, .title = "Stress", .text = "Muscles on guard stay tense."},
        {.kind = TIP_CAUSE, .title = "Long sitting", .text = "What never moves far gets stiff."},
        {.kind = TIP_HABIT,
         .title = "On the phone",
         .text = "Looking down loads the neck.",
         .fix = "Lift the phone to eye level.",
         .pictures = {habit_pictures, 2}},
    };
    static const struct tips tips = {
        .cards = learn, .count = 3, .of = {[TIP_CAUSE] = {learn, 2}, [TIP_HABIT] = {learn + 2, 1}}};
    for (size_t i = 0; i < count; i++)
        cards[i] = (struct home_card){.title = "Daily mobility",
                                      .about = "Twelve minutes that loosen a stiff back.",
                                      .read = i != 2,
                                      .total = (tick)(i + 1) * TICK_MIN,
                                      .needs = {two_things, i % 3},
                                      .either = {two_things + 1, i == 5},
                                      .trouble = i == 1 ? &trouble : NULL,
                                      .flaws = i == 6 ? &flaws : NULL};
    return (struct home_content){
        .cards = cards, .count = count, .tips = &tips, .wishes = stand_in_wishes(false)};
}

/* As long as a file may say: 60 characters of a title. */
#define LONG_TITLE "A slow and thorough evening for the whole back, neck to heel"
#define LONG_ABOUT                                                                                 \
    "For evenings after a long day at a desk or in a car, when nothing in the back wants to "      \
    "move any more and a little patience does more than strength."
#define LONG_TEXT                                                                                  \
    "Something that needs all the characters that there are for one card, which are as many as "   \
    "can be read in passing and spoken in one breath, and not one more."

struct home_content stand_in_home_long(size_t count)
{
    static const char *things[] = {"mat", "foam roller", "lacrosse ball", "doorway", "chair"};
    static const struct tip learn[] = {
        {.kind = TIP_CAUSE, .title = "Sitting in one place for hours", .text = LONG_TEXT},
        {.kind = TIP_CAUSE, .title = "Movements that never change", .text = LONG_TEXT},
        {.kind = TIP_CAUSE, .title = "Breathing that stays in the chest", .text = LONG_TEXT},
        {.kind = TIP_HABIT,
         .title = "On the phone, from morning to night",
         .text = LONG_TEXT,
         .fix = LONG_TEXT,
         .pictures = {habit_pictures, 2}},
    };
    static const struct tips tips = {
        .cards = learn, .count = 4, .of = {[TIP_CAUSE] = {learn, 3}, [TIP_HABIT] = {learn + 3, 1}}};
    struct home_content content = stand_in_home(count);
    content.tips = &tips;
    content.wishes = stand_in_wishes(true);
    for (size_t i = 0; i < count; i++) {
        struct home_card *card = &content.cards[i];
        card->title = LONG_TITLE;
        card->about = LONG_ABOUT;
        card->needs = (struct text_list){things, 5};
        card->either = (struct text_list){things + 1, HOME_THINGS};
        card->trouble = card->trouble ? &long_trouble : NULL;
    }
    return content;
}

const struct home_screen stand_in_home_screens[] = {
    {.name = "home", .pictured = true, .home = {.focus = HOME_ITEM_CARD}},
    {.name = "home-scrolled", .pictured = true, .home = {.focus = HOME_ITEM_CARD + 13}},
    {.name = "home-learn",
     .pictured = true,
     .home = {.focus = HOME_ITEM_LEARN, .scroll.first = 99}},
    {.name = "home-1", .cards = 1, .home = {.focus = HOME_ITEM_CARD}},
    {.name = "home-7", .cards = 7, .home = {.focus = HOME_ITEM_CARD + 4}},
    {.name = "home-40", .cards = 40, .home = {.focus = HOME_ITEM_CARD + 21}},
    {.name = "before",
     .pictured = true,
     .home = {.place = HOME_BEFORE, .focus = HOME_ITEM_START, .card = 4}},
    {.name = "before-resume",
     .pictured = true,
     .home = {.place = HOME_BEFORE, .focus = HOME_ITEM_RESUME, .card = 3}},
    {.name = "before-thing",
     .pictured = true,
     .home = {.place = HOME_BEFORE, .focus = HOME_ITEM_THING, .card = 5}},
    {.name = "before-flaws",
     .pictured = true,
     .home = {.place = HOME_BEFORE, .focus = HOME_ITEM_START, .card = 6}},
    {.name = "countdown",
     .pictured = true,
     .home = {.place = HOME_BEFORE, .card = 4, .last_now = TICK_S, .starts = 3 * TICK_S}},
    {.name = "learn", .pictured = true, .home = {.place = HOME_LEARN, .focus = HOME_ITEM_NEXT}},
    {.name = "learn-habit",
     .pictured = true,
     .home = {.place = HOME_LEARN, .focus = HOME_ITEM_HOME, .page = 1}},
    {.name = "trouble",
     .pictured = true,
     .home = {.place = HOME_TROUBLE, .focus = HOME_ITEM_HOME, .trouble = &trouble}},
    {.name = "trouble-many",
     .pictured = true,
     .home = {.place = HOME_TROUBLE,
              .focus = HOME_ITEM_HOME,
              .scroll.first = 3,
              .trouble = &many_trouble}},
    {.name = "trouble-end",
     .home = {.place = HOME_TROUBLE,
              .focus = HOME_ITEM_HOME,
              .scroll.first = 99,
              .trouble = &many_trouble}},
    {.name = "settings",
     .pictured = true,
     .home = {.place = HOME_SETTINGS, .focus = HOME_ITEM_WISH + SETTING_THEME}},
    {.name = "settings-thing",
     .home = {.place = HOME_SETTINGS, .focus = HOME_ITEM_WISH + SETTING_EQUIPMENT + 3}},
    {.name = "settings-done", .home = {.place = HOME_SETTINGS, .focus = HOME_ITEM_HOME}},
    {.name = "settings-long",
     .long_names = true,
     .home = {.place = HOME_SETTINGS, .focus = HOME_ITEM_WISH + SETTING_PALETTE}},
    {.name = "home-week",
     .pictured = true,
     .past = PAST_FULL,
     .home = {.focus = HOME_ITEM_WEEK, .scroll.first = 99}},
    {.name = "home-week-none", .past = PAST_NONE, .home = {.focus = HOME_ITEM_CARD + 5}},
    {.name = "week",
     .pictured = true,
     .past = PAST_FULL,
     .home = {.place = HOME_WEEK, .focus = HOME_ITEM_NEXT}},
    {.name = "week-none",
     .pictured = true,
     .past = PAST_NONE,
     .home = {.place = HOME_WEEK, .focus = HOME_ITEM_HOME}},
    {.name = "week-tick",
     .past = PAST_FULL,
     .home = {.place = HOME_WEEK, .focus = HOME_ITEM_TICK + CHECKLIST_WATER}},
    {.name = "week-no-tick",
     .past = PAST_FULL,
     .home = {.place = HOME_WEEK, .focus = HOME_ITEM_TICK + CHECKLIST_STRENGTH}},
    {.name = "trend",
     .pictured = true,
     .past = PAST_FULL,
     .home = {.place = HOME_WEEK, .focus = HOME_ITEM_HOME, .page = HOME_WEEK_TREND}},
    {.name = "trend-one",
     .pictured = true,
     .past = PAST_ONE,
     .home = {.place = HOME_WEEK, .focus = HOME_ITEM_HOME, .page = HOME_WEEK_TREND}},
    {.name = "trend-none",
     .pictured = true,
     .past = PAST_NONE,
     .home = {.place = HOME_WEEK, .focus = HOME_ITEM_PREVIOUS, .page = HOME_WEEK_TREND}},
    {.name = "home-long", .long_names = true, .home = {.focus = HOME_ITEM_CARD}},
    {.name = "before-long",
     .long_names = true,
     .home = {.place = HOME_BEFORE, .focus = HOME_ITEM_START, .card = 4}},
    {.name = "countdown-long",
     .long_names = true,
     .home = {.place = HOME_BEFORE, .card = 4, .last_now = TICK_S, .starts = 3 * TICK_S}},
    {.name = "learn-long",
     .long_names = true,
     .home = {.place = HOME_LEARN, .focus = HOME_ITEM_NEXT}},
    {.name = "learn-habit-long",
     .long_names = true,
     .home = {.place = HOME_LEARN, .focus = HOME_ITEM_HOME, .page = 1}},
    {.name = "trouble-long",
     .long_names = true,
     .home = {.place = HOME_TROUBLE, .focus = HOME_ITEM_HOME, .trouble = &long_trouble}},
};
const size_t stand_in_home_screen_count =
    sizeof stand_in_home_screens / sizeof *stand_in_home_screens;

void stand_in_home_draw(const struct view_context *view, const struct home_screen *screen,
                        struct focus_items *items)
{
    size_t cards = screen->cards > 0 ? screen->cards : USUAL_CARDS;
    struct home_content content =
        screen->long_names ? stand_in_home_long(cards) : stand_in_home(cards);
    if (cards > 3) /* one that was left */
        content.cards[3].resume = 2 * TICK_MIN + 6 * TICK_S;
    content.progress = stand_in_past(screen->past);
    view_home(view, &screen->home, &content, items);
}
