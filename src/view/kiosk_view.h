// SPDX-License-Identifier: MIT
#ifndef UNKNOT_VIEW_KIOSK_VIEW_H
#define UNKNOT_VIEW_KIOSK_VIEW_H

#include "kiosk/kiosk.h"
#include "view/home_view.h"

/* One of a kiosk's screens being drawn. The lobby's home holds nothing but the focus. */
struct counter {
    struct lobby lobby;
    const struct kiosk *kiosk;
    const struct kiosk_world *world;
};

/* screen_NAME.c: each takes the whole page. */
void screen_idle_draw(struct counter *counter);
void screen_choose_draw(struct counter *counter);
void screen_notice_draw(struct counter *counter);
void screen_thanks_draw(struct counter *counter);
/* These lie over any of them. */
void screen_deserted_draw(struct counter *counter);
void screen_pin_draw(struct counter *counter);

/* The breathing circle with its glow; `radius` with full lungs. Words stay clear of every rim in
 * what is returned. */
float counter_orb(const struct counter *counter, struct dial dial);
/* "Next posture break at 10:30"; "" when none is in sight. */
const char *words_next_break(const struct counter *counter, char *out, size_t size);
/* "10:12", of the wall. */
const char *words_wall(int minute, char *out, size_t size);

#endif
