// SPDX-License-Identifier: MIT
#include "kiosk/schedule.h"

#include <stdio.h>
#include <stdlib.h>

/* Any bytes as a kiosk file: an error, or a config by which a clock can be lived through, and every
 * message can be printed. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* An hour is left out on day 20000 and comes again on day 20010. */
static int32_t offset(void *data, int64_t instant)
{
    (void)data;
    int64_t day = instant / 86400;
    return day >= 20000 && day < 20010 ? 7200 : 3600;
}

static void live_through(const struct kiosk_config *config)
{
    struct zone zone = {offset, NULL};
    int64_t at = 19990LL * 86400;
    for (int i = 0; i < 50; i++) {
        int64_t next = schedule_next(config, &zone, at);
        if (next <= at)
            abort();
        if (next == CALENDAR_NEVER)
            break;
        if (!calendar_is_open(config, civil_local(&zone, next)))
            abort();
        if (schedule_turn(config, &zone, next, 3) > 2)
            abort();
        at = next;
    }
    if (calendar_next_turn(config, &zone, at) <= at)
        abort();
    int volume = calendar_volume(config, civil_local(&zone, at));
    if (volume < 0 || volume > 100)
        abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static FILE *null;
    if (null == NULL)
        null = fopen("/dev/null", "w");
    struct arena arena;
    struct diag_list diags;
    struct kiosk_config config;
    arena_init(&arena);
    diag_init(&diags, &arena);
    bool good = kiosk_config_parse(&arena, "fuzz.yaml", (const char *)data, size, &diags, &config);
    if (good != (diags.errors == 0))
        abort();
    live_through(&config);
    diag_print(&diags, null, true);
    arena_finish(&arena);
    return 0;
}
