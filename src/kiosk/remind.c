// SPDX-License-Identifier: MIT
#include "kiosk/remind.h"

static void begin_anew(struct remind *remind)
{
    remind->worked = 0;
    remind->due = remind->every;
    remind->offers = false;
}

void remind_init(struct remind *remind, tick every, struct remind_look look)
{
    *remind = (struct remind){.every = every, .due = every, .now = look.now, .slept = look.slept};
}

bool remind_step(struct remind *remind, struct remind_look look)
{
    tick passed = look.now - remind->now, slept = look.slept - remind->slept;
    remind->now = look.now;
    remind->slept = look.slept;
    /* A program that was stopped for long was stopped together with everything else. */
    if (look.idle >= REMIND_RESTED || slept >= REMIND_RESTED || passed >= REMIND_RESTED) {
        begin_anew(remind);
        return false;
    }
    if (remind->offers) {
        if (look.now - remind->offered >= REMIND_PATIENCE)
            remind_answer(remind, REMIND_IN_5_MINUTES);
        return remind->offers;
    }
    if (look.idle < REMIND_AWAY)
        remind->worked += passed;
    if (look.idle < REMIND_AWAY && remind->worked >= remind->due) {
        remind->offers = true;
        remind->offered = look.now;
    }
    return remind->offers;
}

void remind_answer(struct remind *remind, enum remind_answer answer)
{
    if (answer == REMIND_IN_5_MINUTES) {
        remind->due = remind->worked + REMIND_LATER;
        remind->offers = false;
    } else {
        begin_anew(remind);
    }
}

void remind_return(struct remind *remind, struct remind_look look)
{
    begin_anew(remind);
    remind->now = look.now;
    remind->slept = look.slept;
}

tick remind_wakes(const struct remind *remind)
{
    if (remind->offers)
        return remind->offered + REMIND_PATIENCE;
    tick left = remind->due - remind->worked;
    return remind->now + (left < TICK_S ? TICK_S : left < REMIND_LOOKS ? left : REMIND_LOOKS);
}
