// SPDX-License-Identifier: MIT
#ifndef UNKNOT_PROGRESS_JSON_PIECES_H
#define UNKNOT_PROGRESS_JSON_PIECES_H

#include <json-c/json.h>
#include <stddef.h>

/* Inside the room: JSON with an object at its top, read piece by piece. json-c reads the members of
 * the top and the items of its lists, one at a time; what holds them together is read here, and
 * refused with the error that json-c has for it. `*out` is as json.h describes it. Where it is
 * none: the error, and in `*at` how many bytes stand before it; json_tokener_continue: it ends too
 * early.
 */
#define JSON_PIECES_NO_MEMORY json_tokener_error_size
enum json_tokener_error json_pieces_read(const char *text, size_t length, json_object **out,
                                         size_t *at);

#endif
