// SPDX-License-Identifier: MIT
#include "kiosk/fields.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

static const struct keyword never_list[] = {{"never", 0}, {"none", 0}, {"no", 0}, {"off", 0}};
static const struct keywords never_words = {never_list, 4};

static const struct keyword kept_list[] = {
    {"counts", KIOSK_KEEP_COUNTS},
    {"nothing", KIOSK_KEEP_NOTHING},
};
static const struct keywords kept_words = {kept_list, 2};

/* As the setting of the same name has them. */
static const struct keyword keys_on_list[] = {
    {"either", KEYS_ON_EITHER},
    {"keyboard", KEYS_ON_KEYBOARD},
    {"remote", KEYS_ON_REMOTE},
};
static const struct keywords keys_on_words = {keys_on_list, 3};

static const struct keyword modifier_list[] = {
    {"ctrl", KIOSK_CTRL},
    {"alt", KIOSK_ALT},
    {"shift", KIOSK_SHIFT},
    {"super", KIOSK_SUPER},
};
static const struct keywords modifier_words = {modifier_list, 4};

bool kiosk_is_never(const struct node *node)
{
    return node->kind == NODE_TEXT && keywords_find(&never_words, node->text) >= 0;
}

bool kiosk_items(struct reader *reader, const struct node *node, const char *example,
                 const struct node **items, size_t *count)
{
    bool alone = node->kind == NODE_TEXT;
    *items = alone ? node : node->items;
    *count = alone ? 1 : node->count;
    if (node->kind == NODE_MAP || *count == 0)
        reader_error(reader, node->span, "a list belongs here, such as %s", example);
    else if (*count > KIOSK_MAX_LIST)
        reader_error(reader, (*items)[KIOSK_MAX_LIST].span, "a list has at most %d entries",
                     KIOSK_MAX_LIST);
    else
        return true;
    return false;
}

void kiosk_read_number(struct reader *reader, const struct node *node,
                       const struct kiosk_field *field, struct kiosk_config *config)
{
    bool digits = node->kind == NODE_TEXT && node->text[0] != '\0' && strlen(node->text) < 6 &&
                  node->text[strspn(node->text, "0123456789")] == '\0';
    long number = digits ? strtol(node->text, NULL, 10) : -1;
    if (number >= field->least && number <= field->most)
        *(int *)kiosk_at(field, config) = (int)number;
    else
        reader_error(reader, node->span,
                     "a whole number from %" PRId64 " to %" PRId64 " belongs here", field->least,
                     field->most);
}

void kiosk_read_bool(struct reader *reader, const struct node *node,
                     const struct kiosk_field *field, struct kiosk_config *config)
{
    reader_bool(reader, node, kiosk_at(field, config));
}

void kiosk_read_length(struct reader *reader, const struct node *node,
                       const struct kiosk_field *field, struct kiosk_config *config)
{
    tick length;
    char least[TICK_TEXT], most[TICK_TEXT];
    if (!reader_check(reader, duration_read_from_zero(node, reader->diags, &length)))
        return;
    if (length >= field->least && length <= field->most)
        *(tick *)kiosk_at(field, config) = length;
    else
        reader_error(reader, node->span, "a time from %s to %s belongs here",
                     tick_words(field->least, least), tick_words(field->most, most));
}

/* Where nothing has a meaning: 0, but a panel that is never switched off is so for ever. */
void kiosk_read_length_or_not(struct reader *reader, const struct node *node,
                              const struct kiosk_field *field, struct kiosk_config *config)
{
    tick *out = kiosk_at(field, config);
    if (kiosk_is_never(node))
        *out = out == &config->panel.off ? TICK_NEVER : 0;
    else
        kiosk_read_length(reader, node, field, config);
}

void kiosk_read_text(struct reader *reader, const struct node *node,
                     const struct kiosk_field *field, struct kiosk_config *config)
{
    const char *text = reader_text(reader, node, (size_t)field->most);
    if (text != NULL)
        *(const char **)kiosk_at(field, config) = text;
}

static const char *read_path(struct reader *reader, const struct node *node)
{
    if (node->kind == NODE_TEXT && node->text[0] == '/')
        return node->text;
    reader_error(reader, node->span, "a path from the root belongs here, such as /srv/unknot");
    return NULL;
}

void kiosk_read_path(struct reader *reader, const struct node *node,
                     const struct kiosk_field *field, struct kiosk_config *config)
{
    *(const char **)kiosk_at(field, config) = kiosk_is_never(node) ? NULL : read_path(reader, node);
}

void kiosk_read_paths(struct reader *reader, const struct node *node,
                      const struct kiosk_field *field, struct kiosk_config *config)
{
    const struct node *items;
    size_t count;
    if (!kiosk_items(reader, node, "[/srv/unknot/routines]", &items, &count))
        return;
    if (count > KIOSK_MAX_FOLDERS) {
        reader_error(reader, items[KIOSK_MAX_FOLDERS].span, "there are at most %d folders",
                     KIOSK_MAX_FOLDERS);
        return;
    }
    struct text_list *list = kiosk_at(field, config);
    list->items = arena_alloc(reader->arena, count * sizeof *list->items);
    for (size_t i = 0; i < count; i++) {
        const char *path = read_path(reader, &items[i]);
        if (path != NULL)
            list->items[list->count++] = path;
    }
}

