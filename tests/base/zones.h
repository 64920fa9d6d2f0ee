// SPDX-License-Identifier: MIT
#ifndef UNKNOT_TESTS_BASE_ZONES_H
#define UNKNOT_TESTS_BASE_ZONES_H

#include "base/civil.h"

/* The system's zone called `name`, for as long as no other one is asked for. */
struct zone zone_named(const char *name);
/* The instant of a time in UTC. */
int64_t instant_of(int year, int month, int day, int hour, int minute);
/* "2026-10-25 02:30", as the wall shows it; overwritten by the next. */
const char *wall_text(const struct zone *zone, int64_t instant);

#endif
