// SPDX-License-Identifier: MIT
#ifndef UNKNOT_PLATFORM_HINTS_H
#define UNKNOT_PLATFORM_HINTS_H

/* Every setting of SDL's own behaviour, with its reason. Before SDL_Init. What the environment says
 * goes before what stands here, except where the player would break. */
void hints_set(void);

#endif
