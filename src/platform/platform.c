// SPDX-License-Identifier: MIT
#include "platform/platform.h"

#include "base/arena.h"
#include "base/log.h"
#include "platform/clock.h"
#include "platform/gamepads.h"
#include "platform/governor.h"
#include "platform/guard.h"
#include "platform/hints.h"
#include "platform/input.h"
#include "platform/lost.h"
#include "platform/replay.h"
#include "platform/signals.h"
#include "platform/waker.h"
#include "platform/window.h"
#include "platform/x11.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#define POINTER_SHOWN (2 * TICK_S)
/* How often to look whether a picture is ready. */
#define PICTURE_STEP (10 * TICK_MS)
/* How often the owner has its turn while nothing is seen; the sound is told of cues further ahead.
 */
#define UNSEEN_STEP (100 * TICK_MS)

struct platform {
    struct window window;
    struct painter painter;
    struct replay replay;
    struct input input;
    struct bindings usual; /* where the owner gave none */
    struct gamepads gamepads;
    const char *mappings; /* of gamepads */
    struct governor governor;
    struct guard guard;
    struct waker waker;
    struct draw_list nothing; /* for polling when there is nothing to draw on */
    uint64_t frames;
    tick woke;          /* when the last wait ended: the frame's work began */
    tick pointer_until; /* the pointer is shown until then; 0: it is hidden */
    bool quit_taken;    /* a signal was handed out as ACTION_QUIT */
    bool repaint;       /* the display lost what was shown */
    bool seen;          /* there is something to draw on */
    bool vanished;      /* the picture went away, and nobody was told yet */
};

/* SDL can go on with a display that nobody sees. That is right only when it was asked for. */
static bool display_is_seen(void)
{
    static const char *const unseen[] = {"dummy", "offscreen", "evdev"};
    const char *asked = SDL_GetHint(SDL_HINT_VIDEODRIVER), *got = SDL_GetCurrentVideoDriver();
    for (size_t i = 0; i < sizeof unseen / sizeof *unseen; i++)
        if (got == NULL || strcmp(got, unseen[i]) == 0)
            return asked != NULL && *asked != '\0';
    return true;
}

/* SDL_Quit would also wait for the audio subsystem, which a sound server that was stopped never
 * lets go; sound/ ends that one itself, with a time limit. */
static void stop_video(void)
{
    SDL_QuitSubSystem(SDL_INIT_VIDEO);
}

static bool is_wayland(void)
{
    const char *driver = SDL_GetCurrentVideoDriver();
    return driver != NULL && strcmp(driver, "wayland") == 0;
}

static bool start_video(void)
{
    hints_set();
    lost_opening();
    int failed = SDL_Init(SDL_INIT_VIDEO);
    lost_opened();
    if (failed != 0) {
        log_info("SDL: %s", SDL_GetError());
        return false;
    }
    if (display_is_seen())
        return true;
    stop_video();
    return false;
}

/* Before the window is opened: a compositor that goes away then leaves SDL waiting for it, too. */
static void watch_display(struct platform *platform)
{
    lost_begin();
    waker_start(&platform->waker, is_wayland() ? lost_connection() : -1);
}

static void leave_display(struct platform *platform)
{
    waker_stop(&platform->waker);
    stop_video();
    lost_finish();
}

struct platform *platform_open(const struct platform_options *options, const char **why)
{
    if (!start_video()) {
        *why = "no display can be opened";
        return NULL;
    }
    struct platform *platform = memory_alloc(sizeof *platform);
    *platform = (struct platform){.woke = clock_now(), .mappings = options->gamepads};
    watch_display(platform);
    if (!window_open(&platform->window, options, why)) {
        log_info("SDL: %s", *why);
        *why = "the display opens no window";
        leave_display(platform);
        free(platform);
        return NULL;
    }
    painter_init(&platform->painter);
    replay_init(&platform->replay);
    bindings_init(&platform->usual, NULL, NULL);
    input_init(&platform->input, options->bindings != NULL ? options->bindings : &platform->usual);
    governor_init(&platform->governor, platform->window.renderer != NULL);
    x11_begin(platform->window.window);
    SDL_StartTextInput();
    SDL_ShowCursor(SDL_DISABLE);
    return platform;
}

void platform_when_lost(struct platform *platform, void (*lost)(void *context), void *context)
{
    (void)platform; /* a process ends but once */
    lost_tell(lost, context);
}

void platform_close(struct platform *platform)
{
    if (platform == NULL)
        return;
    gamepads_stop(&platform->gamepads);
    replay_finish(&platform->replay);
    painter_finish(&platform->painter);
    window_close(&platform->window);
    draw_list_finish(&platform->nothing);
    leave_display(platform);
    free(platform);
}

static void lose_sight(struct platform *platform)
{
    if (platform->seen) {
        platform->vanished = true;
        log_info("the window is out of sight"); /* tests/app/check_displays.sh waits for it */
    }
    platform->seen = false;
}

