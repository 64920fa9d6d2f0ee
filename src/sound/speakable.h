// SPDX-License-Identifier: MIT
#ifndef UNKNOT_SOUND_SPEAKABLE_H
#define UNKNOT_SOUND_SPEAKABLE_H

#include "routine/routine.h"

/* A line as the voice can take it: ASCII, as long as the voice stays quick with. Typographic
 * characters become their plain form, letters lose their accents, anything else becomes a space; a
 * word is cut after ROUTINE_MAX_WORD characters, a line after ROUTINE_MAX_LINE. */
enum { SPEAKABLE_SIZE = ROUTINE_MAX_LINE + 1 };
void speakable_text(const char *text, char out[SPEAKABLE_SIZE]);

#endif
