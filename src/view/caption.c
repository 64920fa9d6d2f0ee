// SPDX-License-Identifier: MIT
#include "base/phrase.h"
#include "view/scene.h"

#include <math.h>
#include <string.h>

enum { LEAST_LINES = 2 };
/* Words do not fill lines to the end; this much of a line is used on the whole. */
#define LINE_USE 0.88f
/* Where there is no room for one line more. */
#define LINE_USE_SURELY 0.78f
/* No letter is wider than this, in ems: short texts need no measuring. */
#define WIDEST 0.7f

/* At this share of its size. */
static int lines_of(const struct page *page, const char *text, float width, float share)
{
    if (!text)
        return 0;
    float size = page_px(page, text_roles[ROLE_CAPTION].size) * share;
    float used = width * (share < 1 ? LINE_USE_SURELY : LINE_USE);
    if ((float)strlen(text) * size * WIDEST < used * LEAST_LINES)
        return LEAST_LINES;
    return (int)ceilf(line_width(page, ROLE_CAPTION, text) * share / used);
}

static float height_at(const struct scene *scene, float width, float share)
{
    const struct exercise *exercise = scene->exercise;
    int most = LEAST_LINES;
    for (size_t i = 0; exercise && i < exercise->line_count; i++) {
        const struct line *line = &exercise->lines[i];
        int lines = lines_of(&scene->page, line->show ? line->show : line->say, width, share);
        most = lines > most ? lines : most;
    }
    if (exercise) {
        const struct setup *setup = &exercise->setup;
        int lines = lines_of(&scene->page, setup->show ? setup->show : setup->say, width, share);
        most = lines > most ? lines : most;
    }
    if (most > text_roles[ROLE_CAPTION].lines)
        most = text_roles[ROLE_CAPTION].lines;
    return line_height(&scene->page, ROLE_CAPTION) * (float)most * share;
}

float caption_height(const struct scene *scene, float width)
{
    return height_at(scene, width, 1);
}

float caption_least(const struct scene *scene, float width)
{
    const struct text_role_info *role = &text_roles[ROLE_CAPTION];
    return height_at(scene, width, role->least / role->size);
}

static size_t without_full_stop(const char *text)
{
    size_t length = strlen(text);
    return length > 0 && text[length - 1] == '.' ? length - 1 : length;
}

/* "Move with your breath." says what a subtitle "Move with your breath" says. */
static bool repeats(const char *caption, const char *heading)
{
    size_t length = without_full_stop(caption);
    return without_full_stop(heading) == length && memcmp(caption, heading, length) == 0;
}

void caption_draw(const struct scene *scene, const struct header *header, const struct stage *stage)
{
    if (scene->screen->headed)
        return;
    const struct entry *entry = scene->moment.entry;
    size_t index = (size_t)(entry - scene->timeline->entries);
    const struct cue *cue = timeline_caption(scene->timeline, index, scene->moment.into);
    if (!cue || !cue->caption || !cue->caption[0] || repeats(cue->caption, header->subtitle) ||
        repeats(cue->caption, header->title))
        return;
    char quoted[BLOCK_BYTES];
    const char *values[] = {cue->caption};
    phrase_fill(quoted, sizeof quoted, page_word(&scene->page, "“{0}”"), values, 1);
    const struct page *page = &scene->page;
    struct draw_box box = stage->caption;
    struct block block;
    block_fit_within(page, ROLE_CAPTION, quoted, box.w, box.h + 1, &block);
    if (stage->beside_text)
        paragraph_draw(page, &block, box.x, box_bottom(box) - block.height, page->theme->ink);
    else
        block_draw(page, &block, box_middle_x(box), box_middle_y(box) - block.height / 2,
                   ALIGN_CENTRE, page->theme->ink);
}
