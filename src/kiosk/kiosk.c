// SPDX-License-Identifier: MIT
#include "kiosk/kiosk.h"

#include <math.h>

/* Somebody who pressed something so long ago has seen what there is. */
#define LOOKS (20 * TICK_S)

static bool asks_for_pin(const struct kiosk *kiosk)
{
    return kiosk->chord.state != CHORD_SHUT;
}

/* The question for the PIN keeps the focus, and gives it back where it is then. */
static void go(struct kiosk *kiosk, enum kiosk_place place, int focus)
{
    kiosk->place = place;
    *(asks_for_pin(kiosk) ? &kiosk->focus_below : &kiosk->focus) = focus;
    kiosk->scroll = (struct scroll){0};
    kiosk->since = kiosk->touched = kiosk->last_now;
    kiosk->deserted = TICK_NEVER;
}

static enum care_use use_of(const struct kiosk *kiosk)
{
    if (kiosk->place == KIOSK_SESSION)
        return CARE_SESSION;
    bool somebody = kiosk->place != KIOSK_IDLE || asks_for_pin(kiosk) ||
                    kiosk->last_now < kiosk->touched + LOOKS;
    return somebody ? CARE_SOMEBODY : CARE_NOBODY;
}

static void look_at_clock(struct kiosk *kiosk, const struct kiosk_world *world, int64_t wall)
{
    int64_t local = civil_local(world->zone, wall), next = schedule_shown(&kiosk->schedule);
    kiosk->clock = civil_of(local);
    kiosk->next_known = next != CALENDAR_NEVER && world->content->break_count > 0;
    if (!kiosk->next_known)
        return;
    next = civil_local(world->zone, next);
    kiosk->next = civil_of(next);
    kiosk->next_in = (int)(civil_day(next) - civil_day(local));
}

void kiosk_init(struct kiosk *kiosk, const struct kiosk_world *world, struct clocks moment)
{
    *kiosk = (struct kiosk){
        .last_now = moment.now, .touched = moment.now - LOOKS, .deserted = TICK_NEVER};
    schedule_init(&kiosk->schedule, world->config, world->zone, moment);
    care_init(&kiosk->care, moment.now);
    chord_init(&kiosk->chord);
    restart_init(&kiosk->restart, moment.now);
    look_at_clock(kiosk, world, moment.wall);
}

void kiosk_reload(struct kiosk *kiosk, const struct kiosk_world *world, struct clocks moment)
{
    schedule_reload(&kiosk->schedule, world->config, world->zone, moment);
    if (kiosk->language >= world->config->languages.count)
        kiosk->language = 0;
    kiosk->card = NULL;
    if (kiosk->place == KIOSK_CHOOSE || kiosk->place == KIOSK_NOTICE)
        go(kiosk, KIOSK_IDLE, KIOSK_ITEM_START);
    look_at_clock(kiosk, world, moment.wall);
    care_reload(&kiosk->care);
}

static enum kiosk_effect play(struct kiosk *kiosk, const struct home_card *card)
{
    kiosk->card = card;
    go(kiosk, KIOSK_SESSION, KIOSK_ITEM_START);
    return KIOSK_PLAY;
}

static enum kiosk_effect play_offered(struct kiosk *kiosk, const struct kiosk_world *world,
                                      size_t index)
{
    const struct home_content *offered = &world->content->offered;
    return index < offered->count ? play(kiosk, &offered->cards[index]) : KIOSK_NOTHING;
}

static enum kiosk_effect announce(struct kiosk *kiosk, const struct kiosk_world *world)
{
    if (kiosk->place != KIOSK_IDLE)
        return KIOSK_NOTHING;
    kiosk->turn = schedule_turn(world->config, world->zone, kiosk->schedule.slot,
                                world->content->break_count);
    go(kiosk, KIOSK_NOTICE, KIOSK_ITEM_START);
    return KIOSK_CHIME;
}

static enum kiosk_effect begin_break(struct kiosk *kiosk, const struct kiosk_world *world,
                                     int64_t slot)
{
    if (kiosk->place != KIOSK_NOTICE)
        kiosk->turn = schedule_turn(world->config, world->zone, slot, world->content->break_count);
    return play(kiosk, world->content->breaks[kiosk->turn]);
}

