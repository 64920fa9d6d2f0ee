// SPDX-License-Identifier: MIT
#include "program/built_in.h"

static const char text[] =
    "routine: Breathe and move\n"
    "about: Three minutes, standing where you are.\n"
    "counts as: [posture-break]\n"
    "steps:\n"
    "  - step: Slow breathing\n"
    "    dose: 1 min\n"
    "    breathe: {in: 4 s, out: 6 s}\n"
    "    say: {start: Stand tall. In through your nose and out through your mouth.}\n"
    "  - step: Shoulder rolls\n"
    "    dose: 30 s\n"
    "    say: {start: 'Roll your shoulders up, back and down.'}\n"
    "  - step: Side bend\n"
    "    dose: 20 s per side\n"
    "    say: {start: 'Reach up with your {side} arm, and lean away from it.'}\n"
    "  - step: Shake it out\n"
    "    dose: 20 s\n"
    "    say: {start: 'Shake your arms, and let your shoulders hang.'}\n";

const struct routine *built_in_routine(struct library *library, struct diag_list *diags)
{
    return routine_parse(library, BUILT_IN_ROUTINE, text, sizeof text - 1, diags);
}
