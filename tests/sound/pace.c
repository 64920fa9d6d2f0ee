// SPDX-License-Identifier: MIT
/* usage: sound_pace FILE.raw <RECORDING
 * Writes what comes to FILE.raw, two channels of signed 16-bit samples at SOUND_RATE, and when it
 * ends, to FILE.raw.pace, how long a second of it took: a sink has a clock of its own, and what it
 * is off would look like drift. The line through (samples, time of their coming) is the one of
 * least squares; a block that came late, as on a busy machine, weighs little in minutes of them. */
#include "sound/clip.h"

#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { FRAME = 4 };

struct line {
    double n, x, y, xx, xy;
};

static double seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

static void line_add(struct line *line, double x, double y)
{
    line->n += 1, line->x += x, line->y += y, line->xx += x * x, line->xy += x * y;
}

static double line_slope(const struct line *line)
{
    double spread = line->n * line->xx - line->x * line->x;
    return spread > 0 ? (line->n * line->xy - line->x * line->y) / spread : 1;
}

int main(int argc, char **argv)
{
    char block[4096], name[4096];
    FILE *raw = argc == 2 ? fopen(argv[1], "wb") : NULL;
    if (raw == NULL || snprintf(name, sizeof name, "%s.pace", argv[1]) >= (int)sizeof name)
        return 2;
    struct line line = {0};
    double begin = seconds(), samples = 0;
    for (ssize_t got; (got = read(STDIN_FILENO, block, sizeof block)) > 0;) {
        if (fwrite(block, 1, (size_t)got, raw) != (size_t)got)
            return 1;
        samples += (double)got / FRAME;
        line_add(&line, samples / SOUND_RATE, seconds() - begin);
    }
    FILE *pace = fopen(name, "w");
    if (pace == NULL || fprintf(pace, "%.7f\n", line_slope(&line)) < 0 || fclose(pace) != 0)
        return 1;
    return fclose(raw) != 0;
}
