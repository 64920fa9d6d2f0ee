// SPDX-License-Identifier: MIT
#include "platform/picture_decode.h"

#include <math.h>
#include <string.h>

enum { PIECE_STEP = 16 };

void *picture_memory_take(struct picture_memory *memory, size_t size)
{
    size_t room = (size + PIECE_STEP - 1) / PIECE_STEP * PIECE_STEP;
    if (room < size || room > memory->size - memory->used)
        return NULL;
    memory->newest = memory->used;
    memory->used += room;
    return memory->bytes + memory->newest;
}

static void give_back(struct picture_memory *memory, const void *piece)
{
    if (piece == memory->bytes + memory->newest)
        memory->used = memory->newest;
}

static void *resize(struct picture_memory *memory, void *piece, size_t old_size, size_t size)
{
    if (piece != NULL && piece == memory->bytes + memory->newest) {
        memory->used = memory->newest;
        return picture_memory_take(memory, size);
    }
    void *larger = picture_memory_take(memory, size);
    if (larger != NULL && piece != NULL)
        memmove(larger, piece, old_size < size ? old_size : size);
    return larger;
}

/* stb_image's memory macros carry no context. The child decodes one picture and ends, so one place
 * that says where its memory is serves it all. */
static struct picture_memory *decoder_memory;

static void *decoder_take(size_t size)
{
    return picture_memory_take(decoder_memory, size);
}

static void *decoder_resize(void *piece, size_t old_size, size_t size)
{
    return resize(decoder_memory, piece, old_size, size);
}

static void decoder_give_back(void *piece)
{
    give_back(decoder_memory, piece);
}

#define STBI_MALLOC(size) decoder_take(size)
#define STBI_REALLOC(piece, size) decoder_resize(piece, size, size)
#define STBI_REALLOC_SIZED(piece, old_size, size) decoder_resize(piece, old_size, size)
#define STBI_FREE(piece) decoder_give_back(piece)
#define STBI_ASSERT(condition) ((void)(condition))
#define STBI_NO_STDIO
#define STBI_NO_LINEAR
#define STBI_NO_HDR
#define STBI_ONLY_PNG
#define STBI_ONLY_JPEG
#define STB_IMAGE_IMPLEMENTATION
#include <stb/stb_image.h>

#define STBIR_MALLOC(size, context) picture_memory_take(context, size)
#define STBIR_FREE(piece, context) give_back(context, piece)
#define STBIR_ASSERT(condition) ((void)(condition))
#define STB_IMAGE_RESIZE_IMPLEMENTATION
#include <stb/stb_image_resize.h>

static uint32_t premultiplied(const unsigned char rgba[4])
{
    uint32_t a = rgba[3];
    uint32_t r = (rgba[0] * a + 127) / 255, g = (rgba[1] * a + 127) / 255;
    return a << 24 | r << 16 | g << 8 | (rgba[2] * a + 127) / 255;
}

/* The largest size of the same shape that fits the room. */
static void fit(struct picture_page *page, int width, int height)
{
    uint64_t w = (uint64_t)width, h = (uint64_t)height;
    if (w * page->room_h > h * page->room_w) {
        page->width = page->room_w;
        page->height = (uint32_t)(h * page->room_w / w);
    } else {
        page->height = page->room_h;
        page->width = (uint32_t)(w * page->room_h / h);
    }
    page->width = page->width > 0 ? page->width : 1;
    page->height = page->height > 0 ? page->height : 1;
}

static void write_pixels(struct picture_page *page, const unsigned char *rgba, size_t count)
{
    for (size_t i = 0; i < count; i++)
        page->pixels[i] = premultiplied(rgba + i * 4);
}

/* What a rounded corner leaves of the pixel that is so far from its middle. */
static uint32_t corner_cover(uint32_t radius, uint32_t x, uint32_t y)
{
    float dx = (float)(radius - x) - 0.5f, dy = (float)(radius - y) - 0.5f;
    float cover = (float)radius + 0.5f - sqrtf(dx * dx + dy * dy);
    return (uint32_t)(fminf(fmaxf(cover, 0), 1) * 255 + 0.5f);
}

