// SPDX-License-Identifier: MIT
#include "view/figure_sheet.h"

#include "base/arena.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Shares of the sheet's width. */
#define GAP 0.008f
#define TITLE_SIZE 0.0105f
#define LABEL_SIZE 0.0078f
#define LABEL_ROOM 0.042f /* no cell is narrower than what is written below it */
/* Pixels to the centimetre: a lying figure's moments fill the width, and few standing ones do not
 * grow without end. */
#define SCALE_LEAST 0.0006f
#define SCALE_MOST 0.0022f
/* Figures share a row when their heights are alike, so that little of it stays empty. */
#define ALIKE 0.7f

/* That many moments of the widest figure go into one line. */
#define COLUMNS_MOST 8

/* One figure's moments: `columns` of them in a line, in as many lines as that takes. */
struct strip {
    const struct figure_sheet_row *row;
    int moments, columns, lines;
    float cell_w, cell_h;
    float x, y, w, h;
    bool placed;
};

struct sheet {
    struct draw_list *list;
    const struct figure_sheet_look *look;
    float width, gap, scale;
    struct strip *strips;
    size_t count;
};

static bool loops(const struct figure *figure)
{
    double loop_s;
    return figure_default_drive(figure, &loop_s) == FIGURE_LOOP;
}

/* Moments on the way from one pose to the next, the first pose included. */
static int per_pose(const struct figure *figure)
{
    return figure_pose_count(figure) == 2 && !loops(figure) ? 4 : 2;
}

static int moments_of(const struct figure *figure)
{
    int poses = figure_pose_count(figure);
    int moving = loops(figure) ? per_pose(figure) * poses : per_pose(figure) * (poses - 1) + 1;
    return moving + 1; /* and the other side */
}

static float height_of(struct figure_box box)
{
    return box.max_y - box.min_y;
}

static float text_height(const struct sheet *sheet, float size)
{
    return 1.5f * size * sheet->width;
}

static void measure(const struct sheet *sheet, struct strip *strip)
{
    struct figure_box box = figure_bounds(strip->row->figure, false);
    float room = sheet->width - 2 * sheet->gap;
    strip->moments = moments_of(strip->row->figure);
    strip->cell_w =
        fmaxf((box.max_x - box.min_x) * sheet->scale, LABEL_ROOM * sheet->width) + sheet->gap;
    strip->cell_h = height_of(box) * sheet->scale + text_height(sheet, LABEL_SIZE) + sheet->gap;
    int fit = (int)fmaxf(room / strip->cell_w, 1);
    strip->columns = fit < strip->moments ? fit : strip->moments;
    strip->lines = (strip->moments + fit - 1) / fit;
    strip->w = strip->cell_w * (float)strip->columns;
    strip->h = strip->cell_h * (float)strip->lines + text_height(sheet, TITLE_SIZE);
}

/* The scale at which the widest figure's moments just fill a line, within reason. */
static float scale_of(const struct sheet *sheet, const struct figure_sheet_row *rows)
{
    float widest = 1;
    for (size_t i = 0; i < sheet->count; i++) {
        struct figure_box box = figure_bounds(rows[i].figure, false);
        float moments = fminf((float)moments_of(rows[i].figure), COLUMNS_MOST);
        widest = fmaxf(widest, (box.max_x - box.min_x) * moments);
    }
    float room = sheet->width - (COLUMNS_MOST + 2) * sheet->gap;
    return fminf(fmaxf(room / widest, SCALE_LEAST * sheet->width), SCALE_MOST * sheet->width);
}

/* One row: the first strip that has no place yet, and those after it that fit beside it. Their
 * figures stand on one line. Returns its height. */
static float place_row(struct sheet *sheet, size_t first, float top)
{
    struct strip *strips = sheet->strips;
    float x = sheet->gap, height = 0, like = strips[first].h;
    for (size_t i = first; i < sheet->count; i++) {
        bool alike = strips[i].h >= ALIKE * like && strips[i].h * ALIKE <= like;
        bool fits = x + strips[i].w <= sheet->width - sheet->gap;
        if (strips[i].placed || !alike || (i > first && !fits))
            continue;
        strips[i].placed = true;
        strips[i].x = x;
        strips[i].y = top;
        x += strips[i].w + 2 * sheet->gap;
        height = fmaxf(height, strips[i].h);
    }
    for (size_t i = first; i < sheet->count; i++)
        if (strips[i].placed && strips[i].y >= top)
            strips[i].y = top + height - strips[i].h;
    return height;
}

