// SPDX-License-Identifier: MIT
#ifndef UNKNOT_SOUND_DEVICE_H
#define UNKNOT_SOUND_DEVICE_H

#include "sound/mix.h"

/* The audio device, opened, lost and found again on a thread of its own: a sound server that hangs
 * holds up that thread and nothing else. SDL_mixer goes on playing into a lost device and does not
 * recover, so a lost device is closed, with everything SDL keeps about the sound server, and opened
 * anew, at first soon, then less and less often.
 */
enum device_state {
    DEVICE_NONE,    /* nothing calls the mixer: the main thread may mix_discard */
    DEVICE_OPENING, /* being opened, or closed and opened again */
    DEVICE_OPEN,
};

struct device_options {
    tick (*clock)(void); /* called from the audio thread */
    /* Called on the device's thread after each try to open it; may take its time. */
    void (*tried)(void *context, bool open);
    /* Called on the device's thread, after it was left to itself, when it has ended after all:
     * `context` is no longer used, and may be freed. NULL: nothing to do. */
    void (*left)(void *context);
    void *context;
};

struct device;

/* Starts to open the default device. The device owns `mix` (made with malloc) from here on, because
 * a sound server that never answers may keep its thread beyond device_destroy. NULL, with
 * `mix` left to the caller, when no thread can be had. */
struct device *device_create(struct mix *mix, const struct device_options *options);
/* Fades out and closes; after a second without an answer it leaves the thread to itself. True when
 * everything is closed: `options.context` is no longer used; false: see `options.left`. NULL is
 * fine. */
bool device_destroy(struct device *device);

enum device_state device_state(const struct device *device);
/* False until the first try to open a device has ended, well or not. */
bool device_tried(const struct device *device);
/* Starts the next try when there is no device and it is time. */
void device_tend(struct device *device, tick now);

#endif
