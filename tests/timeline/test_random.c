// SPDX-License-Identifier: MIT
#include "check.h"
#include "timeline/script.h"

/* What must hold for every routine, tried on many that nobody would write. */

enum { ROUTINES = 300, LOOKUPS = 60 };

struct dice {
    uint32_t seed;
};

static uint32_t roll(struct dice *dice, uint32_t sides)
{
    dice->seed = dice->seed * 1664525u + 1013904223u;
    return (dice->seed >> 8) % sides;
}

static struct exercise *random_exercise(struct script *s, struct dice *dice)
{
    static const char *const words[] = {"Go.", "Keep the {side} shoulder low.",
                                        "Let the breath come by itself, in its own time."};
    struct exercise *exercise = make_exercise(s, "Exercise");
    exercise->setup.length = (tick)roll(dice, 3) * 3 * TICK_S;
    exercise->setup.say = roll(dice, 2) ? "Raise your {side} arm." : NULL;
    exercise->rest = (tick)roll(dice, 3) * 5 * TICK_S;
    exercise->switching.length = (tick)roll(dice, 2) * 5 * TICK_S;
    exercise->drive = (enum drive)roll(dice, 5);
    exercise->loop = 3 * TICK_S;
    set_tempo(exercise, 1 + (int)roll(dice, 3), (int)roll(dice, 2), 1 + (int)roll(dice, 3));
    set_breathing(exercise, 1 + (int)roll(dice, 5), (int)roll(dice, 3), 1 + (int)roll(dice, 6),
                  (int)roll(dice, 2));
    exercise->breathing.given = roll(dice, 3) > 0 || exercise->drive == DRIVE_STILL;
    exercise->breathing.ramps = roll(dice, 3) == 0;
    exercise->breathing.ramp_to = (struct breath_pattern){{5 * TICK_S, 0, 7123457, 0}};
    for (uint32_t i = roll(dice, 4); i > 0; i--) {
        struct line *line =
            add_line(s, exercise, (enum line_when)roll(dice, 8), words[roll(dice, 3)]);
        line->phase = roll(dice, 2) ? "lift" : "lower";
        line->breath = (enum breath_phase)roll(dice, BREATH_PHASES);
        line->offset = (tick)(1 + roll(dice, 40)) * TICK_S;
    }
    return exercise;
}

static struct step random_work(struct script *s, struct dice *dice)
{
    struct exercise *exercise = random_exercise(s, dice);
    struct dose doses[] = {for_seconds(1 + (int)roll(dice, 90)), reps(1 + (int)roll(dice, 12)),
                           breaths(1 + (int)roll(dice, 9)), until_continue()};
    bool breathes = exercise->breathing.given;
    struct dose dose = doses[breathes ? roll(dice, 4) : roll(dice, 2)];
    dose.sides = (enum dose_sides)roll(dice, exercise->drive == DRIVE_STILL ? 2 : 3);
    if (dose.amount != DOSE_UNTIL_CONTINUE)
        dose.sets = 1 + (int)roll(dice, 3);
    exercise->breathing.given = breathes || dose.sides == DOSE_ALTERNATING;
    /* One breath may be longer than the dose, and then there is nothing to count. */
    if (dose.sides == DOSE_ALTERNATING && dose.amount == DOSE_TIME)
        dose.duration += 30 * TICK_S;
    struct step step = work(s, exercise, dose);
    step.optional = roll(dice, 4) == 0;
    step.at_least = roll(dice, 3) == 0 ? 10 * TICK_S : 0;
    return step;
}

static struct step_list random_steps(struct script *s, struct dice *dice, int depth)
{
    struct step steps[4];
    size_t count = 1 + roll(dice, 4);
    for (size_t i = 0; i < count; i++) {
        switch (roll(dice, depth > 0 ? 9 : 6)) {
        case 0:
            steps[i] = rest(s, 1 + (int)roll(dice, 30));
            break;
        case 1:
            steps[i] =
                roll(dice, 2) ? wait_for(s, "Fetch it", (int)roll(dice, 60)) : ask(s, "comfort");
            break;
        case 6:
            steps[i] = repeat(s, 1 + (int)roll(dice, 3), (int)roll(dice, 20),
                              random_steps(s, dice, depth - 1));
            break;
        case 7:
            steps[i] = nested(s, random_steps(s, dice, depth - 1));
            break;
        case 8:
            steps[i] =
                with(s, "ball", random_steps(s, dice, depth - 1), random_steps(s, dice, depth - 1));
            break;
        default:
            steps[i] = random_work(s, dice);
        }
    }
    return list_of(s, count, steps);
}

