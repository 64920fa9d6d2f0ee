// SPDX-License-Identifier: MIT
#include "platform/bindings_table.h"

#include "base/text.h"
#include "platform/remote.h"

#include <ctype.h>
#include <stdio.h>

/* The key that the help screen names; 0: none. */
static SDL_Keycode usual_key(int action)
{
    const char *name = action_table[action].key;
    if (name == NULL)
        return SDLK_UNKNOWN;
    SDL_Keycode key = binding_key_writing(name);
    return key != SDLK_UNKNOWN ? tolower(key) : binding_key_asking(action);
}

static void label_keys(struct bindings *bindings)
{
    for (int i = 0; i < ACTION_COUNT; i++)
        if (binding_find(bindings, DEVICE_KEYBOARD, usual_key(i)) == NULL)
            bindings->labels[NAMING_KEYBOARD][i] = action_table[i].key;
}

/* A remote sends keys, so the user's own meaning of a key is one of its button, too. */
static void label_remote(struct bindings *bindings)
{
    const char **labels = bindings->labels[NAMING_REMOTE];
    for (int i = 0; i < REMOTE_BUTTONS; i++) {
        const struct remote_button *button = &remote_buttons[i];
        const struct binding *own = binding_find(bindings, DEVICE_KEYBOARD, button->key);
        labels[own != NULL ? own->action : button->action] = button->label;
    }
    labels[ACTION_NONE] = NULL;
}

static bool is_pad(enum naming naming)
{
    return naming >= NAMING_PAD && naming < NAMING_TOUCH;
}

static void label_buttons(struct bindings *bindings, enum naming naming)
{
    const char **labels = bindings->labels[naming];
    for (int i = 0; i < PAD_BUTTONS; i++) {
        enum action action = binding_buttons[i].action;
        if (action != ACTION_NONE && labels[action] == NULL &&
            binding_find(bindings, DEVICE_PAD, i) == NULL)
            labels[action] = binding_button_label(i, naming);
    }
}

/* The first line of the user's own for an action is shown in place of the usual one. */
static void label_own(struct bindings *bindings, enum naming naming)
{
    enum device_kind device = is_pad(naming) ? DEVICE_PAD : DEVICE_KEYBOARD;
    for (size_t i = bindings->count; i-- > 0;) {
        const struct binding *own = &bindings->items[i];
        if (own->action != ACTION_NONE && own->device == device)
            bindings->labels[naming][own->action] =
                device == DEVICE_PAD ? binding_button_label(own->code, naming) : own->label;
    }
}

static const char *nearest_name(const char *word)
{
    const char *names[PAD_BUTTONS + SDL_NUM_SCANCODES];
    size_t count = 0;
    for (int i = 0; i < PAD_BUTTONS; i++)
        if (binding_buttons[i].name != NULL)
            names[count++] = binding_buttons[i].name;
    for (int i = 0; i < SDL_NUM_SCANCODES; i++) {
        const char *name = SDL_GetScancodeName((SDL_Scancode)i);
        if (name[0] != '\0')
            names[count++] = name;
    }
    return text_nearest(word, names, count);
}

/* By what it writes, by its name on the help screen ("Esc") or by SDL's ("PageDown"). */
static SDL_Keycode key_from_name(const char *name)
{
    SDL_Keycode key = binding_key_writing(name);
    if (key != SDLK_UNKNOWN)
        return key < 0x80 ? tolower(key) : key;
    for (int i = 0; i < ACTION_COUNT; i++)
        if (action_table[i].key != NULL && SDL_strcasecmp(action_table[i].key, name) == 0)
            return usual_key(i);
    /* SDL takes the first byte of what is not ASCII for a key. */
    return (unsigned char)name[0] < 0x80 ? SDL_GetKeyFromName(name) : SDLK_UNKNOWN;
}

static bool read_name(const struct node *node, struct diag_list *diags, struct binding *out)
{
    for (int i = 0; i < PAD_BUTTONS; i++)
        if (binding_buttons[i].name != NULL &&
            SDL_strcasecmp(binding_buttons[i].name, node->text) == 0) {
            *out = (struct binding){.device = DEVICE_PAD, .code = i};
            return true;
        }
    *out = (struct binding){.device = DEVICE_KEYBOARD, .code = key_from_name(node->text)};
    if (out->code != SDLK_UNKNOWN) {
        snprintf(out->label, sizeof out->label, "%s", SDL_GetKeyName(out->code));
        return true;
    }
    const char *near = nearest_name(node->text);
    diag_error(diags, node->span, "no key is called %s%s%s%s", node_quoted(node, diags->arena),
               near != NULL ? "; did you mean '" : "; write one such as n, PageDown or pad y",
               near != NULL ? near : "", near != NULL ? "'?" : "");
    return false;
}

/* Going to a time and rating need a number, which a key does not carry. */
static bool takes_no_number(int action)
{
    return action != ACTION_SEEK && action != ACTION_RATE && action != ACTION_PICK;
}

static bool read_action(const struct node *node, struct diag_list *diags, struct binding *out)
{
    const char *names[ACTION_COUNT];
    size_t count = 0;
    for (int i = 0; i < ACTION_COUNT; i++)
        if (takes_no_number(i))
            names[count++] = action_table[i].name;
    for (size_t i = 0; i < count && node->kind == NODE_TEXT; i++)
        if (text_equal(names[i], node->text)) {
            out->action = action_from_name(node->text);
            return true;
        }
    if (node->kind != NODE_TEXT) {
        diag_error(diags, node->span, "write what the key does, such as 'n: next'");
        return false;
    }
    const char *near = text_nearest(node->text, names, count);
    diag_error(diags, node->span, "nothing that a key can do is called %s%s%s%s",
               node_quoted(node, diags->arena),
               near != NULL ? "; did you mean '" : "; write one such as next, play-pause or none",
               near != NULL ? near : "", near != NULL ? "'?" : "");
    return false;
}

static void add(struct bindings *bindings, const struct node *key, const struct node *value,
                struct diag_list *diags)
{
    struct binding own;
    bool named = read_name(key, diags, &own);
    if (!read_action(value, diags, &own) || !named)
        return;
    if (binding_find(bindings, own.device, own.code) != NULL)
        diag_error(diags, key->span, "%s stands here twice", node_quoted(key, diags->arena));
    else if (bindings->count == BINDINGS_MOST)
        diag_error(diags, key->span, "more than %d keys cannot be given", BINDINGS_MOST);
    else
        bindings->items[bindings->count++] = own;
}

void bindings_init(struct bindings *bindings, const struct node *keys, struct diag_list *diags)
{
    *bindings = (struct bindings){.count = 0};
    for (uint32_t i = 0; keys != NULL && i < keys->count; i++)
        add(bindings, &keys->keys[i], &keys->items[i], diags);
    memcpy(bindings->labels[NAMING_TOUCH], binding_gestures, sizeof binding_gestures);
    label_keys(bindings);
    label_own(bindings, NAMING_KEYBOARD);
    label_remote(bindings);
    for (int i = 0; i < NAMINGS; i++)
        if (is_pad(i)) {
            label_buttons(bindings, i);
            label_own(bindings, i);
        }
}
