// SPDX-License-Identifier: MIT
#ifndef UNKNOT_PLATFORM_CLOCK_H
#define UNKNOT_PLATFORM_CLOCK_H

#include "base/tick.h"

/* The one clock. It never steps: neither the wall clock being set nor a change of summer time moves
 * it. It stands still while the machine sleeps. Any thread. */
tick clock_now(void);
/* How long the machine has slept since it was started. When this grows between two frames, the
 * person closed the lid in between. 0 where the system cannot tell. */
tick clock_slept(void);
/* Seconds since 1970 UTC, as the system's clock has them: for what a clock on the wall shows, and
 * for nothing that is measured. */
int64_t clock_wall(void);
/* Seconds east of UTC here at such an instant. `data` is unused. */
int32_t clock_offset(void *data, int64_t instant);
/* Growth below this is no sleep: the two clocks it is made from are not read at one instant. */
#define CLOCK_SLEPT_LEAST (200 * TICK_MS)

/* How long ago the machine was started, sleep included. */
tick clock_since_boot(void);
/* Which start of the machine this is: text that another start does not have; "" where the system
 * cannot tell. */
enum { CLOCK_BOOT = 64 };
void clock_boot(char out[CLOCK_BOOT]);

#endif