static float place_all(struct sheet *sheet)
{
    float top = sheet->gap;
    for (size_t i = 0; i < sheet->count; i++)
        if (!sheet->strips[i].placed)
            top += place_row(sheet, i, top) + sheet->gap;
    return top;
}

static void write_text(const struct sheet *sheet, struct draw_type type, float x, float y,
                       enum draw_align align, colour ink, const char *text)
{
    draw_text(sheet->list, sheet->look->metrics, type, x, y, align, ink, text, strlen(text));
}

static struct figure_motion motion_of(const struct sheet *sheet, const struct strip *strip, int i,
                                      char *label, size_t size)
{
    const struct figure *figure = strip->row->figure;
    int between = per_pose(figure), poses = figure_pose_count(figure);
    bool other = i == strip->moments - 1;
    double pose = other ? poses - 1 : (double)i / between;
    double at = figure_pose_amount(figure, pose);
    if (other)
        (void)snprintf(label, size, "other side");
    else if (i % between == 0)
        (void)snprintf(label, size, "pose %d", i / between + 1);
    else
        (void)snprintf(label, size, "%.0f %%", at * 100);
    double loop_s;
    enum figure_drive drive = figure_default_drive(figure, &loop_s);
    return (struct figure_motion){.drive = drive == FIGURE_STILL ? FIGURE_TEMPO : drive,
                                  .amount = at,
                                  .breath = drive == FIGURE_BREATH ? at : 0.5,
                                  .mirrored = other,
                                  .glow = at,
                                  .hair = figure_hair_of(sheet->look->body)};
}

static void draw_cell(const struct sheet *sheet, const struct strip *strip, int i)
{
    char label[24];
    struct figure_motion motion = motion_of(sheet, strip, i, label, sizeof label);
    struct figure_box bounds = figure_bounds(strip->row->figure, motion.mirrored);
    struct figure_drawing drawing;
    figure_draw(strip->row->figure, &motion, &drawing);
    int column = i % strip->columns, line = i / strip->columns;
    float left = strip->x + strip->cell_w * (float)column;
    float top = strip->y + text_height(sheet, TITLE_SIZE) + strip->cell_h * (float)line;
    struct draw_box box = {left, top, strip->cell_w - sheet->gap, height_of(bounds) * sheet->scale};
    const struct figure_palette palette = figure_palette_for(sheet->look->theme, sheet->look->body);
    figure_view_draw(sheet->list, &drawing, &palette, figure_fit(bounds, box));
    struct draw_type type = {
        .font = FONT_REGULAR, .size = LABEL_SIZE * sheet->width, .tabular = true};
    write_text(sheet, type, left + box.w / 2, top + box.h + 1.3f * type.size, ALIGN_CENTRE,
               sheet->look->theme->quiet, label);
}

static void draw_strip(const struct sheet *sheet, const struct strip *strip)
{
    struct draw_type type = {.font = FONT_BOLD, .size = TITLE_SIZE * sheet->width};
    write_text(sheet, type, strip->x, strip->y + type.size, ALIGN_LEFT, sheet->look->theme->ink,
               strip->row->name);
    for (int i = 0; i < strip->moments; i++)
        draw_cell(sheet, strip, i);
}

void figure_sheet_draw(struct draw_list *list, const struct figure_sheet_look *look,
                       const struct figure_sheet_row *rows, size_t count, float width)
{
    struct sheet sheet = {
        .list = list, .look = look, .width = width, .gap = GAP * width, .count = count};
    sheet.scale = scale_of(&sheet, rows);
    sheet.strips = memory_alloc((count + 1) * sizeof *sheet.strips);
    for (size_t i = 0; i < count; i++) {
        sheet.strips[i] = (struct strip){.row = &rows[i]};
        measure(&sheet, &sheet.strips[i]);
    }
    draw_list_begin(list, width, ceilf(place_all(&sheet)));
    draw_backdrop(list, look->theme->top, look->theme->top);
    for (size_t i = 0; i < count; i++)
        draw_strip(&sheet, &sheet.strips[i]);
    free(sheet.strips);
}
