// SPDX-License-Identifier: MIT
#include "app/table.h"

#include "base/text.h"

const char **table_add(struct table *table)
{
    table->rows =
        arena_grow(table->arena, table->rows, table->count, &table->capacity, sizeof *table->rows);
    struct table_row *row = &table->rows[table->count++];
    *row = (struct table_row){0};
    return row->cells;
}

static bool is_control(uint32_t c)
{
    return c == TEXT_INVALID || c < 0x20 || (c >= 0x7F && c < 0xA0);
}

/* Prints the text, or only measures it where `out` is NULL. The result is in columns. */
static int put(const char *text, FILE *out)
{
    int columns = 0;
    const char *end = text != NULL ? text + strlen(text) : text;
    for (const char *at = text; at < end;) {
        const char *from = at;
        uint32_t c = text_next(&at, end);
        int width = is_control(c) ? 1 : text_columns(c);
        bool cut = columns + width > TABLE_WIDEST - 1 && at < end;
        if (out != NULL && cut)
            fputs("…", out);
        else if (out != NULL && is_control(c))
            fputc('?', out);
        else if (out != NULL)
            fwrite(from, 1, (size_t)(at - from), out);
        columns += cut ? 1 : width;
        if (cut)
            break;
    }
    return columns;
}

static void print_row(const struct table *table, const struct table_row *row, const int *widths,
                      FILE *out)
{
    int last = table->columns - 1, gap = 0;
    while (last > 0 && put(row->cells[last], NULL) == 0)
        last--;
    for (int i = 0; i <= last; i++) {
        int pad = widths[i] - put(row->cells[i], NULL);
        bool right = (table->right & 1U << i) != 0;
        fprintf(out, "%*s", gap + (right ? pad : 0), "");
        put(row->cells[i], out);
        gap = 2 + (right ? 0 : pad);
    }
    fputc('\n', out);
}

void table_print(const struct table *table, FILE *out)
{
    int widths[TABLE_COLUMNS] = {0};
    for (size_t row = 0; row < table->count; row++)
        for (int i = 0; i < table->columns; i++) {
            int width = put(table->rows[row].cells[i], NULL);
            widths[i] = width > widths[i] ? width : widths[i];
        }
    for (size_t row = 0; row < table->count; row++)
        print_row(table, &table->rows[row], widths, out);
}
