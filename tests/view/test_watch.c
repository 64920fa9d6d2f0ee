// SPDX-License-Identifier: MIT
#include "view/look.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

/* What is wrong with a saved file is shown beside the session, in every shape and for every moment:
 * it covers nothing of it, and nothing of it is cut. Over what is no player, it lies on a dimmed
 * page. */

static const struct {
    float width, height;
} sizes[] = {
    {640, 360},   {640, 480},   {1024, 768},  {1080, 1080}, {1280, 1024}, {1280, 800},
    {1920, 1080}, {2560, 1080}, {3440, 1440}, {3840, 2160}, {360, 640},   {1080, 1920},
    {1200, 1600}, {2160, 3840}, {1000, 900},  {900, 1000},
};
enum { SIZES = sizeof sizes / sizeof *sizes };

static const char long_line[] =
    "  - step: Shake it out\n"
    "    say: {start: Let your hands get heavy, thirty: breathe, halfway: Go on with the other "
    "one, slowly}\n";
static const struct source files[] = {
    {"evening-for-the-desk.yaml", long_line, sizeof long_line - 1}, {"gone.yaml", NULL, 0}};

static void one(struct stand_in *stand_in, struct diag_list *diags)
{
    stand_in_mistakes(stand_in, 1, diags);
}

static void many(struct stand_in *stand_in, struct diag_list *diags)
{
    stand_in_mistakes(stand_in, 12, diags);
}

/* As long as any message is in tests/scripts. */
static void long_ones(struct stand_in *stand_in, struct diag_list *diags)
{
    diag_init(diags, &stand_in->arena);
    diag_error(diags, (struct span){&files[0], 2, 50, 6},
               "no moment is called 'thirty'; write 'start', 'halfway', 'end', a phase such as "
               "'in' or 'lift', '45 s', '-10 s' or 'every 40 s'");
    diag_error(diags, (struct span){&files[0], 1, 5, 4},
               "this line stands where a list item should; start it with '- ' or mend its "
               "indentation");
}

/* About whole files, and such as what is played can do without. */
static void no_line(struct stand_in *stand_in, struct diag_list *diags)
{
    diag_init(diags, &stand_in->arena);
    diags->forgiving = true;
    diag_error(diags, (struct span){&files[1], 0, 0, 0}, "cannot be read: No such file");
    diag_error(diags, (struct span){NULL, 0, 0, 0}, "there is no palette 'irsi'");
}

static void (*const notices[])(struct stand_in *, struct diag_list *) = {one, many, long_ones,
                                                                         no_line};
enum { NOTICES = sizeof notices / sizeof *notices };

/* The card is the only thing with an outline on a player's screen, and the last one elsewhere. */
static size_t find_card(const struct draw_list *list)
{
    size_t card = list->count;
    for (size_t i = 1; i < list->count; i++)
        if (list->commands[i].kind == DRAW_RECT && list->commands[i].width > 0)
            card = i - 1;
    return card;
}

static bool is_ground(const struct draw_command *command)
{
    return command->kind == DRAW_BACKDROP || command->kind == DRAW_GLOW;
}

static bool dimmed(const struct draw_list *list, size_t card)
{
    return card > 0 && list->commands[card - 1].kind == DRAW_SHADE;
}

static bool within(struct draw_box box, struct draw_box outer)
{
    return box.x >= outer.x - 1 && box.y >= outer.y - 1 && box.x + box.w <= outer.x + outer.w + 1 &&
           box.y + box.h <= outer.y + outer.h + 1;
}

static void check_card(const struct look *look)
{
    const struct draw_list *list = &look->stand_in->list;
    size_t card = find_card(list);
    if (card == list->count)
        fail_msg("%s at %.0fx%.0f shows no card", look->screen, (double)list->width,
                 (double)list->height);
    if (dimmed(list, card))
        return;
    for (size_t i = 0; i < list->count; i++) {
        const struct draw_command *c = &list->commands[i];
        struct draw_box box = c->kind == DRAW_TEXT ? stand_in_text_box(look->stand_in, c) : c->box;
        if (is_ground(c) || !look_overlap(box, list->commands[card].box) ||
            (i >= card && within(box, list->commands[card].box)))
            continue;
        fail_msg("%s at %.0fx%.0f: the card covers a thing of kind %d at %.0f,%.0f", look->screen,
                 (double)list->width, (double)list->height, c->kind, (double)box.x, (double)box.y);
    }
}