static enum kiosk_effect look_at_schedule(struct kiosk *kiosk, const struct kiosk_world *world,
                                          struct clocks moment)
{
    bool busy = (kiosk->place != KIOSK_IDLE && kiosk->place != KIOSK_NOTICE) ||
                asks_for_pin(kiosk) || world->content->break_count == 0;
    int64_t slot = kiosk->schedule.slot;
    enum schedule_state state =
        schedule_step(&kiosk->schedule, world->config, world->zone, moment, busy);
    if (state == SCHEDULE_BEGINS)
        return begin_break(kiosk, world, slot);
    if (state == SCHEDULE_NOTICE)
        return announce(kiosk, world);
    if (kiosk->place == KIOSK_NOTICE)
        go(kiosk, KIOSK_IDLE, KIOSK_ITEM_START);
    return KIOSK_NOTHING;
}

static enum kiosk_effect pass_time(struct kiosk *kiosk, const struct kiosk_world *world,
                                   struct clocks moment)
{
    kiosk->last_now = moment.now > kiosk->last_now ? moment.now : kiosk->last_now;
    care_step(&kiosk->care, world->config, world->zone, moment, use_of(kiosk));
    chord_step(&kiosk->chord, world->config, (struct chord_input){.event = CHORD_TIME},
               kiosk->last_now);
    enum kiosk_effect effect = look_at_schedule(kiosk, world, moment);
    look_at_clock(kiosk, world, moment.wall);
    if (effect != KIOSK_NOTHING)
        return effect;
    if (kiosk->place == KIOSK_CHOOSE)
        kiosk->deserted = kiosk->touched + world->config->nobody.after;
    bool thanked =
        kiosk->place == KIOSK_THANKS && kiosk->last_now >= kiosk->since + KIOSK_THANKS_LASTS;
    bool deserted = kiosk->place == KIOSK_CHOOSE && kiosk->last_now >= kiosk->deserted;
    if (thanked || deserted) {
        go(kiosk, KIOSK_IDLE, KIOSK_ITEM_START);
        kiosk->touched -= LOOKS;
    }
    if (deserted && kiosk->language != 0) {
        kiosk->language = 0;
        return KIOSK_OTHER_LANGUAGE;
    }
    bool nobody = kiosk->place == KIOSK_IDLE && use_of(kiosk) == CARE_NOBODY;
    bool restarts = nobody && restart_is_due(&kiosk->restart, world->config, world->zone, moment);
    return restarts ? KIOSK_RESTART : KIOSK_NOTHING;
}

/* The arrows and Tab. */
static bool move(struct kiosk *kiosk, const struct focus_items *items, enum action asked)
{
    enum action action = action_plain(asked);
    static const struct {
        enum action action;
        enum focus_way way;
    } ways[] = {{ACTION_BACK, FOCUS_LEFT},     {ACTION_NEXT, FOCUS_RIGHT},
                {ACTION_UP, FOCUS_UP},         {ACTION_DOWN, FOCUS_DOWN},
                {ACTION_FOCUS_NEXT, FOCUS_ON}, {ACTION_FOCUS_BACK, FOCUS_BEFORE}};
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++)
        if (ways[i].action == action) {
            int to = focus_move(items, focus_keep(items, kiosk->focus), ways[i].way);
            kiosk->focus = to != FOCUS_NONE ? to : kiosk->focus;
            return true;
        }
    return false;
}

static bool chooses(enum action action)
{
    return action == ACTION_CONTINUE || action == ACTION_PLAY_PAUSE;
}

/* The item that a press is about; FOCUS_NONE: none. A tap takes the focus with it. */
static int pressed_item(struct kiosk *kiosk, const struct focus_items *items,
                        const struct kiosk_input *input)
{
    if (input->tapped) {
        int at = focus_at(items, input->x, input->y);
        kiosk->focus = at != FOCUS_NONE ? at : kiosk->focus;
        return at;
    }
    if (move(kiosk, items, input->action) || !chooses(input->action))
        return FOCUS_NONE;
    return focus_keep(items, kiosk->focus);
}

static enum kiosk_effect other_language(struct kiosk *kiosk, const struct kiosk_world *world)
{
    size_t count = world->config->languages.count;
    if (count < 2)
        return KIOSK_NOTHING;
    kiosk->language = (kiosk->language + 1) % count;
    return KIOSK_OTHER_LANGUAGE;
}

static void choose(struct kiosk *kiosk, const struct kiosk_world *world)
{
    if (world->content->offered.count > 1)
        go(kiosk, KIOSK_CHOOSE, HOME_ITEM_CARD);
}

/* Whoever turns the volume or wants to leave does not want to begin. */
static bool begins(enum action action)
{
    return action != ACTION_LEAVE && action != ACTION_LOUDER && action != ACTION_SOFTER &&
           action != ACTION_MUTE && action != ACTION_SEEK && action != ACTION_QUIT &&
           action != ACTION_FULL_SCREEN;
}

