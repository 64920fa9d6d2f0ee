// SPDX-License-Identifier: MIT
#ifndef UNKNOT_PLATFORM_LOST_H
#define UNKNOT_PLATFORM_LOST_H

/* The end of the program when its display goes away. An X server's end comes as an exit() out of
 * Xlib; a Wayland compositor's as a connection that is dead, on which SDL may wait for a picture to
 * be shown for ever. Libraries are not made for either, so nothing is closed: what is to be kept is
 * kept, a message is written, and the process ends. It ends once, so there is one of this.
 */

/* While SDL opens a display. SDL before 2.30 writes to nowhere if a Wayland compositor has neither
 * a keyboard nor a mouse to tell of, or goes away in that moment (SDL's issue 8898): instead of
 * crashing the program ends with a message and PLATFORM_DISPLAY_LOST. Main thread. */
void lost_opening(void);
void lost_opened(void);

/* From here on exit() means that the display was lost. */
void lost_begin(void);
/* The display is closed in good order. */
void lost_finish(void);
/* Whom to call before the end; NULL: nobody. Main thread. */
void lost_tell(void (*tell)(void *context), void *context);
/* Ends the program, with PLATFORM_DISPLAY_LOST. Any thread; returns only when no display is open.
 */
void lost_end(void);

/* The descriptor of SDL's connection to a Wayland compositor, which hangs up when that goes away.
 * It belongs to SDL. -1: there is none, or it cannot be told. */
int lost_connection(void);

#endif
