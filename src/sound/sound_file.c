// SPDX-License-Identifier: MIT
#include "sound/sound_file.h"

#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <sndfile.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { RATE_LEAST = 4000, RATE_MOST = 192000, CHANNELS_MOST = 2 };

struct sound_file {
    SNDFILE *decoder;
    int rate, channels;
    sf_count_t most, left; /* frames until the limit */
    bool too_long;
};

static bool has_at(const unsigned char *bytes, size_t length, size_t at, const char *magic)
{
    size_t size = strlen(magic);
    return length >= at + size && memcmp(bytes + at, magic, size) == 0;
}

enum sound_format sound_format_of(const unsigned char *bytes, size_t length)
{
    if (has_at(bytes, length, 0, "RIFF") && has_at(bytes, length, 8, "WAVE"))
        return SOUND_WAV;
    if (has_at(bytes, length, 0, "OggS") &&
        (has_at(bytes, length, 28, "\x01vorbis") || has_at(bytes, length, 28, "OpusHead")))
        return SOUND_OGG;
    if (has_at(bytes, length, 0, "fLaC"))
        return SOUND_FLAC;
    if (has_at(bytes, length, 0, "ID3"))
        return SOUND_MP3;
    /* A frame of MPEG audio, layer 3. */
    if (length >= 2 && bytes[0] == 0xFF && (bytes[1] & 0xE6) == 0xE2)
        return SOUND_MP3;
    return SOUND_NONE;
}

/* What the decoder made of it must be what the first bytes said: behind an ID3 tag, say, it would
 * take anything. Old telephone codecs in a WAV file are left out, too. */
static bool is_allowed(int format, enum sound_format expected)
{
    static const struct {
        enum sound_format format;
        int type, coding;
    } allowed[] = {
        {SOUND_WAV, SF_FORMAT_WAV, SF_FORMAT_PCM_U8},
        {SOUND_WAV, SF_FORMAT_WAV, SF_FORMAT_PCM_16},
        {SOUND_WAV, SF_FORMAT_WAV, SF_FORMAT_PCM_24},
        {SOUND_WAV, SF_FORMAT_WAV, SF_FORMAT_PCM_32},
        {SOUND_WAV, SF_FORMAT_WAV, SF_FORMAT_FLOAT},
        {SOUND_WAV, SF_FORMAT_WAVEX, SF_FORMAT_PCM_16},
        {SOUND_WAV, SF_FORMAT_WAVEX, SF_FORMAT_PCM_24},
        {SOUND_WAV, SF_FORMAT_WAVEX, SF_FORMAT_PCM_32},
        {SOUND_WAV, SF_FORMAT_WAVEX, SF_FORMAT_FLOAT},
        {SOUND_OGG, SF_FORMAT_OGG, SF_FORMAT_VORBIS},
        {SOUND_OGG, SF_FORMAT_OGG, SF_FORMAT_OPUS},
        {SOUND_FLAC, SF_FORMAT_FLAC, SF_FORMAT_PCM_S8},
        {SOUND_FLAC, SF_FORMAT_FLAC, SF_FORMAT_PCM_16},
        {SOUND_FLAC, SF_FORMAT_FLAC, SF_FORMAT_PCM_24},
        {SOUND_MP3, SF_FORMAT_MPEG, SF_FORMAT_MPEG_LAYER_III},
    };
    for (size_t i = 0; i < sizeof allowed / sizeof *allowed; i++)
        if (allowed[i].format == expected && allowed[i].type == (format & SF_FORMAT_TYPEMASK) &&
            allowed[i].coding == (format & SF_FORMAT_SUBMASK))
            return true;
    return false;
}

/* NULL: it may be opened. */
static const char *refuse(int fd, size_t most, enum sound_format *format)
{
    struct stat status;
    unsigned char magic[SOUND_MAGIC];
    if (fstat(fd, &status) != 0)
        return "its status cannot be read";
    if (S_ISDIR(status.st_mode))
        return "it is a directory";
    if (!S_ISREG(status.st_mode))
        return "it is not a regular file";
    if (status.st_size == 0)
        return "it is empty";
    if ((uintmax_t)status.st_size > most)
        return "the file is too large";
    ssize_t got = pread(fd, magic, sizeof magic, 0);
    *format = got > 0 ? sound_format_of(magic, (size_t)got) : SOUND_NONE;
    return *format == SOUND_NONE ? "it is none of WAV, Ogg Vorbis or Opus, FLAC and MP3" : NULL;
}

