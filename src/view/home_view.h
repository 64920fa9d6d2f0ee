// SPDX-License-Identifier: MIT
#ifndef UNKNOT_VIEW_HOME_VIEW_H
#define UNKNOT_VIEW_HOME_VIEW_H

#include "view/scene.h"

/* One of the screens outside a session being drawn. */
struct lobby {
    struct page page;
    const struct home *home;
    const struct home_content *content;
    struct focus_items *items;
};

void screen_home_draw(struct lobby *lobby);
void screen_before_draw(struct lobby *lobby);
void screen_learn_draw(struct lobby *lobby);
void screen_trouble_draw(struct lobby *lobby);
void screen_settings_draw(struct lobby *lobby);
void screen_week_draw(struct lobby *lobby);

/* The focus as it is on every screen: raised ground and a thick frame, which is a shape of its own
 * and not a colour alone. */
void focus_draw(const struct page *page, struct draw_box box, float corner);
/* Whether the item has it. */
bool lobby_focused(const struct lobby *lobby, int id);
void lobby_add(struct lobby *lobby, int id, struct draw_box place, struct draw_box box);

/* A box that is ticked or not, on a row that may have the focus: then the ground is another, so
 * that an empty one is seen. */
colour tick_box_ground(const struct theme *theme, bool focused);
void tick_box_draw(const struct page *page, bool there, bool focused, struct draw_box box);

/* The routines as cards; HOME_ITEM_CARD and on. Returns the pixels that are scrolled out of sight.
 */
float cards_draw(struct lobby *lobby, struct draw_box box);

/* Which rows are in sight, where not all are; at the right edge, as high as `rows_box`. */
float list_bar_width(const struct page *page);
void list_bar_draw(const struct page *page, struct draw_box rows_box, size_t first, size_t shown,
                   size_t rows);

/* A row of buttons. Where they do not fit beside each other, the widest get less room, evenly. */
struct button {
    int id;
    const char *text;
};
float buttons_height(const struct page *page);
/* Whether all have room beside each other with no word cut and nothing made narrow. */
bool buttons_fit(const struct page *page, const struct button *buttons, size_t count, float width);
/* What the row takes of the width, and the least that it can without cutting a word. */
float buttons_width(const struct page *page, const struct button *buttons, size_t count,
                    float width);
float buttons_least(const struct page *page, const struct button *buttons, size_t count);
/* `hidden`: pixels of the screen that are scrolled out of sight above the row. Returns what the
 * row takes of the width. */
float buttons_draw(struct lobby *lobby, const struct button *buttons, size_t count, float x,
                   float y, float width, float hidden);

/* A title and a line below it, from the top of the safe area. Returns their bottom. */
float lobby_title(const struct page *page, const char *kicker, const char *title,
                  const char *subtitle);

/* The moving figure of that name, on the bottom of the box, `turn` of its movement through; nothing
 * where there is none, or no room for it. */
void lobby_figure(const struct lobby *lobby, const char *name, double turn, float most_per_cm,
                  struct draw_box box);
bool lobby_figure_exists(const struct lobby *lobby, const char *name);
/* A breathing circle at rest, in the figure's place. */
void lobby_orb(const struct page *page, struct draw_box box);

/* words.c: what a language calls itself; its tag where that is not known. */
const char *words_language(const char *tag);
/* "Resume at 8:06" */
const char *words_resume(const struct page *page, tick at, char *out, size_t size);
/* "16 min" */
const char *words_total(const struct page *page, tick total, char *out, size_t size);
/* "Foam roller", as a word that begins a line */
const char *words_thing(const struct page *page, const char *thing, char *out, size_t size);
/* "mat, foam roller", or that nothing is needed */
const char *words_needs(const struct page *page, const struct text_list *needs, char *out,
                        size_t size);

#endif