static bool looks_around(enum action asked)
{
    enum action action = action_plain(asked);
    return action == ACTION_UP || action == ACTION_DOWN || action == ACTION_NEXT ||
           action == ACTION_BACK || action == ACTION_FOCUS_NEXT || action == ACTION_FOCUS_BACK;
}

static enum kiosk_effect press_idle(struct kiosk *kiosk, const struct kiosk_world *world,
                                    const struct focus_items *items,
                                    const struct kiosk_input *input)
{
    int item = input->tapped ? focus_at(items, input->x, input->y) : KIOSK_ITEM_START;
    bool other = !input->tapped && looks_around(input->action) && world->content->offered.count > 1;
    if (item == KIOSK_ITEM_LANGUAGE)
        return other_language(kiosk, world);
    if (item == KIOSK_ITEM_CHOOSE || other)
        choose(kiosk, world);
    else if (input->tapped || begins(input->action))
        return play_offered(kiosk, world, 0);
    return KIOSK_NOTHING;
}

static enum kiosk_effect press_choose(struct kiosk *kiosk, const struct kiosk_world *world,
                                      const struct focus_items *items,
                                      const struct kiosk_input *input)
{
    kiosk->scroll.first = items->list.first;
    if (scroll_handle(&kiosk->scroll, &items->list, &input->moves, &kiosk->focus) ||
        (!input->tapped &&
         scroll_press(&kiosk->scroll, &items->list, input->action, &kiosk->focus)))
        return KIOSK_NOTHING;
    int item = pressed_item(kiosk, items, input);
    if (item >= HOME_ITEM_CARD)
        return play_offered(kiosk, world, (size_t)(item - HOME_ITEM_CARD));
    if (item == KIOSK_ITEM_LANGUAGE)
        return other_language(kiosk, world);
    if (item == KIOSK_ITEM_BACK || (!input->tapped && input->action == ACTION_LEAVE))
        go(kiosk, KIOSK_IDLE, KIOSK_ITEM_START);
    return KIOSK_NOTHING;
}

static enum kiosk_effect press_notice(struct kiosk *kiosk, const struct kiosk_world *world,
                                      const struct focus_items *items,
                                      const struct kiosk_input *input, struct clocks moment)
{
    int item = pressed_item(kiosk, items, input);
    if (item == KIOSK_ITEM_START) {
        schedule_skip(&kiosk->schedule, world->config, world->zone, moment);
        return play(kiosk, world->content->breaks[kiosk->turn]);
    }
    if (item == KIOSK_ITEM_POSTPONE)
        schedule_postpone(&kiosk->schedule, world->config);
    else if (item == KIOSK_ITEM_SKIP)
        schedule_skip(&kiosk->schedule, world->config, world->zone, moment);
    else
        return KIOSK_NOTHING;
    go(kiosk, KIOSK_IDLE, KIOSK_ITEM_START);
    look_at_clock(kiosk, world, moment.wall);
    return KIOSK_NOTHING;
}

static enum kiosk_effect press_place(struct kiosk *kiosk, const struct kiosk_world *world,
                                     const struct focus_items *items,
                                     const struct kiosk_input *input, struct clocks moment)
{
    switch (kiosk->place) {
    case KIOSK_IDLE:
        return press_idle(kiosk, world, items, input);
    case KIOSK_CHOOSE:
        return press_choose(kiosk, world, items, input);
    case KIOSK_NOTICE:
        return press_notice(kiosk, world, items, input, moment);
    case KIOSK_SESSION:
        kiosk->passes = input->action != ACTION_QUIT && input->action != ACTION_FULL_SCREEN;
        break;
    case KIOSK_THANKS:
        go(kiosk, KIOSK_IDLE, KIOSK_ITEM_START);
        break;
    case KIOSK_PLACES:
        break;
    }
    return KIOSK_NOTHING;
}

static struct chord_input digit_of(int item)
{
    switch (item) {
    case KIOSK_ITEM_ERASE:
        return (struct chord_input){.event = CHORD_ERASE};
    case KIOSK_ITEM_ENTER:
        return (struct chord_input){.event = CHORD_ENTER};
    case KIOSK_ITEM_CANCEL:
        return (struct chord_input){.event = CHORD_CANCEL};
    case FOCUS_NONE:
        return (struct chord_input){.event = CHORD_TIME};
    default:
        return (struct chord_input){CHORD_DIGIT, item - KIOSK_ITEM_DIGIT};
    }
}

/* What a press is to the question for the PIN. Back takes the last digit away, then the question.
 * Who types confirms with Enter, wherever the pointer rests. */
