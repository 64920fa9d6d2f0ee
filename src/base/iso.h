// SPDX-License-Identifier: MIT
#ifndef UNKNOT_BASE_ISO_H
#define UNKNOT_BASE_ISO_H

#include "base/civil.h"

/* Days and instants as ISO 8601 writes them: "2026-11-23" and "2026-11-23T07:10:00+01:00", years 1
 * to 9999. Days count from 1 January 1970; instants are seconds since then in UTC, and `offset`
 * says how far east of UTC the clock on the wall was. */
enum { ISO_TEXT = 32 };

const char *iso_day(int64_t day, char out[ISO_TEXT]);
/* The standard knows whole minutes of offset: seconds of one are dropped, the instant is kept. */
const char *iso_instant(int64_t instant, int32_t offset, char out[ISO_TEXT]);
/* "07:10" on the wall. */
const char *iso_minute(int64_t instant, int32_t offset, char out[ISO_TEXT]);

/* False: it is not of this form, or there is no such day or time. "Z" is an offset of zero. */
bool iso_read_day(const char *text, int64_t *day);
bool iso_read_instant(const char *text, int64_t *instant, int32_t *offset);

#endif
