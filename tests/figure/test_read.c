// SPDX-License-Identifier: MIT
#include "figure/read.h"
#include "figure/suite.h"

#include <stdlib.h>
#include <string.h>

/* A file that is right; cases put lines in the place of one of its own. */
#define HEAD "figure: Test\nmoves with: breath\n"
#define FIRST                                                                                      \
    "poses:\n"                                                                                     \
    "  - pelvis: [0, 88]\n"                                                                        \
    "    bend: [0, 112]\n"                                                                         \
    "    chest: [0, 138]\n"                                                                        \
    "    head: [0, 158]\n"                                                                         \
    "    face: [1, 0]\n"                                                                           \
    "    near fingers: [0, -1]\n"                                                                  \
    "    near foot: [0, 8]\n"                                                                      \
    "    near toes: [1, 0]\n"
#define HAND "    near hand: [5, 82]\n"
#define LYING_OF(view, pose)                                                                       \
    HEAD view "poses:\n"                                                                           \
              "  - pelvis: [0, 0]\n"                                                               \
              "    bend: [-24, 0]\n"                                                               \
              "    chest: [-50, 0]\n"                                                              \
              "    head: [-68, 0]\n"                                                               \
              "    left hand: [-44, 60]\n"                                                         \
              "    left fingers: [0, 1]\n"                                                         \
              "    left foot: [78, 8]\n"                                                           \
              "    left toes: [1, 1]\n" pose
#define FILE_OF(head, pose) head FIRST HAND pose

struct reading {
    struct arena arena;
    struct diag_list diags;
    const struct figure *figure;
};

static void read_text(struct reading *reading, const char *text)
{
    arena_init(&reading->arena);
    diag_init(&reading->diags, &reading->arena);
    reading->figure = figure_parse(&reading->arena, "f.yaml", text, strlen(text), &reading->diags);
}

static void a_frame_stands_for_the_bounds(void **state)
{
    (void)state;
    struct reading r;
    read_text(&r, FILE_OF(HEAD "frame: {from: [-50, 60], to: [70, 180]}\nsign: fix\n", ""));
    assert_non_null(r.figure);
    struct figure_box box = figure_bounds(r.figure, true);
    assert_true(box.min_x == -70 && box.max_x == 50 && box.min_y == 60 && box.max_y == 180);
    assert_int_equal(figure_sign_of(r.figure), FIGURE_FIX);
    arena_finish(&r.arena);
}

static void a_right_file_is_read(void **state)
{
    (void)state;
    struct reading r;
    read_text(&r, FILE_OF(HEAD, "  - belly: 4\n"));
    assert_int_equal(r.diags.errors, 0);
    assert_non_null(r.figure);
    assert_int_equal(r.figure->pose_count, 2);
    assert_float_equal(r.figure->poses[1].amounts[POSE_BELLY], 4, 0.001);
    /* What a pose does not say is as in the one before it; a far limb shows beside the near one. */
    assert_float_equal(r.figure->poses[1].points[POSE_PELVIS].y, 88, 0.001);
    assert_float_equal(r.figure->poses[1].points[POSE_FAR_HAND].x, 8.5, 0.001);
    double loop_s;
    assert_int_equal(figure_default_drive(r.figure, &loop_s), FIGURE_BREATH);
    arena_finish(&r.arena);
    read_text(&r, FILE_OF("figure: Test\nmoves with: loop 7.5 s\n", ""));
    assert_int_equal(figure_default_drive(r.figure, &loop_s), FIGURE_LOOP);
    assert_float_equal(loop_s, 7.5, 0.001);
    arena_finish(&r.arena);
}

/* A body on its back: its right is the mirror image of its left in the middle line of the mat. */
static void a_body_seen_from_above_is_read(void **state)
{
    (void)state;
    struct reading r;
    read_text(&r, LYING_OF("view: above\n", "  - hip turn: -40\n"));
    diag_print(&r.diags, stderr, false);
    assert_non_null(r.figure);
    assert_int_equal(r.figure->lies, LIES_FACE_UP);
    assert_float_equal(r.figure->poses[1].amounts[POSE_HIP_TURN], -40, 0.001);
    assert_float_equal(r.figure->poses[1].points[POSE_FAR_HAND].x, -44, 0.001);
    assert_float_equal(r.figure->poses[1].points[POSE_FAR_HAND].y, -60, 0.001);
    struct figure_box left = figure_bounds(r.figure, false), right = figure_bounds(r.figure, true);
    assert_float_equal(left.min_y, -right.max_y, 0.001);
    assert_float_equal(left.max_x, right.max_x, 0.001);
    arena_finish(&r.arena);
    read_text(&r, LYING_OF("view: above\nlies: face down\n", ""));
    assert_null(r.figure); /* face down its left is on the other side: the hand is out of reach */
    assert_int_equal(r.diags.errors, 1);
    assert_non_null(strstr(r.diags.items[0].message, "the left hand is 7"));
    arena_finish(&r.arena);
}

