// SPDX-License-Identifier: MIT
/* For LD_PRELOAD: a touch screen in the hands of a child, in a program that has a window of SDL's.
 * X's own test extension has no fingers, so they are put into SDL's queue: taps, swipes, long
 * presses, corners one after the other, up to ten fingers at a time, down without up and the
 * reverse, and places that no screen has. TOUCH_IT says for how many seconds, and the seed: "10
 * 77". */
#include <math.h>
#include <pthread.h>
#include <SDL.h>
#include <signal.h>
#include <stdlib.h>
#include <time.h>

enum { FINGERS = 10, MOST_STEPS = 12 };

struct hand {
    time_t lasts;
    Uint32 seed;
    float x[FINGERS], y[FINGERS];
};

static void rest(long ms)
{
    nanosleep(&(struct timespec){.tv_sec = ms / 1000, .tv_nsec = ms % 1000 * 1000000}, NULL);
}

static Uint32 draw(struct hand *hand, Uint32 below)
{
    hand->seed ^= hand->seed << 13; /* xorshift32 */
    hand->seed ^= hand->seed >> 17;
    hand->seed ^= hand->seed << 5;
    return hand->seed % below;
}

static float any_share(struct hand *hand)
{
    static const float odd[] = {-0.1F, 1.1F, -1e30F, 1e30F, INFINITY, NAN, 0, 1};
    return draw(hand, 8) == 0 ? odd[draw(hand, sizeof odd / sizeof *odd)]
                              : (float)draw(hand, 1000) / 1000;
}

static void touch(const struct hand *hand, Uint32 finger, Uint32 type)
{
    SDL_Event event = {.tfinger = {.type = type,
                                   .touchId = 1,
                                   .fingerId = finger,
                                   .x = hand->x[finger],
                                   .y = hand->y[finger]}};
    SDL_PushEvent(&event);
}

static void tap(struct hand *hand, float x, float y)
{
    hand->x[0] = x;
    hand->y[0] = y;
    touch(hand, 0, SDL_FINGERDOWN);
    rest(20);
    touch(hand, 0, SDL_FINGERUP);
    rest(60);
}

/* Down, somewhere else, and up after a while: a swipe, a drag, or a long press. */
static void stroke(struct hand *hand)
{
    Uint32 steps = draw(hand, MOST_STEPS);
    float dx = ((float)draw(hand, 200) - 100) / 1000, dy = ((float)draw(hand, 200) - 100) / 1000;
    hand->x[0] = any_share(hand);
    hand->y[0] = any_share(hand);
    touch(hand, 0, SDL_FINGERDOWN);
    for (Uint32 i = 0; i < steps; i++) {
        rest(15);
        hand->x[0] += dx;
        hand->y[0] += dy;
        touch(hand, 0, SDL_FINGERMOTION);
    }
    rest(draw(hand, 10) == 0 ? 800 : 15);
    touch(hand, 0, SDL_FINGERUP);
}

/* The way to the PIN. */
static void corners(struct hand *hand)
{
    tap(hand, 0.01F, 0.01F);
    tap(hand, 0.99F, 0.01F);
    tap(hand, 0.99F, 0.99F);
    tap(hand, 0.01F, 0.99F);
}

static void broken(struct hand *hand)
{
    static const Uint32 types[] = {SDL_FINGERDOWN, SDL_FINGERUP, SDL_FINGERMOTION};
    for (Uint32 i = 0; i < 2 * FINGERS; i++) {
        Uint32 finger = draw(hand, FINGERS);
        hand->x[finger] = any_share(hand);
        hand->y[finger] = any_share(hand);
        touch(hand, finger, types[draw(hand, 3)]);
    }
}

static time_t seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec;
}

static void *play(void *context)
{
    struct hand *hand = context;
    while (SDL_WasInit(SDL_INIT_VIDEO) == 0)
        rest(100);
    for (time_t end = seconds() + hand->lasts; seconds() < end;) {
        rest(20 + draw(hand, 60));
        Uint32 what = draw(hand, 40);
        if (what < 24)
            tap(hand, any_share(hand), any_share(hand));
        else if (what < 36)
            stroke(hand);
        else if (what < 39)
            broken(hand);
        else
            corners(hand);
    }
    return NULL;
}

__attribute__((constructor)) static void begin(void)
{
    static struct hand hand;
    const char *given = getenv("TOUCH_IT");
    pthread_t thread;
    sigset_t all, before;
    char *rest_of;
    if (given == NULL)
        return;
    hand.lasts = (time_t)strtol(given, &rest_of, 10);
    hand.seed = (Uint32)strtoul(rest_of, NULL, 10) * 2654435761U + 1;
    /* Signals go to the thread that may act on them. */
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    if (pthread_create(&thread, NULL, play, &hand) == 0)
        pthread_detach(thread);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
}
