// SPDX-License-Identifier: MIT
#include "figure/read.h"

#include "base/text.h"
#include "figure/value.h"

#include <string.h>

#define COUNT(table) (sizeof(table) / sizeof *(table))

typedef void read_key(struct figure *figure, const struct node *node, struct diag_list *diags);

static void read_title(struct figure *figure, const struct node *node, struct diag_list *diags)
{
    (void)figure; /* the exercise has the title people see; here it names the file for its reader */
    if (node->kind != NODE_TEXT || node->text[0] == '\0')
        diag_error(diags, node->span, "figure needs a name, as in 'figure: Cat-cow'");
}

static void read_view(struct figure *figure, const struct node *node, struct diag_list *diags)
{
    static const char *const views[] = {"side", "front", "above"};
    int view = VIEW_SIDE;
    value_word(diags, node, "view", views, COUNT(views), &view);
    figure->view = (enum figure_view)view;
    figure->lies = figure->view == VIEW_ABOVE ? LIES_FACE_UP : LIES_NOT;
}

/* The side view shows how a body lies by its points. */
static void read_lies(struct figure *figure, const struct node *node, struct diag_list *diags)
{
    static const char *const ways[] = {"face up", "face down", "on its side"};
    int way;
    if (!value_word(diags, node, "lies", ways, COUNT(ways), &way))
        return;
    enum figure_lies lies = (enum figure_lies)(LIES_FACE_UP + way);
    if (figure->view == VIEW_SIDE)
        diag_error(diags, node->span, "'lies' is for 'view: above' and 'view: front'");
    else if ((figure->view == VIEW_FRONT) != (lies == LIES_ON_SIDE))
        diag_error(diags, node->span, "a body that lies %s is shown by 'view: %s'", ways[way],
                   lies == LIES_ON_SIDE ? "front" : "above");
    else
        figure->lies = lies;
}

#define LOOP_LEAST 1.0f
#define LOOP_MOST 60.0f

static void read_moves(struct figure *figure, const struct node *node, struct diag_list *diags)
{
    static const char *const drives[] = {"breath", "tempo", "loop", "still"};
    if (node->kind == NODE_TEXT && text_starts(node->text, "loop ")) {
        const char *number = node->text + strlen("loop "), *end = strstr(number, " s");
        struct node value = *node;
        float seconds;
        if (end == NULL || end[2] != '\0') {
            diag_error(diags, node->span, "a loop needs its length, as in 'loop 6 s'");
            return;
        }
        value.text = arena_copy(diags->arena, number, (size_t)(end - number));
        if (value_number(diags, &value, "the length of a loop", LOOP_LEAST, LOOP_MOST, &seconds)) {
            figure->drive = FIGURE_LOOP;
            figure->loop_s = (double)seconds;
        }
        return;
    }
    int drive;
    if (!value_word(diags, node, "moves with", drives, COUNT(drives), &drive))
        return;
    static const enum figure_drive meanings[] = {FIGURE_BREATH, FIGURE_TEMPO, FIGURE_LOOP,
                                                 FIGURE_STILL};
    figure->drive = meanings[drive];
    if (figure->drive == FIGURE_LOOP)
        diag_error(diags, node->span, "a loop needs its length, as in 'loop 6 s'");
}

static void read_flows(struct figure *figure, const struct node *node, struct diag_list *diags)
{
    static const char *const answers[] = {"no", "yes"};
    int answer = 0;
    value_word(diags, node, "flows", answers, COUNT(answers), &answer);
    figure->flows = answer == 1;
}

static void read_drawn_for(struct figure *figure, const struct node *node, struct diag_list *diags)
{
    static const char *const sides[] = {"left", "right"};
    int side = 0;
    value_word(diags, node, "drawn for", sides, COUNT(sides), &side);
    figure->drawn_for_right = side == 1;
}

static void read_elbows(struct figure *figure, const struct node *node, struct diag_list *diags)
{
    static const char *const ways[] = {"back", "forward"};
    int way = 0;
    value_word(diags, node, "elbows bend", ways, COUNT(ways), &way);
    figure->elbows_bend_forward = way == 1;
}

static void read_shows(struct figure *figure, const struct node *node, struct diag_list *diags)
{
    static const char *const parts[] = {"whole body", "upper body"};
    int part = 0;
    value_word(diags, node, "shows", parts, COUNT(parts), &part);
    if (part == 1 && figure->lies != LIES_NOT)
        diag_error(diags, node->span, "a body that lies is shown whole");
    figure->upper_body = part == 1;
}

static void read_eyes(struct figure *figure, const struct node *node, struct diag_list *diags)
{
    static const char *const ways[] = {"open", "closed"};
    int way = 0;
    value_word(diags, node, "eyes", ways, COUNT(ways), &way);
    figure->eyes_closed = way == 1;
}

static void read_deepest(struct figure *figure, const struct node *node, struct diag_list *diags)
{
    static const char *const poses[] = {"last", "first"};
    int pose = 0;
    value_word(diags, node, "deepest", poses, COUNT(poses), &pose);
    figure->deepest_first = pose == 1;
}

static void read_hands(struct figure *figure, const struct node *node, struct diag_list *diags)
{
    static const char *const shapes[] = {"flat", "open", "closed"};
    int shape = HANDS_FLAT;
    value_word(diags, node, "hands", shapes, COUNT(shapes), &shape);
    figure->hands = (enum figure_hands)shape;
}

