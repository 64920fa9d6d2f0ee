// SPDX-License-Identifier: MIT
#include "view/scene.h"

#include <math.h>

/* There are three ways to arrange a page: the dial beside the figure, or below it, or the words,
 * the figure and the dial side by side. They are worked out from what was measured; of the first
 * two the one with the larger dial is taken, and the third when it makes the figure much larger.
 * Nothing else asks what shape the screen has. */

#define GAP 30.0f
#define DIAL_MOST 270.0f
#define DIAL_MOST_ALONE 310.0f
/* Share of the width that the dial's column gets beside the figure. */
#define DIAL_COLUMN 0.39f
/* Share of the height that the dial gets below the figure. */
#define DIAL_ROW 0.5f
/* From the ring's middle to the edge of what belongs to the dial, in radii. */
#define DIAL_REACH 1.06f
/* And to where its glow no longer shows through words. */
#define GLOW_REACH 1.25f
/* So much larger must a figure get for its own column, over the whole height. */
#define TALL_GAIN 1.2f
/* For so much the header may take two lines more, not only one. */
#define TALL_GAIN_MUCH 1.5f
/* And so much larger the dial, to leave the middle. */
#define WORDS_GAIN 1.1f
/* Less than this of a picture shows nothing, and less than this of a dial is not read from 3 m. */
#define PICTURE_LEAST_WIDTH 300.0f
#define PICTURE_LEAST_HEIGHT 140.0f
#define DIAL_LEAST 150.0f
/* What is left of a size where words have to be cut, and where there is no figure. */
#define CUT 0.1f
#define FIGURELESS 0.3f
/* The corner with the marks, at the top of the dial's column. They come and go. */
#define MARKS_HEIGHT 76.0f
#define MARKS_WIDTH 430.0f

static float radius_in(const struct page *page, float width, float height, float most)
{
    float room = fminf(width, height) / 2 / DIAL_REACH;
    return fmaxf(fminf(room, page_px(page, most)), 0);
}

/* Splits a column into figure and caption, which is smaller before the figure gets too small. */
static void place_picture(const struct scene *scene, struct draw_box column, struct stage *stage)
{
    float gap = page_px(&scene->page, GAP);
    float caption = caption_height(scene, column.w);
    float room = column.h - 2 * gap - page_px(&scene->page, PICTURE_LEAST_HEIGHT);
    if (caption > room)
        caption = fmaxf(floorf(room), caption_least(scene, column.w));
    stage->caption = (struct draw_box){column.x, box_bottom(column) - caption, column.w, caption};
    stage->picture =
        (struct draw_box){column.x, column.y + gap, column.w, column.h - caption - 2 * gap};
}

/* A header that would need more lines in the narrow column goes across the page. */
static float header_width_beside(const struct page *page, const struct header *header, float column)
{
    int lines = header_lines(page, header, column);
    return lines > header_lines(page, header, page->safe.w) ? page->safe.w : column;
}

static void place_dial_beside(const struct page *page, struct draw_box body, float top,
                              struct dial *dial)
{
    float bottom = box_bottom(body);
    dial->radius = radius_in(page, body.w * DIAL_COLUMN, bottom - top, DIAL_MOST);
    dial->x = box_right(body) - body.w * DIAL_COLUMN / 2;
    dial->y = (top + bottom) / 2;
}

static void arrange_beside(const struct scene *scene, const struct header *header,
                           struct draw_box body, struct stage *stage)
{
    const struct page *page = &scene->page;
    float column = body.w * (1 - DIAL_COLUMN) - page_px(page, GAP);
    float width = header_width_beside(page, header, column);
    float height = header_height(page, header, width);
    float top = body.y + (width > column ? height : page_px(page, MARKS_HEIGHT));
    stage->beside_text = false;
    stage->header = (struct draw_box){body.x, body.y, width, height};
    place_picture(scene, (struct draw_box){body.x, body.y + height, column, body.h - height},
                  stage);
    place_dial_beside(page, body, top, &stage->dial);
}

static void arrange_below(const struct scene *scene, const struct header *header,
                          struct draw_box body, struct stage *stage)
{
    const struct page *page = &scene->page;
    float height = header_height(page, header, body.w);
    stage->beside_text = false;
    stage->header = (struct draw_box){body.x, body.y, body.w, height};
    struct draw_box rest = {body.x, body.y + height, body.w, body.h - height};
    float caption = caption_height(scene, body.w);
    float row = (rest.h - caption - page_px(page, GAP)) * DIAL_ROW;
    stage->dial.radius = radius_in(page, body.w, row - page_px(page, GAP), DIAL_MOST);
    float used = fminf(row, 2 * stage->dial.radius * DIAL_REACH + page_px(page, 3 * GAP));
    stage->dial.x = box_middle_x(body);
    stage->dial.y = box_bottom(body) - used / 2;
    rest.h -= used;
    place_picture(scene, rest, stage);
}

/* A tall figure takes the whole height between the words and the dial, which stays where it is.
 * False: the words would be cramped, or the figure would gain too little. */