struct mistake {
    const char *text;
    int line;
    const char *message;
};

static const struct mistake mistakes[] = {
    {FILE_OF("figure: Test\nmoves with: breth\n", ""), 2,
     "moves with 'breth' is not known; did you mean 'breath'?"},
    {FILE_OF("figure: Test\nmoves with: loop\n", ""), 2,
     "a loop needs its length, as in 'loop 6 s'"},
    {FILE_OF("figure: Test\nmoves with: loop 6\n", ""), 2,
     "a loop needs its length, as in 'loop 6 s'"},
    {FILE_OF("figure: Test\nmoves with: loop 0 s\n", ""), 2,
     "the length of a loop must lie between 1 and 60"},
    {FILE_OF("figure: Test\nmoves with: loop 1e9 s\n", ""), 2,
     "the length of a loop needs a plain number such as 12 or -3.5"},
    {FILE_OF("figure: Test\n", ""), 1, "a figure needs 'moves with'"},
    {FILE_OF(HEAD "figure: Test\n", ""), 3, "'figure' is given twice; it is already on line 1"},
    {FILE_OF(HEAD "veiw: side\n", ""), 3, "key 'veiw' is not known; did you mean 'view'?"},
    {FILE_OF(HEAD "view: below\n", ""), 3,
     "view 'below' is not known; write 'side', 'front' or 'above'"},
    {FILE_OF(HEAD "lies: face up\n", ""), 3, "'lies' is for 'view: above' and 'view: front'"},
    {LYING_OF("view: front\nlies: face up\n", ""), 4,
     "a body that lies face up is shown by 'view: above'"},
    {LYING_OF("view: above\nlies: on its side\n", ""), 4,
     "a body that lies on its side is shown by 'view: front'"},
    {LYING_OF("view: above\nlies: on its back\n", ""), 4,
     "lies 'on its back' is not known; did you mean 'on its side'?"},
    {LYING_OF("view: above\n", "    near hand: [0, 1]\n"), 13,
     "from above 'near hand' is called 'left hand'"},
    {LYING_OF("view: above\nprops:\n  - floor: {from: 0, to: 9}\n", ""), 5,
     "a floor is not drawn from above; a mat, a pillow or a ball is"},
    {LYING_OF("view: above\nshows: upper body\n", ""), 4, "a body that lies is shown whole"},
    {LYING_OF("view: above\narm behind: left\n", ""), 4,
     "'arm behind' is for a body that stands or sits"},
    {LYING_OF("view: above\n", "    face: [0, 1]\n"), 13, "from above there is no 'face'"},
    {LYING_OF("view: above\n", "    right hand: [0, -90]\n"), 5,
     "the right hand is 85 cm from its shoulder; at most 53 can be reached: bring it nearer or "
     "give the elbow"},
    {FILE_OF(HEAD "sign: broken\n", ""), 3, "sign 'broken' is not known; write 'problem' or 'fix'"},
    {FILE_OF(HEAD "frame: 3\n", ""), 3,
     "a frame has two corners, as in 'frame: {from: [-90, -10], to: [90, 170]}'"},
    {FILE_OF(HEAD "frame: {from: [3, 4], to: [1, 5]}\n", ""), 3,
     "'from' must be left of 'to' and below it"},
    {FILE_OF(HEAD, "    pelvs: [0, 1]\n"), 13,
     "pose key 'pelvs' is not known; did you mean 'pelvis'?"},
    {FILE_OF(HEAD, "    left hand: [0, 1]\n"), 13,
     "in the side view 'left hand' is called 'near hand'"},
    {FILE_OF(HEAD, "    turn: 20\n"), 13, "in the side view there is no 'turn'"},
    {FILE_OF(HEAD, "    belly: 90\n"), 13, "belly must lie between -3 and 8"},
    {FILE_OF(HEAD, "    belly: nan\n"), 13, "belly needs a plain number such as 12 or -3.5"},
    {FILE_OF(HEAD, "    belly: 1e308\n"), 13, "belly needs a plain number such as 12 or -3.5"},
    {FILE_OF(HEAD, "    belly: .\n"), 13, "belly needs a plain number such as 12 or -3.5"},
    {FILE_OF(HEAD, "    belly:\n"), 13, "belly needs a plain number such as 12 or -3.5"},
    {FILE_OF(HEAD, "    far hand: [0, inf]\n"), 13,
     "far hand needs a plain number such as 12 or -3.5"},
    {FILE_OF(HEAD, "    far hand: [9999999999, 0]\n"), 13,
     "far hand must lie between -300 and 300"},
    {FILE_OF(HEAD, "    far hand: [0, 99999999999999999999]\n"), 13,
     "far hand needs a plain number such as 12 or -3.5"},
    {FILE_OF(HEAD, "    far hand: [0]\n"), 13, "far hand needs two numbers: [x, y] in cm"},
    {FILE_OF(HEAD, "    far hand: 4\n"), 13, "far hand needs two numbers: [x, y] in cm"},
    {FILE_OF(HEAD, "    far toes: [0, 0]\n"), 13,
     "far toes points nowhere: write the way it points, as in [1, 0]"},
    {FILE_OF(HEAD, "  - near elbow: [0, 100]\n"), 13,
     "elbows, knees and the limbs of the other side are given from the first pose on, or not at "
     "all"},
    {FILE_OF(HEAD, "  - 12\n"), 13, "a pose needs 'key: value' lines"},
    {HEAD FIRST, 4, "the first pose needs 'near hand'"},
    {HEAD FIRST "    near hand: [90, 82]\n", 4,
     "the near hand is 100 cm from its shoulder; at most 53 can be reached: bring it nearer or "
     "give "
     "the elbow"},
    {HEAD "poses: []\n", 3, "poses needs a list, each line starting with '- '"},
    {FILE_OF(HEAD "props:\n  - matt: {from: 0, to: 1}\n", ""), 4,
     "prop 'matt' is not known; did you mean 'mat'?"},
    {FILE_OF(HEAD "props:\n  - mat: {from: 0}\n", ""), 4, "a mat needs 'to'"},
    {FILE_OF(HEAD "props:\n  - mat: {from: 9, to: 1}\n", ""), 4, "'from' must be left of 'to'"},
    {FILE_OF(HEAD "props:\n  - mat: {from: 0, to: 1, radius: 3}\n", ""), 4,
     "a mat has no 'radius'"},
    {FILE_OF(HEAD "props:\n  - roller: {at: [0, 8], radius: 8, rolls: maybe}\n", ""), 4,
     "rolls 'maybe' is not known; write 'no', 'yes' or 'wall'"},
    {FILE_OF(HEAD "props:\n  - chair: {at: [0, 0], size: [40, 0]}\n", ""), 4,
     "size needs a width and a height above 0"},
    {FILE_OF(HEAD "props:\n  - office chair: {at: [0, 0], size: [40, 44], sag: 3}\n", ""), 4,
     "an office chair has no 'sag'"},
    {FILE_OF(HEAD "props:\n  - phone: {held by: nose}\n", ""), 4,
     "held by 'nose' is not known; write 'near hand' or 'far hand'"},
    {FILE_OF(HEAD "props:\n  - phone: {tilt: 5}\n", ""), 4, "a phone needs 'held by'"},
    {FILE_OF(HEAD, "    monitor: {at: [0, 90]}\n"), 13,
     "there is no monitor under 'props' that a pose could move"},
    {FILE_OF(HEAD "props:\n  - mat: {from: 0, to: 1}\n", "    mat: {from: 2}\n"), 15,
     "'from' is the same in every pose: say it under 'props'"},
    {FILE_OF(HEAD "props:\n  - mat\n", ""), 4,
     "a prop is one name and its place, such as 'mat: {from: -70, to: 70}'"},
    {FILE_OF(HEAD "muscles:\n  - torso: {across: 0}\n", ""), 4,
     "a muscle needs 'along', as in 'along: [0.6, 0.8]'"},
    {FILE_OF(HEAD "muscles:\n  - torso: {along: 2}\n", ""), 4,
     "along must lie between -0.4 and 1.4"},
    {FILE_OF(HEAD "muscles:\n  - torsoo: {along: 1}\n", ""), 4,
     "muscle 'torsoo' is not known; did you mean 'torso'?"},
    {"[]\n", 1, "a figure needs 'key: value' lines"},
};

