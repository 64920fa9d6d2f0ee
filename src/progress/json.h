// SPDX-License-Identifier: MIT
#ifndef UNKNOT_PROGRESS_JSON_H
#define UNKNOT_PROGRESS_JSON_H

#include "base/diag.h"

#include <json-c/json.h>

/* Any bytes as JSON, within the bounds of exchange.h. Of a key given twice the last counts. NULL,
 * with a message and where it is wrong: it is none. */
json_object *json_parse(const struct source *source, struct diag_list *diags);

#endif
