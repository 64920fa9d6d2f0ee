// SPDX-License-Identifier: MIT
#include "home/home.h"

void home_init(struct home *home, tick now)
{
    *home = (struct home){.focus = HOME_ITEM_CARD, .last_now = now, .touched = now};
}

/* The cards stay where they were scrolled to. */
static void go(struct home *home, enum home_place place, int focus)
{
    if (home->place == HOME_CARDS)
        home->cards_first = home->scroll.first;
    home->scroll = (struct scroll){.first = place == HOME_CARDS ? home->cards_first : 0};
    home->place = place;
    home->focus = focus;
    home->starts = 0;
}

static void go_home(struct home *home)
{
    int back = home->place == HOME_LEARN      ? HOME_ITEM_LEARN
               : home->place == HOME_SETTINGS ? HOME_ITEM_SETTINGS
               : home->place == HOME_WEEK     ? HOME_ITEM_WEEK
                                              : HOME_ITEM_CARD + (int)home->card;
    go(home, HOME_CARDS, back);
}

void home_return(struct home *home, const struct home_content *content, tick now)
{
    if (home->card >= content->count)
        home->card = 0;
    home->trouble = NULL;
    home->last_now = home->touched = now;
    go(home, HOME_CARDS, HOME_ITEM_CARD + (int)home->card);
}

static void show_trouble(struct home *home, const struct home_trouble *trouble)
{
    home->trouble = trouble;
    go(home, HOME_TROUBLE, HOME_ITEM_HOME);
}

/* What a person who opens the card most likely wants. */
static int first_choice(const struct home *home, const struct home_content *content)
{
    return content->cards[home->card].resume > 0 ? HOME_ITEM_RESUME : HOME_ITEM_START;
}

static void choose_card(struct home *home, const struct home_content *content, size_t card)
{
    home->card = card;
    if (content->cards[card].trouble != NULL)
        show_trouble(home, content->cards[card].trouble);
    else
        go(home, HOME_BEFORE, first_choice(home, content));
    home->comfort = (struct comfort){0};
}

static bool is_rating(int item)
{
    return item >= HOME_ITEM_RATING && item <= HOME_ITEM_RATING + RATING_MOST;
}

/* An answer takes the focus to the start, and the start waits for it: the next press begins. */
static void rate(struct home *home, const struct home_content *content, int rating)
{
    home->comfort = (struct comfort){true, rating};
    if (home->focus != HOME_ITEM_START)
        home->focus = first_choice(home, content);
    home->starts = 0;
}

static bool has_pages(const struct home *home)
{
    return home->place == HOME_LEARN || home->place == HOME_WEEK;
}

static size_t pages_of(const struct home *home, const struct home_content *content)
{
    return home->place == HOME_WEEK ? HOME_WEEK_PAGES : learn_pages(content->tips);
}

static bool is_tick(int item)
{
    return item >= HOME_ITEM_TICK && item < HOME_ITEM_TICK + CHECKLIST_ITEMS;
}

/* The button that was pressed keeps the focus, unless the page has none like it. */
static void turn_page(struct home *home, const struct home_content *content, size_t page)
{
    bool last = page + 1 >= pages_of(home, content);
    home->page = page;
    if (last && (home->focus == HOME_ITEM_NEXT || is_tick(home->focus)))
        home->focus = HOME_ITEM_HOME;
    if (page == 0 && home->focus == HOME_ITEM_PREVIOUS)
        home->focus = last ? HOME_ITEM_HOME : HOME_ITEM_NEXT;
}

/* Through the pages, as far as there are any. False: the action is about something else. */
static bool leaf(struct home *home, const struct home_content *content, enum action action)
{
    size_t last = pages_of(home, content);
    last -= last > 0;
    switch (action) {
    case ACTION_PAGE_ON:
        turn_page(home, content, home->page < last ? home->page + 1 : last);
        return true;
    case ACTION_PAGE_BACK:
        turn_page(home, content, home->page > 0 ? home->page - 1 : 0);
        return true;
    case ACTION_FIRST:
    case ACTION_LAST:
        turn_page(home, content, action == ACTION_LAST ? last : 0);
        return true;
    default:
        return false;
    }
}

