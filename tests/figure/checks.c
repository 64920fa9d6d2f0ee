// SPDX-License-Identifier: MIT
#include "figure/film.h"

#include <stdarg.h>
#include <stdio.h>

void find(struct findings *findings, int kind, int frame, float by, const char *format, ...)
{
    int i = 0;
    while (i < findings->count && findings->items[i].kind != kind)
        i++;
    if (i == FINDINGS_MOST || (i < findings->count && findings->items[i].by >= by))
        return;
    findings->count += i == findings->count;
    struct finding *finding = &findings->items[i];
    finding->kind = kind;
    finding->frame = frame;
    finding->by = by;
    va_list list;
    va_start(list, format);
    (void)vsnprintf(finding->text, sizeof finding->text, format, list);
    va_end(list);
}

void findings_print(const struct findings *findings, const struct film *film, FILE *out)
{
    for (int i = 0; i < findings->count; i++) {
        const struct finding *finding = &findings->items[i];
        fprintf(out, "%s: frame %d (%.2f s, at %.2f): %s\n", film->name, finding->frame,
                (double)finding->frame / FILM_RATE, film->frames[finding->frame].motion.amount,
                finding->text);
    }
}

/* Pictures with props cost another drawing each and change no faster than the body; nor does hair,
 * which everybody wears their own way. */
enum { PICTURE_EVERY = 10 };

static void check_body(const struct check *checks, size_t count, const struct film *film, int frame,
                       const struct figure_drawing *now, const struct figure_drawing *before,
                       struct findings *findings)
{
    for (size_t i = 0; i < count; i++)
        if (checks[i].body != NULL)
            checks[i].body(film, frame, now, before, &findings[i]);
}

static void check_picture(const struct check *checks, size_t count, const struct film *film,
                          int frame, struct findings *findings)
{
    static struct figure_drawing drawing;
    struct figure_motion motion = film->frames[frame].motion;
    for (int hair = 0; hair < HAIR_STYLES; hair++) {
        motion.hair = (enum figure_hair_style)hair;
        figure_draw(&film->bare, &motion, &drawing);
        if (motion.hair != film->frames[frame].motion.hair)
            check_body(checks, count, film, frame, &drawing, NULL, findings);
    }
    motion.hair = film->frames[frame].motion.hair;
    figure_draw(film->figure, &motion, &drawing);
    for (size_t i = 0; i < count; i++)
        if (checks[i].picture != NULL)
            checks[i].picture(film, frame, &drawing, &findings[i]);
}

void checks_run(const struct check *checks, size_t count, const struct film *film,
                struct findings *findings)
{
    static struct figure_drawing drawings[2];
    for (size_t i = 0; i < count; i++) {
        findings[i].count = 0;
        if (checks[i].film != NULL)
            checks[i].film(film, &findings[i]);
    }
    for (int frame = 0; frame < film->count; frame++) {
        struct figure_drawing *now = &drawings[frame % 2], *before = &drawings[(frame + 1) % 2];
        figure_draw(&film->bare, &film->frames[frame].motion, now);
        check_body(checks, count, film, frame, now, frame > 0 ? before : NULL, findings);
        if (frame % PICTURE_EVERY == 0)
            check_picture(checks, count, film, frame, findings);
    }
}

static void add_checks(struct check_list *list, const struct check *more, size_t count)
{
    for (size_t i = 0; i < count && list->count < CHECKS_MOST; i++)
        list->items[list->count++] = more[i];
}

const struct check_list *checks_all(void)
{
    static struct check_list list;
    if (list.count == 0) {
        add_checks(&list, contact_checks, contact_check_count);
        add_checks(&list, prop_checks, prop_check_count);
        add_checks(&list, bone_checks, bone_check_count);
        add_checks(&list, flow_checks, flow_check_count);
        add_checks(&list, drawn_checks, drawn_check_count);
    }
    return &list;
}
