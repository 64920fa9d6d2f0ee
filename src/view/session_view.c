// SPDX-License-Identifier: MIT
#include "view/scene.h"

/* Which screen shows a moment, and the order in which its parts are laid over each other. */

static const struct screen *work_screen(const struct moment *moment)
{
    const struct entry *entry = moment->entry;
    if (moment->moves_by_reps && moment->rep.of > 0)
        return &screen_reps;
    if (entry->gate)
        return &screen_open;
    if (moment->breathes && entry->drive == DRIVE_BREATH)
        return &screen_breath;
    return &screen_hold;
}

static const struct screen *screen_of(const struct moment *moment)
{
    static const struct screen *const screens[ENTRY_KINDS] = {
        [ENTRY_SETUP] = &screen_setup, [ENTRY_REST] = &screen_rest, [ENTRY_SWITCH] = &screen_switch,
        [ENTRY_WAIT] = &screen_wait,   [ENTRY_ASK] = &screen_wait,
    };
    const struct screen *screen = screens[moment->entry->kind];
    return screen ? screen : work_screen(moment);
}

/* The mode behind a pause is what there is to see. */
static enum session_mode shown_mode(const struct session *session)
{
    return session->mode == SESSION_PAUSED ? session->resume_mode : session->mode;
}

static bool dark(const struct session *session)
{
    return session->eyes_closed && session->mode != SESSION_PAUSED &&
           session->mode != SESSION_ASKING && session->mode != SESSION_OFFERING &&
           session->mode != SESSION_FINISHED;
}

static bool covered(const struct session *session)
{
    return session->help || session->mode == SESSION_PAUSED || session->mode == SESSION_ASKING ||
           session->mode == SESSION_OFFERING || session->mode == SESSION_FINISHED;
}

static void draw_moment(struct scene *scene)
{
    const struct session *session = scene->session;
    if (dark(session)) {
        screen_dark_draw(scene);
        return;
    }
    draw_backdrop(scene->page.list, scene->page.theme->top, scene->page.theme->bottom);
    if (shown_mode(session) == SESSION_ASKING)
        screen_ask_draw(scene);
    else
        screen_player_draw(scene, watch_has_mistakes(&scene->page) && !covered(session));
    if (session->mode == SESSION_PAUSED && !session->help)
        screen_paused_draw(scene);
    if (session->mode == SESSION_OFFERING)
        screen_resume_draw(scene);
}

static bool is_over(const struct session *session)
{
    return session->mode == SESSION_FINISHED || session->timeline->entry_count == 0;
}

static void no_targets(const struct view_context *view)
{
    if (view->targets != NULL)
        view->targets->count = 0;
}

/* Over what is no player, mistakes have to be hidden before anything else can be chosen. */
static void draw_watch(const struct page *page, const struct session *session)
{
    if (!watch_has_mistakes(page)) {
        watch_updated_draw(page, session);
        return;
    }
    if (!covered(session) && !is_over(session))
        return;
    struct watch_card card = watch_card_over(page);
    draw_shade(page->list, page->theme->shade);
    watch_card_draw(page, &card);
    no_targets(page->view);
}

void view_session(const struct view_context *view, const struct session *session)
{
    struct scene scene = {
        .page = page_begin(view), .session = session, .timeline = session->timeline};
    if (is_over(session)) {
        draw_backdrop(view->list, view->theme->top, view->theme->bottom);
        screen_finish_draw(&scene.page, session);
    } else {
        session_moment(session, &scene.moment);
        scene.exercise = scene.moment.entry->exercise;
        scene.screen = screen_of(&scene.moment);
        draw_moment(&scene);
    }
    if (session->help) {
        screen_help_draw(&scene.page);
        no_targets(view);
    }
    marks_draw(&scene.page, session);
    if (!dark(session))
        draw_watch(&scene.page, session);
}
