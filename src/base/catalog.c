// SPDX-License-Identifier: MIT
#include "base/catalog.h"

#include "base/file.h"
#include "base/log.h"
#include "base/plural.h"
#include "base/text.h"

#include <stdbool.h>
#include <string.h>
#include <unistd.h>

/* The layout of a .mo file, all numbers of 32 bits: mark, version, how many texts, where the table
 * of the originals is and where the one of the translations; each row of a table is a length and a
 * place. The originals are sorted. Several forms of one text stand in a row, each ending in NUL. */
enum { MARK, VERSION, COUNT, ORIGINALS, TRANSLATIONS, HEADER_WORDS };
#define MARK_HERE 0x950412deU
#define FILE_MOST (4U << 20)

struct row {
    uint32_t length, place;
};

struct catalog {
    const char *language;
    const char *bytes;
    const struct row *originals, *translations;
    uint32_t count;
    const char *plural; /* the expression; NULL: as in English */
};

static bool holds(size_t length, uint32_t from, uint64_t size)
{
    return from % sizeof(uint32_t) == 0 && from <= length && size <= length - from;
}

static bool rows_are_whole(const char *bytes, size_t length, const struct row *rows, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        bool inside = rows[i].place < length && rows[i].length < length - rows[i].place;
        if (!inside || bytes[rows[i].place + rows[i].length] != '\0')
            return false;
    }
    return true;
}

/* The row of a text; -1: there is none. */
static int64_t find(const struct catalog *catalog, const char *english)
{
    uint32_t from = 0, to = catalog->count;
    while (from < to) {
        uint32_t middle = from + (to - from) / 2;
        int order = strcmp(catalog->bytes + catalog->originals[middle].place, english);
        if (order == 0)
            return middle;
        if (order < 0)
            from = middle + 1;
        else
            to = middle;
    }
    return -1;
}

const struct catalog *catalog_parse(struct arena *arena, const char *language, const char *bytes,
                                    size_t length)
{
    static const char plural[] = "plural=";
    const uint32_t *header = (const void *)bytes;
    if (length < HEADER_WORDS * sizeof *header || header[MARK] != MARK_HERE ||
        header[VERSION] >> 16 != 0)
        return NULL;
    uint64_t table = (uint64_t)header[COUNT] * sizeof(struct row);
    if (!holds(length, header[ORIGINALS], table) || !holds(length, header[TRANSLATIONS], table))
        return NULL;
    struct catalog *catalog = arena_alloc(arena, sizeof *catalog);
    *catalog = (struct catalog){.language = arena_copy(arena, language, strlen(language)),
                                .bytes = bytes,
                                .originals = (const void *)(bytes + header[ORIGINALS]),
                                .translations = (const void *)(bytes + header[TRANSLATIONS]),
                                .count = header[COUNT]};
    if (!rows_are_whole(bytes, length, catalog->originals, catalog->count) ||
        !rows_are_whole(bytes, length, catalog->translations, catalog->count))
        return NULL;
    /* What stands for the empty text describes the catalogue. */
    int64_t about = find(catalog, "");
    const char *found =
        about < 0 ? NULL : strstr(bytes + catalog->translations[about].place, plural);
    catalog->plural = found != NULL ? found + sizeof plural - 1 : NULL;
    return catalog;
}

static const struct catalog *open_file(struct arena *arena, const char *folder,
                                       const char *language)
{
    const char *path = arena_format(arena, "%s/%s.mo", folder, language), *text, *error;
    size_t length;
    if (access(path, F_OK) != 0)
        return NULL;
    if (!file_read(arena, path, FILE_MOST, &text, &length, &error)) {
        log_warning("cannot read %s: %s", path, error);
        return NULL;
    }
    const struct catalog *catalog = catalog_parse(arena, language, text, length);
    if (catalog == NULL)
        log_warning("%s is no catalogue of msgfmt's; the screens stay English", path);
    return catalog;
}

const struct catalog *catalog_open(struct arena *arena, const char *folder, const char *language)
{
    if (folder == NULL || language == NULL || strchr(language, '/') != NULL)
        return NULL;
    const struct catalog *catalog = open_file(arena, folder, language);
    size_t primary = strcspn(language, "-");
    if (catalog == NULL && language[primary] == '-')
        catalog = open_file(arena, folder, arena_copy(arena, language, primary));
    return catalog;
}

const char *catalog_language(const struct catalog *catalog)
{
    return catalog != NULL ? catalog->language : "en";
}

bool catalog_same_language(const char *a, const char *b)
{
    size_t length = strcspn(a, "-");
    if (length != strcspn(b, "-") || strncmp(a, b, length) != 0)
        return false;
    return a[length] == '\0' || b[length] == '\0' || text_equal(a, b);
}

const char *catalog_text(const struct catalog *catalog, const char *english)
{
    int64_t row = catalog != NULL ? find(catalog, english) : -1;
    return row < 0 ? english : catalog->bytes + catalog->translations[row].place;
}

const char *catalog_count(const struct catalog *catalog, const char *one, const char *many,
                          uint64_t count)
{
    int64_t row = catalog != NULL ? find(catalog, one) : -1;
    if (row < 0)
        return count == 1 ? one : many;
    const char *form = catalog->bytes + catalog->translations[row].place;
    const char *end = form + catalog->translations[row].length;
    uint64_t wanted = catalog->plural != NULL ? plural_form(catalog->plural, count) : count != 1;
    for (; wanted > 0; wanted--) {
        const char *next = form + strlen(form) + 1;
        if (next > end)
            break; /* the catalogue has fewer forms than it says */
        form = next;
    }
    return form;
}
