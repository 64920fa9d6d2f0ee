// SPDX-License-Identifier: MIT
#include "timeline/breath.h"
#include "timeline/layout.h"
#include "timeline/tempo.h"

enum drive layout_drive(const struct exercise *exercise, const struct dose *dose)
{
    bool breathes = breath_given(&exercise->breathing);
    bool moves = tempo_length(&exercise->tempo) > 0;
    if (dose->amount == DOSE_BREATHS)
        return DRIVE_BREATH;
    if (exercise->drive == DRIVE_BREATH || exercise->drive == DRIVE_LOOP ||
        exercise->drive == DRIVE_STILL)
        return exercise->drive;
    if (moves && (exercise->drive == DRIVE_TEMPO || dose->amount == DOSE_REPS || !breathes))
        return DRIVE_TEMPO;
    return breathes ? DRIVE_BREATH : DRIVE_DEFAULT;
}

static bool too_long(struct layout *layout, const struct step *step)
{
    layout_fail(layout, step->span, "this step lasts longer than 6 h; give it a smaller dose");
    return false;
}

static bool measure_breaths(struct layout *layout, const struct step *step, int64_t count,
                            struct work *work)
{
    const struct breathing *breathing = &step->exercise->breathing;
    if (count > TIMELINE_MAX_CUES || breath_sum(breathing, count) > TIMELINE_MAX_LENGTH)
        return too_long(layout, step);
    work->breaths = (int)count;
    work->length = breath_sum(breathing, count);
    return true;
}

static bool measure_by_time(struct layout *layout, const struct step *step, const struct dose *dose,
                            struct work *work)
{
    const struct breathing *breathing = &step->exercise->breathing;
    if (work->drive == DRIVE_BREATH && breath_given(breathing))
        return measure_breaths(layout, step, breath_nearest(breathing, dose->duration), work);
    work->length = dose->duration;
    return work->length <= TIMELINE_MAX_LENGTH || too_long(layout, step);
}

static bool measure_by_breaths(struct layout *layout, const struct step *step,
                               const struct dose *dose, struct work *work)
{
    if (breath_given(&step->exercise->breathing))
        return measure_breaths(layout, step, dose->count, work);
    layout_fail(layout, step->span,
                "'%s' is dosed in breaths but does not say how to breathe; add "
                "'breathe: {in: 4 s, out: 6 s}'",
                step->exercise->title);
    return false;
}

static bool measure_by_reps(struct layout *layout, const struct step *step, const struct dose *dose,
                            struct work *work)
{
    const struct exercise *exercise = step->exercise;
    tick rep = tempo_length(&exercise->tempo);
    work->reps = dose->count;
    if (work->drive == DRIVE_BREATH && breath_given(&exercise->breathing))
        return measure_breaths(layout, step, dose->count, work);
    if (rep <= 0) {
        layout_fail(layout, step->span,
                    "'%s' is dosed in reps but has no tempo; add "
                    "'tempo: {lift: 2 s, hold: 1 s, lower: 2 s}'",
                    exercise->title);
        return false;
    }
    if (dose->count > TIMELINE_MAX_LENGTH / rep)
        return too_long(layout, step);
    work->length = dose->count * rep;
    return true;
}

static bool measure_gate(struct layout *layout, const struct step *step, const struct dose *dose,
                         struct work *work)
{
    (void)layout;
    (void)dose;
    work->gate = true;
    work->breaths = breath_given(&step->exercise->breathing) ? 1 : 0;
    return true;
}

/* Breaths under work that something else drives: as many as have room, so the dose stays exact. */
static bool guide_breaths(struct layout *layout, const struct step *step, struct work *work)
{
    const struct breathing *breathing = &step->exercise->breathing;
    if (work->breaths == 0 && breath_given(breathing)) {
        int64_t count = breath_fitting(breathing, work->length);
        if (count > TIMELINE_MAX_CUES)
            return too_long(layout, step);
        work->breaths = (int)count;
    }
    return true;
}

static bool can_alternate(const struct exercise *exercise, const struct work *work)
{
    switch (work->drive) {
    case DRIVE_TEMPO:
        return true;
    case DRIVE_LOOP:
        return exercise->loop > 0;
    default:
        return work->reps > 0 || work->breaths > 0;
    }
}

bool layout_measure(struct layout *layout, const struct step *step, const struct dose *dose,
                    struct work *work)
{
    static bool (*const measures[])(struct layout *, const struct step *, const struct dose *,
                                    struct work *) = {
        [DOSE_TIME] = measure_by_time,
        [DOSE_REPS] = measure_by_reps,
        [DOSE_BREATHS] = measure_by_breaths,
        [DOSE_UNTIL_CONTINUE] = measure_gate,
    };
    *work = (struct work){.drive = layout_drive(step->exercise, dose)};
    if (!measures[dose->amount](layout, step, dose, work) || !guide_breaths(layout, step, work))
        return false;
    if (dose->sides != DOSE_ALTERNATING || can_alternate(step->exercise, work))
        return true;
    layout_fail(layout, step->span,
                "'alternating' changes sides with every rep or breath, and this step has neither; "
                "write 'per side', or add 'tempo:' or 'breathe:'");
    return false;
}

tick layout_whole_length(const struct exercise *exercise, const struct dose *dose,
                         const struct work *work)
{
    int sides = dose->sides == DOSE_PER_SIDE ? 2 : 1;
    tick side = dose->sets * work->length + (dose->sets - 1) * exercise->rest;
    return exercise->setup.length + sides * side + (sides - 1) * exercise->switching.length;
}
