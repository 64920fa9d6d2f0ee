// SPDX-License-Identifier: MIT
#include "platform/lettering.h"

#include "base/arena.h"
#include "platform/run.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

struct letter_line {
    struct letter_line *next_in_bucket;
    struct letter_line *newer, *older;
    uint32_t hash;
    struct draw_type type;
    struct run_mask mask; /* bytes NULL: only measured so far, or nothing to see */
    float width;
    bool rendered;
    size_t length;
    char text[]; /* not NUL-terminated */
};

void lettering_init(struct lettering *lettering, size_t most_bytes)
{
    *lettering = (struct lettering){.most_bytes = most_bytes};
    font_set_init(&lettering->fonts);
}

static size_t line_bytes(const struct letter_line *line)
{
    return sizeof *line + line->length + (size_t)line->mask.width * (size_t)line->mask.height;
}

static void unlink_age(struct lettering *lettering, struct letter_line *line)
{
    if (line->newer != NULL)
        line->newer->older = line->older;
    else
        lettering->newest = line->older;
    if (line->older != NULL)
        line->older->newer = line->newer;
    else
        lettering->oldest = line->newer;
}

static void link_newest(struct lettering *lettering, struct letter_line *line)
{
    line->newer = NULL;
    line->older = lettering->newest;
    if (line->older != NULL)
        line->older->newer = line;
    else
        lettering->oldest = line;
    lettering->newest = line;
}

static void drop_oldest(struct lettering *lettering)
{
    struct letter_line *line = lettering->oldest;
    struct letter_line **at = &lettering->buckets[line->hash % LETTERING_BUCKETS];
    while (*at != line)
        at = &(*at)->next_in_bucket;
    *at = line->next_in_bucket;
    lettering->oldest = line->newer;
    if (line->newer != NULL)
        line->newer->older = NULL;
    else
        lettering->newest = NULL;
    lettering->bytes -= line_bytes(line);
    free(line->mask.bytes);
    free(line);
}

void lettering_finish(struct lettering *lettering)
{
    while (lettering->oldest != NULL)
        drop_oldest(lettering);
    font_set_finish(&lettering->fonts);
}

/* The line in use stays, however long it is. */
static void keep_within_bounds(struct lettering *lettering, const struct letter_line *in_use)
{
    while (lettering->bytes > lettering->most_bytes && lettering->oldest != in_use)
        drop_oldest(lettering);
}

/* FNV-1a. */
static uint32_t hash_add(uint32_t hash, uint32_t value)
{
    return (hash ^ value) * 16777619U;
}

static uint32_t hash_of(struct draw_type type, const char *text, size_t length)
{
    uint32_t hash = hash_add(2166136261U, (uint32_t)type.font);
    hash = hash_add(hash, (uint32_t)type.size);
    hash = hash_add(hash, type.tabular);
    for (size_t i = 0; i < length; i++)
        hash = hash_add(hash, (unsigned char)text[i]);
    return hash;
}

static bool is_line(const struct letter_line *line, uint32_t hash, struct draw_type type,
                    const char *text, size_t length)
{
    return line->hash == hash && line->length == length && line->type.font == type.font &&
           line->type.size == type.size && line->type.tabular == type.tabular &&
           memcmp(line->text, text, length) == 0;
}

static struct letter_line *add(struct lettering *lettering, uint32_t hash, struct draw_type type,
                               const char *text, size_t length)
{
    struct letter_line *line = memory_alloc(sizeof *line + length);
    *line = (struct letter_line){.hash = hash, .type = type, .length = length};
    memcpy(line->text, text, length);
    line->width = run_width(&lettering->fonts, type, text, length);
    line->next_in_bucket = lettering->buckets[hash % LETTERING_BUCKETS];
    lettering->buckets[hash % LETTERING_BUCKETS] = line;
    link_newest(lettering, line);
    lettering->bytes += line_bytes(line);
    keep_within_bounds(lettering, line);
    return line;
}

/* Finds the line or measures it, and makes it the newest. */
static struct letter_line *line_for(struct lettering *lettering, struct draw_type type,
                                    const char *text, size_t length)
{
    /* SDL_ttf knows whole sizes only; lines that differ by less look the same. */
    type.size = fmaxf(roundf(fminf(type.size, RUN_MOST_SIZE)), 1);
    uint32_t hash = hash_of(type, text, length);
    struct letter_line *line = lettering->buckets[hash % LETTERING_BUCKETS];
    while (line != NULL && !is_line(line, hash, type, text, length))
        line = line->next_in_bucket;
    if (line == NULL)
        return add(lettering, hash, type, text, length);
    if (line != lettering->newest) {
        unlink_age(lettering, line);
        link_newest(lettering, line);
    }
    return line;
}

static float width_of(void *context, struct draw_type type, const char *text, size_t length)
{
    return line_for(context, type, text, length)->width;
}

struct text_metrics lettering_metrics(struct lettering *lettering)
{
    return (struct text_metrics){.context = lettering, .width = width_of};
}

static void render(struct lettering *lettering, struct letter_line *line)
{
    line->rendered = true;
    lettering->rendered++;
    lettering->bytes -= line_bytes(line);
    run_render(&lettering->fonts, line->type, line->text, line->length, &line->mask);
    lettering->bytes += line_bytes(line);
    keep_within_bounds(lettering, line);
}

static float left_of(const struct draw_command *command, float width)
{
    switch (command->align) {
    case ALIGN_CENTRE:
        return command->x - width / 2;
    case ALIGN_RIGHT:
        return command->x - width;
    case ALIGN_LEFT:
        break;
    }
    return command->x;
}

void lettering_paint(struct lettering *lettering, struct canvas *canvas, struct clip clip,
                     const struct draw_list *list, const struct draw_command *command)
{
    struct draw_type type = {
        .font = command->font, .size = command->size, .tabular = command->tabular};
    struct letter_line *line =
        line_for(lettering, type, list->bytes + command->text, command->length);
    if (!line->rendered)
        render(lettering, line);
    const struct run_mask *mask = &line->mask;
    if (mask->bytes == NULL)
        return;
    struct draw_box box = {roundf(left_of(command, line->width)) + (float)mask->left,
                           roundf(command->y) + (float)mask->top, (float)mask->width,
                           (float)mask->height};
    struct clip seen = clip_box(clip, box);
    for (int y = seen.y0; y < seen.y1; y++) {
        size_t row = (size_t)(y - (int)box.y) * (size_t)mask->width;
        if (seen.x1 > seen.x0)
            canvas_blend_row(canvas, y, seen.x0, seen.x1, command->colour,
                             mask->bytes + row + (size_t)(seen.x0 - (int)box.x));
    }
}