static struct chord_input answer_of(struct kiosk *kiosk, const struct focus_items *items,
                                    const struct kiosk_input *input)
{
    if (!input->tapped && input->action == ACTION_RATE && input->digit >= 0 && input->digit <= 9) {
        kiosk->focus = KIOSK_ITEM_ENTER;
        return (struct chord_input){CHORD_DIGIT, input->digit};
    }
    if (!input->tapped && input->action == ACTION_LEAVE)
        return (struct chord_input){.event = kiosk->chord.digits > 0 ? CHORD_ERASE : CHORD_KNOCK};
    int item = pressed_item(kiosk, items, input);
    bool known = item == FOCUS_NONE || (item >= KIOSK_ITEM_DIGIT && item <= KIOSK_ITEM_CANCEL);
    return digit_of(known ? item : FOCUS_NONE);
}

/* What a press is to the way out while nothing of it is seen. */
static struct chord_input knock_of(const struct kiosk_input *input)
{
    int corner = input->tapped ? chord_corner(input->x, input->y, input->width, input->height) : -1;
    if (input->chord)
        return (struct chord_input){.event = CHORD_HELD};
    if (corner >= 0)
        return (struct chord_input){CHORD_CORNER, corner};
    if (!input->tapped && input->action == ACTION_LEAVE)
        return (struct chord_input){.event = CHORD_KNOCK};
    return (struct chord_input){.event = CHORD_TIME};
}

static enum kiosk_effect effect_of(enum chord_effect effect)
{
    return effect == CHORD_LEAVE ? KIOSK_LEAVE : effect == CHORD_KEEP ? KIOSK_KEEP : KIOSK_NOTHING;
}

/* True: the press was about the way out. */
static bool press_chord(struct kiosk *kiosk, const struct kiosk_world *world,
                        const struct focus_items *items, const struct kiosk_input *input,
                        enum kiosk_effect *effect)
{
    bool asked = asks_for_pin(kiosk);
    struct chord_input given = asked ? answer_of(kiosk, items, input) : knock_of(input);
    *effect = effect_of(chord_step(&kiosk->chord, world->config, given, kiosk->last_now));
    if (asked && !asks_for_pin(kiosk))
        kiosk->focus = kiosk->focus_below;
    if (!asked && asks_for_pin(kiosk)) {
        kiosk->focus_below = kiosk->focus;
        kiosk->focus = KIOSK_ITEM_ENTER;
    }
    bool corner = given.event == CHORD_CORNER && world->config->leave.pin != NULL;
    return asked || asks_for_pin(kiosk) || corner || *effect != KIOSK_NOTHING;
}

/* A finger on its way, or one that is lifted from no swipe. */
static bool is_only_a_move(const struct kiosk_input *input)
{
    return !input->tapped && input->action == ACTION_NONE &&
           (input->moves.dragged != 0 || input->moves.lifted);
}

enum kiosk_effect kiosk_step(struct kiosk *kiosk, const struct kiosk_world *world,
                             const struct focus_items *items, const struct kiosk_input *input,
                             struct clocks moment)
{
    kiosk->passes = false;
    bool warned = kiosk_warning(kiosk, world->config) > 0;
    enum kiosk_effect effect = pass_time(kiosk, world, moment);
    if (input == NULL || effect != KIOSK_NOTHING)
        return effect;
    kiosk->touched = kiosk->last_now;
    if (press_chord(kiosk, world, items, input, &effect) || warned)
        return effect;
    if (is_only_a_move(input) && kiosk->place != KIOSK_CHOOSE)
        return KIOSK_NOTHING;
    return press_place(kiosk, world, items, input, moment);
}

enum kiosk_effect kiosk_kept(struct kiosk *kiosk, const struct kiosk_world *world, tick now)
{
    return effect_of(
        chord_step(&kiosk->chord, world->config, (struct chord_input){.event = CHORD_KEPT}, now));
}

/* How long a session that waits for somebody does so; TICK_NEVER: it does not, or ends by itself.
 */
static tick patience(const struct kiosk_config *config, const struct session *session)
{
    const struct entry *entry = session->entry < session->timeline->entry_count
                                    ? &session->timeline->entries[session->entry]
                                    : NULL;
    switch (session->mode) {
    case SESSION_GATE:
        return entry == NULL || entry->at_most > 0 ? TICK_NEVER
               : entry->kind == ENTRY_WORK         ? config->nobody.after
                                                   : config->nobody.waits;
    case SESSION_ASKING:
        return entry != NULL && entry_asks_comfort(entry) ? 0 : config->nobody.waits;
    case SESSION_PAUSED:
    case SESSION_OFFERING:
        return config->nobody.after;
    default:
        return TICK_NEVER;
    }
}

