// SPDX-License-Identifier: MIT
#ifndef UNKNOT_SOUND_VOICE_H
#define UNKNOT_SOUND_VOICE_H

#include "timeline/timeline.h"

/* The voice as such: text to samples. Not for two threads at once. */
struct voice;

/* NULL when no voice can be loaded; the reason is in the log. */
struct voice *voice_create(void);
void voice_destroy(struct voice *voice);

/* Mono signed 16-bit samples, made with malloc, for the caller to free; NULL when the text gives
 * none. At most ROUTINE_MAX_LINE characters are taken. */
int16_t *voice_speak(struct voice *voice, const char *text, int *rate, size_t *count);

/* A measure for timeline_compile: how long each line takes, each text spoken once and remembered.
 * `voice` must outlive it. */
struct voice_measure voice_measure_of(struct voice *voice);

#endif
