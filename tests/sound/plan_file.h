// SPDX-License-Identifier: MIT
#ifndef UNKNOT_TESTS_SOUND_PLAN_FILE_H
#define UNKNOT_TESTS_SOUND_PLAN_FILE_H

#include "sound/voice.h"

/* What `unknot plan --json` printed: when which sound is to be heard. */
struct plan_file {
    struct arena arena;
    struct timeline timeline;   /* its cues and its length, and nothing else */
    struct voice_manner manner; /* as the program speaks what it ships */
};

/* False, with a message on stderr, when it is no plan. */
bool plan_file_read(struct plan_file *plan, const char *path);
void plan_file_finish(struct plan_file *plan);

#endif
