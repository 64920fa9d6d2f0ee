// SPDX-License-Identifier: MIT
#include "view/stand_in.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

/* Near the average of a sans serif. */
#define LETTER 0.53f
#define BOLD_LETTER 0.57f

static float fixed_width(void *context, struct draw_type type, const char *text, size_t length)
{
    (void)context;
    float letter = type.font == FONT_BOLD ? BOLD_LETTER : LETTER;
    return (float)text_count(text, length) * letter * type.size;
}

/* Two letters for five more, between words, so that it breaks as a longer language would. */
static const char *lengthen(struct arena *arena, const char *text)
{
    size_t length = strlen(text);
    char *out = arena_alloc(arena, 2 * length + 16);
    size_t at = 0, letters = 0;
    for (const char *c = text; *c; c++) {
        if (*c == 'e')
            at += (size_t)sprintf(out + at, "\xC3\xA9");
        else
            out[at++] = *c;
        letters++;
        if (letters % 5 == 0 && *c != '{' && c[1] != '}' && *c != ' ')
            at += (size_t)sprintf(out + at, "\xC3\xB6m");
    }
    return out;
}

static const char *two_pictures[] = {"down.png", "up.png"};
static const char *mat[] = {"mat"};

static struct exercise exercise(const char *title)
{
    return (struct exercise){.title = title, .pictures = {two_pictures, 2}};
}

static void breathe(struct exercise *exercise)
{
    exercise->breathing =
        (struct breathing){.given = true, .pattern = {.length = {4 * TICK_S, 0, 4 * TICK_S, 0}}};
}

static void say(struct arena *arena, struct exercise *exercise, enum line_when when, tick offset,
                const char *text)
{
    struct line *lines = arena_alloc(arena, (exercise->line_count + 1) * sizeof *lines);
    if (exercise->line_count > 0)
        memcpy(lines, exercise->lines, exercise->line_count * sizeof *lines);
    lines[exercise->line_count++] = (struct line){.when = when, .offset = offset, .say = text};
    exercise->lines = lines;
}

static struct exercise cat_cow(struct arena *arena)
{
    struct exercise e = exercise("Cat\xE2\x80\x93"
                                 "cow");
    e.setup = (struct setup){.length = 10 * TICK_S, .say = "Come onto your hands and knees."};
    e.needs = (struct text_list){mat, 1};
    e.drive = DRIVE_BREATH;
    breathe(&e);
    say(arena, &e, LINE_START, 0, "Move with your breath.");
    say(arena, &e, LINE_AT, 30 * TICK_S, "Let your belly sink and look up.");
    return e;
}

static struct exercise stretch(struct arena *arena)
{
    struct exercise e = exercise("Doorway chest stretch");
    e.switching.length = 8 * TICK_S;
    e.drive = DRIVE_LOOP;
    e.loop = 12 * TICK_S;
    breathe(&e);
    say(arena, &e, LINE_START, 0, "Lean forward until the {side} side of your chest opens.");
    return e;
}

static struct exercise bridge(struct arena *arena)
{
    struct exercise e = exercise("Glute bridge");
    e.rest = 30 * TICK_S;
    e.tempo = (struct tempo){.count = 3,
                             .phases = {{"lift", TEMPO_AWAY, 2 * TICK_S},
                                        {"hold", TEMPO_STAY, TICK_S},
                                        {"lower", TEMPO_BACK, 2 * TICK_S}}};
    say(arena, &e, LINE_START, 0, "Press through your heels. Squeeze at the top.");
    return e;
}

static struct exercise still(void)
{
    struct exercise e = exercise("Stand tall");
    e.drive = DRIVE_STILL;
    return e;
}

static const struct dose doses[] = {
    {.amount = DOSE_TIME, .duration = 2 * TICK_MIN, .sets = 1},
    {.amount = DOSE_TIME, .duration = TICK_MIN, .sets = 1, .sides = DOSE_PER_SIDE},
    {.amount = DOSE_REPS, .count = 10, .sets = 2},
    {.amount = DOSE_TIME, .duration = 40 * TICK_S, .sets = 1},
    {.amount = DOSE_UNTIL_CONTINUE, .sets = 1},
};

/* Laid out: 0:00 setup, 0:10 cat-cow, 2:10 stretch left, 3:10 switch, 3:18 right, 4:18 bridge,
 * 5:08 rest, 5:38 bridge, 6:28 stand; then the gates: a wait, work until continue, a question. */
