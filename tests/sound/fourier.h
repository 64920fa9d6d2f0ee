// SPDX-License-Identifier: MIT
#ifndef UNKNOT_TESTS_SOUND_FOURIER_H
#define UNKNOT_TESTS_SOUND_FOURIER_H

#include <complex.h>
#include <stdbool.h>
#include <stddef.h>

/* The discrete Fourier transform of `count` values, a power of two, in place; `back` undoes it but
 * for the factor `count`. */
void fourier(float complex *values, size_t count, bool back);

#endif
