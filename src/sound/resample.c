// SPDX-License-Identifier: MIT
#include "sound/resample.h"

#include "base/arena.h"
#include "base/log.h"

#include <SDL.h>

/* SDL keeps the last frames to itself, flushed or not: this much silence pushes them out. */
enum { BEHIND = 4096, MOST = INT32_MAX / 4 };

static bool convert(SDL_AudioStream *stream, const int16_t *samples, size_t bytes, size_t wanted,
                    struct clip *clip)
{
    static const int16_t silence[BEHIND];
    if (SDL_AudioStreamPut(stream, samples, (int)bytes) != 0 ||
        SDL_AudioStreamPut(stream, silence, sizeof silence) != 0 ||
        SDL_AudioStreamFlush(stream) != 0)
        return false;
    clip->samples = memory_alloc(wanted * sizeof *clip->samples);
    int got = SDL_AudioStreamGet(stream, clip->samples, (int)(wanted * sizeof *clip->samples));
    clip->frames = got > 0 ? (size_t)got / sizeof *clip->samples : 0;
    return got > 0;
}

void resample(const int16_t *samples, size_t count, int rate, struct clip *clip)
{
    clip->samples = NULL;
    clip->frames = 0;
    size_t wanted = rate > 0 ? (size_t)((uint64_t)count * SOUND_RATE / (uint64_t)rate) : 0;
    if (wanted == 0 || count > MOST || wanted > MOST)
        return;
    SDL_AudioStream *stream =
        SDL_NewAudioStream(AUDIO_S16SYS, 1, rate, AUDIO_S16SYS, 1, SOUND_RATE);
    if (stream == NULL || !convert(stream, samples, count * sizeof *samples, wanted, clip))
        log_warning("a sound cannot be brought to %d Hz: %s", SOUND_RATE, SDL_GetError());
    SDL_FreeAudioStream(stream);
}

void resample_end_thread(void)
{
    SDL_TLSCleanup();
}