/* "near", "far" or "both" arms; "left" and "right" in the other views. */
static void read_sides(const struct figure *figure, const struct node *node, const char *name,
                       struct diag_list *diags, bool sides[SIDES])
{
    static const char *const words[POSE_WORD_SETS][3] = {{"near", "far", "both"},
                                                         {"left", "right", "both"}};
    int side = 0;
    if (!value_word(diags, node, name, words[pose_words(figure)], 3, &side))
        return;
    sides[NEAR] = side != 1;
    sides[FAR] = side != 0;
}

static void read_palm(struct figure *figure, const struct node *node, struct diag_list *diags)
{
    read_sides(figure, node, "palm turned", diags, figure->palm_up);
}

static void read_behind(struct figure *figure, const struct node *node, struct diag_list *diags)
{
    if (figure->lies != LIES_NOT)
        diag_error(diags, node->span, "'arm behind' is for a body that stands or sits");
    else
        read_sides(figure, node, "arm behind", diags, figure->behind);
}

static void read_sign(struct figure *figure, const struct node *node, struct diag_list *diags)
{
    static const char *const signs[] = {"problem", "fix"};
    int sign = 0;
    if (value_word(diags, node, "sign", signs, COUNT(signs), &sign))
        figure->sign = sign == 0 ? FIGURE_PROBLEM : FIGURE_FIX;
}

static void read_spine(struct figure *figure, const struct node *node, struct diag_list *diags)
{
    static const char *const ways[] = {"hidden", "drawn"};
    int way = 0;
    value_word(diags, node, "spine", ways, COUNT(ways), &way);
    figure->spine_drawn = way == 1;
}

/* So that two figures are seen from the same place. */
static void read_frame(struct figure *figure, const struct node *node, struct diag_list *diags)
{
    bool pair = node->kind == NODE_MAP && node->count == 2;
    const struct node *from = pair ? node_get(node, "from") : NULL;
    const struct node *to = pair ? node_get(node, "to") : NULL;
    struct vec low, high;
    if (from == NULL || to == NULL) {
        diag_error(diags, node->span,
                   "a frame has two corners, as in 'frame: {from: [-90, -10], to: [90, 170]}'");
        return;
    }
    bool above = figure->view == VIEW_ABOVE;
    if (!value_point(diags, from, "from", above, &low) ||
        !value_point(diags, to, "to", above, &high))
        return;
    if (low.x >= high.x || low.y >= high.y)
        diag_error(diags, node->span, "'from' must be left of 'to' and below it");
    figure->framed = true;
    figure->bounds = (struct figure_box){low.x, low.y, high.x, high.y};
}

struct key {
    const char *name;
    read_key *read;
    bool needed;
};
/* In the order they are read in: the view decides what the others mean. */
static const struct key keys[] = {
    {"figure", read_title, true},         {"view", read_view, false},
    {"lies", read_lies, false},           {"shows", read_shows, false},
    {"moves with", read_moves, true},     {"flows", read_flows, false},
    {"drawn for", read_drawn_for, false}, {"eyes", read_eyes, false},
    {"elbows bend", read_elbows, false},  {"hands", read_hands, false},
    {"palm turned", read_palm, false},    {"arm behind", read_behind, false},
    {"props", read_props, false},         {"muscles", read_muscles, false},
    {"poses", read_poses, true},          {"sign", read_sign, false},
    {"spine", read_spine, false},         {"frame", read_frame, false},
    {"deepest", read_deepest, false},
};

struct figure_words figure_keys(void)
{
    static const char *const words[] = {
        "figure", "view",        "lies",  "shows",       "moves with", "flows", "drawn for",
        "eyes",   "elbows bend", "hands", "palm turned", "arm behind", "props", "muscles",
        "poses",  "sign",        "spine", "frame",       "deepest"};
    _Static_assert(COUNT(words) == COUNT(keys), "one word for each key");
    return (struct figure_words){words, COUNT(words)};
}

static void read_keys(struct figure *figure, const struct node *root, struct diag_list *diags)
{
    struct figure_words words = figure_keys();
    for (size_t i = 0; i < root->count; i++) {
        bool known = false;
        for (size_t k = 0; k < COUNT(keys); k++)
            known |= text_equal(root->keys[i].text, keys[k].name);
        if (!known)
            value_unknown(diags, &root->keys[i], "key", words.words, words.count);
    }
    for (size_t k = 0; k < COUNT(keys); k++) {
        const struct node *node = node_get(root, keys[k].name);
        if (node != NULL)
            keys[k].read(figure, node, diags);
        else if (keys[k].needed)
            diag_error(diags, root->span, "a figure needs '%s'", keys[k].name);
    }
}

/* `errors`: how many there were before the file was read; one that repeats a key is refused too. */
static const struct figure *figure_from(struct arena *arena, const struct node *root, size_t errors,
                                        struct diag_list *diags)
{
    if (!value_map(diags, root, "a figure"))
        return NULL;
    struct figure *figure = arena_alloc(arena, sizeof *figure);
    read_keys(figure, root, diags);
    if (diags->errors != errors)
        return NULL;
    if (!figure->framed)
        figure->bounds = bounds_of(figure);
    return figure;
}

const struct figure *figure_read(struct arena *arena, const char *path, struct diag_list *diags)
{
    const struct node *root;
    size_t errors = diags->errors;
    return document_read(arena, path, diags, &root) ? figure_from(arena, root, errors, diags)
                                                    : NULL;
}

const struct figure *figure_parse(struct arena *arena, const char *name, const char *text,
                                  size_t length, struct diag_list *diags)
{
    const struct node *root;
    size_t errors = diags->errors;
    return document_parse(arena, name, text, length, diags, &root)
               ? figure_from(arena, root, errors, diags)
               : NULL;
}
