// SPDX-License-Identifier: MIT
#ifndef UNKNOT_KIOSK_RECORD_H
#define UNKNOT_KIOSK_RECORD_H

#include "settings/settings.h"

/* Inside the room: the small files that a kiosk keeps for itself. */

/* The mapping in the file at `path`; NULL when there is none that is whole. */
const struct node *record_read(struct arena *arena, const char *path);
/* A whole number; `otherwise` where there is none. */
int64_t record_number(const struct node *map, const char *key, int64_t otherwise);
bool record_keep(const char *path, const char *text, char why[SETTINGS_WHY]);

#endif
