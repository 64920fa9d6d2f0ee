// SPDX-License-Identifier: MIT
#include "kiosk/config.h"

#include "kiosk/fields.h"

#include <stddef.h>

#define AT(field) offsetof(struct kiosk_config, field)
#define COUNT(array) (sizeof(array) / sizeof *(array))

static kiosk_read read_breaks, read_map;

static const struct kiosk_field file_fields[] = {
    {"kiosk", kiosk_read_text, AT(name), 1, ROUTINE_MAX_TITLE},
    {"routines", kiosk_read_names, AT(routines), 1, KIOSK_MAX_LIST},
    {"routine folders", kiosk_read_paths, AT(folders), 1, KIOSK_MAX_FOLDERS},
    {"languages", kiosk_read_languages, AT(languages), 1, KIOSK_MAX_LIST},
    {"breaks", read_breaks, KIOSK_FIELDS_BREAKS, 0, 0},
    {"office hours", kiosk_read_hours, AT(hours), 0, 0},
    {"holidays", kiosk_read_holidays, AT(holidays), 0, 0},
    {"volume", kiosk_read_number, AT(volume), 0, 100},
    {"quiet hours", kiosk_read_quiet, AT(quiet), 0, 100},
    {"nobody there", read_map, KIOSK_FIELDS_NOBODY, 0, 0},
    {"leave", read_map, KIOSK_FIELDS_LEAVE, 0, 0},
    {"display", kiosk_read_number, AT(display), 0, 63},
    {"keys are on", kiosk_read_keys_on, AT(keys_on), 0, 0},
    {"tips", kiosk_read_length_or_not, AT(tips), 5 * TICK_S, TICK_H},
    {"panel", read_map, KIOSK_FIELDS_PANEL, 0, 0},
    {"restart", kiosk_read_time_or_not, AT(restart), 0, KIOSK_DAY - 1},
    {"keep", kiosk_read_keep, AT(keep), 0, 0},
    {"status file", kiosk_read_path, AT(status), 0, 0},
};

static const struct kiosk_field breaks_fields[] = {
    {"every", kiosk_read_length, AT(breaks.every), 10 * TICK_MIN, 12 * TICK_H},
    {"at", kiosk_read_times, AT(breaks.at), 1, KIOSK_MAX_LIST},
    {"routines", kiosk_read_names, AT(breaks.routines), 1, KIOSK_MAX_LIST},
    {"notice", kiosk_read_length_or_not, AT(breaks.notice), 5 * TICK_S, 10 * TICK_MIN},
    {"postpone", kiosk_read_length, AT(breaks.postpone), TICK_MIN, 2 * TICK_H},
    {"postpone at most", kiosk_read_number, AT(breaks.postpone_most), 0, 10},
    {"late by at most", kiosk_read_length_or_not, AT(breaks.late), TICK_S, TICK_H},
};

static const struct kiosk_field nobody_fields[] = {
    {"after", kiosk_read_length, AT(nobody.after), 30 * TICK_S, TICK_H},
    {"warning", kiosk_read_length, AT(nobody.warning), 5 * TICK_S, 2 * TICK_MIN},
    {"waits", kiosk_read_length, AT(nobody.waits), 10 * TICK_S, TICK_H},
};

static const struct kiosk_field leave_fields[] = {
    {"chord", kiosk_read_chord, AT(leave.chord), 0, 0},
    {"pin", kiosk_read_pin, AT(leave.pin), KIOSK_PIN_LEAST, KIOSK_PIN_MOST},
};

static const struct kiosk_field panel_fields[] = {
    {"shift", kiosk_read_bool, AT(panel.shift), 0, 1},
    {"dim", kiosk_read_number, AT(panel.dim), 1, 100},
    {"off", kiosk_read_length_or_not, AT(panel.off), TICK_MIN, 12 * TICK_H},
};

#define FIELDS(where, pointer, list)                                                               \
    {                                                                                              \
        where, pointer, list, COUNT(list)                                                          \
    }
const struct kiosk_fields kiosk_fields[KIOSK_FIELDS_COUNT] = {
    [KIOSK_FIELDS_FILE] = FIELDS("a kiosk file", "/properties", file_fields),
    [KIOSK_FIELDS_BREAKS] = FIELDS("'breaks'", "/definitions/breaks/properties", breaks_fields),
    [KIOSK_FIELDS_NOBODY] =
        FIELDS("'nobody there'", "/properties/nobody there/properties", nobody_fields),
    [KIOSK_FIELDS_LEAVE] = FIELDS("'leave'", "/properties/leave/properties", leave_fields),
    [KIOSK_FIELDS_PANEL] = FIELDS("'panel'", "/properties/panel/properties", panel_fields),
};

