// SPDX-License-Identifier: MIT
#ifndef UNKNOT_HOME_WISHES_H
#define UNKNOT_HOME_WISHES_H

#include "base/text.h"
#include "settings/settings.h"

/* The settings as rows that can be changed: one for each setting, in the order of the table, and
 * instead of the list of equipment one for each thing. */
struct wishes {
    struct settings now;
    struct text_list palettes, languages; /* names that can be chosen */
    struct text_list things;              /* that routines need */
};

enum { WISHES_FIRST_THING = SETTING_EQUIPMENT, WISHES_STEP = 10 };

size_t wishes_count(const struct wishes *wishes);
enum setting wishes_setting(size_t row);
/* Whether the thing of that row is at hand. Nobody asked yet: everything is. */
bool wishes_has(const struct wishes *wishes, size_t row);

/* The row of a thing; wishes_count: there is none. */
size_t wishes_row(const struct wishes *wishes, const char *thing);

enum wishes_way { WISHES_LESS, WISHES_MORE, WISHES_ROUND };
/* WISHES_ROUND: more, and from the most on to the least. False: it is as it was. */
bool wishes_change(struct wishes *wishes, size_t row, enum wishes_way way);

#endif
