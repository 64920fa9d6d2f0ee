// SPDX-License-Identifier: MIT
#ifndef UNKNOT_PLATFORM_SIGNALS_H
#define UNKNOT_PLATFORM_SIGNALS_H

#include <stdbool.h>

/* Ctrl+C, a closed terminal and `kill` ask the program to end; the loop sees the question and ends
 * in its own way, with everything saved. Signals belong to the whole process, so there is one of
 * this. A second request while the first is not answered for ends the program at once.
 */

/* From here on SIGINT, SIGTERM and SIGHUP are requests. Called once, before threads are started. */
void signals_init(void);
/* A kiosk: what a keyboard sends (Ctrl+C, Ctrl+\\, Ctrl+Z) means nothing any more, nor does a
 * terminal that goes away; SIGHUP asks to read the files anew. SIGTERM still ends it. After
 * signals_init. */
void signals_keep_in(void);
/* Whether SIGHUP came since the last call, in a kiosk. */
bool signals_reload_asked(void);
/* Puts the system's own handling back. */
void signals_finish(void);
/* Any thread. Stays true once asked. */
bool signals_quit_asked(void);
/* Becomes readable when a signal came, and stays so: for poll. -1 before signals_init. */
int signals_descriptor(void);

#endif
