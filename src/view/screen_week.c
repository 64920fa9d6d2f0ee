// SPDX-License-Identifier: MIT
#include "base/phrase.h"
#include "view/week_view.h"

#include <math.h>
#include <stdio.h>

/* The checklist of this week as a table: what, how often, on which days, and how much of it is
 * done. What is done away from the screen has a row that can be pressed, with a box for today. The
 * table takes the first form in which every word has room. */

#define SECTION 34.0f
#define PADDING 26.0f
#define COLUMN 34.0f /* between columns */
#define BETWEEN 8.0f /* between rows */
#define CORNER 20.0f
#define BOX 50.0f
#define AROUND 10.0f /* in a row, above and below its words */
#define DAY 58.0f    /* from one day to the next */
#define DISC 32.0f
#define STROKE 4.0f
#define MET 30.0f /* wide, the sign of what is met */
#define ROW_TALLEST 124.0f
#define STACKED_TALLEST 190.0f
#define TITLE_LEAST 320.0f /* or every word has a line of its own */
enum { DAYS = 7, TITLE_LINES = 2 };

/* Where it is said how often: nowhere, below the title, or in a column beside it. */
enum often { OFTEN_NOWHERE, OFTEN_BELOW, OFTEN_BESIDE };

struct form {
    enum often often;
    bool days;    /* marks for the days; else as many as the target */
    bool stacked; /* the count stands below the marks */
    bool brief;   /* a shorter title */
};

static const struct form forms[] = {
    {OFTEN_BESIDE, true, false, false},   {OFTEN_BELOW, true, false, false},
    {OFTEN_NOWHERE, true, false, false},  {OFTEN_BELOW, true, true, false},
    {OFTEN_NOWHERE, true, true, false},   {OFTEN_BELOW, false, false, false},
    {OFTEN_NOWHERE, false, false, false}, {OFTEN_NOWHERE, false, false, true},
};
enum { FORMS = sizeof forms / sizeof *forms };

struct table {
    struct form form;
    struct draw_box box;
    struct block titles[CHECKLIST_ITEMS], oftens[CHECKLIST_ITEMS], counts[CHECKLIST_ITEMS];
    char count_texts[CHECKLIST_ITEMS][WORDS];
    float title, often, marks, count, day; /* widths of columns, and from day to day */
    float header, row;                     /* heights */
};

static const struct checklist_line *line_of(const struct lobby *lobby, int item)
{
    return &lobby->content->progress->week.lines[item];
}

static void measure_counts(const struct lobby *lobby, struct table *table)
{
    const struct page *page = &lobby->page;
    for (int i = 0; i < CHECKLIST_ITEMS; i++) {
        char done[TICK_TEXT], target[TICK_TEXT];
        snprintf(done, sizeof done, "%d", line_of(lobby, i)->done);
        snprintf(target, sizeof target, "%d", checklist_table[i].target);
        const char *values[] = {done, target};
        phrase_fill(table->count_texts[i], WORDS, page_word(page, "{0} of {1}"), values, 2);
        block_fit_lines(page, ROLE_FOOT, table->count_texts[i], table->box.w, 1, &table->counts[i]);
        table->count = fmaxf(table->count, table->counts[i].width);
    }
    table->count += page_px(page, MET + AROUND);
}

static void measure_marks(const struct page *page, struct table *table)
{
    table->day = page_px(page, DAY);
    for (int i = 0; i < DAYS; i++)
        table->day = fmaxf(table->day, line_width(page, ROLE_FOOT, words_weekday(page, i)) +
                                           page_px(page, BETWEEN));
    table->marks = table->form.days ? table->day * DAYS : dots_width(page, DAYS);
    table->header = table->form.days ? line_height(page, ROLE_FOOT) : 0;
}

/* Of marks, count and box, with what is around them. */
static float taken_width(const struct page *page, const struct table *table)
{
    float column = page_px(page, COLUMN);
    float count = table->form.stacked ? 0 : table->count + column;
    return 2 * page_px(page, PADDING) + table->marks + column + count + page_px(page, BOX);
}

static float widest(const struct page *page, enum text_role role, bool often)
{
    float width = 0;
    for (int i = 0; i < CHECKLIST_ITEMS; i++)
        width = fmaxf(width, line_width(page, role,
                                        page_word(page, often ? checklist_table[i].often
                                                              : checklist_table[i].title)));
    return width;
}