static void check_entries(const struct timeline *timeline)
{
    tick at = 0, timed = 0;
    for (size_t i = 0; i < timeline->entry_count; i++) {
        const struct entry *entry = &timeline->entries[i];
        assert_int_equal(entry->start, at);
        assert_true(entry->gate ? entry->length == 0 : entry->length > 0);
        assert_in_range(entry->set, 1, entry->of_sets);
        at += entry->length;
        if (entry->kind == ENTRY_WORK && entry->reps == 0)
            timed += entry->length;
        if (entry->breaths > 0 && !entry->gate) {
            tick breathed = entry->breath_starts[entry->breaths];
            assert_true(breathed <= entry->length);
            if (entry->drive == DRIVE_BREATH)
                assert_int_equal(breathed, entry->length);
        }
    }
    assert_int_equal(timeline->total, at);
    assert_int_equal(timeline->work, timed);
}

static void check_steps(const struct timeline *timeline)
{
    for (size_t i = 0; i < timeline->step_count; i++) {
        const struct timeline_step *step = &timeline->steps[i];
        assert_int_equal(step->start, timeline->entries[step->first_entry].start);
        const struct entry *last = &timeline->entries[step->last_entry];
        assert_int_equal(step->end, last->start + last->length);
        assert_int_equal(last->kind, ENTRY_WORK);
        for (size_t entry = step->first_entry; entry <= step->last_entry; entry++)
            assert_int_equal(timeline->entries[entry].step, i);
    }
}

static void check_cues(const struct timeline *timeline)
{
    size_t captions = 0;
    for (size_t i = 0; i < timeline->cue_count; i++) {
        const struct cue *cue = &timeline->cues[i];
        const struct entry *entry = &timeline->entries[cue->entry];
        assert_true(cue->at >= entry->start && cue->at <= entry->start + entry->length);
        assert_true(i == 0 || cue->at > cue[-1].at ||
                    (cue->at == cue[-1].at && cue->entry >= cue[-1].entry));
        assert_true(cue->kind != CUE_SAY || cue->text || cue->caption);
        assert_non_null(cue->source);
        if (cue->caption)
            assert_int_equal(timeline->captions[captions++], i);
    }
    assert_int_equal(captions, timeline->caption_count);
}

static size_t entry_by_scanning(const struct timeline *timeline, tick t)
{
    t = t < 0 ? 0 : t > timeline->total ? timeline->total : t;
    for (size_t i = 0; i < timeline->entry_count; i++)
        if (timeline->entries[i].start == t)
            return i;
    size_t found = 0;
    for (size_t i = 0; i < timeline->entry_count; i++)
        if (timeline->entries[i].start < t)
            found = i;
    return found;
}

static void check_cue_lookup(const struct timeline *timeline, tick after, tick until)
{
    size_t first, count = 0, before = 0;
    for (size_t i = 0; i < timeline->cue_count; i++) {
        before += timeline->cues[i].at <= after;
        count += timeline->cues[i].at > after && timeline->cues[i].at <= until;
    }
    assert_int_equal(timeline_cues(timeline, after, until, &first), count);
    assert_int_equal(first, before);
}

static void check_caption(const struct timeline *timeline, size_t entry, tick into)
{
    const struct cue *found = NULL;
    for (size_t i = 0; i < timeline->cue_count; i++) {
        const struct cue *cue = &timeline->cues[i];
        if (cue->entry == entry && cue->at <= timeline->entries[entry].start + into && cue->caption)
            found = cue->caption[0] != '\0' ? cue : NULL;
    }
    assert_ptr_equal(timeline_caption(timeline, entry, into), found);
}