void platform_size(struct platform *platform, float *width, float *height)
{
    bool seen = window_begin(&platform->window);
    if (!seen)
        lose_sight(platform);
    platform->repaint |= seen && !platform->seen;
    platform->seen = seen;
    *width = (float)platform->window.canvas.width;
    *height = (float)platform->window.canvas.height;
}

bool platform_vanished(struct platform *platform)
{
    bool vanished = platform->vanished;
    platform->vanished = false;
    return vanished;
}

void platform_expect_seen(struct platform *platform)
{
    platform->vanished = false;
    platform->seen = true;
}

struct text_metrics platform_metrics(struct platform *platform)
{
    return lettering_metrics(&platform->painter.lettering);
}

static bool fits(const struct platform *platform, const struct draw_list *list)
{
    const struct canvas *canvas = &platform->window.canvas;
    return canvas->pixels != NULL && (int)list->width == canvas->width &&
           (int)list->height == canvas->height;
}

bool platform_present(struct platform *platform, const struct draw_list *list)
{
    struct replay *replay = &platform->replay;
    bool visible = window_begin(&platform->window);
    painter_poll(&platform->painter, visible ? list : &platform->nothing, clock_now());
    /* A list of another size was made before the window changed: the next one will fit. */
    if (!visible || !fits(platform, list))
        return false;
    if (platform->repaint)
        replay_forget(replay);
    platform->repaint = false;
    if (replay_paint(replay, &platform->painter, &platform->window.canvas, list) == 0)
        return false;
    tick painted = clock_now();
    window_show(&platform->window, replay->boxes, replay->box_count);
    /* With a card, showing includes the wait for the screen's turn. */
    tick ended = platform->governor.accelerated ? painted : clock_now();
    governor_frame(&platform->governor, platform->woke, ended);
    platform->frames++;
    return true;
}

void platform_repaint(struct platform *platform)
{
    platform->repaint = true;
}

void platform_refresh(struct platform *platform)
{
    pictures_refresh(&platform->painter.pictures);
}

static bool pointer_is_shown(const struct platform *platform)
{
    return platform->pointer_until != 0;
}

static void hide_pointer(struct platform *platform, tick now)
{
    if (!pointer_is_shown(platform) || now < platform->pointer_until)
        return;
    platform->pointer_until = 0;
    SDL_ShowCursor(SDL_DISABLE);
}

static void show_pointer(struct platform *platform)
{
    if (platform->guard.on)
        return;
    if (!pointer_is_shown(platform))
        SDL_ShowCursor(SDL_ENABLE);
    platform->pointer_until = clock_now() + POINTER_SHOWN;
}

static tick sooner(tick a, tick b)
{
    return a < b ? a : b;
}

/* When to stop waiting if nothing happens. */
static tick deadline(const struct platform *platform, tick until)
{
    tick due = governor_due(&platform->governor);
    tick end = until > due ? until : due;
    if (!platform->seen && until < platform->woke + UNSEEN_STEP)
        end = platform->woke + UNSEEN_STEP;
    end = sooner(end, platform->window.placement.due);
    end = sooner(end, guard_next(&platform->guard));
    if (pointer_is_shown(platform))
        end = sooner(end, platform->pointer_until);
    end = sooner(end, input_next(&platform->input));
    if (painter_waiting(&platform->painter))
        end = sooner(end, clock_now() + PICTURE_STEP);
    return end;
}

/* SDL counts in milliseconds; what is left of one is slept through. */
static bool wait_for_event(tick left)
{
    if (left >= TICK_MS)
        return SDL_WaitEventTimeout(NULL, (int)(sooner(left, TICK_MIN) / TICK_MS)) != 0;
    nanosleep(&(struct timespec){.tv_nsec = (long)left * 1000}, NULL);
    return false;
}

void platform_wait(struct platform *platform, tick until)
{
    tick end = deadline(platform, until);
    tick now = clock_now();
    if (!platform->gamepads.started)
        gamepads_start(&platform->gamepads, platform->mappings);
    while (now < end && !(signals_quit_asked() && !platform->quit_taken)) {
        if (wait_for_event(sooner(end - now, gamepads_pace(&platform->gamepads))) ||
            gamepads_look(&platform->gamepads))
            break;
        now = clock_now();
    }
    gamepads_look(&platform->gamepads);
    platform->woke = clock_now();
    hide_pointer(platform, platform->woke);
    struct window *window = &platform->window;
    platform->vanished |=
        placement_look(&window->placement, window->window, window->full_screen, platform->woke);
    if (guard_look(&platform->guard, window->window, window->full_screen, platform->woke) &&
        window_renew(window)) {
        x11_begin(window->window);
        guard_hold(window->window);
        platform->repaint = true;
    }
}

void platform_wake(struct platform *platform)
{
    waker_push(&platform->waker);
}

