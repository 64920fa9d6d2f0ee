// SPDX-License-Identifier: MIT
#include "figure/read.h"

#include "base/text.h"
#include "figure/skeleton.h"
#include "figure/value.h"

#include <stdio.h>

#define COUNT(table) (sizeof(table) / sizeof *(table))

enum value_kind { VALUE_POINT, VALUE_DIRECTION, VALUE_AMOUNT };

/* Every key of a pose, in both sets of words; NULL where a set has none. */
struct pose_key {
    const char *names[POSE_WORD_SETS];
    enum value_kind kind;
    int index;
    bool needed[POSE_WORD_SETS]; /* in the first pose */
    float least, most;
};

static const struct pose_key pose_keys[] = {
    {{"pelvis", "pelvis"}, VALUE_POINT, POSE_PELVIS, {true, true}, 0, 0},
    {{"bend", "bend"}, VALUE_POINT, POSE_BEND, {true, true}, 0, 0},
    {{"chest", "chest"}, VALUE_POINT, POSE_CHEST, {true, true}, 0, 0},
    {{"head", "head"}, VALUE_POINT, POSE_HEAD, {true, true}, 0, 0},
    {{"near hand", "left hand"}, VALUE_POINT, POSE_NEAR_HAND, {true, true}, 0, 0},
    {{"far hand", "right hand"}, VALUE_POINT, POSE_FAR_HAND, {false, false}, 0, 0},
    {{"near foot", "left foot"}, VALUE_POINT, POSE_NEAR_FOOT, {true, true}, 0, 0},
    {{"far foot", "right foot"}, VALUE_POINT, POSE_FAR_FOOT, {false, false}, 0, 0},
    {{"near elbow", "left elbow"}, VALUE_POINT, POSE_NEAR_ELBOW, {false, false}, 0, 0},
    {{"far elbow", "right elbow"}, VALUE_POINT, POSE_FAR_ELBOW, {false, false}, 0, 0},
    {{"near knee", "left knee"}, VALUE_POINT, POSE_NEAR_KNEE, {false, false}, 0, 0},
    {{"far knee", "right knee"}, VALUE_POINT, POSE_FAR_KNEE, {false, false}, 0, 0},
    {{"face", NULL}, VALUE_DIRECTION, POSE_FACE, {true, false}, 0, 0},
    {{"near fingers", "left fingers"}, VALUE_DIRECTION, POSE_NEAR_FINGERS, {true, true}, 0, 0},
    {{"far fingers", "right fingers"}, VALUE_DIRECTION, POSE_FAR_FINGERS, {false, false}, 0, 0},
    {{"near toes", "left toes"}, VALUE_DIRECTION, POSE_NEAR_TOES, {true, true}, 0, 0},
    {{"far toes", "right toes"}, VALUE_DIRECTION, POSE_FAR_TOES, {false, false}, 0, 0},
    {{"belly", "belly"}, VALUE_AMOUNT, POSE_BELLY, {false, false}, -3, 8},
    {{"ribs", "ribs"}, VALUE_AMOUNT, POSE_RIBS, {false, false}, -3, 6},
    {{NULL, "turn"}, VALUE_AMOUNT, POSE_TURN, {false, false}, -70, 70},
    {{NULL, "hip turn"}, VALUE_AMOUNT, POSE_HIP_TURN, {false, false}, -90, 90},
    {{NULL, "head turn"}, VALUE_AMOUNT, POSE_HEAD_TURN, {false, false}, -90, 90},
    {{"shoulders up", "shoulders up"}, VALUE_AMOUNT, POSE_SHOULDERS_UP, {false, false}, -4, 8},
    {{"shoulders forward", NULL}, VALUE_AMOUNT, POSE_SHOULDERS_FORWARD, {false, false}, -6, 6},
    {{"lasts", "lasts"}, VALUE_AMOUNT, POSE_LASTS, {false, false}, 1, 20},
};

struct figure_words figure_pose_keys(enum pose_words set)
{
    static const char *const side[] = {"pelvis",    "bend",         "chest",
                                       "head",      "near hand",    "far hand",
                                       "near foot", "far foot",     "near elbow",
                                       "far elbow", "near knee",    "far knee",
                                       "face",      "near fingers", "far fingers",
                                       "near toes", "far toes",     "belly",
                                       "ribs",      "shoulders up", "shoulders forward",
                                       "lasts"};
    static const char *const front[] = {
        "pelvis",       "bend",          "chest",      "head",         "left hand", "right hand",
        "left foot",    "right foot",    "left elbow", "right elbow",  "left knee", "right knee",
        "left fingers", "right fingers", "left toes",  "right toes",   "belly",     "ribs",
        "turn",         "hip turn",      "head turn",  "shoulders up", "lasts"};
    return set == POSE_WORDS_SIDE ? (struct figure_words){side, COUNT(side)}
                                  : (struct figure_words){front, COUNT(front)};
}

