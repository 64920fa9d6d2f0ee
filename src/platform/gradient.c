// SPDX-License-Identifier: MIT
#include "platform/gradient.h"

#include <math.h>
#include <string.h>

/* Colour channels with 8 more bits than a pixel holds. */
struct fine {
    uint32_t red, green, blue;
};

static struct fine fine_between(colour a, colour b, float t)
{
    float s = 1 - t;
    return (struct fine){
        .red = (uint32_t)((float)(a >> 24) * s * 256 + (float)(b >> 24) * t * 256),
        .green = (uint32_t)((float)(a >> 16 & 255) * s * 256 + (float)(b >> 16 & 255) * t * 256),
        .blue = (uint32_t)((float)(a >> 8 & 255) * s * 256 + (float)(b >> 8 & 255) * t * 256)};
}

/* `threshold` of 0 to 255 decides whether a channel is rounded up. At most 255 * 256 + 255, so
 * nothing overflows into the next channel. */
static uint32_t fine_pixel(struct fine c, uint32_t threshold)
{
    return 0xFF000000 | ((c.red + threshold) >> 8) << 16 | ((c.green + threshold) >> 8) << 8 |
           (c.blue + threshold) >> 8;
}

/* A Bayer matrix: neighbours differ as much as possible. */
void dither_init(struct dither *dither)
{
    for (unsigned y = 0; y < DITHER_SIDE; y++)
        for (unsigned x = 0; x < DITHER_SIDE; x++) {
            unsigned value = 0;
            for (unsigned bit = 0; bit < 4; bit++) {
                unsigned across = x >> bit & 1, down = y >> bit & 1;
                value = value << 2 | (across ^ down) << 1 | down;
            }
            dither->thresholds[y][x] = (uint8_t)value;
        }
}

void gradient_backdrop(struct canvas *canvas, struct clip clip, const struct dither *dither,
                       colour top, colour bottom)
{
    float last = (float)(canvas->height > 1 ? canvas->height - 1 : 1);
    for (int y = clip.y0; y < clip.y1; y++) {
        const uint8_t *thresholds = dither->thresholds[y % DITHER_SIDE];
        struct fine c = fine_between(top, bottom, (float)y / last);
        uint32_t pattern[DITHER_SIDE];
        for (int x = 0; x < DITHER_SIDE; x++)
            pattern[x] = fine_pixel(c, thresholds[x]);
        uint32_t *row = canvas->pixels + (size_t)y * (size_t)canvas->stride;
        for (int x = clip.x0; x < clip.x1; x++)
            row[x] = pattern[x % DITHER_SIDE];
    }
}

/* Tables run over the square of the distance, so that no pixel needs a root. */
enum { TABLE = 1024 };

struct span {
    int x0, x1;
};

/* Pixels of a row within `reach` of the disc's middle. */
static struct span span_within(struct clip clip, const struct gradient_disc *disc, float reach,
                               float dy)
{
    float square = reach * reach - dy * dy;
    if (reach <= 0 || square <= 0)
        return (struct span){clip.x0, clip.x0};
    float half = sqrtf(square), low = ceilf(disc->x - half - 0.5f),
          high = ceilf(disc->x + half - 0.5f);
    struct span span = {clip.x0, clip.x1};
    if (low > (float)span.x0)
        span.x0 = low < (float)clip.x1 ? (int)low : clip.x1;
    if (high < (float)span.x1)
        span.x1 = high > (float)span.x0 ? (int)high : span.x0;
    return span;
}

/* Light in the middle, a little flat, and turning towards the rim's colour at the edge. */
static float orb_curve(float square)
{
    float distance = sqrtf(square);
    return square * (0.4f + 0.6f * distance);
}

static void orb_table(struct fine table[TABLE + 1], colour middle, colour rim)
{
    for (int i = 0; i <= TABLE; i++)
        table[i] = fine_between(middle, rim, orb_curve((float)i / TABLE));
}