static bool arrange_tall(const struct scene *scene, const struct header *header,
                         struct draw_box body, const struct stage *beside, struct stage *stage)
{
    const struct page *page = &scene->page;
    float gap = page_px(page, GAP);
    float right = beside->dial.x - beside->dial.radius * DIAL_REACH - gap;
    struct draw_box room = {body.x, body.y + gap, right - body.x, body.h - gap};
    struct draw_box small = picture_room(scene, beside->picture);
    struct draw_box large = picture_room(scene, room);
    if (large.h < small.h * TALL_GAIN)
        return false;
    float width = right - large.w - gap - body.x;
    int more = large.h < small.h * TALL_GAIN_MUCH ? 1 : 2;
    if (width <= 0 ||
        header_lines(page, header, width) > header_lines(page, header, page->safe.w) + more)
        return false;
    float height = header_height(page, header, width), top = body.y + height + gap;
    float caption = caption_height(scene, width);
    if (box_bottom(body) - caption < top)
        return false;
    *stage = *beside;
    stage->beside_text = true;
    stage->header = (struct draw_box){body.x, body.y, width, height};
    stage->caption = (struct draw_box){body.x, top, width, box_bottom(body) - top};
    stage->picture = (struct draw_box){right - large.w, large.y, large.w, large.h};
    return true;
}

/* The dial has its place beside a figure, and the words have the figure's room. A header that would
 * be cut there goes across the page. */
static void arrange_words(const struct scene *scene, const struct header *header,
                          struct draw_box body, struct stage *stage)
{
    const struct page *page = &scene->page;
    float column = body.w * (1 - DIAL_COLUMN) - page_px(page, GAP);
    bool across = header_lines(page, header, column) > BLOCK_LINES;
    float width = across ? body.w : column, height = header_height(page, header, width);
    float top = body.y + height + page_px(page, GAP);
    stage->beside_text = true;
    stage->header = (struct draw_box){body.x, body.y, width, height};
    stage->caption = (struct draw_box){body.x, top, column, box_bottom(body) - top};
    stage->picture = (struct draw_box){0};
    place_dial_beside(page, body, body.y + (across ? height : page_px(page, MARKS_HEIGHT)),
                      &stage->dial);
}

/* Without a figure the dial stands in the middle, what is said below it. Where the header leaves
 * its lines beside the dial, the dial has the whole height. */
static void arrange_middle(const struct scene *scene, const struct header *header,
                           struct draw_box body, struct stage *stage)
{
    const struct page *page = &scene->page;
    float height = header_height(page, header, body.w);
    float caption = caption_height(scene, body.w);
    float top = body.y + height, bottom = box_bottom(body) - caption;
    float most = radius_in(page, body.w, bottom - body.y, DIAL_MOST_ALONE);
    float beside = body.w / 2 - most * GLOW_REACH;
    bool fits_beside = beside > 0 && header_width_beside(page, header, beside) <= beside &&
                       line_width(page, ROLE_KICKER, header->kicker) <= beside;
    if (fits_beside)
        top = body.y;
    stage->beside_text = false;
    stage->header = (struct draw_box){body.x, body.y, fits_beside ? beside : body.w, height};
    stage->picture = (struct draw_box){0};
    stage->caption = (struct draw_box){body.x, bottom, body.w, caption};
    stage->dial.radius =
        radius_in(page, body.w, bottom - top - page_px(page, GAP), DIAL_MOST_ALONE);
    stage->dial.x = box_middle_x(body);
    stage->dial.y = (top + bottom) / 2;
}

static void arrange_alone(const struct scene *scene, const struct header *header,
                          struct draw_box body, struct stage *stage)
{
    struct stage words;
    arrange_words(scene, header, body, &words);
    arrange_middle(scene, header, body, stage);
    if (words.caption.h > 0 && words.dial.radius > stage->dial.radius * WORDS_GAIN)
        *stage = words;
}

static bool picture_has_room(const struct page *page, const struct stage *stage)
{
    return stage->picture.w >= page_px(page, PICTURE_LEAST_WIDTH) &&
           stage->picture.h >= page_px(page, PICTURE_LEAST_HEIGHT) - 0.01f;
}

float stage_size(const struct scene *scene, const struct header *header, const struct stage *stage)
{
    const struct page *page = &scene->page;
    float radius = stage->dial.radius;
    struct draw_box picture = {0};
    if (picture_exists(scene))
        picture = picture_room(scene, stage->picture);
    float marks = box_right(stage->header) > stage->dial.x ? page_px(page, MARKS_WIDTH) : 0;
    const bool cut[] = {
        radius<page_px(page, DIAL_LEAST), header_lines(page, header, stage->header.w)>
            BLOCK_LINES,
        line_width(page, ROLE_KICKER, header->kicker) > stage->header.w - marks,
        stage->caption.h < caption_least(scene, stage->caption.w) - 0.01f,
    };
    float size = (float)M_PI * radius * radius + fmaxf(picture.w, 0) * fmaxf(picture.h, 0);
    for (size_t i = 0; i < sizeof cut / sizeof *cut; i++)
        size *= cut[i] ? CUT : 1;
    return picture_exists(scene) && !picture_has_room(page, stage) ? size * FIGURELESS : size;
}

void stage_arrange(const struct scene *scene, const struct header *header, struct stage *stage)
{
    struct draw_box body = scene->page.safe;
    if (!picture_exists(scene)) {
        arrange_alone(scene, header, body, stage);
        return;
    }
    struct stage beside, below;
    arrange_beside(scene, header, body, &beside);
    arrange_below(scene, header, body, &below);
    if (below.dial.radius > beside.dial.radius)
        *stage = below;
    else if (!arrange_tall(scene, header, body, &beside, stage))
        *stage = beside;
    if (!stage->beside_text && !picture_has_room(&scene->page, stage))
        arrange_alone(scene, header, body, stage);
}