/* The right or far limb follows the left or near one until it is given. */
struct follower {
    enum value_kind kind;
    int follows, follower;
};
static const struct follower followers[] = {
    {VALUE_POINT, POSE_NEAR_HAND, POSE_FAR_HAND},
    {VALUE_POINT, POSE_NEAR_FOOT, POSE_FAR_FOOT},
    {VALUE_POINT, POSE_NEAR_ELBOW, POSE_FAR_ELBOW},
    {VALUE_POINT, POSE_NEAR_KNEE, POSE_FAR_KNEE},
    {VALUE_DIRECTION, POSE_NEAR_FINGERS, POSE_FAR_FINGERS},
    {VALUE_DIRECTION, POSE_NEAR_TOES, POSE_FAR_TOES},
};

/* How far a far limb shows beside the near one, cm. */
#define FAR_SHOWS 3.5f

struct pose_reader {
    struct diag_list *diags;
    const struct figure *figure;
    enum pose_words words;
    uint32_t given[3]; /* by value_kind, bit per index */
};

static bool given(const struct pose_reader *reader, enum value_kind kind, int index)
{
    return reader->given[kind] >> index & 1;
}

static void read_value(struct pose_reader *reader, const struct pose_key *key,
                       const struct node *node, struct pose *pose)
{
    const char *name = key->names[reader->words];
    bool fine = false;
    if (key->kind == VALUE_POINT)
        fine = value_point(reader->diags, node, name, reader->figure->view == VIEW_ABOVE,
                           &pose->points[key->index]);
    else if (key->kind == VALUE_DIRECTION)
        fine = value_direction(reader->diags, node, name, &pose->directions[key->index]);
    else
        fine = value_number(reader->diags, node, name, key->least, key->most,
                            &pose->amounts[key->index]);
    (void)fine; /* a wrong value is given too: it is reported once, not again as missing */
    reader->given[key->kind] |= 1u << key->index;
}

static const struct pose_key *find_key(enum pose_words words, const char *name)
{
    for (size_t i = 0; i < COUNT(pose_keys); i++)
        if (pose_keys[i].names[words] != NULL && text_equal(pose_keys[i].names[words], name))
            return &pose_keys[i];
    return NULL;
}

static void report_key(struct pose_reader *reader, const struct node *node)
{
    static const char *const views[] = {"in the side view", "in the front view", "from above"};
    enum pose_words other = reader->words == POSE_WORDS_SIDE ? POSE_WORDS_FRONT : POSE_WORDS_SIDE;
    const struct pose_key *key = find_key(other, node->text);
    const char *view = views[reader->figure->view];
    if (key != NULL && key->names[reader->words] != NULL) {
        diag_error(reader->diags, node->span, "%s '%s' is called '%s'", view, node->text,
                   key->names[reader->words]);
    } else if (key != NULL) {
        diag_error(reader->diags, node->span, "%s there is no '%s'", view, node->text);
    } else {
        struct figure_words words = figure_pose_keys(reader->words);
        value_unknown(reader->diags, node, "pose key", words.words, words.count);
    }
}

static void follow(const struct pose_reader *reader, struct pose *pose)
{
    for (size_t i = 0; i < COUNT(followers); i++) {
        const struct follower *f = &followers[i];
        if (given(reader, f->kind, f->follower))
            continue;
        struct vec *from = f->kind == VALUE_POINT ? pose->points : pose->directions;
        struct vec to = from[f->follows];
        if (reader->figure->view == VIEW_ABOVE)
            to.y = -to.y;
        else if (reader->figure->view == VIEW_FRONT)
            to.x = -to.x;
        else if (f->kind == VALUE_POINT)
            to.x += FAR_SHOWS;
        from[f->follower] = to;
    }
}

static void read_pose(struct pose_reader *reader, const struct node *map, struct pose *pose)
{
    if (!value_map(reader->diags, map, "a pose"))
        return;
    for (size_t i = 0; i < map->count; i++) {
        const struct pose_key *key = find_key(reader->words, map->keys[i].text);
        if (key != NULL)
            read_value(reader, key, &map->items[i], pose);
        else if (!read_prop_move(reader->figure, &map->keys[i], &map->items[i], pose,
                                 reader->diags))
            report_key(reader, &map->keys[i]);
    }
    follow(reader, pose);
}

