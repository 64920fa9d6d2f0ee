// SPDX-License-Identifier: MIT
#include "platform/press.h"

#include <math.h>

/* Shares of the screen's shorter side: a tap moves less than the first, a swipe more than the
 * second. */
#define TAP_SLACK 0.05F
#define SWIPE_LEAST 0.12F

/* Which pointer, and where. */
struct pointer {
    bool touch;
    int64_t finger;
    float x, y;
};

static bool on_screen(const struct pointer *at, struct input_screen screen)
{
    return isfinite(at->x) && isfinite(at->y) && at->x >= 0 && at->y >= 0 &&
           at->x <= screen.width && at->y <= screen.height;
}

static float shorter_side(struct input_screen screen)
{
    return fminf(screen.width, screen.height);
}

static bool is_same(const struct press *press, const struct pointer *at)
{
    return press->on && press->touch == at->touch && press->finger == at->finger;
}

static void begin(struct press *press, const struct pointer *at, struct input_screen screen,
                  tick now)
{
    if (!on_screen(at, screen))
        return;
    if (press->on && now - press->since <= PRESS_LOST) {
        press->others += at->touch && press->touch && press->finger != at->finger;
        return;
    }
    *press = (struct press){.on = true,
                            .touch = at->touch,
                            .finger = at->finger,
                            .x = at->x,
                            .y = at->y,
                            .last_y = at->y,
                            .mouse_known = press->mouse_known,
                            .since = now};
}

static void move(struct press *press, const struct pointer *at, struct input_screen screen)
{
    if (!is_same(press, at))
        return;
    float far = hypotf(at->x - press->x, at->y - press->y);
    press->moved |= !on_screen(at, screen) || far > TAP_SLACK * shorter_side(screen);
}

/* Straight enough that nobody can have meant another way. */
static enum action swipe(float dx, float dy, float least)
{
    if (fabsf(dx) > least && fabsf(dx) > 2 * fabsf(dy))
        return dx < 0 ? ACTION_NEXT : ACTION_BACK;
    return dy > least && dy > 2 * fabsf(dx) ? ACTION_LEAVE : ACTION_NONE;
}

static bool end(struct press *press, const struct pointer *at, struct input_screen screen,
                struct platform_input *out)
{
    move(press, at, screen);
    if (!is_same(press, at))
        return false;
    press->on = false;
    if (press->spent || press->others > 1 || !on_screen(at, screen))
        return false;
    out->lifted = press->moved && press->touch && press->others == 0;
    if (out->lifted)
        out->request.action =
            swipe(at->x - press->x, at->y - press->y, SWIPE_LEAST * shorter_side(screen));
    if (press->moved)
        return out->lifted;
    *out = (struct platform_input){.tapped = press->others == 0,
                                   .x = press->x,
                                   .y = press->y,
                                   .request = {.action = ACTION_PLAY_PAUSE}};
    return true;
}

static bool drag(struct press *press, const struct pointer *at, struct input_screen screen,
                 struct platform_input *out)
{
    move(press, at, screen);
    bool drags = press->moved && !press->spent && press->others == 0;
    if (!is_same(press, at) || !drags || !on_screen(at, screen))
        return false;
    out->dragged = at->y - press->last_y;
    press->last_y = at->y;
    return out->dragged != 0;
}

static struct pointer mouse_at(Sint32 x, Sint32 y, struct input_screen screen)
{
    return (struct pointer){.x = (float)x * screen.scale, .y = (float)y * screen.scale};
}

static bool on_button(struct press *press, const SDL_MouseButtonEvent *event,
                      struct input_screen screen, tick now, struct platform_input *out)
{
    struct pointer at = mouse_at(event->x, event->y, screen);
    if (event->button != SDL_BUTTON_LEFT || event->which == SDL_TOUCH_MOUSEID)
        return false;
    if (event->type == SDL_MOUSEBUTTONUP)
        return end(press, &at, screen, out);
    begin(press, &at, screen, now);
    return false;
}

static bool on_finger(struct press *press, const SDL_TouchFingerEvent *event,
                      struct input_screen screen, tick now, struct platform_input *out)
{
    struct pointer at = {.touch = true,
                         .finger = event->fingerId,
                         .x = event->x * screen.width,
                         .y = event->y * screen.height};
    if (event->touchId == SDL_MOUSE_TOUCHID)
        return false;
    if (event->type == SDL_FINGERUP)
        return end(press, &at, screen, out);
    if (event->type == SDL_FINGERMOTION)
        return drag(press, &at, screen, out);
    begin(press, &at, screen, now);
    return false;
}

static bool on_motion(struct press *press, const SDL_MouseMotionEvent *event,
                      struct input_screen screen, struct platform_input *out)
{
    struct pointer at = mouse_at(event->x, event->y, screen);
    if (event->which == SDL_TOUCH_MOUSEID)
        return false;
    move(press, &at, screen);
    bool known = press->mouse_known;
    press->mouse_known = true;
    out->pointed = known && !press->on && on_screen(&at, screen);
    out->x = out->pointed ? at.x : 0;
    out->y = out->pointed ? at.y : 0;
    return out->pointed;
}

bool press_translate(struct press *press, const SDL_Event *event, struct input_screen screen,
                     tick now, struct platform_input *out)
{
    switch (event->type) {
    case SDL_MOUSEBUTTONDOWN:
    case SDL_MOUSEBUTTONUP:
        return on_button(press, &event->button, screen, now, out);
    case SDL_MOUSEMOTION:
        return on_motion(press, &event->motion, screen, out);
    case SDL_FINGERDOWN:
    case SDL_FINGERUP:
    case SDL_FINGERMOTION:
        return on_finger(press, &event->tfinger, screen, now, out);
    default:
        return false;
    }
}

tick press_next(const struct press *press)
{
    bool waits = press->on && !press->moved && !press->spent && press->others == 0;
    return waits ? press->since + PRESS_LONG : TICK_NEVER;
}

bool press_elapse(struct press *press, tick now, struct platform_input *out)
{
    if (now < press_next(press))
        return false;
    press->spent = true;
    *out = (struct platform_input){.request = {.action = ACTION_HELP}};
    return true;
}
