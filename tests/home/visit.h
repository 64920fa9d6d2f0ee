// SPDX-License-Identifier: MIT
#ifndef UNKNOT_TESTS_HOME_VISIT_H
#define UNKNOT_TESTS_HOME_VISIT_H

#include "home/home.h"

/* Somebody at home, for the tests: the screens, and a time that passes when they say so. */
struct visit {
    struct home_card routines[2];
    struct home_content content;
    struct wishes wishes;
    struct focus_items items;
    struct home home;
    tick now;
};

void visit_begin(struct visit *visit);
/* What can be chosen, one below the other, as a screen would yield it. */
void visit_yield(struct visit *visit);
enum home_effect visit_press(struct visit *visit, enum action action);
enum home_effect visit_tap(struct visit *visit, float y);
enum home_effect visit_wait(struct visit *visit, tick length);

#endif
