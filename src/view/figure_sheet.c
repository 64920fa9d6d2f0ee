// SPDX-License-Identifier: MIT
#include "view/figure_sheet.h"

#include <stdio.h>
#include <string.h>

enum { COLUMNS = FIGURE_SHEET_MOMENTS + 1 };

/* Shares of a cell's width. */
#define CELL_HEIGHT 0.74f
#define CELL_GAP 0.05f
#define TEXT_SIZE 0.062f
#define SMALL_SIZE 0.046f

struct sheet {
    struct draw_list *list;
    const struct text_metrics *metrics;
    const struct theme *theme;
    const struct palette *body;
    float cell, gap;
};

float figure_sheet_height(size_t rows, float width)
{
    float cell = width / COLUMNS;
    return cell * (CELL_HEIGHT * (float)rows + 2 * CELL_GAP);
}

static void write_line(const struct sheet *sheet, enum draw_font font, float share, float x,
                       float y, enum draw_align align, colour ink, const char *text)
{
    struct draw_type type = {.font = font, .size = sheet->cell * share, .tabular = true};
    draw_text(sheet->list, sheet->metrics, type, x, y, align, ink, text, strlen(text));
}

/* The moment a column shows: evenly from the first pose to the last; a loop has no last. */
static double moment_of(enum figure_drive drive, int column)
{
    if (column >= FIGURE_SHEET_MOMENTS)
        return drive == FIGURE_LOOP ? 0.5 : 1;
    int spans = drive == FIGURE_LOOP ? FIGURE_SHEET_MOMENTS : FIGURE_SHEET_MOMENTS - 1;
    return (double)column / spans;
}

static void draw_cell(const struct sheet *sheet, const struct figure *figure, int column, float top)
{
    double loop_s;
    enum figure_drive drive = figure_default_drive(figure, &loop_s);
    double moment = moment_of(drive, column);
    struct figure_motion motion = {.drive = drive == FIGURE_STILL ? FIGURE_TEMPO : drive,
                                   .amount = moment,
                                   .breath = drive == FIGURE_BREATH ? moment : 0.5,
                                   .mirrored = column == FIGURE_SHEET_MOMENTS,
                                   .glow = moment,
                                   .hair = figure_hair_of(sheet->body)};
    struct figure_drawing drawing;
    figure_draw(figure, &motion, &drawing);
    float left = sheet->cell * (float)column;
    struct draw_box box = {left + sheet->gap, top + 2 * sheet->gap, sheet->cell - 2 * sheet->gap,
                           sheet->cell * CELL_HEIGHT - 4.5f * sheet->gap};
    const struct figure_palette palette = figure_palette_for(sheet->theme, sheet->body);
    figure_view_draw(sheet->list, &drawing, &palette,
                     figure_fit(figure_bounds(figure, motion.mirrored), box));
    char label[32];
    if (motion.mirrored)
        (void)snprintf(label, sizeof label, "other side");
    else
        (void)snprintf(label, sizeof label, "%.0f %%", moment * 100);
    write_line(sheet, FONT_REGULAR, SMALL_SIZE, left + sheet->cell / 2,
               top + sheet->cell * CELL_HEIGHT - 0.9f * sheet->gap, ALIGN_CENTRE,
               sheet->theme->quiet, label);
}

void figure_sheet_draw(struct draw_list *list, const struct text_metrics *metrics,
                       const struct theme *theme, const struct palette *body,
                       const struct figure_sheet_row *rows, size_t count, float width)
{
    float cell = width / COLUMNS;
    const struct sheet sheet = {list, metrics, theme, body, cell, cell * CELL_GAP};
    draw_list_begin(list, width, figure_sheet_height(count, width));
    draw_backdrop(list, theme->top, theme->bottom);
    for (size_t i = 0; i < count; i++) {
        float top = sheet.gap + cell * CELL_HEIGHT * (float)i;
        write_line(&sheet, FONT_BOLD, TEXT_SIZE, sheet.gap, top + 1.4f * sheet.gap, ALIGN_LEFT,
                   theme->ink, rows[i].name);
        for (int column = 0; column < COLUMNS; column++)
            draw_cell(&sheet, rows[i].figure, column, top);
    }
}
