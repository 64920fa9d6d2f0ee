// SPDX-License-Identifier: MIT
#ifndef UNKNOT_OFFICE_OFFER_H
#define UNKNOT_OFFICE_OFFER_H

#include "kiosk/remind.h"
#include "platform/idle.h"
#include "program/app.h"

/* A break that is offered to the person at the desk. */
struct offer {
    const char *title; /* of the routine */
    tick total;
    double speed; /* of all clocks, for tests */
};

/* What is known at this moment. `idle` NULL: everybody is taken to work all the time. */
struct remind_look offer_look(const struct offer *offer, struct idle *idle);

/* Shows a small window until somebody answers or nobody did for long; REMIND_ANSWERS: whoever is
 * there has rested meanwhile. Without a window it is as if nobody answered. */
enum remind_answer offer_break(struct app *app, const struct options *options,
                               const struct offer *offer, const struct remind *remind);

#endif
