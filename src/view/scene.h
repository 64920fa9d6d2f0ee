// SPDX-License-Identifier: MIT
#ifndef UNKNOT_VIEW_SCENE_H
#define UNKNOT_VIEW_SCENE_H

#include "view/block.h"
#include "view/hint.h"

/* One moment of a session, and what the screens that show it have in common: a header, the figure,
 * what is being said, a dial, and a footer with the way so far. A screen is what differs: one file
 * each, screen_*.c. */
struct scene {
    struct page page;
    const struct session *session;
    const struct timeline *timeline;
    struct moment moment;
    const struct exercise *exercise; /* shown, or to come; NULL: none */
    const struct screen *screen;
};

enum { WORDS = 256 };

/* The words above the figure. */
struct header {
    char kicker[WORDS], subtitle[WORDS];
    char short_kicker[WORDS]; /* where the other is too long: what matters more comes first */
    const char *title;
};

/* Where the dial is: a ring of this radius, and everything in it. */
struct dial {
    float x, y, radius;
};

struct screen {
    /* NULL: the entry's own title; of what is done. */
    const char *(*title)(const struct scene *scene);
    void (*subtitle)(const struct scene *scene, char *out, size_t size);
    void (*dial)(const struct scene *scene, const struct dial *dial);
    bool moves;  /* the figure moves; else it waits in its first pose */
    bool headed; /* the header shows all that is said: no caption */
};

extern const struct screen screen_breath, screen_reps, screen_hold, screen_open, screen_rest,
    screen_setup, screen_switch, screen_wait;

/* Screens that take the whole page, and those that lie over another. `card`: with what is wrong
 * with a saved file beside it; the page becomes as wide as that leaves it. */
void screen_player_draw(struct scene *scene, bool card);
void screen_ask_draw(const struct scene *scene);
void screen_dark_draw(const struct scene *scene);
void screen_paused_draw(const struct scene *scene);
void screen_resume_draw(const struct scene *scene);
void screen_finish_draw(const struct page *page, const struct session *session);
void screen_help_draw(const struct page *page);

/* screen_watch.c: what is wrong with the files that were just saved. */
bool watch_has_mistakes(const struct page *page);
struct watch_card {
    struct draw_box box;
    float most; /* pixels: the height that it was measured for */
    bool brief;
};
/* Beside or below what else is shown: takes its room from the page. */
struct watch_card watch_card_aside(struct page *page);
struct watch_card watch_card_below(struct page *page);
/* The same, with no more than the first mistake. */
struct watch_card watch_card_brief(struct page *page);
/* In the middle, over what is there. */
struct watch_card watch_card_over(const struct page *page);
void watch_card_draw(const struct page *page, const struct watch_card *card);
/* For a moment, that the session goes on with them. */
void watch_updated_draw(const struct page *page, const struct session *session);

/* words.c: texts about the moment. Each returns `out`. */
const char *words_kicker(const struct scene *scene, char *out, size_t size);
/* "4 of 7 · DAILY MOBILITY" */
const char *words_kicker_turned(const struct scene *scene, char *out, size_t size);
/* "Left side · Set 1 of 2", or what the exercise shows at its start. */
const char *words_place(const struct scene *scene, char *out, size_t size);
/* "1 min per side" */
const char *words_dose(const struct scene *scene, char *out, size_t size);
/* "Left side first · 1 min per side · mat": what the exercise ahead will take */
const char *words_ahead(const struct scene *scene, char *out, size_t size);
/* "foam roller, mat", after what is there already */
void words_add_needs(const struct page *page, const struct exercise *exercise, char *out,
                     size_t size);
/* "Seated spinal twist, left side" */
const char *words_entry(const struct scene *scene, const struct entry *entry, char *out,
                        size_t size);
/* "Next: Seated spinal twist, left side · 1 min" */
const char *words_next(const struct scene *scene, char *out, size_t size);
const char *words_phase(const struct scene *scene, enum breath_phase phase);
/* What to heed in every session. */
const char *words_safety(const struct page *page);
/* The work that an entry leads to or is; NULL when none comes. */
const struct entry *words_work_ahead(const struct scene *scene);
/* Seconds, rounded up, so that the last one shown is 1. */
const char *words_seconds(tick left, char out[TICK_TEXT]);