/* On its side a body has no half that mirrors the other. */
static void a_body_on_its_side_needs_both_hands_and_feet(void **state)
{
    (void)state;
    struct reading r;
    read_text(&r, LYING_OF("view: front\nlies: on its side\n", ""));
    assert_int_equal(r.diags.errors, 2);
    assert_string_equal(r.diags.items[0].message, "the first pose needs 'right hand'");
    assert_string_equal(r.diags.items[1].message, "the first pose needs 'right foot'");
    arena_finish(&r.arena);
}

static void each_mistake_is_said_once_and_where(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof mistakes / sizeof *mistakes; i++) {
        struct reading r;
        read_text(&r, mistakes[i].text);
        assert_null(r.figure);
        if (r.diags.errors != 1)
            diag_print(&r.diags, stderr, false);
        assert_int_equal(r.diags.errors, 1);
        assert_string_equal(r.diags.items[0].message, mistakes[i].message);
        assert_int_equal(r.diags.items[0].span.line, mistakes[i].line);
        arena_finish(&r.arena);
    }
}

static void one_run_finds_every_mistake(void **state)
{
    (void)state;
    struct reading r;
    read_text(&r, FILE_OF("figure: Test\nmoves with: jump\nwiew: side\n",
                          "    belly: x\n    chin: [0, 1]\n  - ribs: 99\n"));
    assert_int_equal(r.diags.errors, 5);
    arena_finish(&r.arena);
}