static enum home_effect change(struct home *home, const struct home_content *content,
                               enum wishes_way way)
{
    size_t row = (size_t)(home->focus - HOME_ITEM_WISH);
    if (home->focus < HOME_ITEM_WISH || row >= wishes_count(content->wishes))
        return HOME_NOTHING;
    home->changed = wishes_setting(row);
    return wishes_change(content->wishes, row, way) ? HOME_CHANGED : HOME_NOTHING;
}

static bool is_thing(int item)
{
    return item >= HOME_ITEM_THING && item < HOME_ITEM_THING + HOME_THINGS;
}

/* Here or not: the routine goes the other way from now on. */
static enum home_effect turn_thing(struct home *home, const struct home_content *content)
{
    const struct text_list *things = &content->cards[home->card].either;
    size_t thing = (size_t)(home->focus - HOME_ITEM_THING);
    if (content->wishes == NULL || thing >= things->count)
        return HOME_NOTHING;
    size_t row = wishes_row(content->wishes, things->items[thing]);
    home->changed = SETTING_EQUIPMENT;
    return row < wishes_count(content->wishes) && wishes_change(content->wishes, row, WISHES_ROUND)
               ? HOME_CHANGED
               : HOME_NOTHING;
}

static enum home_effect tick_by_hand(struct home *home)
{
    home->ticked = (enum checklist_item)(home->focus - HOME_ITEM_TICK);
    return checklist_table[home->ticked].by_hand ? HOME_TICKED : HOME_NOTHING;
}

static void start(struct home *home, const struct home_card *card)
{
    if (card->trouble != NULL)
        show_trouble(home, card->trouble);
    else
        home->starts = home->last_now + HOME_COUNTDOWN;
}

static enum home_effect choose(struct home *home, const struct home_content *content)
{
    if (home->place == HOME_SETTINGS && home->focus >= HOME_ITEM_WISH)
        return change(home, content, WISHES_ROUND);
    if (home->focus >= HOME_ITEM_CARD) {
        size_t card = (size_t)(home->focus - HOME_ITEM_CARD);
        if (card < content->count)
            choose_card(home, content, card);
        return HOME_NOTHING;
    }
    if (is_rating(home->focus)) {
        rate(home, content, home->focus - HOME_ITEM_RATING);
        return HOME_NOTHING;
    }
    if (is_thing(home->focus))
        return turn_thing(home, content);
    if (is_tick(home->focus))
        return tick_by_hand(home);
    switch ((enum home_item)home->focus) {
    case HOME_ITEM_LEARN:
        home->page = 0;
        go(home, HOME_LEARN, HOME_ITEM_NEXT);
        break;
    case HOME_ITEM_LEARN_TROUBLE:
        show_trouble(home, content->trouble);
        break;
    case HOME_ITEM_FLAWS:
        show_trouble(home, content->cards[home->card].flaws);
        break;
    case HOME_ITEM_WEEK:
        home->page = HOME_WEEK_LIST;
        go(home, HOME_WEEK, HOME_ITEM_NEXT);
        break;
    case HOME_ITEM_SETTINGS:
        go(home, HOME_SETTINGS, HOME_ITEM_WISH);
        break;
    case HOME_ITEM_START:
    case HOME_ITEM_RESUME:
        home->resume = home->focus == HOME_ITEM_RESUME;
        start(home, &content->cards[home->card]);
        break;
    case HOME_ITEM_NEXT:
        turn_page(home, content, home->page + 1);
        break;
    case HOME_ITEM_PREVIOUS:
        turn_page(home, content, home->page - 1);
        break;
    case HOME_ITEM_AGAIN:
        return HOME_RELOAD;
    default:
        go_home(home);
    }
    return HOME_NOTHING;
}

static enum home_effect leave(struct home *home)
{
    if (home->place == HOME_CARDS)
        return HOME_CLOSE;
    go_home(home);
    return HOME_NOTHING;
}

static enum home_effect begin(struct home *home)
{
    home->starts = 0;
    return HOME_PLAY;
}

static bool asks_now(const struct home *home, const struct home_content *content)
{
    return home->place == HOME_BEFORE && !content->cards[home->card].asks;
}

