// SPDX-License-Identifier: MIT
#ifndef UNKNOT_SOUND_ALSA_H
#define UNKNOT_SOUND_ALSA_H

/* ALSA's library writes ten lines to stderr each time it finds no card, in the middle of a session
 * that is shown in a terminal: from here on it does not. It is there only if SDL uses it; before
 * SDL's audio is started this does nothing. */
void alsa_hush(void);

#endif
