// SPDX-License-Identifier: MIT
#include "view/motion.h"

#include <math.h>

/* The highlight over the working muscle swells and fades in this time. */
#define GLOW_PERIOD (4 * TICK_S)
#define GLOW_MIDDLE 0.6
#define GLOW_SWING 0.25

static double turn(tick into, tick period)
{
    return period > 0 ? tick_to_seconds(into % period) / tick_to_seconds(period) : 0;
}

/* Work that is much shorter than one loop ends within it: hurrying would mislead. */
#define SHORTEST_LOOP 0.6

/* The loop a little faster or slower, so that the work ends where it began. Alternating sides go by
 * the loop as it is said. */
static tick whole_turns(const struct entry *entry, tick loop)
{
    if (entry->gate || entry->alternates || loop <= 0 ||
        entry->length < (tick)(SHORTEST_LOOP * (double)loop))
        return loop;
    tick turns = (entry->length + loop / 2) / loop;
    return entry->length / (turns > 0 ? turns : 1);
}

static enum figure_drive drive_of(const struct entry *entry, const struct figure *figure,
                                  tick *loop)
{
    static const enum figure_drive drives[] = {
        [DRIVE_DEFAULT] = FIGURE_STILL, [DRIVE_BREATH] = FIGURE_BREATH,
        [DRIVE_TEMPO] = FIGURE_TEMPO,   [DRIVE_LOOP] = FIGURE_LOOP,
        [DRIVE_STILL] = FIGURE_STILL,
    };
    double seconds = 0;
    enum figure_drive own = figure ? figure_default_drive(figure, &seconds) : FIGURE_STILL;
    bool said = entry->exercise && entry->exercise->loop > 0;
    *loop = whole_turns(entry, said ? entry->exercise->loop : tick_from_seconds(seconds));
    return entry->drive == DRIVE_DEFAULT ? own : drives[entry->drive];
}

static double amount_of(const struct moment *moment, enum figure_drive drive, tick loop)
{
    switch (drive) {
    case FIGURE_BREATH:
        return moment->breathes ? moment->breath.fullness : 0;
    case FIGURE_TEMPO:
        return moment->moves_by_reps ? moment->rep.height : 0;
    case FIGURE_LOOP:
        return turn(moment->into, loop);
    case FIGURE_STILL:
        break;
    }
    return 0;
}

/* A rep lights up what lifts, as it lifts; what is held swells slowly. */
static double glow_of(const struct moment *moment, enum figure_drive drive, bool calm)
{
    if (drive == FIGURE_TEMPO && moment->moves_by_reps)
        return GLOW_MIDDLE + GLOW_SWING * (2 * moment->rep.height - 1);
    if (calm)
        return GLOW_MIDDLE;
    return GLOW_MIDDLE + GLOW_SWING * sin(turn(moment->into, GLOW_PERIOD) * 2 * M_PI);
}

struct figure_motion motion_at(const struct moment *moment, const struct figure *figure, bool calm)
{
    tick loop;
    enum figure_drive drive = drive_of(moment->entry, figure, &loop);
    return (struct figure_motion){.drive = drive,
                                  .amount = amount_of(moment, drive, loop),
                                  .breath = moment->breathes ? moment->breath.fullness : 0,
                                  .mirrored = moment->side == SIDE_RIGHT,
                                  .glow = glow_of(moment, drive, calm)};
}