static void type_rating(struct home *home, const struct home_content *content, int digit)
{
    if (digit >= 0 && digit <= RATING_MOST)
        rate(home, content, rating_typed(home->comfort.said ? home->comfort.rating : -1, digit));
}

/* While it counts, a press is about the start, or an answer, for which it stops. */
static enum home_effect count_down(struct home *home, const struct home_content *content,
                                   const struct focus_items *items, const struct home_input *input)
{
    int at = input->tapped ? focus_at(items, input->x, input->y) : FOCUS_NONE;
    if (is_rating(at)) {
        rate(home, content, at - HOME_ITEM_RATING);
        return HOME_NOTHING;
    }
    if (input->tapped || input->action != ACTION_LEAVE)
        return begin(home);
    home->starts = 0;
    return HOME_NOTHING;
}

/* A row says less where its arrow to the left is. */
static enum home_effect tap_wish(struct home *home, const struct home_content *content,
                                 const struct focus_items *items, float x)
{
    for (size_t i = 0; i < items->count; i++) {
        struct focus_box box = items->items[i].box;
        float across = (x - box.x) / box.w;
        if (items->items[i].id == home->focus)
            return change(home, content,
                          across >= 0.5F && across < 0.75F ? WISHES_LESS : WISHES_ROUND);
    }
    return HOME_NOTHING;
}

static enum home_effect tap(struct home *home, const struct home_content *content,
                            const struct focus_items *items, const struct home_input *input)
{
    int id = focus_at(items, input->x, input->y);
    if (id == FOCUS_NONE)
        return HOME_NOTHING;
    home->focus = id;
    if (home->place == HOME_SETTINGS && id >= HOME_ITEM_WISH)
        return tap_wish(home, content, items, input->x);
    return choose(home, content);
}

/* Left and right change a row, so up and down go through all of them. */
static enum home_effect press_wish(struct home *home, const struct home_content *content,
                                   const struct focus_items *items, enum action action)
{
    if (action == ACTION_BACK || action == ACTION_NEXT)
        return change(home, content, action == ACTION_BACK ? WISHES_LESS : WISHES_MORE);
    home->focus = focus_move(items, home->focus, action == ACTION_UP ? FOCUS_BEFORE : FOCUS_ON);
    return HOME_NOTHING;
}

/* Tab passes the scale in one step, and who comes to it stands on the answer, or in the middle. */
static int move(const struct home *home, const struct focus_items *items, enum focus_way way)
{
    int from = home->focus, to = focus_move(items, from, way);
    bool tab = way == FOCUS_ON || way == FOCUS_BEFORE;
    for (int i = 0; i <= RATING_MOST && tab && is_rating(from) && is_rating(to); i++)
        to = focus_move(items, to, way);
    if (!is_rating(to) || is_rating(from))
        return to;
    return HOME_ITEM_RATING + (home->comfort.said ? home->comfort.rating : RATING_MIDDLE);
}

static enum home_effect press(struct home *home, const struct home_content *content,
                              const struct focus_items *items, enum action action)
{
    static const struct {
        enum action action;
        enum focus_way way;
    } moves[] = {
        {ACTION_BACK, FOCUS_LEFT}, {ACTION_NEXT, FOCUS_RIGHT},    {ACTION_UP, FOCUS_UP},
        {ACTION_DOWN, FOCUS_DOWN}, {ACTION_FOCUS_NEXT, FOCUS_ON}, {ACTION_FOCUS_BACK, FOCUS_BEFORE},
    };
    bool arrow = action == ACTION_BACK || action == ACTION_NEXT || action == ACTION_UP ||
                 action == ACTION_DOWN;
    if (home->place == HOME_SETTINGS && arrow)
        return press_wish(home, content, items, action);
    for (size_t i = 0; i < sizeof moves / sizeof *moves; i++)
        if (moves[i].action == action)
            home->focus = move(home, items, moves[i].way);
    if (action == ACTION_HELP)
        home->help = true;
    if (action == ACTION_LEAVE)
        return leave(home);
    bool chooses = action == ACTION_CONTINUE || action == ACTION_PLAY_PAUSE;
    return chooses ? choose(home, content) : HOME_NOTHING;
}

