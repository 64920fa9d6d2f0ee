// SPDX-License-Identifier: MIT
#include "progress/field.h"

#include "base/iso.h"
#include "progress/exchange.h"

#include <inttypes.h>
#include <math.h>

int64_t field_between(int64_t least, int64_t value, int64_t most)
{
    return value < least ? least : value > most ? most : value;
}

static const char *read_text(struct field_reader *reader, const struct place *place,
                             json_object *json, size_t most)
{
    if (!json_object_is_type(json, json_type_string)) {
        field_complain(reader, place, "a text belongs here, not %s", field_quoted(reader, json));
        return NULL;
    }
    const char *text = json_object_get_string(json);
    size_t length = (size_t)json_object_get_string_len(json), count = text_count(text, length);
    if (count == 0 || count > most) {
        field_complain(reader, place, "a text of 1 to %zu characters belongs here, not of %zu",
                       most, count);
        return NULL;
    }
    for (const char *at = text, *end = text + length; at < end;)
        if (!field_allows(text_next(&at, end))) {
            field_complain(reader, place, "there is a control character in this text");
            return NULL;
        }
    return pool_text(reader->pool, text, length);
}

static json_object *write_text(struct arena *scratch, const char *text, size_t most)
{
    const char *clean = field_clean(scratch, text, most);
    return json_object_new_string(*clean != '\0' ? clean : "?");
}

static json_object *write_id(struct arena *scratch, const void *value)
{
    return write_text(scratch, *(const char *const *)value, RECORD_ID);
}

static void read_id(struct field_reader *reader, const struct place *place, json_object *json,
                    void *value)
{
    const char *text = read_text(reader, place, json, RECORD_ID);
    if (text != NULL)
        *(const char **)value = text;
}

static json_object *write_title(struct arena *scratch, const void *value)
{
    return write_text(scratch, *(const char *const *)value, RECORD_TITLE);
}

static void read_title(struct field_reader *reader, const struct place *place, json_object *json,
                       void *value)
{
    const char *text = read_text(reader, place, json, RECORD_TITLE);
    if (text != NULL)
        *(const char **)value = text;
}

const struct field_kind field_id = {write_id, read_id};
const struct field_kind field_title = {write_title, read_title};

static json_object *write_words(struct arena *scratch, const void *value)
{
    const struct text_list *words = value;
    json_object *list = json_object_new_array();
    for (size_t i = 0; i < words->count && i < EXCHANGE_MAX_WORDS; i++)
        json_object_array_add(list, write_id(scratch, &words->items[i]));
    return list;
}

static void read_words(struct field_reader *reader, const struct place *place, json_object *json,
                       void *value)
{
    struct text_list *words = value;
    words->items = field_items(reader, place, json, EXCHANGE_MAX_WORDS, sizeof *words->items,
                               read_id, &words->count);
}

const struct field_kind field_words = {write_words, read_words};

const char *field_seconds_text(tick t, char out[TICK_TEXT])
{
    int64_t ms = (field_between(0, t, EXCHANGE_MAX_TIME) + TICK_MS / 2) / TICK_MS;
    snprintf(out, TICK_TEXT, "%" PRId64 ".%03d", ms / 1000, (int)(ms % 1000));
    return out;
}

static json_object *write_seconds(struct arena *scratch, const void *value)
{
    char text[TICK_TEXT];
    tick t = *(const tick *)value;
    (void)scratch;
    return json_object_new_double_s(tick_to_seconds(t), field_seconds_text(t, text));
}

static void read_seconds(struct field_reader *reader, const struct place *place, json_object *json,
                         void *value)
{
    bool number =
        json_object_is_type(json, json_type_double) || json_object_is_type(json, json_type_int);
    double seconds = number ? json_object_get_double(json) : -1;
    if (isfinite(seconds) && seconds >= 0 && seconds <= tick_to_seconds(EXCHANGE_MAX_TIME))
        *(tick *)value = llround(seconds * 1000) * TICK_MS;
    else
        field_complain(reader, place, "seconds belong here, from 0 to %.0f, not %s",
                       tick_to_seconds(EXCHANGE_MAX_TIME), field_quoted(reader, json));
}

const struct field_kind field_seconds = {write_seconds, read_seconds};

static json_object *write_bool(struct arena *scratch, const void *value)
{
    (void)scratch;
    return json_object_new_boolean(*(const bool *)value);
}

static void read_bool(struct field_reader *reader, const struct place *place, json_object *json,
                      void *value)
{
    if (json_object_is_type(json, json_type_boolean))
        *(bool *)value = json_object_get_boolean(json);
    else
        field_complain(reader, place, "true or false belongs here, not %s",
                       field_quoted(reader, json));
}

const struct field_kind field_bool = {write_bool, read_bool};

static json_object *write_rating(struct arena *scratch, const void *value)
{
    int rating = *(const int *)value;
    (void)scratch;
    return rating < 0 || rating > RECORD_RATING_MOST ? NULL : json_object_new_int(rating);
}

static void read_rating(struct field_reader *reader, const struct place *place, json_object *json,
                        void *value)
{
    int64_t rating =
        json_object_is_type(json, json_type_int) ? json_object_get_int64(json) : RECORD_UNSAID;
    if (rating >= 0 && rating <= RECORD_RATING_MOST)
        *(int *)value = (int)rating;
    else
        field_complain(reader, place, "a whole number from 0 to %d belongs here, or null, not %s",
                       RECORD_RATING_MOST, field_quoted(reader, json));
}

const struct field_kind field_rating = {write_rating, read_rating};

static json_object *write_end(struct arena *scratch, const void *value)
{
    (void)scratch;
    return json_object_new_string(record_end_words[*(const enum record_end *)value]);
}

static void read_end(struct field_reader *reader, const struct place *place, json_object *json,
                     void *value)
{
    const char *word = field_plain(json);
    for (int i = 0; i < RECORD_ENDS && word != NULL; i++)
        if (text_equal(word, record_end_words[i])) {
            *(enum record_end *)value = (enum record_end)i;
            return;
        }
    field_complain(reader, place, "'open', 'finished' or 'left' belongs here, not %s",
                   field_quoted(reader, json));
}

const struct field_kind field_end = {write_end, read_end};

static json_object *write_day(struct arena *scratch, const void *value)
{
    char text[ISO_TEXT];
    int64_t day = field_between(EXCHANGE_FIRST_DAY, *(const int64_t *)value, EXCHANGE_LAST_DAY);
    (void)scratch;
    return json_object_new_string(iso_day(day, text));
}

static void read_day(struct field_reader *reader, const struct place *place, json_object *json,
                     void *value)
{
    const char *text = field_plain(json);
    if (text == NULL || !iso_read_day(text, value))
        field_complain(reader, place, "a day such as '2026-11-23' belongs here, not %s",
                       field_quoted(reader, json));
}

const struct field_kind field_day = {write_day, read_day};
