// SPDX-License-Identifier: MIT
#include "kiosk/care.h"

#include <stdlib.h>

void care_init(struct care *care, tick now)
{
    *care = (struct care){
        .moves = now + CARE_MOVES, .last = now, .light = 1, .minute = INT64_MIN, .open = true};
}

void care_reload(struct care *care)
{
    care->minute = INT64_MIN;
}

/* It closed at least so long ago: no turn of the office lies in between. */
static bool may_sleep(const struct kiosk_config *config, const struct zone *zone, int64_t wall)
{
    if (config->panel.off == TICK_NEVER)
        return false;
    return calendar_next_turn(config, zone, wall - config->panel.off / TICK_S) > wall;
}

static double light_wanted(const struct care *care, const struct kiosk_config *config,
                           enum care_use use)
{
    return care->open || use != CARE_NOBODY ? 1 : config->panel.dim / 100.0;
}

static void look_at_clock(struct care *care, const struct kiosk_config *config,
                          const struct zone *zone, int64_t wall)
{
    int64_t minute = wall / 60;
    if (minute == care->minute)
        return;
    care->minute = minute;
    care->open = calendar_is_open(config, civil_local(zone, wall));
    care->sleep = !care->open && may_sleep(config, zone, wall);
}

void care_step(struct care *care, const struct kiosk_config *config, const struct zone *zone,
               struct clocks moment, enum care_use use)
{
    tick passed = moment.now - care->last;
    care->last = moment.now;
    look_at_clock(care, config, zone, moment.wall);
    double wanted = light_wanted(care, config, use);
    double up = (double)passed / (double)CARE_BRIGHTENS, down = (double)passed / (double)CARE_DIMS;
    if (care->light < wanted)
        care->light = care->light + up < wanted ? care->light + up : wanted;
    else
        care->light = care->light - down > wanted ? care->light - down : wanted;
    if (use == CARE_SESSION) {
        care->moves = moment.now + CARE_MOVES;
    } else if (moment.now >= care->moves) {
        care->step++; /* one, however late: it never jumps */
        care->moves = moment.now + CARE_MOVES;
    }
}

/* There and back again, from the middle: 0, 1 ... reach, reach - 1 ... -reach ... 0. */
static int wander(int64_t step, int reach)
{
    if (reach == 0)
        return 0;
    int at = (int)(step % ((int64_t)4 * reach));
    return at <= reach ? at : abs(at - 3 * reach) - reach;
}

struct care_shift care_shift(const struct care *care, const struct kiosk_config *config,
                             int shorter_side)
{
    if (!config->panel.shift)
        return (struct care_shift){0, 0};
    int x = (int)(CARE_REACH_X * shorter_side + 0.5), y = (int)(CARE_REACH_Y * shorter_side + 0.5);
    /* On a small picture they would be the same, and it would only move along one line. */
    return (struct care_shift){wander(care->step, x), wander(care->step, y == x ? y - (y > 1) : y)};
}

bool care_sleeps(const struct care *care, enum care_use use)
{
    return care->sleep && use == CARE_NOBODY;
}

tick care_wakes(const struct care *care, const struct kiosk_config *config, enum care_use use)
{
    double wanted = light_wanted(care, config, use);
    if (care->light < wanted || care->light > wanted)
        return care->last;
    tick minute = care->last + TICK_MIN;
    return use != CARE_SESSION && config->panel.shift && care->moves < minute ? care->moves
                                                                              : minute;
}
