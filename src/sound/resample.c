// SPDX-License-Identifier: MIT
#include "sound/resample.h"

#include "base/arena.h"
#include "base/log.h"

#include <SDL.h>

static bool convert(SDL_AudioStream *stream, const int16_t *samples, size_t bytes,
                    struct clip *clip)
{
    if (SDL_AudioStreamPut(stream, samples, (int)bytes) != 0 || SDL_AudioStreamFlush(stream) != 0)
        return false;
    int available = SDL_AudioStreamAvailable(stream);
    if (available <= 0)
        return false;
    clip->samples = memory_alloc((size_t)available);
    int got = SDL_AudioStreamGet(stream, clip->samples, available);
    clip->frames = got > 0 ? (size_t)got / sizeof *clip->samples : 0;
    return got > 0;
}

void resample(const int16_t *samples, size_t count, int rate, struct clip *clip)
{
    clip->samples = NULL;
    clip->frames = 0;
    if (count == 0 || count > INT32_MAX / sizeof *samples)
        return;
    SDL_AudioStream *stream =
        SDL_NewAudioStream(AUDIO_S16SYS, 1, rate, AUDIO_S16SYS, 1, SOUND_RATE);
    if (stream == NULL || !convert(stream, samples, count * sizeof *samples, clip))
        log_warning("a spoken line cannot be brought to %d Hz: %s", SOUND_RATE, SDL_GetError());
    SDL_FreeAudioStream(stream);
}

void resample_end_thread(void)
{
    SDL_TLSCleanup();
}
