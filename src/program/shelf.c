// SPDX-License-Identifier: MIT
#include "program/shelf.h"

#include "base/log.h"
#include "program/bookmark.h"
#include "program/built_in.h"
#include "program/folders.h"
#include "program/language.h"

#include <ctype.h>
#include <string.h>

/* What the program plays when nothing is named stands first. */
#define FIRST "daily-mobility"
/* One turn of a figure that breathes or moves by reps. */
#define TURN (8 * TICK_S)

struct shelf_figure {
    const char *name;
    const struct figure *figure; /* NULL: not to be had */
};

/* Good for a moment, until the file is read. */
static const char *title_from(struct arena *arena, const char *id)
{
    char *title = arena_copy(arena, id, strlen(id));
    for (char *dash = title; (dash = strchr(dash, '-')) != NULL;)
        *dash = ' ';
    title[0] = (char)toupper((unsigned char)title[0]);
    return title;
}

static void add_card(struct shelf *shelf, const struct library_item *item)
{
    struct home_content *content = &shelf->content;
    content->cards[content->count++] = (struct home_card){
        .path = item->path, .title = title_from(&shelf->app.arena, item->id), .about = ""};
}

void shelf_open(struct shelf *shelf, const struct options *options)
{
    *shelf = (struct shelf){.options = options};
    app_init(&shelf->app, options);
    const struct library *library = &shelf->app.library;
    shelf->languages = language_list(&shelf->app);
    shelf->content.cards =
        arena_alloc(&shelf->app.arena, (library->count + 1) * sizeof *shelf->content.cards);
    shelf->timelines =
        arena_alloc(&shelf->app.arena, (library->count + 1) * sizeof(struct timeline *));
    shelf->figures = arena_alloc(&shelf->app.arena, library->count * sizeof *shelf->figures);
    if (options->built_in)
        add_card(shelf, &(struct library_item){.path = BUILT_IN_ROUTINE, .id = BUILT_IN_ROUTINE});
    for (int first = 1; first >= 0; first--)
        for (size_t i = 0; i < library->count; i++) {
            const struct library_item *item = &library->items[i];
            if (item->kind == LIBRARY_ROUTINE && !item->hidden &&
                text_equal(item->id, FIRST) == (first == 1))
                add_card(shelf, item);
        }
}

void shelf_close(struct shelf *shelf)
{
    app_finish(&shelf->app);
}

static const char *file_of(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash != NULL ? slash + 1 : path;
}

static struct home_trouble *trouble_from(struct arena *arena, const char *path,
                                         const struct diag_list *diags)
{
    struct home_trouble *trouble = arena_alloc(arena, sizeof *trouble);
    trouble->file = file_of(path);
    trouble->messages.items = arena_alloc(arena, diag_mistakes(diags) * sizeof(char *));
    for (size_t i = 0; i < diags->count; i++) {
        const struct diag *diag = &diags->items[i];
        const char *name = diag->span.source != NULL ? file_of(diag->span.source->name) : "";
        if (diag->severity == DIAG_WARNING)
            continue;
        trouble->messages.items[trouble->messages.count++] =
            diag->span.line == 0
                ? arena_format(arena, "%s: %s", name, diag->message)
                : arena_format(arena, "%s, line %u: %s", name, diag->span.line, diag->message);
    }
    return trouble;
}

/* By another card. */
static bool is_shown(const struct shelf *shelf, const struct home_card *card, const char *figure)
{
    for (size_t i = 0; i < shelf->read; i++) {
        const struct exercise *cover = shelf->content.cards[i].cover;
        if (card != &shelf->content.cards[i] && cover != NULL && text_equal(cover->figure, figure))
            return true;
    }
    return false;
}

/* What takes longest stands for the routine, unless it stands for another one already. */
static const struct exercise *cover_of(const struct shelf *shelf, const struct home_card *card,
                                       const struct timeline *timeline)
{
    const struct exercise *best = NULL;
    tick longest = -1;
    bool new_one = false;
    for (size_t i = 0; i < timeline->step_count; i++) {
        const struct timeline_step *step = &timeline->steps[i];
        if (step->exercise == NULL || step->exercise->figure == NULL)
            continue;
        bool is_new = !is_shown(shelf, card, step->exercise->figure);
        tick length = step->end - step->start;
        if (is_new == new_one ? length <= longest : new_one)
            continue;
        best = step->exercise;
        longest = length;
        new_one = is_new;
    }
    return best;
}

/* Of the steps that will be played, each thing once: a roller that a routine can do without, too.
 */
static struct text_list needs_of(struct arena *arena, const struct timeline *timeline)
{
    struct text_list needs = {0};
    size_t capacity = 0;
    for (size_t i = 0; i < timeline->step_count; i++) {
        const struct exercise *exercise = timeline->steps[i].exercise;
        for (size_t n = 0; exercise != NULL && n < exercise->needs.count; n++) {
            const char *thing = exercise->needs.items[n];
            size_t at = 0;
            while (at < needs.count && !text_equal(needs.items[at], thing))
                at++;
            if (at < needs.count)
                continue;
            needs.items = arena_grow(arena, needs.items, needs.count, &capacity, sizeof(char *));
            needs.items[needs.count++] = thing;
        }
    }
    return needs;
}

