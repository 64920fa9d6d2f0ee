// SPDX-License-Identifier: MIT
#include "timeline/timeline.h"

#include "base/text.h"

#include <assert.h>

const char *entry_kind_name(enum entry_kind kind)
{
    static const char *const names[] = {
        [ENTRY_SETUP] = "setup",   [ENTRY_WORK] = "work", [ENTRY_REST] = "rest",
        [ENTRY_SWITCH] = "switch", [ENTRY_WAIT] = "wait", [ENTRY_ASK] = "ask",
    };
    static_assert(sizeof names / sizeof *names == ENTRY_KINDS, "each kind has a name");
    return names[kind];
}

const char *cue_kind_name(enum cue_kind kind)
{
    static const char *const names[] = {
        [CUE_SAY] = "say",
        [CUE_STEP_START] = "step-start",
        [CUE_BREATHE_IN] = "breathe-in",
        [CUE_BREATHE_OUT] = "breathe-out",
        [CUE_HOLD] = "hold",
        [CUE_REP] = "rep",
        [CUE_REP_TOP] = "rep-top",
        [CUE_SET_DONE] = "set-done",
        [CUE_SWITCH] = "switch",
        [CUE_HALFWAY] = "halfway",
        [CUE_LAST_SECONDS] = "last-seconds",
        [CUE_STEP_DONE] = "step-done",
        [CUE_PAUSE] = "pause",
        [CUE_RESUME] = "resume",
        [CUE_SESSION_DONE] = "session-done",
        [CUE_ALIVE] = "still-here",
    };
    static_assert(sizeof names / sizeof *names == CUE_KINDS, "each kind has a name");
    return names[kind];
}

const char *side_name(enum side side)
{
    static const char *const names[] = {"", N_("left"), N_("right")};
    return names[side];
}

bool entry_asks_comfort(const struct entry *entry)
{
    return entry->kind == ENTRY_ASK && (!entry->title || text_equal(entry->title, "comfort"));
}