void kiosk_read_names(struct reader *reader, const struct node *node,
                      const struct kiosk_field *field, struct kiosk_config *config)
{
    const struct node *items;
    size_t count;
    if (!kiosk_items(reader, node, "[posture-break, breathing-4-6]", &items, &count))
        return;
    struct kiosk_name *names = arena_alloc(reader->arena, count * sizeof *names);
    size_t filled = 0;
    for (size_t i = 0; i < count; i++) {
        const char *id = reader_text(reader, &items[i], ROUTINE_MAX_TITLE);
        if (id != NULL)
            names[filled++] = (struct kiosk_name){id, items[i].span};
    }
    *(struct kiosk_names *)kiosk_at(field, config) = (struct kiosk_names){names, filled};
}

void kiosk_read_languages(struct reader *reader, const struct node *node,
                          const struct kiosk_field *field, struct kiosk_config *config)
{
    const struct node *items;
    size_t count;
    if (!kiosk_items(reader, node, "[en, de]", &items, &count))
        return;
    struct text_list *list = kiosk_at(field, config);
    list->items = arena_alloc(reader->arena, count * sizeof *list->items);
    for (size_t i = 0; i < count; i++)
        if (reader_language(reader, &items[i], &list->items[list->count]))
            list->count++;
}

/* An excerpt would show it: the message has the line only. */
void kiosk_read_pin(struct reader *reader, const struct node *node, const struct kiosk_field *field,
                    struct kiosk_config *config)
{
    bool text = node->kind == NODE_TEXT;
    size_t digits = text ? strspn(node->text, "0123456789") : 0;
    if (text && (node->text[0] == '\0' || kiosk_is_never(node)))
        config->leave.pin = NULL;
    else if (text && node->text[digits] == '\0' && digits >= (size_t)field->least &&
             digits <= (size_t)field->most)
        config->leave.pin = node->text;
    else
        reader_error(reader, (struct span){.source = node->span.source},
                     "line %u: a PIN is %" PRId64 " to %" PRId64 " digits in quotes",
                     (unsigned)node->span.line, field->least, field->most);
}

static bool is_key(const char *word)
{
    size_t length = strlen(word);
    if (length == 1)
        return (word[0] >= 'a' && word[0] <= 'z') || (word[0] >= '0' && word[0] <= '9');
    int number = word[0] == 'f' && word[1] != '0' && length <= 3 &&
                         word[1 + strspn(word + 1, "0123456789")] == '\0'
                     ? atoi(word + 1)
                     : 0;
    return number >= 1 && number <= 12;
}

/* "ctrl alt shift q", or with + between. */
static bool parse_chord(struct arena *arena, const char *text, struct kiosk_chord *chord)
{
    char *words = arena_copy(arena, text, strlen(text)), *rest = NULL;
    int held = 0;
    for (char *at = words; *at != '\0'; at++)
        if (*at >= 'A' && *at <= 'Z')
            *at = (char)(*at - 'A' + 'a');
    for (char *word = strtok_r(words, " +", &rest); word != NULL;
         word = strtok_r(NULL, " +", &rest)) {
        int modifier = keywords_find(&modifier_words, word);
        if (chord->key != NULL || (modifier < 0 && !is_key(word)))
            return false;
        if (modifier < 0)
            chord->key = word;
        else
            held += (chord->modifiers & (unsigned)modifier) == 0;
        chord->modifiers |= modifier < 0 ? 0u : (unsigned)modifier;
    }
    return chord->key != NULL && held >= 2;
}

void kiosk_read_chord(struct reader *reader, const struct node *node,
                      const struct kiosk_field *field, struct kiosk_config *config)
{
    struct kiosk_chord *out = kiosk_at(field, config), chord = {0};
    bool never = kiosk_is_never(node);
    if (never || (node->kind == NODE_TEXT && parse_chord(reader->arena, node->text, &chord)))
        *out = chord;
    else
        reader_error(reader, node->span,
                     "two or more of %s belong here, and one letter, digit or F key behind them, "
                     "such as 'ctrl alt shift q'",
                     keywords_listed(&modifier_words, "and", reader->arena));
}

void kiosk_read_keep(struct reader *reader, const struct node *node,
                     const struct kiosk_field *field, struct kiosk_config *config)
{
    int kept = reader_word(reader, node, &kept_words, "thing to keep");
    if (kept >= 0)
        *(enum kiosk_kept *)kiosk_at(field, config) = (enum kiosk_kept)kept;
}

void kiosk_read_keys_on(struct reader *reader, const struct node *node,
                        const struct kiosk_field *field, struct kiosk_config *config)
{
    int keys_on = reader_word(reader, node, &keys_on_words, "thing with keys");
    if (keys_on >= 0)
        *(enum setting_keys_on *)kiosk_at(field, config) = (enum setting_keys_on)keys_on;
}

static bool check_names(const struct kiosk_names *names, const struct library *library,
                        struct diag_list *diags)
{
    size_t errors = diags->errors;
    for (size_t i = 0; i < names->count; i++) {
        const struct kiosk_name *name = &names->items[i];
        if (name->span.source == NULL || library_find(library, LIBRARY_ROUTINE, name->id) != NULL)
            continue;
        const char *near = library_nearest(library, LIBRARY_ROUTINE, name->id);
        diag_error(diags, name->span, "no routine is called '%s'%s%s%s", name->id,
                   near != NULL ? "; did you mean '" : "", near != NULL ? near : "",
                   near != NULL ? "'?" : "");
    }
    return diags->errors == errors;
}

bool kiosk_config_check(const struct kiosk_config *config, const struct library *library,
                        struct diag_list *diags)
{
    bool offered = check_names(&config->routines, library, diags);
    return check_names(&config->breaks.routines, library, diags) && offered;
}
