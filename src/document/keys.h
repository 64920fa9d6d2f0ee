// SPDX-License-Identifier: MIT
#ifndef UNKNOT_DOCUMENT_KEYS_H
#define UNKNOT_DOCUMENT_KEYS_H

#include "document/document.h"

/* Reports each key that was given before in the same mapping and takes it out, with its value, so
 * that the first one counts. */
void keys_make_unique(struct node *map, struct arena *arena, struct diag_list *diags);

#endif