void kiosk_config_usual(struct kiosk_config *config)
{
    static const struct kiosk_range office[] = {{8 * 60, 18 * 60}};
    static const struct kiosk_name posture_break[] = {{.id = "posture-break"}};
    *config = (struct kiosk_config){
        .name = "Kiosk",
        .breaks = {.rhythm = KIOSK_EVERY,
                   .every = 30 * TICK_MIN,
                   .routines = {posture_break, 1},
                   .notice = TICK_MIN,
                   .postpone = 5 * TICK_MIN,
                   .postpone_most = 2,
                   .late = 5 * TICK_MIN},
        .volume = 60,
        .nobody = {.after = 90 * TICK_S, .warning = 20 * TICK_S, .waits = TICK_MIN},
        .tips = 20 * TICK_S,
        .panel = {.shift = true, .dim = 30, .off = TICK_NEVER},
        .restart = 4 * 60,
    };
    for (int day = 0; day < 5; day++)
        config->hours[day] = (struct kiosk_ranges){office, 1};
}

struct mapping {
    const struct kiosk_fields *fields;
    struct kiosk_config *config;
};

static void read_field(struct reader *reader, int key, const struct node *name,
                       const struct node *value, void *target)
{
    (void)name;
    const struct mapping *mapping = target;
    const struct kiosk_field *field = &mapping->fields->items[key];
    field->read(reader, value, field, mapping->config);
}

static void read_fields(struct reader *reader, const struct node *map, int which,
                        struct kiosk_config *config)
{
    struct mapping mapping = {&kiosk_fields[which], config};
    struct keyword words[KEYWORDS_MOST];
    struct keywords keys = {words, mapping.fields->count};
    for (size_t i = 0; i < keys.count; i++)
        words[i] = (struct keyword){mapping.fields->items[i].key, (int)i};
    reader_map(reader, map, &keys, mapping.fields->where, read_field, &mapping);
}

/* The field's `at` says which table its keys are in. */
static void read_map(struct reader *reader, const struct node *node,
                     const struct kiosk_field *field, struct kiosk_config *config)
{
    const struct kiosk_field *first = kiosk_fields[field->at].items;
    const char *example = arena_format(reader->arena, "'%s:' below '%s:'", first->key, field->key);
    if (reader_is_map(reader, node, example))
        read_fields(reader, node, (int)field->at, config);
}

static void read_breaks(struct reader *reader, const struct node *node,
                        const struct kiosk_field *field, struct kiosk_config *config)
{
    struct kiosk_breaks *breaks = &config->breaks;
    if (kiosk_is_never(node)) {
        breaks->rhythm = KIOSK_NO_BREAKS;
        return;
    }
    read_map(reader, node, field, config);
    const struct node *every = node->kind == NODE_MAP ? node_get(node, "every") : NULL;
    if (breaks->at_count > 0)
        breaks->rhythm = KIOSK_AT;
    if (every != NULL && breaks->at_count > 0)
        reader_error(reader, every->span, "write either 'every' or 'at', not both");
    if (breaks->every % TICK_MIN != 0)
        reader_error(reader, every != NULL ? every->span : node->span,
                     "breaks are whole minutes apart");
}

/* What is only wrong together. */
static void check_whole(struct reader *reader, const struct node *root,
                        const struct kiosk_config *config)
{
    const struct node *map = node_get(root, "nobody there");
    if (config->nobody.warning >= config->nobody.after)
        reader_error(reader, map != NULL ? map->span : root->span,
                     "'warning' is part of 'after', and must be shorter");
}

static bool take(struct arena *arena, const struct node *root, struct diag_list *diags,
                 struct kiosk_config *out)
{
    struct reader reader = {.arena = arena, .diags = diags};
    if (reader_is_map(&reader, root, "'kiosk: NAME' and 'breaks:'")) {
        read_fields(&reader, root, KIOSK_FIELDS_FILE, out);
        check_whole(&reader, root, out);
        if (node_get(root, "kiosk") == NULL)
            reader_error(&reader, root->span, "the name is missing: begin with 'kiosk: NAME'");
    }
    if (diags->errors > 0)
        kiosk_config_usual(out);
    return diags->errors == 0;
}

bool kiosk_config_parse(struct arena *arena, const char *name, const char *text, size_t length,
                        struct diag_list *diags, struct kiosk_config *out)
{
    const struct node *root;
    kiosk_config_usual(out);
    return document_parse(arena, name, text, length, diags, &root) && take(arena, root, diags, out);
}

bool kiosk_config_read(struct arena *arena, const char *path, struct diag_list *diags,
                       struct kiosk_config *out)
{
    const struct node *root;
    kiosk_config_usual(out);
    return document_read(arena, path, diags, &root) && take(arena, root, diags, out);
}
