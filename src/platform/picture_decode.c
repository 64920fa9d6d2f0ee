// SPDX-License-Identifier: MIT
#include "platform/picture_decode.h"

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
#define STBI_MAX_DIMENSIONS PICTURE_MOST_SIDE
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

static enum picture_status scale(struct picture_memory *memory, const unsigned char *rgba,
                                 int width, int height, struct picture_page *page)
{
    fit(page, width, height);
    size_t count = (size_t)page->width * page->height;
    if (page->width == (uint32_t)width && page->height == (uint32_t)height) {
        write_pixels(page, rgba, count);
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

enum picture_status picture_decode(struct picture_memory *memory, const unsigned char *file,
                                   size_t length, struct picture_page *page)
{
    int width, height, channels;
    decoder_memory = memory;
    if (!stbi_info_from_memory(file, (int)length, &width, &height, &channels))
        return why_broken();
    if (width > PICTURE_MOST_SIDE || height > PICTURE_MOST_SIDE ||
        (int64_t)width * height > PICTURE_MOST_PIXELS)
        return PICTURE_TOO_LARGE;
    if (width < 1 || height < 1)
        return PICTURE_BROKEN;
    const unsigned char *rgba =
        stbi_load_from_memory(file, (int)length, &width, &height, &channels, 4);
    if (rgba == NULL)
        return why_broken();
    return scale(memory, rgba, width, height, page);
}
