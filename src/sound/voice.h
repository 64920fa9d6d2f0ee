// SPDX-License-Identifier: MIT
#ifndef UNKNOT_SOUND_VOICE_H
#define UNKNOT_SOUND_VOICE_H

#include "timeline/timeline.h"

/* The voice as such: text to samples, about seventy times as fast as it is spoken. A voice is not
 * for two threads at once; two voices may be used by two threads, and then take turns, because the
 * library behind them has only one voice and does not expect threads. */
struct voice;

/* Whether it speaks a language, as a routine names it: "en", "en-GB". */
bool voice_speaks(const char *language);
/* NULL when no voice can be loaded; the reason is in the log. */
struct voice *voice_create(void);
/* NULL is fine. */
void voice_destroy(struct voice *voice);
/* Above 1 it speaks faster, but only as fast as can still be understood. */
void voice_set_speed(struct voice *voice, double speed);

/* Mono signed 16-bit samples, made with malloc, for the caller to free; NULL when the text gives
 * none. Silence at the ends is cut off, the loudness is even from line to line. At most
 * ROUTINE_MAX_LINE characters are taken, ROUTINE_MAX_WORD of each word. */
int16_t *voice_speak(struct voice *voice, const char *text, int *rate, size_t *count);

/* The folder of recordings that are heard instead of the voice; NULL: none. It must outlive the
 * voice, or the next call; what was measured with another folder is forgotten. `warn`: of those
 * that cannot be used. */
void voice_set_recordings(struct voice *voice, const char *folder, bool warn);
/* A measure for timeline_compile: how long each line takes, recorded or spoken, each text measured
 * once, four times as fast as it would be spoken, and remembered. `voice` must outlive it. */
struct voice_measure voice_measure_of(struct voice *voice);

#endif