/* Distance squared of a pixel's middle, as an index into a table. */
static float table_index(const struct gradient_disc *disc, int x, float dy, float scale)
{
    float dx = (float)x + 0.5f - disc->x;
    return fminf((dx * dx + dy * dy) * scale, TABLE);
}

static void orb_row(struct canvas *canvas, const struct gradient_disc *disc, int y,
                    struct span span, struct span full, const struct fine table[TABLE + 1],
                    const uint8_t *thresholds)
{
    uint32_t *row = canvas->pixels + (size_t)y * (size_t)canvas->stride;
    uint32_t alpha = colour_alpha(disc->middle);
    float dy = (float)y + 0.5f - disc->y, scale = TABLE / (disc->radius * disc->radius);
    for (int x = span.x0; x < span.x1; x++) {
        uint32_t pixel =
            fine_pixel(table[(int)table_index(disc, x, dy, scale)], thresholds[x % DITHER_SIDE]);
        uint32_t coverage = 255;
        if (x < full.x0 || x >= full.x1) {
            float dx = (float)x + 0.5f - disc->x;
            coverage = coverage_byte(disc->radius + 0.5f - sqrtf(dx * dx + dy * dy));
        }
        row[x] = pixel_mix(row[x], pixel, share_of(coverage, alpha));
    }
}

void gradient_orb(struct canvas *canvas, struct clip clip, const struct dither *dither,
                  const struct gradient_disc *disc)
{
    struct fine table[TABLE + 1];
    orb_table(table, disc->middle, disc->rim);
    for (int y = clip.y0; y < clip.y1; y++) {
        float dy = (float)y + 0.5f - disc->y;
        struct span span = span_within(clip, disc, disc->radius + 0.5f, dy);
        struct span full = span_within(clip, disc, disc->radius - 0.5f, dy);
        orb_row(canvas, disc, y, span, full, table, dither->thresholds[y % DITHER_SIDE]);
    }
}

/* `under` with `share` of 65536 of `over`, rounded by the threshold. */
static uint32_t mix_fine(uint32_t under, struct fine over, uint32_t share, uint32_t threshold)
{
    uint32_t rest = 65536 - share, round = threshold << 8;
    uint32_t red = ((under >> 16 & 255) * rest + over.red * share + round) >> 16;
    uint32_t green = ((under >> 8 & 255) * rest + over.green * share + round) >> 16;
    uint32_t blue = ((under & 255) * rest + over.blue * share + round) >> 16;
    return 0xFF000000 | red << 16 | green << 8 | blue;
}

/* Shares of 65536: strongest in the middle, level both there and at the rim. */
static void glow_table(uint32_t table[TABLE + 1], uint32_t alpha)
{
    for (int i = 0; i <= TABLE; i++) {
        float left = 1 - (float)i / TABLE;
        table[i] = (uint32_t)(left * left * (float)alpha / 255 * 65535);
    }
}

void gradient_glow(struct canvas *canvas, struct clip clip, const struct dither *dither,
                   const struct gradient_disc *disc)
{
    uint32_t table[TABLE + 1];
    glow_table(table, colour_alpha(disc->middle));
    struct fine over = {disc->middle >> 24, disc->middle >> 16 & 255, disc->middle >> 8 & 255};
    float scale = TABLE / (disc->radius * disc->radius);
    for (int y = clip.y0; y < clip.y1; y++) {
        const uint8_t *thresholds = dither->thresholds[y % DITHER_SIDE];
        float dy = (float)y + 0.5f - disc->y;
        struct span span = span_within(clip, disc, disc->radius, dy);
        uint32_t *row = canvas->pixels + (size_t)y * (size_t)canvas->stride;
        for (int x = span.x0; x < span.x1; x++)
            row[x] = mix_fine(row[x], over, table[(int)table_index(disc, x, dy, scale)],
                              thresholds[x % DITHER_SIDE]);
    }
}