static const struct routine *make_routine(struct arena *arena, bool longer, bool bare)
{
    enum { WORK = 5, STEPS = WORK + 2 };
    struct exercise *made = arena_alloc(arena, WORK * sizeof *made);
    made[0] = cat_cow(arena);
    made[1] = stretch(arena);
    made[2] = bridge(arena);
    made[3] = still();
    made[4] = exercise("As you like it");
    struct step *steps = arena_alloc(arena, STEPS * sizeof *steps);
    for (size_t i = 0; i < WORK; i++) {
        if (bare)
            made[i].pictures.count = 0;
        if (longer)
            made[i].title = lengthen(arena, made[i].title);
        for (size_t l = 0; longer && l < made[i].line_count; l++)
            made[i].lines[l].say = lengthen(arena, made[i].lines[l].say);
        size_t at = i < 4 ? i : 5;
        steps[at] = (struct step){.kind = STEP_WORK, .exercise = &made[i], .dose = doses[i]};
    }
    steps[4] =
        (struct step){.kind = STEP_WAIT, .text = "Fetch a glass of water", .length = 2 * TICK_MIN};
    steps[6] = (struct step){.kind = STEP_ASK, .text = "comfort"};
    struct routine *routine = arena_alloc(arena, sizeof *routine);
    *routine =
        (struct routine){.id = "stand-in",
                         .title = longer ? lengthen(arena, "Daily mobility") : "Daily mobility",
                         .about = "",
                         .language = "en",
                         .steps = {steps, STEPS}};
    return routine;
}

#define AT(minutes, seconds) ((minutes)*TICK_MIN + (seconds)*TICK_S)
#define GATE AT(7, 8)

const struct moment_of stand_in_moments[] = {
    {.name = "setup", .at = AT(0, 2)},
    {.name = "setup-three", .at = AT(0, 8)},
    {.name = "breath", .at = AT(0, 43)},
    {.name = "hold-left", .at = AT(2, 31)},
    {.name = "switch", .at = AT(3, 12)},
    {.name = "hold-right", .at = AT(4, 0)},
    {.name = "reps", .at = AT(4, 35)},
    {.name = "rest", .at = AT(5, 20)},
    {.name = "second-set", .at = AT(6, 0)},
    {.name = "still", .at = AT(6, 50)},
    {.name = "wait", .at = GATE, .pass = 5 * TICK_S},
    {.name = "open", .at = GATE, .actions = {ACTION_CONTINUE}, .pass = 75 * TICK_S},
    {.name = "ask", .at = GATE, .actions = {ACTION_CONTINUE, ACTION_CONTINUE}},
    {.name = "ask-ten",
     .at = GATE,
     .actions = {ACTION_CONTINUE, ACTION_CONTINUE, ACTION_RATE},
     .rating = 10},
    {.name = "paused", .at = AT(0, 43), .actions = {ACTION_PLAY_PAUSE, ACTION_DOWN}},
    {.name = "leave", .at = AT(4, 35), .actions = {ACTION_LEAVE}},
    {.name = "help", .at = AT(0, 43), .actions = {ACTION_HELP}},
    {.name = "eyes-closed", .at = AT(0, 43), .actions = {ACTION_EYES_CLOSED}},
    {.name = "muted", .at = AT(0, 43), .actions = {ACTION_MUTE}},
    {.name = "louder", .at = AT(3, 12), .actions = {ACTION_LOUDER}},
    {.name = "finished",
     .at = AT(6, 40),
     .actions = {ACTION_NEXT, ACTION_CONTINUE, ACTION_CONTINUE, ACTION_CONTINUE, ACTION_MUTE}},
    {.name = "after", .at = GATE, .actions = {ACTION_CONTINUE, ACTION_CONTINUE}, .after = true},
    {.name = "after-seven",
     .at = GATE,
     .actions = {ACTION_CONTINUE, ACTION_CONTINUE, ACTION_RATE},
     .rating = 7,
     .after = true},
    {.name = "after-better",
     .at = GATE,
     .actions = {ACTION_CONTINUE, ACTION_CONTINUE, ACTION_RATE, ACTION_CONTINUE},
     .rating = 7,
     .after = true},
    {.name = "finished-week",
     .at = AT(6, 40),
     .actions = {ACTION_NEXT, ACTION_CONTINUE, ACTION_CONTINUE, ACTION_CONTINUE, ACTION_MUTE},
     .past = PAST_FULL},
    {.name = "after-week",
     .at = GATE,
     .actions = {ACTION_CONTINUE, ACTION_CONTINUE, ACTION_RATE, ACTION_CONTINUE},
     .rating = 7,
     .past = PAST_ONE,
     .after = true},
    {.name = "resume", .resume = AT(4, 35), .pass = 3 * TICK_S},
    {.name = "resume-anew", .resume = AT(4, 35), .actions = {ACTION_DOWN}},
    {.name = "bare-breath", .at = AT(0, 43), .bare = true},
    {.name = "bare-hold", .at = AT(2, 31), .bare = true},
};
const size_t stand_in_moment_count = sizeof stand_in_moments / sizeof *stand_in_moments;

