// SPDX-License-Identifier: MIT
#include "base/phrase.h"
#include "view/scene.h"

#include <stdio.h>

/* A pill in the corner: the volume for a moment after it was changed; and, as long as it is so,
 * that nothing is to be heard. */

#define PILL_HEIGHT 50.0f
#define PILL_PADDING 26.0f
#define METER_WIDTH 100.0f
#define METER_HEIGHT 10.0f
#define METER_GAP 20.0f

struct mark {
    char text[WORDS];
    bool meter;
    bool shown;
};

static void say(const struct page *page, struct mark *mark, const char *english)
{
    phrase_fill(mark->text, sizeof mark->text, page_word(page, english), NULL, 0);
    mark->shown = true;
}

static struct mark mark_of(const struct page *page, const struct session *session)
{
    struct mark mark = {.text = ""};
    if (page->view->no_sound)
        say(page, &mark, N_("No sound device"));
    else if (session->muted)
        say(page, &mark, N_("Sound off"));
    else if (session->volume_until > session->last_now) {
        char volume[TICK_TEXT];
        snprintf(volume, sizeof volume, "%d", session->volume);
        const char *values[] = {volume};
        phrase_fill(mark.text, sizeof mark.text, page_word(page, "Volume {0}"), values, 1);
        mark.meter = mark.shown = true;
    }
    return mark;
}

static float meter_width(const struct page *page, const struct mark *mark)
{
    return mark->meter ? page_px(page, METER_WIDTH + METER_GAP) : 0;
}

static float pill_width(const struct page *page, const struct mark *mark)
{
    return line_width(page, ROLE_FOOT, mark->text) + meter_width(page, mark) +
           page_px(page, 2 * PILL_PADDING);
}

float marks_width(const struct page *page, const struct session *session)
{
    struct mark mark = mark_of(page, session);
    return mark.shown ? pill_width(page, &mark) + page_px(page, PILL_PADDING) : 0;
}

static void draw_meter(const struct page *page, int volume, float right, float middle)
{
    float height = page_px(page, METER_HEIGHT), width = page_px(page, METER_WIDTH);
    struct draw_box box = {right - width, middle - height / 2, width, height};
    draw_rect(page->list, box, height / 2, page->theme->track);
    box.w = width * (float)volume / 100;
    draw_rect(page->list, box, height / 2, page->theme->accent);
}

void marks_draw(const struct page *page, const struct session *session)
{
    struct mark mark = mark_of(page, session);
    if (!mark.shown)
        return;
    float width = pill_width(page, &mark), height = page_px(page, PILL_HEIGHT);
    float padding = page_px(page, PILL_PADDING);
    struct draw_box box = {box_right(page->safe) - width, page->safe.y, width, height};
    draw_rect(page->list, box, height / 2, page->theme->surface);
    struct block text;
    block_fit(page, ROLE_FOOT, mark.text, width, &text);
    block_draw(page, &text, box.x + padding, box.y + (height - text.height) / 2, ALIGN_LEFT,
               page->theme->ink);
    if (mark.meter)
        draw_meter(page, session->volume, box_right(box) - padding, box_middle_y(box));
}
