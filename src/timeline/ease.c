// SPDX-License-Identifier: MIT
#include "timeline/ease.h"

#include <math.h>

double ease_cosine(double fraction)
{
    return (1.0 - cos(M_PI * fraction)) / 2.0;
}
