// SPDX-License-Identifier: MIT
#define STB_IMAGE_WRITE_IMPLEMENTATION
#define STBI_WRITE_NO_STDIO
#define STBIW_MALLOC(size) memory_alloc(size)
#define STBIW_REALLOC(memory, size) memory_resize(memory, size)
#define STBIW_FREE(memory) free(memory)
#include "platform/png.h"

#include "base/arena.h"

#include <stb/stb_image_write.h>
#include <stdio.h>
#include <stdlib.h>

static unsigned char *to_bytes(const struct canvas *canvas)
{
    unsigned char *bytes = memory_alloc((size_t)canvas->width * (size_t)canvas->height * 3);
    unsigned char *out = bytes;
    for (int y = 0; y < canvas->height; y++) {
        const uint32_t *row = canvas->pixels + (size_t)y * (size_t)canvas->stride;
        for (int x = 0; x < canvas->width; x++) {
            *out++ = (unsigned char)(row[x] >> 16);
            *out++ = (unsigned char)(row[x] >> 8);
            *out++ = (unsigned char)row[x];
        }
    }
    return bytes;
}

struct png_file {
    FILE *file;
    bool whole;
};

static void write_some(void *context, void *data, int size)
{
    struct png_file *png = context;
    if (size > 0 && fwrite(data, 1, (size_t)size, png->file) != (size_t)size)
        png->whole = false;
}

bool png_write(const struct canvas *canvas, const char *path)
{
    struct png_file png = {.file = fopen(path, "wbe"), .whole = true};
    if (png.file == NULL)
        return false;
    unsigned char *bytes = to_bytes(canvas);
    int written = stbi_write_png_to_func(write_some, &png, canvas->width, canvas->height, 3, bytes,
                                         canvas->width * 3);
    free(bytes);
    bool closed = fclose(png.file) == 0;
    return written != 0 && png.whole && closed;
}
