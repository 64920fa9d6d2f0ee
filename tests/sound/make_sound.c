// SPDX-License-Identifier: MIT
#include "sound/make_sound.h"

#include <math.h>
#include <setjmp.h>
#include <sndfile.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

void make_sound(const char *path, enum made_format format, int rate, int channels, double seconds,
                double hertz)
{
    static const int formats[] = {
        [MADE_WAV] = SF_FORMAT_WAV | SF_FORMAT_PCM_16,
        [MADE_WAV_FLOAT] = SF_FORMAT_WAV | SF_FORMAT_FLOAT,
        [MADE_FLAC] = SF_FORMAT_FLAC | SF_FORMAT_PCM_16,
        [MADE_OGG] = SF_FORMAT_OGG | SF_FORMAT_VORBIS,
        [MADE_OPUS] = SF_FORMAT_OGG | SF_FORMAT_OPUS,
        [MADE_MP3] = SF_FORMAT_MPEG | SF_FORMAT_MPEG_LAYER_III,
        [MADE_AIFF] = SF_FORMAT_AIFF | SF_FORMAT_PCM_16,
    };
    SF_INFO info = {.samplerate = rate, .channels = channels, .format = formats[format]};
    SNDFILE *file = sf_open(path, SFM_WRITE, &info);
    assert_non_null(file);
    for (long i = 0; i < lround(seconds * rate); i++) {
        float frame[8];
        for (int c = 0; c < channels; c++)
            frame[c] = 0.5F / (float)(c + 1) *
                       sinf((float)fmod(hertz * (c + 1) * (double)i / rate, 1) * 6.2831853F);
        assert_int_equal(sf_writef_float(file, frame, 1), 1);
    }
    sf_close(file);
}

void make_bytes(const char *path, const void *bytes, size_t length)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, length, file), length);
    fclose(file);
}

void make_shorter(const char *path, size_t length)
{
    assert_int_equal(truncate(path, (off_t)length), 0);
}

size_t size_of_file(const char *path)
{
    struct stat status;
    assert_int_equal(stat(path, &status), 0);
    return (size_t)status.st_size;
}
