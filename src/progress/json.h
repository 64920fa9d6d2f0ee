// SPDX-License-Identifier: MIT
#ifndef UNKNOT_PROGRESS_JSON_H
#define UNKNOT_PROGRESS_JSON_H

#include "base/diag.h"

#include <json-c/json.h>

/* Any bytes as JSON, within the bounds of exchange.h. Of a key given twice the last counts. NULL,
 * with a message and where it is wrong: it is none.
 *
 * As a tree a file takes fifteen times its size. So a list that is a member of the top is checked,
 * but stays text, an empty list in the tree; json_list_next() reads it again, item by item.
 * `source` must outlive the tree. */
json_object *json_parse(const struct source *source, struct diag_list *diags);

/* The items of any list in the tree, one after the other. */
struct json_list {
    size_t length;
    json_object *list, *current;
    size_t next;
    json_tokener *tokener; /* NULL: the list is in the tree */
    const char *at, *end;
};
void json_list_open(struct json_list *list, json_object *from);
/* Lives until the next one. NULL: it is null. */
json_object *json_list_next(struct json_list *list);
void json_list_close(struct json_list *list);

#endif