enum action kiosk_attend(struct kiosk *kiosk, const struct kiosk_world *world,
                         const struct session *session, struct clocks moment)
{
    tick waits = patience(world->config, session);
    pass_time(kiosk, world, moment);
    kiosk->deserted = TICK_NEVER;
    if (waits == TICK_NEVER) {
        kiosk->since = kiosk->last_now; /* it waits from then on */
        return ACTION_NONE;
    }
    bool gate = session->mode == SESSION_GATE || session->mode == SESSION_ASKING;
    tick from = kiosk->touched > kiosk->since ? kiosk->touched : kiosk->since;
    if (!gate)
        kiosk->deserted = from + waits;
    if (kiosk->last_now < from + waits)
        return ACTION_NONE;
    kiosk->since = kiosk->last_now;
    return gate ? ACTION_CONTINUE : ACTION_QUIT;
}

void kiosk_return(struct kiosk *kiosk, const struct kiosk_world *world, bool finished,
                  struct clocks moment)
{
    kiosk->last_now = moment.now > kiosk->last_now ? moment.now : kiosk->last_now;
    kiosk->card = NULL;
    go(kiosk, finished ? KIOSK_THANKS : KIOSK_IDLE, KIOSK_ITEM_START);
    look_at_clock(kiosk, world, moment.wall);
}

tick kiosk_warning(const struct kiosk *kiosk, const struct kiosk_config *config)
{
    if (kiosk->deserted == TICK_NEVER || kiosk->last_now < kiosk->deserted - config->nobody.warning)
        return 0;
    return kiosk->deserted > kiosk->last_now ? kiosk->deserted - kiosk->last_now : 0;
}

/* Those that need no page around them: habits, how to stretch, and care, which follow each other.
 */
const struct tip *kiosk_tip(const struct kiosk *kiosk, const struct kiosk_world *world)
{
    const struct tips *tips = world->content->offered.tips;
    size_t count = 0;
    for (int kind = TIP_HABIT; tips != NULL && kind <= TIP_CARE; kind++)
        count += tips->of[kind].count;
    if (count == 0 || world->config->tips <= 0)
        return NULL;
    size_t first = tips->of[TIP_SAFETY].count + tips->of[TIP_CAUSE].count;
    return &tips->cards[first + (size_t)(kiosk->last_now / world->config->tips) % count];
}

double kiosk_fullness(const struct kiosk *kiosk)
{
    tick into = kiosk->last_now % (KIOSK_BREATH_IN + KIOSK_BREATH_OUT);
    if (!kiosk_breathes(kiosk))
        return 0.5;
    double share = into < KIOSK_BREATH_IN
                       ? (double)into / (double)KIOSK_BREATH_IN
                       : 1 - (double)(into - KIOSK_BREATH_IN) / (double)KIOSK_BREATH_OUT;
    return (1 - cos(share * 3.14159265358979323846)) / 2;
}

bool kiosk_breathes(const struct kiosk *kiosk)
{
    return kiosk->care.open || use_of(kiosk) != CARE_NOBODY;
}

bool kiosk_sleeps(const struct kiosk *kiosk)
{
    return care_sleeps(&kiosk->care, use_of(kiosk));
}

static tick sooner(tick a, tick b)
{
    return a < b ? a : b;
}

tick kiosk_next_change(const struct kiosk *kiosk, const struct kiosk_world *world,
                       struct clocks moment)
{
    tick now = moment.now;
    tick next = sooner(schedule_wakes(&kiosk->schedule, world->config),
                       care_wakes(&kiosk->care, world->config, use_of(kiosk)));
    next = sooner(next, chord_wakes(&kiosk->chord));
    next = sooner(next, now + (60 - moment.wall % 60) * TICK_S);
    if (kiosk->place == KIOSK_NOTICE || asks_for_pin(kiosk) ||
        (kiosk->place == KIOSK_CHOOSE && kiosk->deserted != TICK_NEVER))
        next = sooner(next, now + TICK_S / 4);
    bool moves = kiosk->place == KIOSK_IDLE || kiosk->place == KIOSK_THANKS;
    if (moves && kiosk_breathes(kiosk))
        next = sooner(next, now + KIOSK_FRAME);
    else if (world->config->tips > 0 && !kiosk_sleeps(kiosk))
        next = sooner(next, (now / world->config->tips + 1) * world->config->tips);
    return next > now ? next : now + KIOSK_FRAME;
}
