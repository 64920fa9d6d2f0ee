// SPDX-License-Identifier: MIT
#include "timeline/breath.h"
#include "timeline/ease.h"
#include "timeline/moments.h"
#include "timeline/tempo.h"

static int breath_at(const struct entry *entry, tick into)
{
    int low = 0, high = entry->breaths - 1; /* the last breath that begins at `into` or before */
    while (low < high) {
        int middle = low + (high - low + 1) / 2;
        if (entry->breath_starts[middle] <= into)
            low = middle;
        else
            high = middle - 1;
    }
    return low;
}

static double fullness(enum breath_phase phase, double fraction)
{
    switch (phase) {
    case BREATH_IN:
        return ease_cosine(fraction);
    case BREATH_HOLD:
        return 1.0;
    case BREATH_OUT:
        return 1.0 - ease_cosine(fraction);
    default:
        return 0.0;
    }
}

/* False once the last whole breath is over. */
static bool breath_moment(const struct entry *entry, tick into, struct breath_moment *out)
{
    if (entry->breaths == 0)
        return false;
    tick end = entry->breath_starts[entry->breaths];
    tick t = entry->gate ? into % end : into;
    if (t > end || (t == end && end < entry->length))
        return false;
    int index = breath_at(entry, t);
    tick phases[BREATH_PHASES];
    breath_phases(&entry->exercise->breathing, entry->breaths, index, phases);
    t -= entry->breath_starts[index];
    int phase = 0, last = BREATH_PHASES - 1;
    while (last > 0 && phases[last] == 0)
        last--;
    while (phase < last && (phases[phase] == 0 || t >= phases[phase]))
        t -= phases[phase++];
    *out = (struct breath_moment){
        .phase = (enum breath_phase)phase,
        .into = t,
        .length = phases[phase],
        .number = entry->gate ? (int)(into / end) + 1 : index + 1,
        .of = entry->gate ? 0 : entry->breaths,
        .fullness = fullness((enum breath_phase)phase, (double)t / (double)phases[phase]),
    };
    return true;
}

/* False when nothing goes by reps, and once the last whole rep is over. */
static bool rep_moment(const struct entry *entry, tick into, struct rep_moment *out)
{
    if (entry->drive != DRIVE_TEMPO)
        return false;
    const struct tempo *tempo = &entry->exercise->tempo;
    tick rep = tempo_length(tempo), count = entry->length / rep;
    if (!entry->gate &&
        (count == 0 || into > count * rep || (into == count * rep && into < entry->length)))
        return false;
    tick index = into / rep;
    if (!entry->gate && index == count)
        index--; /* the very end belongs to the last rep */
    tick t = into - index * rep;
    int phase = 0;
    while (phase < tempo->count - 1 && t >= tempo->phases[phase].length)
        t -= tempo->phases[phase++].length;
    tick length = tempo->phases[phase].length;
    *out = (struct rep_moment){
        .number = (int)index + 1,
        .of = entry->reps,
        .phase = phase,
        .into = t,
        .length = length,
        .height = tempo_height(tempo, phase, length > 0 ? (double)t / (double)length : 1.0),
    };
    return true;
}

/* Which rep, breath or turn it is, from 0. */
static tick turn_at(const struct entry *entry, tick into)
{
    if (entry->drive == DRIVE_LOOP && entry->exercise->loop > 0)
        return into / entry->exercise->loop;
    struct rep_moment rep;
    if (rep_moment(entry, into, &rep))
        return rep.number - 1;
    struct breath_moment breath;
    if (breath_moment(entry, into, &breath))
        return breath.number - 1;
    return 0;
}

enum side entry_side_at(const struct entry *entry, tick into)
{
    if (!entry->alternates)
        return entry->side;
    return turn_at(entry, into) % 2 == 0 ? SIDE_LEFT : SIDE_RIGHT;
}

#define SHORTEST_WITH_HALFWAY (30 * TICK_S)

tick entry_halfway(const struct entry *entry)
{
    if (entry->kind != ENTRY_WORK || entry->reps > 0 || entry->length < SHORTEST_WITH_HALFWAY)
        return 0;
    bool by_breath = entry->drive == DRIVE_BREATH && entry->breaths > 1;
    return by_breath ? entry->breath_starts[entry->breaths / 2] : entry->length / 2;
}

void timeline_moment(const struct timeline *timeline, size_t index, tick into, struct moment *out)
{
    const struct entry *entry = &timeline->entries[index];
    tick end = entry->gate ? (entry->at_most > 0 ? entry->at_most : TICK_NEVER) : entry->length;
    into = into < 0 ? 0 : into > end ? end : into;
    *out = (struct moment){
        .entry = entry,
        .into = into,
        .left = end == TICK_NEVER ? 0 : end - into,
        .side = entry_side_at(entry, into),
    };
    out->breathes = breath_moment(entry, into, &out->breath);
    out->moves_by_reps = rep_moment(entry, into, &out->rep);
}