static void check_moment(const struct timeline *timeline, size_t index, tick into)
{
    struct moment moment;
    timeline_moment(timeline, index, into, &moment);
    const struct entry *entry = moment.entry;
    assert_ptr_equal(entry, &timeline->entries[index]);
    if (!entry->gate)
        assert_int_equal(moment.into + moment.left, entry->length);
    if (entry->alternates)
        assert_int_not_equal(moment.side, SIDE_NONE);
    if (moment.breathes) {
        const struct breath_moment *breath = &moment.breath;
        assert_true(breath->into >= 0 && breath->into <= breath->length);
        assert_true(breath->fullness >= -1e-9 && breath->fullness <= 1 + 1e-9);
        assert_in_range(breath->number, 1, entry->gate ? INT32_MAX : entry->breaths);
        if (!entry->gate)
            assert_true(entry->breath_starts[breath->number - 1] <= moment.into);
    }
    if (moment.moves_by_reps) {
        const struct rep_moment *rep = &moment.rep;
        assert_true(rep->into >= 0 && rep->into <= rep->length);
        assert_true(rep->height >= -1e-9 && rep->height <= 1 + 1e-9);
        if (entry->reps > 0)
            assert_in_range(rep->number, 1, entry->reps);
    }
}

static void check_lookups(const struct timeline *timeline, struct dice *dice)
{
    for (int i = 0; i < LOOKUPS; i++) {
        uint32_t span = (uint32_t)(timeline->total / TICK_MS) + 4000;
        tick t = ((tick)roll(dice, span) - 2000) * TICK_MS;
        if (i % 3 == 0) /* the edges are where lookups go wrong */
            t = timeline->entries[roll(dice, (uint32_t)timeline->entry_count)].start +
                (tick)roll(dice, 3) - 1;
        size_t entry = timeline_entry_at(timeline, t);
        assert_int_equal(entry, entry_by_scanning(timeline, t));
        tick into = t - timeline->entries[entry].start;
        check_cue_lookup(timeline, t, t + (tick)roll(dice, 5000) * TICK_MS);
        check_caption(timeline, entry, into > 0 ? into : 0);
        check_moment(timeline, entry, into);
        check_moment(timeline, roll(dice, (uint32_t)timeline->entry_count),
                     (tick)roll(dice, 90000) * TICK_MS);
    }
}

static void test_every_routine_holds_together(void **state)
{
    (void)state;
    struct dice dice = {2024};
    int laid_out = 0;
    for (int round = 0; round < ROUTINES; round++) {
        struct script script;
        script_begin(&script);
        script.options.voice = roll(&dice, 2) ? &slow_voice : NULL;
        script.options.fit = roll(&dice, 3) == 0 ? (tick)(1 + roll(&dice, 600)) * TICK_S : 0;
        script.options.ask = roll(&dice, 2);
        const struct timeline *timeline = compile(&script, random_steps(&script, &dice, 3));
        if (timeline) {
            laid_out++;
            check_entries(timeline);
            check_steps(timeline);
            check_cues(timeline);
            check_lookups(timeline, &dice);
        } else {
            assert_true(script.diags.errors > 0);
        }
        script_end(&script);
    }
    assert_true(laid_out > ROUTINES * 9 / 10);
}

/* Fitting never makes a routine longer, and never longer than it has to be. */
static void test_fitting_never_lengthens(void **state)
{
    (void)state;
    struct dice dice = {99};
    for (int round = 0; round < ROUTINES; round++) {
        struct script script;
        script_begin(&script);
        struct step_list steps = random_steps(&script, &dice, 2);
        const struct timeline *whole = compile(&script, steps);
        script.options.fit = (tick)(1 + roll(&dice, 400)) * TICK_S;
        const struct timeline *fitted = whole ? compile(&script, steps) : NULL;
        if (whole && whole->total <= script.options.fit)
            assert_int_equal(fitted->total, whole->total);
        else if (whole)
            assert_true(fitted->total <= script.options.fit || script.diags.warnings > 0);
        if (whole)
            assert_true(fitted->total <= whole->total);
        script_end(&script);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_routine_holds_together),
        cmocka_unit_test(test_fitting_never_lengthens),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
