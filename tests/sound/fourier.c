// SPDX-License-Identifier: MIT
#include "sound/fourier.h"

#include <math.h>

static void reorder(float complex *values, size_t count)
{
    for (size_t i = 1, j = 0; i < count; i++) {
        size_t bit = count >> 1;
        for (; (j & bit) != 0; bit >>= 1)
            j ^= bit;
        j ^= bit;
        if (i < j) {
            float complex value = values[i];
            values[i] = values[j];
            values[j] = value;
        }
    }
}

static void merge(float complex *low, float complex *high, size_t half, double turn)
{
    double complex step = cos(turn) + sin(turn) * (double complex)I, factor = 1;
    for (size_t i = 0; i < half; i++, factor *= step) {
        float complex one = low[i], other = high[i] * (float complex)factor;
        low[i] = one + other;
        high[i] = one - other;
    }
}

void fourier(float complex *values, size_t count, bool back)
{
    static const double half_turn = 3.14159265358979;
    reorder(values, count);
    for (size_t half = 1; half < count; half *= 2)
        for (size_t at = 0; at < count; at += 2 * half)
            merge(values + at, values + at + half, half,
                  (back ? 1 : -1) * half_turn / (double)half);
}
