// SPDX-License-Identifier: MIT
#include "view/scene.h"

#include <math.h>

void header_prepare(const struct scene *scene, struct header *header)
{
    const struct screen *screen = scene->screen;
    words_kicker(scene, header->kicker, sizeof header->kicker);
    words_kicker_turned(scene, header->short_kicker, sizeof header->short_kicker);
    header->title = screen->title ? screen->title(scene) : scene->moment.entry->title;
    screen->subtitle(scene, header->subtitle, sizeof header->subtitle);
}

int header_lines(const struct page *page, const struct header *header, float width)
{
    struct block title, subtitle;
    block_fit(page, ROLE_TITLE, header->title, width, &title);
    block_fit(page, ROLE_SUBTITLE, header->subtitle, width, &subtitle);
    bool cramped = title.cut || title.small || title.broken || subtitle.cut;
    return title.count + subtitle.count + (cramped ? BLOCK_LINES : 0);
}

static float gap(const struct page *page)
{
    return page_px(page, 6);
}

float header_height(const struct page *page, const struct header *header, float width)
{
    struct block title, subtitle;
    block_fit(page, ROLE_TITLE, header->title, width, &title);
    block_fit(page, ROLE_SUBTITLE, header->subtitle, width, &subtitle);
    /* A subtitle of one line is always left room for, so that nothing moves when it comes. */
    float under = fmaxf(subtitle.height, line_height(page, ROLE_SUBTITLE));
    return line_height(page, ROLE_KICKER) + title.height + gap(page) + under;
}

void header_draw(const struct page *page, const struct header *header, struct draw_box box,
                 float marks)
{
    const struct theme *theme = page->theme;
    struct block kicker, title, subtitle;
    block_fit(page, ROLE_KICKER, header->kicker, box.w - marks, &kicker);
    if (kicker.cut && header->short_kicker[0])
        block_fit(page, ROLE_KICKER, header->short_kicker, box.w - marks, &kicker);
    block_fit(page, ROLE_TITLE, header->title, box.w, &title);
    block_fit(page, ROLE_SUBTITLE, header->subtitle, box.w, &subtitle);
    float y = box.y;
    paragraph_draw(page, &kicker, box.x, y, theme->quiet);
    y += line_height(page, ROLE_KICKER);
    y = paragraph_draw(page, &title, box.x, y, theme->ink);
    paragraph_draw(page, &subtitle, box.x, y + gap(page), theme->quiet);
}