/* False: a word has no room. */
static bool fit_words(const struct page *page, struct table *table)
{
    const struct form *form = &table->form;
    float column = page_px(page, COLUMN), most = 0;
    float rest = table->box.w - taken_width(page, table) - column;
    table->often = form->often == OFTEN_BESIDE ? widest(page, ROLE_FOOT, true) : 0;
    table->title = rest - (table->often > 0 ? table->often + column : 0);
    if (table->title < page_px(page, TITLE_LEAST) && !form->brief)
        return false;
    for (int i = 0; i < CHECKLIST_ITEMS; i++) {
        const struct checklist_info *info = &checklist_table[i];
        struct block *title = &table->titles[i], *often = &table->oftens[i];
        bool said = form->often != OFTEN_NOWHERE;
        *often = (struct block){.count = 0};
        block_fit_lines(page, ROLE_NAME, page_word(page, form->brief ? info->brief : info->title),
                        table->title, TITLE_LINES, title);
        if (said)
            block_fit_lines(page, ROLE_FOOT, page_word(page, info->often),
                            form->often == OFTEN_BELOW ? table->title : table->often, 1, often);
        if ((title->cut && !form->brief) || often->cut)
            return false;
        float beside = form->often == OFTEN_BELOW ? 0 : often->height;
        most = fmaxf(most, form->often == OFTEN_BELOW ? title->height + often->height
                                                      : fmaxf(title->height, beside));
    }
    if (form->stacked)
        most = fmaxf(most, page_px(page, DISC + AROUND) + line_height(page, ROLE_FOOT));
    return most + 2 * page_px(page, AROUND) <= table->row || form->brief;
}

static bool try_form(const struct lobby *lobby, const struct form *form, struct draw_box box,
                     struct table *table)
{
    const struct page *page = &lobby->page;
    *table = (struct table){.form = *form, .box = box};
    measure_counts(lobby, table);
    measure_marks(page, table);
    float tallest = page_px(page, form->stacked ? STACKED_TALLEST : ROW_TALLEST);
    float all = (box.h - table->header) / CHECKLIST_ITEMS - page_px(page, BETWEEN);
    table->row = fminf(all, tallest);
    return fit_words(page, table);
}

static void draw_disc_mark(const struct page *page, float x, float y, int done, int a_day)
{
    const struct theme *theme = page->theme;
    float radius = page_px(page, DISC / 2), stroke = page_px(page, STROKE);
    if (done >= a_day)
        draw_disc(page->list, x, y, radius, theme->accent);
    else
        draw_ring(page->list, x, y, radius - stroke / 2, stroke, 0, 1, theme->quiet);
    if (done > 0 && done < a_day) /* some of what makes a day */
        draw_disc(page->list, x, y, radius * 0.45F, theme->accent);
}

/* A day that is still to come is a point. */
static void draw_days(const struct lobby *lobby, const struct table *table, int item, float x,
                      float y)
{
    const struct page *page = &lobby->page;
    const struct progress *progress = lobby->content->progress;
    for (int i = 0; i < DAYS; i++) {
        int done = line_of(lobby, item)->days[i];
        float middle = x + table->day * ((float)i + 0.5F);
        if (done == 0 && progress->week.monday + i > progress->today)
            draw_disc(page->list, middle, y, page_px(page, STROKE), page->theme->quiet);
        else
            draw_disc_mark(page, middle, y, done, checklist_table[item].a_day);
    }
}

static void draw_met(const struct page *page, float x, float y)
{
    float size = page_px(page, MET), pen = size / 9;
    const struct draw_point down[] = {{x + size * 0.1F, y + size * 0.05F, pen},
                                      {x + size * 0.38F, y + size * 0.32F, pen}};
    const struct draw_point up[] = {{x + size * 0.38F, y + size * 0.32F, pen},
                                    {x + size * 0.9F, y - size * 0.32F, pen}};
    draw_brush(page->list, down, 2, page->theme->accent);
    draw_brush(page->list, up, 2, page->theme->accent);
}

static void draw_ground(struct lobby *lobby, int item, struct draw_box row)
{
    const struct page *page = &lobby->page;
    if (!checklist_table[item].by_hand)
        return;
    int id = HOME_ITEM_TICK + item;
    float corner = page_px(page, CORNER), box = page_px(page, BOX);
    if (lobby_focused(lobby, id))
        focus_draw(page, row, corner);
    else
        draw_rect(page->list, row, corner, page->theme->surface);
    tick_box_draw(page, line_of(lobby, item)->ticked, lobby_focused(lobby, id),
                  (struct draw_box){box_right(row) - page_px(page, PADDING) - box,
                                    box_middle_y(row) - box / 2, box, box});
    lobby_add(lobby, id, row, row);
}

/* Title, and below it how often. Returns their bottom. */
static float draw_words(const struct page *page, const struct table *table, int item, float x,
                        float top)
{
    const struct block *title = &table->titles[item], *often = &table->oftens[item];
    float y = block_draw(page, title, x, top, ALIGN_LEFT, page->theme->ink);
    if (table->form.often != OFTEN_BELOW)
        return y;
    return block_draw(page, often, x, y, ALIGN_LEFT, page->theme->quiet);
}