/* Parts of the page; each says how much room it takes before it draws. */
struct footer {
    char elapsed[TICK_TEXT], left[TICK_TEXT];
    char middle[WORDS];
    struct block block; /* of `middle` */
    bool own_row;       /* the middle stands below the clocks */
    float height;
};
void footer_prepare(const struct scene *scene, struct footer *footer);
/* Takes its room from the page. */
void footer_take(const struct footer *footer, struct page *page);
void footer_draw(const struct scene *scene, const struct footer *footer);

void header_prepare(const struct scene *scene, struct header *header);
float header_height(const struct page *page, const struct header *header, float width);
/* Lines of title and subtitle; more than there can be when something must be cut, or the title made
 * smaller than it may be. */
int header_lines(const struct page *page, const struct header *header, float width);
/* `marks`: pixels at the right end of the first line that are taken. */
void header_draw(const struct page *page, const struct header *header, struct draw_box box,
                 float marks);

/* Room for the longest line this exercise says, so that the figure does not jump from line to line.
 */
float caption_height(const struct scene *scene, float width);
/* The same with the smallest letters. */
float caption_least(const struct scene *scene, float width);
struct stage;
void caption_draw(const struct scene *scene, const struct header *header,
                  const struct stage *stage);

bool picture_exists(const struct scene *scene);
/* Pixels that a picture takes of this box: a figure keeps its shape, other pictures fill it. */
struct draw_box picture_room(const struct scene *scene, struct draw_box box);
void picture_draw(const struct scene *scene, struct draw_box box);

/* Sound and volume, in the top right corner. Returns the width they take. */
float marks_width(const struct page *page, const struct session *session);
void marks_draw(const struct page *page, const struct session *session);

/* dial.c */
#define DIAL_INNER 0.93f /* inside of the ring, in radii */
struct dial_row {
    enum text_role role;
    const char *text; /* "": no row */
    colour ink;
};
/* The rows as one block around the dial's middle, within a circle of `radius`. */
void dial_rows(const struct page *page, const struct dial *dial, float radius,
               const struct dial_row *rows, int count);
/* A dot on the ring where the work is half done, which lights up when it is. */
void dial_halfway(const struct scene *scene, const struct dial *dial);
/* The ring and `share` of it filled. */
void dial_ring(const struct page *page, const struct dial *dial, float share, colour fill);
/* The breathing circle with its words. */
void dial_orb(const struct scene *scene, const struct dial *dial);
/* A quiet disc that breathes behind other words, where there is a breath. Returns the radius in
 * which the words stay clear of every rim. */
float dial_breath(const struct scene *scene, const struct dial *dial);
/* Of the entry, 0 to 1. */
float dial_done(const struct moment *moment);

/* rating.c: of the discs of a scale from 0 to 10 that fits into `width`; from one to the next. */
float rating_radius(float width);
float rating_pitch(float radius);
/* `chosen`: filled; `focused`: a ring around it. */
void rating_draw(const struct page *page, int rating, bool chosen, bool focused, float x, float y,
                 float radius);

/* The question how the back feels with what the ends of its scale mean, and the discs beside them
 * or, where it is narrow, below. As wide as the page. */
struct rating_scale {
    char ends_text[WORDS];
    struct block question, ends;
    float radius, height;
    bool beside, one_line;
};
void rating_scale_measure(const struct page *page, struct rating_scale *scale);
/* `chosen`, `focused`: a rating, or -1. `discs` is filled with where they are. */
void rating_scale_draw(const struct page *page, const struct rating_scale *scale, float y,
                       int chosen, int focused, struct draw_box discs[RATING_MOST + 1]);

/* stage.c: finds a place for everything. */
struct stage {
    struct draw_box header, picture, caption;
    struct dial dial;
    bool beside_text; /* the picture stands beside the words, which begin at the left */
};
/* In all that is left of the page. */
void stage_arrange(const struct scene *scene, const struct header *header, struct stage *stage);
/* How much there is of what moves, in square pixels; much less where something has no room. */
float stage_size(const struct scene *scene, const struct header *header, const struct stage *stage);

/* A card over what lies below it, as wide as `width` or as there is room, in the middle. */
struct draw_box card_draw(const struct page *page, float width, float height);

#endif
