// SPDX-License-Identifier: MIT
#ifndef UNKNOT_SOUND_VOICE_H
#define UNKNOT_SOUND_VOICE_H

#include "sound/pronunciation.h"
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

/* How the lines of a routine are to be spoken; what is left out stays as it is without. */
struct voice_manner {
    const char *language;   /* one it does not speak: only recordings are heard; NULL: its own */
    const char *recordings; /* a folder, heard instead of the voice; NULL: none */
    const struct pronunciations *pronunciations; /* NULL: as it speaks by itself */
    bool warn;                                   /* of recordings that cannot be used */
};
/* All must outlive the voice, or the next call. What was measured in another manner is
 * forgotten. */
void voice_set_manner(struct voice *voice, const struct voice_manner *manner);
/* A measure for timeline_compile: how long each line takes, recorded or spoken, each text measured
 * once, four times as fast as it would be spoken, and remembered. `voice` must outlive it. */
struct voice_measure voice_measure_of(struct voice *voice);

#endif
