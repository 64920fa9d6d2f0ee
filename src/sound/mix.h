// SPDX-License-Identifier: MIT
#ifndef UNKNOT_SOUND_MIX_H
#define UNKNOT_SOUND_MIX_H

#include "sound/breath.h"
#include "sound/dynamics.h"
#include "sound/frame_clock.h"
#include "sound/ring.h"
#include "sound/stream.h"

/* The mixer: orders with a due time in, samples out. Pure: the audio device calls mix_render, and
 * so does a test. It allocates nothing, takes no lock and writes no log.
 *
 *     voice    -- its volume -----------------------------+
 *     cues     -- its volume -----------------------------+
 *     breath   -- its volume -- ducked under the voice ---+-- volume -- limiter --> device
 *     ambience -- its volume -- ducked, fades in and out -+
 */
enum {
    MIX_WAITING = 96, /* orders not begun */
    MIX_PLAYING = 16, /* sounds at once */
    MIX_MOST = 200,   /* orders anywhere between mix_play and mix_done */
};

/* How long a sample is under way from the mixer to the loudspeaker: sound is asked for this much
 * early. One chunk of device.c is played while the next is mixed; what the hardware adds cannot be
 * asked, and is about what a screen adds too. */
#define MIX_LATENCY (21 * TICK_MS)

struct playing {
    struct order order; /* bus BUSES: free */
    struct breath breath;
    size_t at, frames; /* of the clip or phase */
    struct ramp fade;  /* to 0 when it is cut off */
    bool leaving;      /* its fade has been set to 0 */
};

struct mix {
    struct ring orders; /* main thread to audio thread */
    struct ring done;   /* and back, for the owner of the clip */
    atomic_int volume;  /* 0 to 100 */
    atomic_int volumes[BUSES];
    atomic_bool muted;
    atomic_bool ambient;     /* the ambience is to be heard */
    atomic_bool closed;      /* plays nothing any more */
    struct stream *ambience; /* NULL: none; set before a device calls */
    atomic_int sounding;
    int outstanding; /* main thread */

    /* The audio thread's own. */
    struct frame_clock clock;
    struct order waiting[MIX_WAITING];
    size_t waiting_count;
    struct playing playing[MIX_PLAYING];
    struct ramp master, duck;
    struct ramp levels[BUSES];
    struct ramp ambience_fade;
    struct limiter limiter;
};

void mix_init(struct mix *mix);

/* Main thread. False when there is no room: the order is dropped. */
bool mix_play(struct mix *mix, const struct order *order);
/* Main thread. Forgets what has not begun and fades out what sounds. */
void mix_flush(struct mix *mix);
/* Main thread. The next order that is over, played or not; its clip is no longer in use. */
bool mix_done(struct mix *mix, struct order *order);

/* Audio thread. Fills `stream` with `frames` stereo frames. `now`: when the call came. */
void mix_render(struct mix *mix, tick now, int16_t *stream, int frames);

/* While no device calls: what sounded is over, the frames count anew. */
void mix_restart(struct mix *mix);
/* While no device calls: every order comes back undone. */
void mix_discard(struct mix *mix);

#endif
