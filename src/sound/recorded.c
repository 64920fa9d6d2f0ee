// SPDX-License-Identifier: MIT
#include "sound/recorded.h"

#include "base/log.h"
#include "sound/pcm.h"
#include "sound/sound_file.h"
#include "timeline/line_id.h"

static const struct sound_limit limit = {.bytes = 16U << 20, .seconds = 30};

const char *recorded_find(struct arena *arena, const char *folder, const char *text)
{
    char id[LINE_ID_SIZE];
    if (folder == NULL)
        return NULL;
    line_id(text, id);
    return sound_file_find(arena, folder, id);
}

bool recorded_load(const char *folder, const char *text, bool warn, struct clip *clip)
{
    struct arena arena;
    arena_init(&arena);
    char why[SOUND_WHY];
    const char *path = recorded_find(&arena, folder, text);
    bool loaded = path != NULL && sound_file_load(path, &limit, clip, why);
    if (path != NULL && !loaded && warn)
        log_warning("cannot use the recording %s: %s; the voice says it", path, why);
    if (loaded) {
        clip->frames = pcm_trim(clip->samples, clip->frames, SOUND_RATE);
        pcm_normalise(clip->samples, clip->frames, SOUND_RATE);
        pcm_fade_ends(clip->samples, clip->frames, SOUND_RATE);
    }
    arena_finish(&arena);
    return loaded;
}
