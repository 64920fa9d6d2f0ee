// SPDX-License-Identifier: MIT
#ifndef UNKNOT_PROGRESS_FIELD_H
#define UNKNOT_PROGRESS_FIELD_H

#include "base/diag.h"
#include "base/pool.h"
#include "progress/record.h"

#include <json-c/json.h>

/* One value of the exchange file: how it is written and how it is read. A table of fields serves
 * both ways, so that neither can forget one. */

/* Where a value is, for messages: a way up to the top. */
struct place {
    const struct place *above; /* NULL: the top itself */
    const char *key;           /* NULL: an item of a list */
    size_t index;
};

struct field_reader {
    struct arena *arena; /* of what is read */
    struct pool *pool;   /* of its texts */
    const struct source *source;
    struct diag_list *diags;
    size_t errors;
};

struct field_kind {
    /* NULL stands for null. `scratch` may be forgotten afterwards. */
    json_object *(*write)(struct arena *scratch, const void *value);
    /* Complains about what does not fit. `json` may be NULL only where the field may be null. */
    void (*read)(struct field_reader *reader, const struct place *place, json_object *json,
                 void *value);
};

/* What they are of: const char * (the next two), struct text_list, tick, bool, int (a rating), enum
 * record_end, int64_t (a day). */
extern const struct field_kind field_id, field_title, field_words, field_seconds, field_bool,
    field_rating, field_end, field_day;

struct field {
    const char *key;
    const struct field_kind *kind;
    size_t offset;    /* of the value in its structure */
    bool may_be_null; /* or left out */
};

json_object *fields_write(struct arena *scratch, const struct field *fields, size_t count,
                          const void *from);
void fields_read(struct field_reader *reader, const struct place *place, json_object *json,
                 const struct field *fields, size_t count, void *into);
/* Reads each item of a list into an array of structures. NULL, with a complaint: it is no list, or
 * one of more than `most`. */
void *field_items(struct field_reader *reader, const struct place *place, json_object *json,
                  size_t most, size_t item_size,
                  void (*read)(struct field_reader *reader, const struct place *place,
                               json_object *json, void *item),
                  size_t *count);
/* NULL: it is no text, or one with a NUL in it. */
const char *field_plain(json_object *json);

void field_complain(struct field_reader *reader, const struct place *place, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
/* What stands there, for a message. */
const char *field_quoted(struct field_reader *reader, json_object *json);

/* No control character, no broken byte. */
bool field_allows(uint32_t character);
/* Without control characters and broken bytes, and of at most `most` characters. */
const char *field_clean(struct arena *arena, const char *text, size_t most);
int64_t field_between(int64_t least, int64_t value, int64_t most);
/* "12.500", as the plan has them. */
const char *field_seconds_text(tick t, char out[TICK_TEXT]);

#endif