/* What a person may say to have or not, each thing once. */
static struct text_list either_of(struct arena *arena, const struct timeline *timeline)
{
    struct text_list either = {arena_alloc(arena, HOME_THINGS * sizeof(char *)), 0};
    for (size_t i = 0; i < timeline->way_count && either.count < HOME_THINGS; i++) {
        size_t at = 0;
        while (at < either.count && !text_equal(either.items[at], timeline->ways[i].thing))
            at++;
        if (at == either.count)
            either.items[either.count++] = timeline->ways[i].thing;
    }
    return either;
}

static void add_thing(struct shelf *shelf, const char *thing)
{
    struct text_list *things = &shelf->things;
    for (size_t i = 0; i < things->count; i++)
        if (text_equal(things->items[i], thing))
            return;
    things->items = arena_grow(&shelf->app.arena, things->items, things->count,
                               &shelf->thing_capacity, sizeof(char *));
    things->items[things->count++] = thing;
}

/* Also what only one of two ways needs. As deep as a file may nest. */
static void add_things(struct shelf *shelf, const struct step_list *steps)
{
    for (size_t i = 0; i < steps->count; i++) {
        const struct step *step = &steps->items[i];
        if (step->kind == STEP_WITH)
            add_thing(shelf, step->text);
        if (step->kind == STEP_WITH || step->kind == STEP_REPEAT)
            add_things(shelf, &step->steps);
        if (step->kind == STEP_WITH)
            add_things(shelf, &step->otherwise);
    }
}

/* With a library of its own, so that a mistake in an exercise is said of each routine that has it.
 */
static void read_card(struct shelf *shelf, struct home_card *card)
{
    struct app *app = &shelf->app;
    struct library *library = arena_alloc(&app->arena, sizeof *library);
    struct diag_list diags;
    diag_init(&diags, &app->arena);
    library_open(library, &app->arena, app->folders, app->folder_count);
    library->assets = app->assets;
    library->language = app->library.language;
    const struct timeline_options wanted =
        app_layout_options(&app->arena, shelf->options, NULL, NULL, false);
    const struct routine *routine = app_find(library, card->path, &diags);
    const struct timeline *timeline =
        routine != NULL ? timeline_compile(&app->arena, routine, &wanted, &diags) : NULL;
    card->read = true;
    if (routine != NULL) {
        card->title = routine->title;
        card->about = routine->about;
    }
    if (timeline == NULL || diags.errors > 0) {
        card->trouble = trouble_from(&app->arena, card->path, &diags);
        return;
    }
    if (diags.flaws > 0)
        card->flaws = trouble_from(&app->arena, card->path, &diags);
    for (size_t i = 0; i < routine->needs.count; i++)
        add_thing(shelf, routine->needs.items[i]);
    add_things(shelf, &routine->steps);
    shelf->timelines[card - shelf->content.cards] = timeline;
    card->routine = routine;
    card->total = timeline->total;
    card->asks = entry_asks_comfort(&timeline->entries[0]);
    card->needs = needs_of(&app->arena, timeline);
    card->either = either_of(&app->arena, timeline);
    card->cover = cover_of(shelf, card, timeline);
}

/* What is wrong with a place is said when the routine is played. */
static void read_mark(struct shelf *shelf, size_t index)
{
    const struct timeline *timeline = shelf->timelines[index];
    const struct options *options = shelf->options;
    struct arena *arena = &shelf->app.arena;
    if (timeline == NULL || options->given[OPTION_NO_RESUME] || options->given[OPTION_FROM])
        return;
    const char *file = folders_place(arena, timeline->routine->id), *why;
    if (file != NULL)
        shelf->content.cards[index].resume = bookmark_find(arena, file, timeline, &why);
}

static const struct shelf_figure *shelf_figure_of(const struct shelf *shelf, const char *name)
{
    for (size_t i = 0; i < shelf->figure_count; i++)
        if (text_equal(shelf->figures[i].name, name))
            return &shelf->figures[i];
    return NULL;
}

/* A figure with mistakes is not shown here, and playing says what is wrong. */
static const struct figure *read_figure(struct shelf *shelf, const char *name)
{
    struct app *app = &shelf->app;
    const struct shelf_figure *known = shelf_figure_of(shelf, name);
    const struct library_item *item = library_find(&app->library, LIBRARY_FIGURE, name);
    if (known != NULL || item == NULL)
        return known != NULL ? known->figure : NULL;
    struct diag_list diags;
    diag_init(&diags, &app->arena);
    const struct figure *figure = figure_read(&app->arena, item->path, &diags);
    shelf->figures[shelf->figure_count++] = (struct shelf_figure){name, figure};
    return figure;
}

