// SPDX-License-Identifier: MIT
#ifndef UNKNOT_SOUND_CUES_H
#define UNKNOT_SOUND_CUES_H

#include "sound/clip.h"
#include "timeline/timeline.h"

/* The short sounds. One table (cues.c) describes each as a few notes: struck softly, with a
 * fundamental and two quiet partials, a second copy slightly out of tune for warmth. All in D major
 * pentatonic, so that whatever sounds together fits; told apart by contour, and nothing above
 * 2 kHz to speak of.
 *
 *     step-start     two notes up a fifth, ringing: here is something new
 *     breathe-in     one tone gliding up a fifth and swelling, over the whole phase (breath.h)
 *     breathe-out    the same tone gliding back down, fading, over the whole phase (breath.h)
 *     hold           one low, level tone; as breath phase it stays where the breath left it
 *     rep            one short, wooden knock
 *     rep-top        one short upward bend
 *     set-done       three notes up and back down
 *     switch-sides   two notes taking turns, twice
 *     halfway        the same note twice
 *     last-seconds   one clear, dry note; once for each second
 *     step-done      two notes down a fifth, coming to rest
 *     pause          one note sliding down
 *     resume         one note sliding up
 *     session-done   a chord that opens from the bottom up and rings out
 *     still-here     a heartbeat: one low note, and softer once more
 */

/* Makes the sound of a kind; nothing, and a clip of no frames, for a kind that is no clip (a spoken
 * line) . Does not set `ready`. */
void cues_render(enum cue_kind kind, struct clip *clip);

#endif
