// SPDX-License-Identifier: MIT
#ifndef UNKNOT_PLATFORM_LETTERING_H
#define UNKNOT_PLATFORM_LETTERING_H

#include "platform/canvas.h"
#include "platform/font.h"

/* Lines of text, measured and painted. What was measured or painted is kept, as coverage without a
 * colour, until more than `most_bytes` are held; then the lines not used for longest go first. One
 * thread.
 *
 * SDL_ttf cannot ask a font for figures of one width: a tabular line gives each digit the room of
 * the widest one and centres it there.
 */
enum { LETTERING_BUCKETS = 512 };

struct letter_line; /* one cached line */

struct lettering {
    struct font_set fonts;
    struct letter_line *buckets[LETTERING_BUCKETS];
    struct letter_line *newest, *oldest;
    size_t bytes, most_bytes;
    size_t rendered; /* lines drawn with the fonts so far, for tests and the benchmark */
};

/* Nothing is looked for or opened yet. */
void lettering_init(struct lettering *lettering, size_t most_bytes);
void lettering_finish(struct lettering *lettering);
/* Widths for the views; valid as long as `lettering`. */
struct text_metrics lettering_metrics(struct lettering *lettering);
/* `command` is a DRAW_TEXT of `list`. */
void lettering_paint(struct lettering *lettering, struct canvas *canvas, struct clip clip,
                     const struct draw_list *list, const struct draw_command *command);

#endif
