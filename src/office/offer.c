// SPDX-License-Identifier: MIT
#include "office/offer.h"

#include "base/log.h"
#include "platform/clock.h"
#include "platform/platform.h"
#include "platform/signals.h"
#include "program/folders.h"
#include "program/look.h"
#include "view/reminder_view.h"

/* In it, how often to look whether the person rests already. */
#define LOOKS (5 * TICK_S)
/* Some window managers give a new window the keyboard. Whoever was typing then does not answer:
 * a key counts only after so long without one. */
#define CALM (2 * TICK_S)

struct offering {
    const struct offer *offer;
    struct remind remind;
    struct idle *idle;
    struct platform *platform;
    struct view_context view;
    struct text_metrics metrics;
    struct draw_list list;
    struct focus_items items;
    int focus;
    tick calm; /* from when on keys count */
    bool answered;
    enum remind_answer answer;
};

struct remind_look offer_look(const struct offer *offer, struct idle *idle)
{
    double speed = offer->speed;
    return (struct remind_look){
        .now = (tick)((double)clock_now() * speed),
        .slept = (tick)((double)clock_slept() * speed),
        .idle = (tick)((double)idle_time(idle) * speed),
    };
}

static void answer(struct offering *offering, int id)
{
    if (id < 0 || id >= REMIND_ANSWERS)
        return;
    offering->answered = true;
    offering->answer = (enum remind_answer)id;
}

static void draw(struct offering *offering)
{
    struct reminder_view shown = {.title = offering->offer->title,
                                  .total = offering->offer->total,
                                  .worked = offering->remind.worked,
                                  .focus = offering->focus};
    platform_size(offering->platform, &offering->view.width, &offering->view.height);
    if (offering->view.width < 1)
        return;
    view_reminder(&offering->view, &shown, &offering->items);
    platform_present(offering->platform, &offering->list);
}

/* Whoever closes the window means: not now. */
static void press(struct offering *offering, const struct platform_input *input)
{
    static const struct {
        enum action action;
        enum focus_way way;
    } moves[] = {
        {ACTION_BACK, FOCUS_LEFT}, {ACTION_NEXT, FOCUS_RIGHT},    {ACTION_UP, FOCUS_BEFORE},
        {ACTION_DOWN, FOCUS_ON},   {ACTION_FOCUS_NEXT, FOCUS_ON}, {ACTION_FOCUS_BACK, FOCUS_BEFORE},
    };
    enum action action = action_plain(input->request.action);
    if (input->tapped) {
        answer(offering, focus_at(&offering->items, input->x, input->y));
        return;
    }
    tick now = clock_now();
    if (now < offering->calm && action != ACTION_QUIT) {
        offering->calm = now + CALM;
        return;
    }
    for (size_t i = 0; i < sizeof moves / sizeof *moves; i++)
        if (moves[i].action == action)
            offering->focus = focus_move(&offering->items, offering->focus, moves[i].way);
    if (action == ACTION_CONTINUE || action == ACTION_PLAY_PAUSE)
        answer(offering, offering->focus);
    else if (action == ACTION_LEAVE || action == ACTION_QUIT)
        answer(offering, REMIND_IN_5_MINUTES);
}

static void look(struct offering *offering)
{
    struct remind *remind = &offering->remind;
    if (offering->answered || remind_step(remind, offer_look(offering->offer, offering->idle)))
        return;
    offering->answered = true;
    offering->answer = remind->worked == 0 ? REMIND_ANSWERS : REMIND_IN_5_MINUTES;
}

static void run(struct offering *offering)
{
    while (!offering->answered && !signals_quit_asked()) {
        struct platform_input input;
        draw(offering);
        platform_wait(offering->platform,
                      clock_now() + (tick)((double)LOOKS / offering->offer->speed));
        while (!offering->answered && platform_take(offering->platform, &input))
            press(offering, &input);
        look(offering);
    }
}

static bool open_window(struct offering *offering, struct app *app)
{
    const struct platform_options wanted = {.title = "unknot",
                                            .corner = true,
                                            .windowed = true,
                                            .gamepads = folders_gamepads(&app->arena)};
    const char *why = NULL;
    offering->platform = platform_open(&wanted, &why);
    if (offering->platform == NULL) {
        log_warning("no break can be offered: %s", why);
        return false;
    }
    draw_list_init(&offering->list);
    offering->metrics = platform_metrics(offering->platform);
    offering->view.list = &offering->list;
    offering->view.metrics = &offering->metrics;
    return true;
}

enum remind_answer offer_break(struct app *app, const struct options *options,
                               const struct offer *offer, const struct remind *remind)
{
    struct offering *offering = arena_alloc(&app->arena, sizeof *offering);
    *offering = (struct offering){
        .offer = offer, .remind = *remind, .focus = REMIND_START, .answer = REMIND_IN_5_MINUTES};
    if (!look_init(&offering->view, app, options) || !open_window(offering, app))
        return REMIND_IN_5_MINUTES;
    offering->idle = idle_open();
    offering->calm = clock_now() + CALM;
    run(offering);
    idle_close(offering->idle);
    draw_list_finish(&offering->list);
    platform_close(offering->platform);
    return offering->answer;
}
