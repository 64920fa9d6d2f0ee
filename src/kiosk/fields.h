// SPDX-License-Identifier: MIT
#ifndef UNKNOT_KIOSK_FIELDS_H
#define UNKNOT_KIOSK_FIELDS_H

#include "kiosk/config.h"
#include "routine/reader.h"

/* Inside the room, and for the test of the schema: every key of kiosk.yaml. */
struct kiosk_field;
typedef void kiosk_read(struct reader *reader, const struct node *node,
                        const struct kiosk_field *field, struct kiosk_config *config);

struct kiosk_field {
    const char *key;
    kiosk_read *read;
    size_t at;           /* of what it fills in struct kiosk_config */
    int64_t least, most; /* whole numbers, or ticks */
};

struct kiosk_fields {
    const char *where;   /* what messages call the mapping */
    const char *pointer; /* to its keys in the schema */
    const struct kiosk_field *items;
    size_t count;
};

/* The file itself first, then each mapping in it. */
enum {
    KIOSK_FIELDS_FILE,
    KIOSK_FIELDS_BREAKS,
    KIOSK_FIELDS_NOBODY,
    KIOSK_FIELDS_LEAVE,
    KIOSK_FIELDS_PANEL,
    KIOSK_FIELDS_COUNT
};
extern const struct kiosk_fields kiosk_fields[KIOSK_FIELDS_COUNT];

/* Where a field's value belongs. */
static inline void *kiosk_at(const struct kiosk_field *field, struct kiosk_config *config)
{
    return (char *)config + field->at;
}

/* How the values of the keys are read. Each reports what is wrong, and then leaves things as they
 * are. */
kiosk_read kiosk_read_number, kiosk_read_bool, kiosk_read_length, kiosk_read_length_or_not;
kiosk_read kiosk_read_text, kiosk_read_path, kiosk_read_paths, kiosk_read_names;
kiosk_read kiosk_read_languages, kiosk_read_pin, kiosk_read_chord, kiosk_read_keep;
kiosk_read kiosk_read_keys_on;
kiosk_read kiosk_read_time_or_not, kiosk_read_times;
kiosk_read kiosk_read_hours, kiosk_read_holidays, kiosk_read_quiet;

/* The days of the week, monday first: 0 to 6. */
extern const struct keywords kiosk_day_words;
/* "never", "none", "no", "off". */
bool kiosk_is_never(const struct node *node);
/* The items of a list, or the node as the only one. False, with an error, where there are too many
 * or it is a mapping; `example` shows what belongs there. */
bool kiosk_items(struct reader *reader, const struct node *node, const char *example,
                 const struct node **items, size_t *count);

#endif