/* A body on its side has no limb that mirrors another. */
static bool needs(const struct pose_reader *reader, const struct pose_key *key)
{
    if (key->needed[reader->words])
        return true;
    return reader->figure->lies == LIES_ON_SIDE && key->kind == VALUE_POINT &&
           (key->index == POSE_FAR_HAND || key->index == POSE_FAR_FOOT);
}

static bool complete(const struct pose_reader *reader, const struct node *first)
{
    bool all = true;
    for (size_t i = 0; i < COUNT(pose_keys); i++) {
        const struct pose_key *key = &pose_keys[i];
        if (!needs(reader, key) || given(reader, key->kind, key->index))
            continue;
        diag_error(reader->diags, first->span, "the first pose needs '%s'",
                   key->names[reader->words]);
        all = false;
    }
    return all;
}

static const char *name_of(const struct pose_reader *reader, enum value_kind kind, int index)
{
    for (size_t i = 0; i < COUNT(pose_keys); i++)
        if (pose_keys[i].kind == kind && pose_keys[i].index == index)
            return pose_keys[i].names[reader->words];
    return NULL;
}

static void check_reach(const struct pose_reader *reader, const struct figure *figure,
                        const struct pose *pose, const struct node *node)
{
    static const enum pose_point reaches[] = {POSE_NEAR_HAND, POSE_FAR_HAND, POSE_NEAR_FOOT,
                                              POSE_FAR_FOOT};
    struct skeleton body;
    skeleton_solve(figure, pose, 0, &body);
    const struct limb *limbs[] = {&body.arms[NEAR], &body.arms[FAR], &body.legs[NEAR],
                                  &body.legs[FAR]};
    for (size_t i = 0; i < COUNT(reaches); i++) {
        struct vec wanted = pose->points[reaches[i]];
        bool said = given(reader, VALUE_POINT, reaches[i]); /* not one that follows it */
        if (!said || limbs[i]->placed || vec_length(vec_sub(wanted, limbs[i]->end)) < 0.5f)
            continue;
        float asked = vec_length(vec_sub(wanted, limbs[i]->root));
        float reach = i < 2 ? UPPER_ARM + FOREARM : THIGH + SHIN;
        diag_error(reader->diags, node->span,
                   "the %s is %.0f cm from its %s; at most %.0f can be reached: bring it nearer or "
                   "give the %s",
                   name_of(reader, VALUE_POINT, reaches[i]), (double)asked,
                   i < 2 ? "shoulder" : "hip", (double)reach, i < 2 ? "elbow" : "knee");
    }
}

/* Elbows and knees count as placed from the first pose on, or never: a joint cannot change from
 * found to given half-way. */
static uint32_t placed_joints(const struct pose_reader *reader)
{
    uint32_t placed = reader->given[VALUE_POINT];
    if (placed >> POSE_NEAR_ELBOW & 1 && !(placed >> POSE_FAR_HAND & 1))
        placed |= 1u << POSE_FAR_ELBOW;
    if (placed >> POSE_NEAR_KNEE & 1 && !(placed >> POSE_FAR_FOOT & 1))
        placed |= 1u << POSE_FAR_KNEE;
    return placed;
}

enum pose_words pose_words(const struct figure *figure)
{
    return figure->view == VIEW_SIDE ? POSE_WORDS_SIDE : POSE_WORDS_FRONT;
}

void read_poses(struct figure *figure, const struct node *list, struct diag_list *diags)
{
    if (!value_list(diags, list, "poses", FIGURE_POSES_MOST))
        return;
    struct pose_reader reader = {.diags = diags, .figure = figure, .words = pose_words(figure)};
    for (int i = 0; i < figure->prop_count; i++)
        figure->poses[0].props[i] = figure->props[i].place;
    size_t errors = diags->errors;
    uint32_t first = 0;
    for (size_t i = 0; i < list->count; i++) {
        struct pose *pose = &figure->poses[i];
        if (i > 0)
            *pose = figure->poses[i - 1];
        pose->amounts[POSE_LASTS] = 0;
        read_pose(&reader, &list->items[i], pose);
        if (i == 0) {
            if (!complete(&reader, &list->items[0]))
                return;
            first = placed_joints(&reader);
        } else if (placed_joints(&reader) != first) {
            diag_error(diags, list->items[i].span,
                       "elbows, knees and the limbs of the other side are given from the first "
                       "pose on, or not at all");
        }
    }
    figure->given = first;
    figure->pose_count = (int)list->count;
    for (size_t i = 0; i < list->count && diags->errors == errors; i++)
        check_reach(&reader, figure, &figure->poses[i], &list->items[i]);
}
