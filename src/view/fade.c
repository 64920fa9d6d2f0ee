// SPDX-License-Identifier: MIT
#include "view/fade.h"

#include "timeline/ease.h"

#include <math.h>

/* A picture of a loop fades in for so long, or 30 % of its time if that is less. */
#define FADE_MOST (TICK_S * 6 / 5)

static struct fade fade_from(size_t picture, size_t count, double share)
{
    return (struct fade){picture % count, (picture + 1) % count, share};
}

static struct fade fade_of_loop(tick into, tick loop, size_t count)
{
    if (loop <= 0 || into < 0)
        return fade_from(0, count, 0);
    tick each = loop / (tick)count > 0 ? loop / (tick)count : 1;
    tick fading = each * 3 / 10 < FADE_MOST ? each * 3 / 10 : FADE_MOST, since = into % each;
    size_t turns = (size_t)(into / each);
    if (count == 1 || turns == 0 || since >= fading)
        return fade_from(turns, count, 0);
    return fade_from(turns - 1, count, ease_cosine((double)since / (double)fading));
}

struct fade fade_at(const struct moment *moment, size_t count)
{
    struct figure_motion motion = motion_at(moment, NULL, false);
    if (motion.drive == FIGURE_LOOP)
        return fade_of_loop(moment->into, moment->entry->exercise->loop, count);
    double at = fmin(fmax(motion.amount, 0), 1) * (double)(count - 1);
    return fade_from((size_t)at, count, at - floor(at));
}
