// SPDX-License-Identifier: MIT
#include "player/key_script.h"

#include "base/text.h"
#include "routine/dose.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

static enum action action_of(const char *word)
{
    for (int i = ACTION_NONE + 1; i < ACTION_COUNT; i++)
        if (action_table[i].key != NULL && strcasecmp(action_table[i].key, word) == 0)
            return (enum action)i;
    return action_from_name(word);
}

static void say_unknown(const struct node *node, struct diag_list *diags)
{
    const char *names[2 * ACTION_COUNT];
    size_t count = 0;
    for (int i = ACTION_NONE + 1; i < ACTION_COUNT; i++) {
        names[count++] = action_table[i].name;
        if (action_table[i].key != NULL)
            names[count++] = action_table[i].key;
    }
    const char *near = text_nearest(node->text, names, count);
    if (near != NULL)
        diag_error(diags, node->span, "there is no key '%s'; did you mean '%s'?", node->text, near);
    else
        diag_error(diags, node->span, "there is no key '%s'; write one such as space, right or esc",
                   node->text);
}

static bool read_rating(const struct node *node, const char *number, struct diag_list *diags,
                        struct request *request)
{
    char *end;
    long rating = strtol(number, &end, 10);
    if (end == number || *end != '\0' || rating < 0 || rating > 10) {
        diag_error(diags, node->span, "'rate' takes a number from 0 to 10, not '%s'", number);
        return false;
    }
    *request = (struct request){.action = ACTION_RATE, .rating = (int)rating};
    return true;
}

static bool read_press(const struct node *node, struct diag_list *diags, struct key_press *press)
{
    if (node->kind != NODE_TEXT) {
        diag_error(diags, node->span, "write one key behind each time, such as '- 0:05: space'");
        return false;
    }
    if (text_equal(node->text, "screen")) {
        press->print_screen = true;
        return true;
    }
    if (text_starts(node->text, "becomes ")) {
        press->becomes = node->text + 8;
        return true;
    }
    if (text_starts(node->text, "rate "))
        return read_rating(node, node->text + 5, diags, &press->request);
    if (text_starts(node->text, "seek ")) {
        press->request.action = ACTION_SEEK;
        if (duration_parse(node->text + 5, &press->request.to))
            return true;
        diag_error(diags, node->span, "'seek' takes a time such as 1:30, not '%s'", node->text + 5);
        return false;
    }
    press->request.action = action_of(node->text);
    if (press->request.action != ACTION_NONE)
        return true;
    say_unknown(node, diags);
    return false;
}

static void read_again(const struct node *key, tick at, struct diag_list *diags,
                       struct key_script *script)
{
    if (at > 0)
        script->again = at;
    else
        diag_error(diags, key->span, "'again' takes a time after the start");
}

static void read_item(const struct node *item, struct diag_list *diags, struct key_script *script)
{
    struct key_press press = {0};
    if (item->kind != NODE_MAP || item->count != 1) {
        diag_error(diags, item->span, "write a time and a key, such as '- 0:05: space'");
        return;
    }
    const struct node *key = &item->keys[0];
    if (!duration_parse(key->text, &press.at)) {
        diag_error(diags, key->span, "'%s' is not a time; write one such as 1:30 or 90s",
                   key->text);
        return;
    }
    if (script->again > 0)
        diag_error(diags, key->span, "nothing comes after 'again'; make it the last line");
    if (script->count > 0 && press.at < script->presses[script->count - 1].at)
        diag_error(diags, key->span, "this is before the line above; put the times in order");
    const struct node *what = &item->items[0];
    if (what->kind == NODE_TEXT && text_equal(what->text, "again")) {
        read_again(key, press.at, diags, script);
        return;
    }
    if (!read_press(what, diags, &press))
        return;
    script->presses[script->count++] = press;
}

bool key_script_read(struct arena *arena, const char *path, struct diag_list *diags,
                     struct key_script *script)
{
    *script = (struct key_script){0};
    const struct node *root;
    size_t errors = diags->errors;
    if (!document_read(arena, path, diags, &root))
        return false;
    if (root->kind != NODE_LIST) {
        diag_error(diags, root->span, "a key file is a list of lines such as '- 0:05: space'");
        return false;
    }
    script->presses = arena_alloc(arena, root->count * sizeof *script->presses);
    for (size_t i = 0; i < root->count; i++)
        read_item(&root->items[i], diags, script);
    return diags->errors == errors;
}

const struct key_press *key_script_take(struct key_script *script, tick at)
{
    if (script->next == script->count && script->again > 0 && at >= script->begun + script->again) {
        script->begun += script->again;
        script->next = 0;
    }
    if (key_script_next(script) > at)
        return NULL;
    return &script->presses[script->next++];
}

tick key_script_next(const struct key_script *script)
{
    if (script->next < script->count)
        return script->begun + script->presses[script->next].at;
    return script->again > 0 ? script->begun + script->again : TICK_NEVER;
}

tick key_script_time(tick started, double speed, tick now)
{
    return (tick)((double)(now - started) * speed);
}

tick key_script_due(const struct key_script *script, tick started, double speed)
{
    tick next = key_script_next(script);
    return next == TICK_NEVER ? TICK_NEVER : started + (tick)((double)next / speed) + 1;
}
