// SPDX-License-Identifier: MIT
#ifndef TESTS_VIEW_GROUND_H
#define TESTS_VIEW_GROUND_H

#include "view/draw.h"

/* Contrast as WCAG 2.2 defines it: (lighter + 0.05) / (darker + 0.05) of relative luminances. */
double contrast_between(colour a, colour b);

/* What the commands before `index` leave at a point, opaque. Brushes, polygons, pictures and other
 * text are not asked for: nothing is written over them (the checks of places hold that). */
colour ground_at(const struct draw_list *list, size_t index, float x, float y);
/* The least contrast of the text at `index`, which covers this box, with what is under it. */
double ground_contrast(const struct draw_list *list, size_t index, struct draw_box box);
/* The least contrast of the outline at `index` with what is outside and inside of it. */
double ground_edge_contrast(const struct draw_list *list, size_t index);

#endif
