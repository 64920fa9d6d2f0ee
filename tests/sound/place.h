// SPDX-License-Identifier: MIT
#ifndef UNKNOT_TESTS_SOUND_PLACE_H
#define UNKNOT_TESTS_SOUND_PLACE_H

#include "sound/recording.h"

/* Where it begins in seconds, to one sample of the recording: where its own wave goes best with
 * what is heard within 25 ms of `at`, as sample_find() found it. How loud it is says where a line
 * is to a period of the voice, and a tone looks much like itself a period later. */
double place_find(const struct sample *sample, const struct recording *recording, double at);

#endif