static void too_many_poses_are_refused(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena);
    const char *text = FILE_OF(HEAD, "");
    for (int i = 0; i < FIGURE_POSES_MOST; i++)
        text = arena_format(&arena, "%s  - belly: 1\n", text);
    struct reading r;
    read_text(&r, text);
    assert_int_equal(r.diags.errors, 1);
    assert_string_equal(r.diags.items[0].message, "poses can have at most 12 entries");
    arena_finish(&r.arena);
    arena_finish(&arena);
}

/* The message for a word offers the nearest of the words that the reader itself knows. */
static void word_lists_and_readers_agree(void **state)
{
    (void)state;
    for (enum pose_words set = POSE_WORDS_SIDE; set < POSE_WORD_SETS; set++) {
        struct figure_words words = figure_pose_keys(set);
        for (size_t i = 0; i < words.count; i++) {
            char text[512];
            (void)snprintf(text, sizeof text, "%sview: %s\nposes:\n  - %s: x\n", HEAD,
                           set == POSE_WORDS_SIDE ? "side" : "above", words.words[i]);
            struct reading r;
            read_text(&r, text);
            for (size_t d = 0; d < r.diags.count; d++)
                assert_null(strstr(r.diags.items[d].message, "not known"));
            arena_finish(&r.arena);
        }
    }
    struct figure_words keys = figure_keys();
    for (size_t i = 0; i < keys.count; i++) {
        char text[64];
        (void)snprintf(text, sizeof text, "%s: [1]\n", keys.words[i]);
        struct reading r;
        read_text(&r, text);
        for (size_t d = 0; d < r.diags.count; d++)
            assert_null(strstr(r.diags.items[d].message, "key '"));
        arena_finish(&r.arena);
    }
}

int run_read(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_frame_stands_for_the_bounds),
        cmocka_unit_test(a_right_file_is_read),
        cmocka_unit_test(a_body_seen_from_above_is_read),
        cmocka_unit_test(a_body_on_its_side_needs_both_hands_and_feet),
        cmocka_unit_test(each_mistake_is_said_once_and_where),
        cmocka_unit_test(one_run_finds_every_mistake),
        cmocka_unit_test(too_many_poses_are_refused),
        cmocka_unit_test(word_lists_and_readers_agree),
    };
    return cmocka_run_group_tests_name("figure: reading", tests, NULL, NULL);
}