static uint32_t faded(uint32_t pixel, uint32_t cover)
{
    uint32_t faded = 0;
    for (int shift = 0; shift < 32; shift += 8)
        faded |= ((pixel >> shift & 0xFF) * cover + 127) / 255 << shift;
    return faded;
}

static void round_corners(struct picture_page *page)
{
    uint32_t w = page->width, h = page->height, shorter = w < h ? w : h;
    uint32_t radius = page->radius < shorter / 2 ? page->radius : shorter / 2;
    for (uint32_t y = 0; y < radius; y++)
        for (uint32_t x = 0; x < radius; x++) {
            uint32_t cover = corner_cover(radius, x, y);
            uint32_t *const corners[] = {&page->pixels[y * w + x], &page->pixels[y * w + w - 1 - x],
                                         &page->pixels[(h - 1 - y) * w + x],
                                         &page->pixels[(h - 1 - y) * w + w - 1 - x]};
            for (int i = 0; i < 4; i++)
                *corners[i] = faded(*corners[i], cover);
        }
}

static enum picture_status scale(struct picture_memory *memory, const unsigned char *rgba,
                                 int width, int height, struct picture_page *page)
{
    fit(page, width, height);
    size_t count = (size_t)page->width * page->height;
    if (page->width == (uint32_t)width && page->height == (uint32_t)height) {
        write_pixels(page, rgba, count);
        round_corners(page);
        return PICTURE_DECODED;
    }
    unsigned char *scaled = picture_memory_take(memory, count * 4);
    if (scaled == NULL)
        return PICTURE_TOO_LARGE;
    int done = stbir_resize_uint8_generic(rgba, width, height, 0, scaled, (int)page->width,
                                          (int)page->height, 0, 4, 3, 0, STBIR_EDGE_CLAMP,
                                          STBIR_FILTER_DEFAULT, STBIR_COLORSPACE_SRGB, memory);
    if (!done)
        return PICTURE_TOO_LARGE;
    write_pixels(page, scaled, count);
    round_corners(page);
    return PICTURE_DECODED;
}

/* stb_image says it in words. */
static enum picture_status why_broken(void)
{
    const char *reason = stbi_failure_reason();
    bool large =
        reason != NULL && (strcmp(reason, "too large") == 0 || strcmp(reason, "outofmem") == 0);
    return large ? PICTURE_TOO_LARGE : PICTURE_BROKEN;
}

static uint64_t big_endian(const unsigned char bytes[4])
{
    return (uint64_t)bytes[0] << 24 | (uint64_t)bytes[1] << 16 | (uint64_t)bytes[2] << 8 | bytes[3];
}

static bool is_too_large(uint64_t width, uint64_t height)
{
    return width > PICTURE_MOST_SIDE || height > PICTURE_MOST_SIDE ||
           width * height > PICTURE_MOST_PIXELS;
}

/* stb_image has its own bound for a PNG, and forgets that it was the reason. */
static bool is_large_png(const unsigned char *file, size_t length)
{
    return length >= 24 && memcmp(file + 12, "IHDR", 4) == 0 &&
           is_too_large(big_endian(file + 16), big_endian(file + 20));
}

enum picture_status picture_decode(struct picture_memory *memory, const unsigned char *file,
                                   size_t length, struct picture_page *page)
{
    int width, height, channels;
    decoder_memory = memory;
    if (is_large_png(file, length))
        return PICTURE_TOO_LARGE;
    if (!stbi_info_from_memory(file, (int)length, &width, &height, &channels))
        return why_broken();
    if (width < 1 || height < 1)
        return PICTURE_BROKEN;
    if (is_too_large((uint64_t)width, (uint64_t)height))
        return PICTURE_TOO_LARGE;
    const unsigned char *rgba =
        stbi_load_from_memory(file, (int)length, &width, &height, &channels, 4);
    if (rgba == NULL)
        return why_broken();
    return scale(memory, rgba, width, height, page);
}
