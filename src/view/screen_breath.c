// SPDX-License-Identifier: MIT
#include "view/scene.h"

static void subtitle(const struct scene *scene, char *out, size_t size)
{
    words_place(scene, out, size);
}

const struct screen screen_breath = {.subtitle = subtitle, .dial = dial_orb, .moves = true};
