// SPDX-License-Identifier: MIT
#include "view/stand_in_office.h"

#include "view/stand_in_home.h"

static int32_t no_offset(void *data, int64_t instant)
{
    (void)data;
    (void)instant;
    return 0;
}

void stand_in_office(struct stand_in_office *office)
{
    static const char *languages[] = {"en", "de"};
    *office = (struct stand_in_office){.zone = {.offset = no_offset}};
    kiosk_config_usual(&office->config);
    office->config.languages = (struct text_list){languages, 2};
    office->content.offered = stand_in_home(4);
    office->content.offered.cards[0].total = 2 * TICK_MIN;
    office->breaks[0] = &office->content.offered.cards[0];
    office->content.breaks = office->breaks;
    office->content.break_count = 1;
    office->world = (struct kiosk_world){&office->config, &office->zone, &office->content};
    int64_t wall = civil_day_of(2026, 11, 3) * KIOSK_DAY * 60 + (10 * 60 + 12) * 60;
    office->clocks = (struct clocks){wall, 10 * TICK_H + 12 * TICK_S};
    kiosk_init(&office->kiosk, &office->world, office->clocks);
    kiosk_step(&office->kiosk, &office->world, NULL, NULL, office->clocks);
}
