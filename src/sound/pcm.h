// SPDX-License-Identifier: MIT
#ifndef UNKNOT_SOUND_PCM_H
#define UNKNOT_SOUND_PCM_H

#include <stddef.h>
#include <stdint.h>

/* What is done to a spoken line or a recorded sound between the voice and the mixer. One channel.
 */

/* Brings the loudness of what is not a pause to PCM_LOUDNESS, as far as its peak allows. */
#define PCM_LOUDNESS 0.10F /* root mean square, of full scale: -20 dB */
#define PCM_PEAK 0.72F
void pcm_normalise(int16_t *samples, size_t count, int rate);
/* Moves what is not silence to the front, with a little of the silence around it; gives how much
 * that is. What is silent all through stays. */
size_t pcm_trim(int16_t *samples, size_t count, int rate);
/* Leads both ends to zero within 5 ms. */
void pcm_fade_ends(int16_t *samples, size_t count, int rate);

#endif
