// SPDX-License-Identifier: MIT
#include "sound/cue_file.h"

#include "base/log.h"
#include "sound/pcm.h"
#include "sound/sound_file.h"

static const struct sound_limit limit = {.bytes = 8U << 20, .seconds = 10};

bool cue_file_load(const char *folder, enum cue_kind kind, struct clip *clip)
{
    struct arena arena;
    arena_init(&arena);
    char why[SOUND_WHY];
    const char *path = sound_file_find(&arena, folder, cue_kind_name(kind));
    bool loaded = path != NULL && sound_file_load(path, &limit, clip, why);
    if (path != NULL && !loaded)
        log_warning("cannot use the sound %s: %s; the built-in one is played", path, why);
    if (loaded) {
        pcm_normalise(clip->samples, clip->frames, SOUND_RATE);
        pcm_fade_ends(clip->samples, clip->frames, SOUND_RATE);
    }
    arena_finish(&arena);
    return loaded;
}