/* Below the mouse, as long as that moves nothing else. */
static void point(struct home *home, const struct focus_items *items,
                  const struct home_input *input)
{
    int id = focus_at(items, input->x, input->y);
    if (id == FOCUS_NONE || id == home->focus || home->help || home->starts != 0)
        return;
    for (size_t i = 0; i < items->count && home->place == HOME_SETTINGS; i++)
        if (items->items[i].box.w <= 0)
            return;
    home->focus = id;
    home->touched = home->last_now;
}

/* What a mouse or a finger does besides pressing; false: `action` counts. */
static bool handle(struct home *home, const struct home_content *content,
                   const struct focus_items *items, const struct home_input *input)
{
    const struct scroll_input given = {input->notches, input->dragged, input->lifted};
    if (input->pointed)
        point(home, items, input);
    if (home->help)
        return input->pointed || given.notches != 0 || given.dragged != 0;
    if (home->place == HOME_LEARN && input->notches != 0)
        leaf(home, content, input->notches > 0 ? ACTION_PAGE_ON : ACTION_PAGE_BACK);
    return scroll_handle(&home->scroll, &items->list, &given, &home->focus) || input->pointed;
}

/* A press, after time has passed. */
static enum home_effect answer(struct home *home, const struct home_content *content,
                               const struct focus_items *items, const struct home_input *input)
{
    if (input->action == ACTION_QUIT)
        return HOME_CLOSE;
    if (input->action == ACTION_FULL_SCREEN)
        return HOME_FULL_SCREEN;
    if (home->help) {
        home->help = false;
        return HOME_NOTHING;
    }
    if (input->action == ACTION_RATE && asks_now(home, content)) {
        type_rating(home, content, input->rating);
        return HOME_NOTHING;
    }
    if (home->starts != 0)
        return count_down(home, content, items, input);
    home->focus = focus_keep(items, home->focus);
    if (input->tapped)
        return tap(home, content, items, input);
    enum action action = input->action;
    if (input->lifted && has_pages(home)) /* a finger swipes pages, not the focus */
        action = action == ACTION_NEXT   ? ACTION_PAGE_ON
                 : action == ACTION_BACK ? ACTION_PAGE_BACK
                                         : action;
    if (has_pages(home) ? leaf(home, content, action)
                        : scroll_press(&home->scroll, &items->list, action, &home->focus))
        return HOME_NOTHING;
    return press(home, content, items, action_plain(action));
}

static void keep_page(struct home *home, const struct home_content *content)
{
    size_t pages = pages_of(home, content);
    if (home->page >= pages)
        home->page = pages > 0 ? pages - 1 : 0;
}

enum home_effect home_step(struct home *home, const struct home_content *content,
                           const struct focus_items *items, const struct home_input *input,
                           tick now)
{
    enum home_effect effect = HOME_NOTHING;
    home->last_now = now;
    if (items->list.columns > 0)
        home->scroll.first = items->list.first;
    if (handle(home, content, items, input))
        return HOME_NOTHING;
    if (input->tapped || input->action != ACTION_NONE) {
        home->touched = now;
        effect = answer(home, content, items, input);
    }
    keep_page(home, content);
    if (effect == HOME_NOTHING && home->starts != 0 && now >= home->starts)
        return begin(home);
    return effect;
}

static bool moves(const struct home *home, const struct home_content *content, size_t card)
{
    tick turn = content->cards[card].turn;
    bool chosen = home->place == HOME_CARDS ? home->focus == HOME_ITEM_CARD + (int)card
                                            : home->place == HOME_BEFORE && home->card == card;
    return chosen && !home->help && turn > 0 &&
           home->last_now - home->touched < HOME_MOVES / turn * turn;
}

double home_turn(const struct home *home, const struct home_content *content, size_t card)
{
    if (!moves(home, content, card))
        return 0;
    tick turn = content->cards[card].turn;
    return tick_to_seconds((home->last_now - home->touched) % turn) / tick_to_seconds(turn);
}

tick home_next_change(const struct home *home, const struct home_content *content, tick now)
{
    if (home->starts != 0)
        return now;
    for (size_t i = 0; i < content->count; i++)
        if (moves(home, content, i))
            return now;
    return TICK_NEVER;
}