static void on_window_event(struct platform *platform, const SDL_WindowEvent *event)
{
    guard_event(&platform->guard, event, clock_now());
    switch (event->event) {
    case SDL_WINDOWEVENT_SHOWN:
    case SDL_WINDOWEVENT_EXPOSED:
    case SDL_WINDOWEVENT_RESTORED:
    case SDL_WINDOWEVENT_SIZE_CHANGED:
    case SDL_WINDOWEVENT_DISPLAY_CHANGED:
        platform->repaint = true;
        placement_event(&platform->window.placement, clock_now());
        break;
    case SDL_WINDOWEVENT_MINIMIZED:
        lose_sight(platform); /* also when it is back before the next frame */
        break;
    case SDL_WINDOWEVENT_LEAVE:
        /* The pointer is elsewhere: it must not come back hidden in the middle of something. */
        show_pointer(platform);
        break;
    default:
        break;
    }
}

/* What concerns the window itself and nobody above. */
static void keep_house(struct platform *platform, const SDL_Event *event)
{
    switch (event->type) {
    case SDL_WINDOWEVENT:
        on_window_event(platform, &event->window);
        break;
    case SDL_RENDER_TARGETS_RESET:
    case SDL_RENDER_DEVICE_RESET:
        window_lose_textures(&platform->window);
        platform->repaint = true;
        break;
    case SDL_MOUSEMOTION:
    case SDL_MOUSEBUTTONDOWN:
        show_pointer(platform);
        break;
    case SDL_QUIT:
        /* SDL says so itself, or the waker does: the connection is dead. */
        if (is_wayland())
            lost_end();
        break;
    case SDL_DISPLAYEVENT:
        platform->repaint = true;
        placement_event(&platform->window.placement, clock_now());
        break;
    default:
        gamepads_event(&platform->gamepads, event);
        break;
    }
}

static struct input_screen screen_of(const struct platform *platform)
{
    int width = 0;
    SDL_GetWindowSize(platform->window.window, &width, NULL);
    const struct canvas *canvas = &platform->window.canvas;
    return (struct input_screen){.width = (float)canvas->width,
                                 .height = (float)canvas->height,
                                 .scale = width > 0 ? (float)canvas->width / (float)width : 1};
}

/* A touch pad moves the pointer; only a screen is touched where it shows something. */
static bool is_touch_pad(const SDL_Event *event)
{
    return event->type >= SDL_FINGERDOWN && event->type <= SDL_FINGERMOTION &&
           SDL_GetTouchDeviceType(event->tfinger.touchId) == SDL_TOUCH_DEVICE_INDIRECT_RELATIVE;
}

bool platform_take(struct platform *platform, struct platform_input *out)
{
    SDL_Event event;
    if (signals_quit_asked() && !platform->quit_taken) {
        platform->quit_taken = true;
        *out = (struct platform_input){.request = {.action = ACTION_QUIT}};
        return true;
    }
    while (SDL_PollEvent(&event)) {
        keep_house(platform, &event);
        if (is_touch_pad(&event))
            continue;
        if (input_translate(&platform->input, &event, screen_of(platform), clock_now(), out))
            return true;
    }
    return input_elapse(&platform->input, clock_now(), out);
}

struct key_names platform_key_names(const struct platform *platform)
{
    return bindings_names(platform->input.bindings, platform->input.naming);
}

void platform_name_keys(struct platform *platform, enum setting_keys_on keys_on)
{
    input_name_keys(&platform->input, keys_on);
}

void platform_keep_awake(struct platform *platform, bool on)
{
    if (on && SDL_IsScreenSaverEnabled())
        SDL_DisableScreenSaver();
    else if (!on && !SDL_IsScreenSaverEnabled()) {
        SDL_EnableScreenSaver();
        x11_release_saver(platform->window.window);
    }
}

void platform_power(struct platform *platform, bool on)
{
    x11_power(platform->window.window, on);
}

void platform_keep_in(struct platform *platform, const struct kiosk_chord *chord)
{
    platform->input.kept_in = true;
    platform->input.chord = *chord;
    if (!platform->guard.on)
        guard_start(&platform->guard, platform->window.window, clock_now());
}

void platform_toggle_full_screen(struct platform *platform)
{
    if (platform->guard.on)
        return;
    window_toggle_full_screen(&platform->window);
}

struct platform_facts platform_facts(const struct platform *platform)
{
    struct platform_facts facts = {.video = SDL_GetCurrentVideoDriver(),
                                   .renderer = "window surface",
                                   .accelerated = platform->governor.accelerated,
                                   .frame_interval = platform->governor.interval,
                                   .frames = platform->frames};
    SDL_RendererInfo info;
    if (platform->window.renderer != NULL &&
        SDL_GetRendererInfo(platform->window.renderer, &info) == 0)
        facts.renderer = info.name;
    return facts;
}
