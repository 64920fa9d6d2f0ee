// SPDX-License-Identifier: MIT
#ifndef UNKNOT_SOUND_SOUND_H
#define UNKNOT_SOUND_SOUND_H

#include "base/tick.h"
#include "sound/bus.h"
#include "sound/voice.h"
#include "timeline/timeline.h"

#include <stdbool.h>

/* Everything that is heard. Cues and lines are asked for ahead, with the time they are due on the
 * player's one clock; a mixing hook places each at its exact frame inside the device's chunk. The
 * picture never waits for sound, and the exercise clock is never the audio clock.
 *
 * No device, or one that goes away, is not an error: everything here goes on and does nothing until
 * a device can be opened. All calls from the main thread; none blocks.
 */
struct sound;

struct sound_options {
    const char *cues; /* folder with cue files that replace the built-in ones; NULL: none */
    struct voice_manner manner; /* of the routine; what it points to must outlive the sound */
    const char *ambience;       /* a sound file that goes round behind everything; NULL: none */
    bool voice;                 /* false: no spoken lines */
    int volume;                 /* 0 to 100 */
    int volumes[BUSES];         /* of each kind of sound, under it */
    bool muted;
    double speed; /* breath tones and spoken lines are shortened by it */
};

/* Begins to open the device, on a thread of its own. `clock` reads the clock that `due` times are
 * on; called from the audio thread too. To be called after SDL's video is up, if it will be: SDL
 * counts its subsystems without a lock. */
struct sound *sound_create(const struct sound_options *options, tick (*clock)(void));
/* Fades out what sounds and closes the device: up to a tenth of a second, with an ambience three
 * quarters, and at most two seconds when the sound server does not answer. NULL is fine. */
void sound_destroy(struct sound *sound);

/* The routine was changed: its lines are made anew, in this manner. What the old one points to must
 * outlive the sound, or sound_settled. */
void sound_set_manner(struct sound *sound, const struct voice_manner *manner);
bool sound_settled(struct sound *sound);

/* Makes the spoken lines of a timeline ahead, in a worker, those from `position` on first. The
 * timeline must outlive the sound or the next sound_prepare. */
void sound_prepare(struct sound *sound, const struct timeline *timeline, tick position);

/* Whose words lines are spoken in that say what to press: those of the device in use, at first a
 * keyboard's. For the next line it is the same as sound_prepare. */
void sound_set_device(struct sound *sound, enum device_kind device);
/* A cue or spoken line that is to be heard at `due`. A line that is not ready by then is dropped
 * with a log entry, never late. Only while the device is being opened for the first time does
 * everything wait for it, for up to 1.5 s, and a line that is due right after sound_prepare may be
 * 0.8 s late. */
void sound_cue(struct sound *sound, const struct cue *cue, tick due);
/* Words outside the timeline, to be heard at `due` or up to a second later; what is being said then
 * goes on below them. */
void sound_say(struct sound *sound, const char *text, tick due);
/* A sound now, outside the timeline: pause, resume. */
void sound_now(struct sound *sound, enum cue_kind kind);
/* Forgets what is not due yet and fades out what sounds. */
void sound_flush(struct sound *sound);
void sound_set_volume(struct sound *sound, int volume, bool muted);
/* Of one kind of sound, under the one for everything; 0 to 100. */
void sound_set_bus_volume(struct sound *sound, enum bus bus, int volume);
/* Lets the ambience fade in, or out: a pause, the end. Silent at first. */
void sound_set_ambience(struct sound *sound, bool heard);
/* Opens a lost device again, when it is time to try; call now and then. False while there is none.
 */
bool sound_tend(struct sound *sound, tick now);
/* True when the first try to open a device has ended and the next lines are made:
 * a session that begins now begins with sound. */
bool sound_ready(struct sound *sound);
/* True when nothing sounds and nothing is due: the last sound has rung out. */
bool sound_silent(struct sound *sound);

#endif
