// SPDX-License-Identifier: MIT
#include "progress/exchange.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Any bytes as a history of one's own: messages, or sessions that can be written, and read, and
 * written again as the same bytes. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static char *printed(const struct records *records,
                     bool (*print)(const struct records *records, FILE *out))
{
    char *text = NULL;
    size_t length = 0;
    FILE *out = open_memstream(&text, &length);
    if (out == NULL || !print(records, out) || fclose(out) != 0)
        abort();
    return text;
}

static void write_again(struct arena *arena, const struct records *records)
{
    char *text = printed(records, exchange_print_json);
    struct source source = {"again.json", text, strlen(text)};
    struct diag_list diags;
    struct records again;
    diag_init(&diags, arena);
    if (!exchange_read_json(arena, &source, &diags, &again))
        abort();
    char *same = printed(&again, exchange_print_json);
    if (strcmp(text, same) != 0)
        abort();
    free(same);
    free(text);
    free(printed(records, exchange_print_csv));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static FILE *null;
    if (null == NULL)
        null = fopen("/dev/null", "w");
    struct source source = {"fuzz.json", (const char *)data, size};
    struct arena arena;
    struct diag_list diags;
    struct records records;
    arena_init(&arena);
    diag_init(&diags, &arena);
    bool good = exchange_read_json(&arena, &source, &diags, &records);
    if (good != (diags.errors == 0))
        abort();
    if (good)
        write_again(&arena, &records);
    diag_print(&diags, null, true);
    arena_finish(&arena);
    return 0;
}