static const char *refuse_info(const SF_INFO *info, enum sound_format format)
{
    if (!is_allowed(info->format, format))
        return "it holds a kind of sound that is not played; save it as FLAC or Ogg Vorbis";
    if (info->channels < 1 || info->channels > CHANNELS_MOST)
        return "it has more than two channels; save it in stereo";
    if (info->samplerate < RATE_LEAST || info->samplerate > RATE_MOST)
        return "its sample rate is not between 4 and 192 kHz";
    return NULL;
}

struct sound_file *sound_file_take(int fd, const struct sound_limit *limit, char why[SOUND_WHY])
{
    enum sound_format format = SOUND_NONE;
    const char *problem = refuse(fd, limit->bytes, &format);
    if (problem != NULL) {
        snprintf(why, SOUND_WHY, "%s", problem);
        close(fd);
        return NULL;
    }
    SF_INFO info = {0};
    SNDFILE *decoder = sf_open_fd(fd, SFM_READ, &info, SF_TRUE);
    problem = decoder == NULL ? "it is damaged" : refuse_info(&info, format);
    if (problem != NULL) {
        snprintf(why, SOUND_WHY, "%s", problem);
        if (decoder != NULL)
            sf_close(decoder);
        return NULL;
    }
    struct sound_file *file = memory_alloc(sizeof *file);
    *file = (struct sound_file){decoder, info.samplerate, info.channels,
                                .most = (sf_count_t)(limit->seconds * info.samplerate)};
    file->left = file->most;
    return file;
}

struct sound_file *sound_file_open(const char *path, const struct sound_limit *limit,
                                   char why[SOUND_WHY])
{
    int fd = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    if (fd >= 0)
        return sound_file_take(fd, limit, why);
    char text[SOUND_WHY];
    snprintf(why, SOUND_WHY, "%s", strerror_r(errno, text, sizeof text));
    return NULL;
}

void sound_file_close(struct sound_file *file)
{
    if (file == NULL)
        return;
    sf_close(file->decoder);
    free(file);
}

int sound_file_rate(const struct sound_file *file)
{
    return file->rate;
}

static float bounded(float sample)
{
    return isfinite(sample) ? fmaxf(-1, fminf(1, sample)) : 0;
}

size_t sound_file_read(struct sound_file *file, float *pairs, size_t frames)
{
    sf_count_t wanted = (sf_count_t)frames < file->left ? (sf_count_t)frames : file->left;
    sf_count_t got = wanted > 0 ? sf_readf_float(file->decoder, pairs, wanted) : 0;
    got = got > 0 ? got : 0;
    file->left -= got;
    if (file->left == 0 && got < (sf_count_t)frames) {
        float next[CHANNELS_MOST];
        file->too_long = sf_readf_float(file->decoder, next, 1) == 1;
    }
    /* From the end, so that one channel becomes two in place. */
    for (sf_count_t i = got - 1; i >= 0; i--) {
        float left = pairs[i * file->channels];
        float right = pairs[i * file->channels + file->channels - 1];
        pairs[2 * i] = bounded(left);
        pairs[2 * i + 1] = bounded(right);
    }
    return (size_t)got;
}

bool sound_file_too_long(const struct sound_file *file)
{
    return file->too_long;
}

bool sound_file_rewind(struct sound_file *file)
{
    file->left = file->most;
    file->too_long = false;
    return sf_seek(file->decoder, 0, SEEK_SET) == 0;
}

const char *sound_file_find(struct arena *arena, const char *folder, const char *name)
{
    static const char *const endings[] = {"ogg", "flac", "wav", "mp3", "opus"};
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        const char *path = arena_format(arena, "%s/%s.%s", folder, name, endings[i]);
        if (access(path, F_OK) == 0)
            return path;
    }
    return NULL;
}
