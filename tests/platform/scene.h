// SPDX-License-Identifier: MIT
#ifndef UNKNOT_TESTS_PLATFORM_SCENE_H
#define UNKNOT_TESTS_PLATFORM_SCENE_H

#include "view/draw.h"

/* A screen much like the player's, at time `t` of its own slow breath: what the benchmark paints
 * and the pictures show. */
void scene_player(struct draw_list *list, const struct text_metrics *metrics, float width,
                  float height, float t);

#endif