static tick guess_voice(void *context, const char *text)
{
    (void)context;
    return (tick)strlen(text) * 60 * TICK_MS;
}

void stand_in_init(struct stand_in *stand_in, bool longer, bool bare)
{
    static const struct voice_measure voice = {.length = guess_voice};
    *stand_in = (struct stand_in){.metrics = {.width = fixed_width}};
    arena_init(&stand_in->arena);
    diag_init(&stand_in->diags, &stand_in->arena);
    const struct routine *routine = make_routine(&stand_in->arena, longer, bare);
    struct timeline_options options = {.ask = true, .voice = &voice};
    stand_in->timeline = timeline_compile(&stand_in->arena, routine, &options, &stand_in->diags);
    assert(stand_in->timeline);
    stand_in->asks_nothing = *stand_in->timeline;
    stand_in->asks_nothing.entry_count--;
    draw_list_init(&stand_in->list);
    stand_in->view = (struct view_context){
        .list = &stand_in->list,
        .metrics = &stand_in->metrics,
        .theme = &theme_table[THEME_NIGHT],
    };
    if (longer)
        stand_in_speak(stand_in, "en-XA");
}

void stand_in_speak(struct stand_in *stand_in, const char *language)
{
    stand_in->view.words = catalog_open(&stand_in->arena, UNKNOT_CATALOGS, language);
    assert(stand_in->view.words);
}

void stand_in_finish(struct stand_in *stand_in)
{
    draw_list_finish(&stand_in->list);
    arena_finish(&stand_in->arena);
}

void stand_in_draw(struct stand_in *stand_in, const struct moment_of *moment, float width,
                   float height)
{
    struct session *session = &stand_in->session;
    struct effects effects;
    struct session_options options = {.from = moment->at,
                                      .resume = moment->resume,
                                      .volume = 60,
                                      .before = {moment->after, 4},
                                      .ask = true};
    const struct timeline *timeline = moment->after ? &stand_in->asks_nothing : stand_in->timeline;
    tick now = 0;
    session_init(session, timeline, &options, now);
    session_step(session, (struct request){0}, now, &effects);
    for (size_t i = 0; i < 6 && moment->actions[i] != ACTION_NONE; i++) {
        struct request request = {.action = moment->actions[i], .rating = moment->rating};
        session_step(session, request, now, &effects);
    }
    for (; now < moment->pass; session_step(session, (struct request){0}, now, &effects))
        now += TICK_S;
    stand_in->view.targets = &stand_in->targets;
    stand_in->view.width = width;
    stand_in->view.height = height;
    stand_in->view.progress = stand_in_past(moment->past);
    view_session(&stand_in->view, session);
}

void stand_in_mistakes(struct stand_in *stand_in, size_t count, struct diag_list *diags)
{
    static const char text[] = "routine: Ten quiet minutes\n"
                               "steps:\n"
                               "  - diaphragmatic-breething: 3 min\n"
                               "  - cat-cow: 2 mni\n";
    static const struct source source = {"quiet.yaml", text, sizeof text - 1};
    diag_init(diags, &stand_in->arena);
    diag_error(diags, (struct span){&source, 3, 5, 23},
               "no exercise is called 'diaphragmatic-breething'; did you mean "
               "'diaphragmatic-breathing'?");
    for (size_t i = 1; i < count; i++)
        diag_error(diags, (struct span){&source, 4, 14, 5}, "'%zu mni' is no dose", i);
}

struct draw_box stand_in_text_box(const struct stand_in *stand_in,
                                  const struct draw_command *command)
{
    struct draw_type type = {command->font, command->size, command->tabular};
    float width = fixed_width(NULL, type, stand_in->list.bytes + command->text, command->length);
    float left = command->align == ALIGN_LEFT     ? command->x
                 : command->align == ALIGN_CENTRE ? command->x - width / 2
                                                  : command->x - width;
    return (struct draw_box){left, command->y - 0.73f * command->size, width,
                             0.95f * command->size};
}
