// SPDX-License-Identifier: MIT
#ifndef TESTS_VIEW_STAND_IN_OFFICE_H
#define TESTS_VIEW_STAND_IN_OFFICE_H

#include "kiosk/kiosk.h"

/* A kiosk of an office on Tuesday, 3 November 2026 at 10:12, with the routines of the home screen,
 * the first of them in its breaks. Points into itself. */
struct stand_in_office {
    struct kiosk_config config;
    struct zone zone;
    const struct home_card *breaks[1];
    struct kiosk_content content;
    struct kiosk_world world;
    struct kiosk kiosk;
    struct clocks clocks;
};

void stand_in_office(struct stand_in_office *office);

#endif
