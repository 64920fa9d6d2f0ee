// SPDX-License-Identifier: MIT
#ifndef UNKNOT_TESTS_SOUND_MEASURE_H
#define UNKNOT_TESTS_SOUND_MEASURE_H

#include "sound/clip.h"

/* What a listener would notice, as numbers. Samples are of full scale 1, at SOUND_RATE. */

/* Power at one frequency, by Goertzel's filter, of `count` samples under a Hann window. */
double measure_power(const float *samples, size_t count, double hertz);
/* The loudest frequency between 100 and 1,000 Hz, to 2 Hz. */
double measure_pitch(const float *samples, size_t count);
/* Share of the energy above `hertz`, 0 to 1. */
double measure_share_above(const float *samples, size_t count, double hertz);
/* Second-order filters, in place. */
void measure_high_pass(float *samples, size_t count, double hertz);
void measure_low_pass(float *samples, size_t count, double hertz);
/* As loud as it seems to an ear: the weighting of ITU-R BS.1770, in place. */
void measure_k_weight(float *samples, size_t count);
double measure_peak(const float *samples, size_t count);
double measure_rms(const float *samples, size_t count);
/* Largest change from one sample to the next. */
double measure_step(const float *samples, size_t count);

#endif
