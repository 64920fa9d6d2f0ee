// SPDX-License-Identifier: MIT
#include "sound/cue_file.h"

#include "base/file.h"
#include "base/log.h"
#include "sound/pcm.h"

#include <SDL_mixer.h>
#include <string.h>
#include <unistd.h>

static const struct {
    const char *ending;
    size_t most;
} formats[] = {
    [CUE_FORMAT_NONE] = {NULL, 0},          [CUE_FORMAT_WAV] = {"wav", 4U << 20},
    [CUE_FORMAT_OGG] = {"ogg", 512U << 10}, [CUE_FORMAT_FLAC] = {"flac", 2U << 20},
    [CUE_FORMAT_MP3] = {"mp3", 512U << 10},
};
enum { FORMATS = sizeof formats / sizeof *formats };

static bool has_at(const unsigned char *bytes, size_t length, size_t at, const char *magic,
                   size_t magic_length)
{
    return length >= at + magic_length && memcmp(bytes + at, magic, magic_length) == 0;
}

enum cue_format cue_format_of(const unsigned char *bytes, size_t length)
{
    if (has_at(bytes, length, 0, "RIFF", 4) && has_at(bytes, length, 8, "WAVE", 4))
        return CUE_FORMAT_WAV;
    /* An Ogg file may hold anything: only Vorbis, which must come first in its first page. */
    if (has_at(bytes, length, 0, "OggS", 4) && has_at(bytes, length, 28, "\x01vorbis", 7))
        return CUE_FORMAT_OGG;
    if (has_at(bytes, length, 0, "fLaC", 4))
        return CUE_FORMAT_FLAC;
    if (has_at(bytes, length, 0, "ID3", 3))
        return CUE_FORMAT_MP3;
    /* A frame of MPEG audio, layer 3. */
    if (length >= 2 && bytes[0] == 0xFF && (bytes[1] & 0xE6) == 0xE2)
        return CUE_FORMAT_MP3;
    return CUE_FORMAT_NONE;
}

size_t cue_format_most(enum cue_format format)
{
    return formats[format].most;
}

/* What the file itself says, asked before anything is decoded. */
static bool short_enough(const char *bytes, size_t length, Mix_MusicType type)
{
    Mix_Music *music = Mix_LoadMUSType_RW(SDL_RWFromConstMem(bytes, (int)length), type, 1);
    double seconds = music != NULL ? Mix_MusicDuration(music) : -1;
    Mix_FreeMusic(music);
    return seconds > 0 && seconds <= CUE_FILE_MOST_SECONDS;
}

static Mix_Chunk *decode(const char *bytes, size_t length, const char **why)
{
    static const Mix_MusicType types[] = {[CUE_FORMAT_NONE] = MUS_NONE,
                                          [CUE_FORMAT_WAV] = MUS_WAV,
                                          [CUE_FORMAT_OGG] = MUS_OGG,
                                          [CUE_FORMAT_FLAC] = MUS_FLAC,
                                          [CUE_FORMAT_MP3] = MUS_MP3};
    enum cue_format format = cue_format_of((const unsigned char *)bytes, length);
    if (format == CUE_FORMAT_NONE) {
        *why = "it is none of WAV, Ogg Vorbis, FLAC and MP3";
        return NULL;
    }
    if (length > cue_format_most(format) || !short_enough(bytes, length, types[format])) {
        *why = "it is damaged, or longer than ten seconds";
        return NULL;
    }
    Mix_Chunk *chunk = Mix_LoadWAV_RW(SDL_RWFromConstMem(bytes, (int)length), 1);
    if (chunk == NULL)
        *why = "it cannot be decoded";
    return chunk;
}

/* Both channels into one, at the loudness of the built-in cues. */
static void take_samples(const Mix_Chunk *chunk, struct clip *clip)
{
    size_t most = (size_t)CUE_FILE_MOST_SECONDS * SOUND_RATE;
    size_t frames = chunk->alen / (2 * sizeof(int16_t));
    clip->frames = frames < most ? frames : most;
    clip->samples = memory_alloc(clip->frames * sizeof *clip->samples);
    for (size_t i = 0; i < clip->frames; i++) {
        int16_t pair[2];
        memcpy(pair, chunk->abuf + i * sizeof pair, sizeof pair);
        clip->samples[i] = (int16_t)((pair[0] + pair[1]) / 2);
    }
    pcm_normalise(clip->samples, clip->frames, SOUND_RATE);
    pcm_fade_ends(clip->samples, clip->frames, SOUND_RATE);
}

static bool load(struct arena *arena, const char *path, struct clip *clip)
{
    const char *bytes, *why;
    size_t length;
    Mix_Chunk *chunk = NULL;
    if (file_read(arena, path, formats[CUE_FORMAT_WAV].most, &bytes, &length, &why))
        chunk = decode(bytes, length, &why);
    if (chunk == NULL) {
        log_warning("cannot use the sound %s: %s; the built-in one is played", path, why);
        return false;
    }
    take_samples(chunk, clip);
    Mix_FreeChunk(chunk);
    return clip->frames > 0;
}

bool cue_file_load(const char *folder, enum cue_kind kind, struct clip *clip)
{
    struct arena arena;
    arena_init(&arena);
    bool loaded = false;
    for (size_t i = 1; i < FORMATS && !loaded; i++) {
        const char *path =
            arena_format(&arena, "%s/%s.%s", folder, cue_kind_name(kind), formats[i].ending);
        if (access(path, F_OK) == 0)
            loaded = load(&arena, path, clip);
    }
    arena_finish(&arena);
    return loaded;
}
