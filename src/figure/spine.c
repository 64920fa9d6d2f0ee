// SPDX-License-Identifier: MIT
#include "figure/body.h"

/* From the lowest vertebra shown to the highest, in shares of the spine. */
#define LOWEST 0.04f
#define HIGHEST 1.06f
#define CORD 0.9f
#define VERTEBRA 1.7f

/* Seen from the side it runs nearer the back than the middle of the trunk, cm. */
#define NEAR_BACK (-3.2f)

void draw_spine(struct ink *ink, const struct figure *figure, const struct skeleton *body)
{
    enum { VERTEBRAE = 12 };
    if (!figure->spine_drawn)
        return;
    float across = figure->view == VIEW_SIDE ? NEAR_BACK : 0;
    struct tube cord = {0};
    for (int i = 0; i < VERTEBRAE; i++) {
        float s = mix(LOWEST, HIGHEST, (float)i / (VERTEBRAE - 1));
        struct vec up, at = spine_at(body, s, &up);
        tube_add(&cord, vec_along(at, spine_front(up), across), CORD);
    }
    ink_tube(ink, FIGURE_GLOW, &cord, TUBE_ROUND);
    for (int i = 0; i < VERTEBRAE; i++)
        ink_disc(ink, FIGURE_GLOW, (struct vec){cord.points[i].x, cord.points[i].y}, VERTEBRA);
}