static void read_cover(struct shelf *shelf, struct home_card *card)
{
    const struct figure *figure =
        card->cover != NULL ? read_figure(shelf, card->cover->figure) : NULL;
    if (figure == NULL)
        return;
    double loop = 0;
    enum figure_drive drive = figure_default_drive(figure, &loop);
    card->turn = drive == FIGURE_LOOP ? tick_from_seconds(loop) : drive == FIGURE_STILL ? 0 : TURN;
}

static void read_tips(struct shelf *shelf)
{
    struct diag_list diags;
    diag_init(&diags, &shelf->app.arena);
    shelf->content.tips = tips_find(&shelf->app.library, &diags);
    const struct library_item *item =
        library_find(&shelf->app.library, LIBRARY_TIPS, LIBRARY_TIPS_ID);
    if (diag_mistakes(&diags) > 0 && item != NULL)
        shelf->content.trouble = trouble_from(&shelf->app.arena, item->path, &diags);
}

bool shelf_read_next(struct shelf *shelf)
{
    struct home_content *content = &shelf->content;
    if (!shelf->tips_read) {
        read_tips(shelf);
        shelf->tips_read = true;
    } else if (shelf->read < content->count) {
        read_card(shelf, &content->cards[shelf->read]);
        shelf->read++;
    } else if (shelf->marked < content->count) {
        read_mark(shelf, shelf->marked);
        shelf->marked++;
    } else if (shelf->covered < content->count) {
        read_cover(shelf, &content->cards[shelf->covered]);
        shelf->covered++;
    } else if (content->tips != NULL && shelf->illustrated < content->tips->count) {
        const struct tip *tip = &content->tips->cards[shelf->illustrated];
        if (tip->figure != NULL)
            read_figure(shelf, tip->figure);
        shelf->illustrated++;
    } else {
        return false;
    }
    return true;
}

void shelf_read_again(struct shelf *shelf, size_t index)
{
    struct home_card *card = &shelf->content.cards[index];
    *card = (struct home_card){.path = card->path, .title = card->title, .about = card->about};
    shelf->timelines[index] = NULL;
    read_card(shelf, card);
    read_mark(shelf, index);
    read_cover(shelf, card);
}

static struct home_card *card_called(const struct home_content *content, const char *path)
{
    const char *file = file_of(path);
    for (size_t i = 0; i < content->count; i++)
        if (text_equal(file_of(content->cards[i].path), file))
            return &content->cards[i];
    return NULL;
}

static bool looks_into(const struct app *app, const char *path)
{
    size_t length = (size_t)(file_of(path) - path);
    for (size_t i = 0; i < app->folder_count && length > 0; i++)
        if (strlen(app->folders[i]) == length - 1 &&
            strncmp(app->folders[i], path, length - 1) == 0)
            return true;
    return false;
}

static void log_mistakes(const struct home_card *card)
{
    const struct text_list *messages = &card->trouble->messages;
    for (size_t i = 0; i < messages->count; i++)
        log_error("%s", messages->items[i]);
    log_error("%s: the last good edition stays", card->path);
}

static void keep_card(struct shelf *shelf, const struct home_card *card)
{
    struct home_content *content = &shelf->content;
    struct home_card *now = card_called(content, card->path);
    if (now != NULL && now->trouble != NULL) {
        log_mistakes(now);
    } else if (now == NULL && looks_into(&shelf->app, card->path)) {
        log_error("%s: it is gone; the last good edition stays", card->path);
        now = &content->cards[content->count++];
    } else {
        return;
    }
    *now = *card;
    now->old = true;
}

void shelf_keep(struct shelf *shelf, const struct home_content *earlier)
{
    struct home_content *content = &shelf->content;
    struct home_card *cards =
        arena_alloc(&shelf->app.arena, (content->count + earlier->count) * sizeof *cards);
    memcpy(cards, content->cards, content->count * sizeof *cards);
    content->cards = cards;
    for (size_t i = 0; i < earlier->count; i++)
        if (earlier->cards[i].trouble == NULL)
            keep_card(shelf, &earlier->cards[i]);
    if (content->tips == NULL && content->trouble != NULL)
        content->tips = earlier->tips;
    shelf->read = shelf->marked = content->count;
    shelf->covered = shelf->illustrated = 0;
}

void shelf_offer(const struct shelf *shelf, struct wishes *out)
{
    out->palettes = shelf->app.library.names[LIBRARY_PALETTE];
    out->languages = shelf->languages;
    out->things = shelf->things;
}

static const struct figure *find(void *context, const struct exercise *exercise)
{
    const struct shelf_figure *known = shelf_figure_of(context, exercise->figure);
    return known != NULL ? known->figure : NULL;
}

struct view_figures shelf_figures(struct shelf *shelf)
{
    return (struct view_figures){.context = shelf, .find = find};
}
