// SPDX-License-Identifier: MIT
#include "figure/value.h"

#include "base/text.h"

#include <string.h>

/* Plain decimals only, read without the locale: "12", "-3.5", "+1". No exponents, so nothing can
 * be large, infinite or not a number. */
static bool plain_number(const char *text, float *out)
{
    double value = 0, unit = 1;
    const char *at = text;
    if (*at == '-' || *at == '+')
        at++;
    const char *digits = at;
    bool fraction = false, any = false;
    for (; *at != '\0'; at++) {
        if (*at == '.' && !fraction) {
            fraction = true;
            continue;
        }
        if (*at < '0' || *at > '9' || at - digits > 12)
            return false;
        any = true;
        value = value * 10 + (*at - '0');
        if (fraction)
            unit *= 10;
    }
    *out = (float)(*text == '-' ? -value / unit : value / unit);
    return any;
}

bool value_number(struct diag_list *diags, const struct node *node, const char *name, float least,
                  float most, float *out)
{
    float value;
    if (node->kind != NODE_TEXT || !plain_number(node->text, &value)) {
        diag_error(diags, node->span, "%s needs a plain number such as 12 or -3.5", name);
        return false;
    }
    if (value < least || value > most) {
        diag_error(diags, node->span, "%s must lie between %g and %g", name, (double)least,
                   (double)most);
        return false;
    }
    *out = value;
    return true;
}

static bool pair(struct diag_list *diags, const struct node *node, const char *name,
                 const char *example)
{
    if (node->kind == NODE_LIST && node->count == 2)
        return true;
    diag_error(diags, node->span, "%s needs two numbers: %s", name, example);
    return false;
}

#define STAGE_SIDE 300.0f
#define STAGE_BELOW (-20.0f)

bool value_point(struct diag_list *diags, const struct node *node, const char *name, bool above,
                 struct vec *out)
{
    struct vec point;
    if (!pair(diags, node, name, "[x, y] in cm"))
        return false;
    bool x = value_number(diags, &node->items[0], name, -STAGE_SIDE, STAGE_SIDE, &point.x);
    bool y = value_number(diags, &node->items[1], name, above ? -STAGE_SIDE : STAGE_BELOW,
                          STAGE_SIDE, &point.y);
    if (x && y)
        *out = point;
    return x && y;
}

bool value_direction(struct diag_list *diags, const struct node *node, const char *name,
                     struct vec *out)
{
    struct vec direction;
    if (!pair(diags, node, name, "[x, y], the way it points"))
        return false;
    bool x = value_number(diags, &node->items[0], name, -100, 100, &direction.x);
    bool y = value_number(diags, &node->items[1], name, -100, 100, &direction.y);
    if (!x || !y)
        return false;
    if (vec_length(direction) < 0.001f) {
        diag_error(diags, node->span, "%s points nowhere: write the way it points, as in [1, 0]",
                   name);
        return false;
    }
    *out = vec_unit(direction, direction);
    return true;
}

bool value_range(struct diag_list *diags, const struct node *node, const char *name, float least,
                 float most, float *from, float *to)
{
    if (node->kind == NODE_TEXT) {
        bool fine = value_number(diags, node, name, least, most, from);
        if (fine)
            *to = *from;
        return fine;
    }
    if (!pair(diags, node, name, "[from, to]"))
        return false;
    bool a = value_number(diags, &node->items[0], name, least, most, from);
    bool b = value_number(diags, &node->items[1], name, least, most, to);
    return a && b;
}

const char *value_choices(struct arena *arena, const char *const *words, size_t count)
{
    const char *text = "";
    for (size_t i = 0; i < count; i++)
        text = arena_format(arena, "%s%s'%s'", text,
                            i == 0           ? ""
                            : i + 1 == count ? " or "
                                             : ", ",
                            words[i]);
    return text;
}

void value_unknown(struct diag_list *diags, const struct node *key, const char *what,
                   const char *const *words, size_t count)
{
    const char *near = text_nearest(key->text, words, count);
    if (near != NULL)
        diag_error(diags, key->span, "%s '%s' is not known; did you mean '%s'?", what, key->text,
                   near);
    else
        diag_error(diags, key->span, "%s '%s' is not known; write %s", what, key->text,
                   value_choices(diags->arena, words, count));
}

bool value_word(struct diag_list *diags, const struct node *node, const char *name,
                const char *const *words, size_t count, int *out)
{
    if (node->kind != NODE_TEXT) {
        diag_error(diags, node->span, "%s needs one of %s", name,
                   value_choices(diags->arena, words, count));
        return false;
    }
    for (size_t i = 0; i < count; i++)
        if (text_equal(node->text, words[i])) {
            *out = (int)i;
            return true;
        }
    value_unknown(diags, node, name, words, count);
    return false;
}

bool value_map(struct diag_list *diags, const struct node *node, const char *name)
{
    if (node->kind == NODE_MAP && node->count > 0)
        return true;
    diag_error(diags, node->span, "%s needs 'key: value' lines", name);
    return false;
}

bool value_list(struct diag_list *diags, const struct node *node, const char *name, size_t most)
{
    if (node->kind != NODE_LIST || node->count == 0) {
        diag_error(diags, node->span, "%s needs a list, each line starting with '- '", name);
        return false;
    }
    if (node->count > most) {
        diag_error(diags, node->items[most].span, "%s can have at most %zu entries", name, most);
        return false;
    }
    return true;
}
