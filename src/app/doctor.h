// SPDX-License-Identifier: MIT
#ifndef UNKNOT_APP_DOCTOR_H
#define UNKNOT_APP_DOCTOR_H

#include "program/app.h"

/* What a person who gets no picture or no sound wants to know: each thing the program leans on,
 * what was found of it, and what to do where something is missing. */

enum finding_state {
    FINDING_GOOD,
    FINDING_NOTE,    /* works, but not as well as it could */
    FINDING_LACKING, /* something does not work */
};

struct finding {
    const char *topic; /* "display", "sound", ...; several findings may share one */
    enum finding_state state;
    const char *text;
    const char *hint; /* what to do; NULL: nothing */
};

enum { FINDINGS_MOST = 64 };

struct findings {
    struct arena *arena;
    struct finding items[FINDINGS_MOST];
    size_t count;
};

/* Looks at everything. Opens a window that is not shown, and the audio device, for a moment.
 * `kiosk`: the config of one; NULL: there is none here. */
void doctor_look(struct findings *findings, struct app *app, const char *kiosk);

const char *finding_state_name(enum finding_state state); /* "good", "note", "lacking" */

#endif