static void check_all(bool longer, const char *language)
{
    struct stand_in stand_ins[2]; /* with pictures, and bare */
    for (int bare = 0; bare < 2; bare++) {
        stand_in_init(&stand_ins[bare], longer, bare == 1);
        if (language != NULL)
            stand_in_speak(&stand_ins[bare], language);
    }
    for (size_t n = 0; n < NOTICES; n++)
        for (size_t i = 0; i < stand_in_moment_count; i++) {
            const struct moment_of *moment = &stand_in_moments[i];
            struct stand_in *used = &stand_ins[moment->bare];
            struct look look = {.screen = moment->name, .stand_in = used};
            struct diag_list diags;
            notices[n](used, &diags);
            struct view_notice notice = {.mistakes = &diags};
            used->view.notice = &notice;
            for (size_t s = 0; s < SIZES; s++) {
                used->view.theme = &theme_table[(s + i) % THEMES];
                stand_in_draw(used, moment, sizes[s].width, sizes[s].height);
                look_check_places(&look);
                if (!longer && language == NULL)
                    look_check_contrast(&look);
                if (strcmp(moment->name, "eyes-closed") != 0)
                    check_card(&look);
            }
        }
    stand_in_finish(&stand_ins[0]);
    stand_in_finish(&stand_ins[1]);
}

static void nothing_is_covered(void **state)
{
    (void)state;
    check_all(false, NULL);
}

static void nor_with_longer_words(void **state)
{
    (void)state;
    check_all(true, NULL);
}

static void nor_with_german_words(void **state)
{
    (void)state;
    check_all(false, "de");
}

static void nor_with_words_from_right_to_left(void **state)
{
    (void)state;
    check_all(false, "en-XB");
}

static const struct moment_of eyes_closed = {
    .name = "eyes-closed", .at = 43 * TICK_S, .actions = {ACTION_EYES_CLOSED}};

static void the_dark_stays_dark(void **state)
{
    (void)state;
    struct stand_in stand_in;
    struct draw_list before;
    struct diag_list diags;
    stand_in_init(&stand_in, false, false);
    draw_list_init(&before);
    stand_in_draw(&stand_in, &eyes_closed, 1920, 1080);
    draw_list_copy(&before, &stand_in.list);
    many(&stand_in, &diags);
    struct view_notice notice = {.mistakes = &diags};
    stand_in.view.notice = &notice;
    stand_in_draw(&stand_in, &eyes_closed, 1920, 1080);
    assert_true(draw_list_same(&before, &stand_in.list));
    draw_list_finish(&before);
    stand_in_finish(&stand_in);
}

/* What lies under the card cannot be meant. */
static void a_press_on_the_card_chooses_nothing(void **state)
{
    (void)state;
    struct stand_in stand_in;
    struct diag_list diags;
    struct moment_of paused = {.name = "paused", .at = 43 * TICK_S, .actions = {ACTION_PLAY_PAUSE}};
    stand_in_init(&stand_in, false, false);
    one(&stand_in, &diags);
    struct view_notice notice = {.mistakes = &diags};
    stand_in.view.notice = &notice;
    stand_in_draw(&stand_in, &paused, 1920, 1080);
    assert_int_equal(stand_in.targets.count, 0);
    stand_in_finish(&stand_in);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_is_covered),
        cmocka_unit_test(nor_with_longer_words),
        cmocka_unit_test(nor_with_german_words),
        cmocka_unit_test(nor_with_words_from_right_to_left),
        cmocka_unit_test(the_dark_stays_dark),
        cmocka_unit_test(a_press_on_the_card_chooses_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
