// SPDX-License-Identifier: MIT
#include "timeline/breath.h"

static tick pattern_length(const struct breath_pattern *pattern)
{
    tick length = 0;
    for (int phase = 0; phase < BREATH_PHASES; phase++)
        length += pattern->length[phase];
    return length;
}

static tick first_length(const struct breathing *breathing)
{
    return pattern_length(&breathing->pattern);
}

static tick last_length(const struct breathing *breathing)
{
    return pattern_length(breathing->ramps ? &breathing->ramp_to : &breathing->pattern);
}

bool breath_given(const struct breathing *breathing)
{
    return breathing->given && first_length(breathing) > 0 && last_length(breathing) > 0;
}

tick breath_sum(const struct breathing *breathing, int64_t count)
{
    tick first = first_length(breathing);
    return count < 2 ? count * first : count * (first + last_length(breathing)) / 2;
}

tick breath_start(const struct breathing *breathing, int64_t count, int64_t index)
{
    tick first = first_length(breathing), last = last_length(breathing);
    if (index == count)
        return breath_sum(breathing, count);
    if (count < 2 || first == last)
        return index * first;
    return index * first + (last - first) * (index * (index - 1)) / (2 * (count - 1));
}

int64_t breath_nearest(const struct breathing *breathing, tick length)
{
    tick first = first_length(breathing), both = first + last_length(breathing);
    int64_t count = (2 * length + both / 2) / both;
    if (count > 2)
        return count;
    return 2 * length < first + both ? 1 : 2; /* one breath alone does not ramp */
}

int64_t breath_fitting(const struct breathing *breathing, tick length)
{
    tick both = first_length(breathing) + last_length(breathing);
    int64_t count = 2 * length / both;
    if (count == 0 && first_length(breathing) <= length)
        count = 1;
    return count == 1 && first_length(breathing) > length ? 0 : count;
}

/* The phase that takes what rounding left over: the last one there is. */
static int last_phase(const tick phases[BREATH_PHASES])
{
    for (int phase = BREATH_PHASES - 1; phase > 0; phase--)
        if (phases[phase] > 0)
            return phase;
    return 0;
}

void breath_phases(const struct breathing *breathing, int64_t count, int64_t index,
                   tick out[BREATH_PHASES])
{
    tick sum = 0;
    for (int phase = 0; phase < BREATH_PHASES; phase++) {
        tick from = breathing->pattern.length[phase];
        tick to = breathing->ramps ? breathing->ramp_to.length[phase] : from;
        out[phase] = count < 2 ? from : from + (to - from) * index / (count - 1);
        sum += out[phase];
    }
    tick whole = breath_start(breathing, count, index + 1) - breath_start(breathing, count, index);
    out[last_phase(out)] += whole - sum;
}