static void draw_count(const struct lobby *lobby, const struct table *table, int item, float right,
                       float middle)
{
    const struct page *page = &lobby->page;
    const struct block *count = &table->counts[item];
    bool met = line_of(lobby, item)->done >= checklist_table[item].target;
    if (met)
        draw_met(page, right - table->count, middle);
    block_draw(page, count, right, middle - count->height / 2, ALIGN_RIGHT,
               met ? page->theme->ink : page->theme->quiet);
}

/* Where the marks end. */
static float marks_right(const struct page *page, const struct table *table)
{
    float column = page_px(page, COLUMN);
    return box_right(table->box) - page_px(page, PADDING + BOX) - column -
           (table->form.stacked ? 0 : table->count + column);
}

static void draw_row(struct lobby *lobby, const struct table *table, int item, struct draw_box row)
{
    const struct page *page = &lobby->page;
    const struct form *form = &table->form;
    const struct block *title = &table->titles[item], *often = &table->oftens[item];
    float x = row.x + page_px(page, PADDING), middle = box_middle_y(row);
    float under = form->often == OFTEN_BELOW ? often->height : 0;
    float right = marks_right(page, table), marks_y = middle, count_y = middle;
    draw_ground(lobby, item, row);
    draw_words(page, table, item, x, middle - (title->height + under) / 2);
    if (form->often == OFTEN_BESIDE)
        block_draw(page, often, x + table->title + page_px(page, COLUMN),
                   middle - often->height / 2, ALIGN_LEFT, page->theme->quiet);
    if (form->stacked) {
        float line = line_height(page, ROLE_FOOT);
        marks_y -= (page_px(page, AROUND) + line) / 2;
        count_y += (page_px(page, AROUND) + page_px(page, DISC)) / 2;
    }
    if (form->days)
        draw_days(lobby, table, item, right - table->marks, marks_y);
    else
        dots_draw(page, line_of(lobby, item)->done, checklist_table[item].target,
                  right - table->marks, marks_y);
    draw_count(lobby, table, item,
               form->stacked ? right : right + table->count + page_px(page, COLUMN), count_y);
}

/* Above the marks; the day of today stands out by its ink and a line below it. */
static void draw_weekdays(const struct lobby *lobby, const struct table *table)
{
    const struct page *page = &lobby->page;
    const struct progress *progress = lobby->content->progress;
    float x = marks_right(page, table) - table->marks;
    for (int i = 0; i < DAYS; i++) {
        bool today = progress->week.monday + i == progress->today;
        struct block name;
        block_fit_lines(page, ROLE_FOOT, words_weekday(page, i), table->day, 1, &name);
        float middle = x + table->day * ((float)i + 0.5F);
        block_draw(page, &name, middle, table->box.y, ALIGN_CENTRE,
                   today ? page->theme->ink : page->theme->quiet);
        if (today)
            draw_rect(page->list,
                      (struct draw_box){middle - page_px(page, DISC / 2),
                                        table->box.y + table->header, page_px(page, DISC),
                                        page_px(page, STROKE)},
                      page_px(page, STROKE / 2), page->theme->accent);
    }
}

static void draw_table(struct lobby *lobby, struct draw_box box)
{
    struct table table;
    int form = 0;
    while (!try_form(lobby, &forms[form], box, &table) && form < FORMS - 1)
        form++;
    if (table.header > 0)
        draw_weekdays(lobby, &table);
    float between = page_px(&lobby->page, BETWEEN), y = box.y + table.header + between;
    for (int i = 0; i < CHECKLIST_ITEMS; i++, y += table.row + between)
        draw_row(lobby, &table, i, (struct draw_box){box.x, y, box.w, table.row});
}

static void draw_list(struct lobby *lobby)
{
    static const struct button buttons[] = {{HOME_ITEM_NEXT, N_("Twelve weeks")},
                                            {HOME_ITEM_HOME, N_("Home")}};
    const struct page *page = &lobby->page;
    const struct progress *progress = lobby->content->progress;
    struct draw_box safe = page->safe;
    char text[WORDS];
    float section = page_px(page, SECTION), height = buttons_height(page);
    float top = lobby_title(page, "", page_word(page, "This week"),
                            progress->suggests
                                ? words_suggestion(page, &progress->suggestion, text, sizeof text)
                                : page_word(page, "Nothing is short. Well done."));
    float bottom = box_bottom(safe) - height;
    top += section / 2;
    draw_table(lobby, (struct draw_box){safe.x, top, safe.w, bottom - section * 0.75F - top});
    buttons_draw(lobby, buttons, 2, safe.x, bottom, safe.w, 0);
}

void screen_week_draw(struct lobby *lobby)
{
    if (!lobby->content->progress)
        return;
    if (lobby->home->page == HOME_WEEK_TREND)
        screen_trend_draw(lobby);
    else
        draw_list(lobby);
}
