// SPDX-License-Identifier: MIT
#include "sound/sound_file.h"

#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

/* Any bytes as a sound file: a reason, or finite samples that end within the limit. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const struct sound_limit limit = {.bytes = 1U << 20, .seconds = 10};
    static float pairs[2 * 4096];
    char why[SOUND_WHY] = "";
    int fd = memfd_create("fuzz", MFD_CLOEXEC);
    if (fd < 0 || write(fd, data, size) != (ssize_t)size)
        abort();
    struct sound_file *file = sound_file_take(fd, &limit, why);
    if ((file == NULL) != (why[0] != '\0'))
        abort();
    if (file == NULL)
        return 0;
    size_t total = 0, got;
    while ((got = sound_file_read(file, pairs, 4096)) > 0) {
        for (size_t i = 0; i < 2 * got; i++)
            if (!(pairs[i] >= -1 && pairs[i] <= 1))
                abort();
        total += got;
    }
    if ((double)total > limit.seconds * sound_file_rate(file))
        abort();
    sound_file_close(file);
    return 0;
}
