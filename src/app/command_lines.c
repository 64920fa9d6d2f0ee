// SPDX-License-Identifier: MIT
#include "platform/bindings.h"
#include "program/command.h"
#include "sound/recorded.h"
#include "sound/voice.h"
#include "timeline/line_id.h"

#include <json-c/json.h>
#include <stdlib.h>

/* A line that is said, once however often. */
struct said {
    const char *text;
    char id[LINE_ID_SIZE];
    tick length;
    const char *recording; /* its file; NULL: the voice says it */
    bool open, closed;     /* with open eyes, with closed ones */
};

struct said_list {
    struct arena *arena;
    const char *folder;         /* of recordings */
    struct voice_measure voice; /* `length` NULL: there is none */
    struct said *items;
    size_t count, capacity;
};

static struct said *find(struct said_list *list, const char *text)
{
    for (size_t i = 0; i < list->count; i++)
        if (text_equal(list->items[i].text, text))
            return &list->items[i];
    return NULL;
}

static const char *usable_recording(const struct said_list *list, const char *text)
{
    struct clip clip;
    const char *path = recorded_find(list->arena, list->folder, text);
    if (path == NULL || !recorded_load(list->folder, text, false, &clip))
        return NULL;
    free(clip.samples);
    return path;
}

static struct said *add(struct said_list *list, const char *text)
{
    list->items =
        arena_grow(list->arena, list->items, list->count, &list->capacity, sizeof *list->items);
    struct said *said = &list->items[list->count++];
    *said = (struct said){.text = text, .recording = usable_recording(list, text)};
    if (list->voice.length != NULL)
        said->length = list->voice.length(list->voice.context, text);
    line_id(said->text, said->id);
    return said;
}

static void note(struct said_list *list, const char *text, bool closed)
{
    struct said *said = find(list, text);
    if (said == NULL)
        said = add(list, text);
    *(closed ? &said->closed : &said->open) = true;
}

/* What says what to press is said in the words of each device. */
static void collect(struct said_list *list, const struct timeline *timeline, bool closed)
{
    for (size_t i = 0; i < timeline->cue_count; i++) {
        const struct cue *cue = &timeline->cues[i];
        if (cue->kind != CUE_SAY || cue->text == NULL)
            continue;
        for (int device = 0; device < (cue->texts != NULL ? DEVICES : 1); device++)
            note(list, cue_text(cue, device), closed);
    }
}

static const char *eyes_of(const struct said *said)
{
    return said->open && said->closed ? "any" : said->open ? "open" : "closed";
}

static void print_text(const struct said_list *list)
{
    for (size_t i = 0; i < list->count; i++) {
        const struct said *said = &list->items[i];
        printf("%-*s %7.3f s  %-9s  %-6s  %s\n", LINE_ID_SIZE - 4, said->id,
               tick_to_seconds(said->length), said->recording != NULL ? "recording" : "voice",
               eyes_of(said), said->text);
    }
}

static void put_text(json_object *object, const char *key, const char *text)
{
    json_object_object_add(object, key, text != NULL ? json_object_new_string(text) : NULL);
}

static json_object *line_object(const struct said *said)
{
    char length[32];
    snprintf(length, sizeof length, "%.3f", tick_to_seconds(said->length));
    json_object *line = json_object_new_object();
    put_text(line, "id", said->id);
    put_text(line, "text", said->text);
    json_object_object_add(line, "length_s",
                           json_object_new_double_s(tick_to_seconds(said->length), length));
    put_text(line, "by", said->recording != NULL ? "recording" : "voice");
    put_text(line, "recording", said->recording);
    put_text(line, "eyes", eyes_of(said));
    return line;
}

static void print_json(const struct said_list *list, const struct routine *routine)
{
    json_object *root = json_object_new_object(), *lines = json_object_new_array();
    for (size_t i = 0; i < list->count; i++)
        json_object_array_add(lines, line_object(&list->items[i]));
    put_text(root, "routine", routine->id);
    put_text(root, "title", routine->title);
    put_text(root, "recordings", list->folder);
    json_object_object_add(root, "lines", lines);
    puts(json_object_to_json_string_ext(root,
                                        JSON_C_TO_STRING_PRETTY | JSON_C_TO_STRING_NOSLASHESCAPE));
    json_object_put(root);
}

static bool list_lines(struct app *app, const struct options *given, const struct routine *routine,
                       struct voice *voice, struct said_list *list)
{
    struct bindings usual;
    struct options options = *given;
    const char *go_on[DEVICES];
    bindings_init(&usual, NULL, NULL);
    bindings_go_on(&usual, go_on);
    options.go_on = go_on;
    const struct timeline *open = app_lay_out(app, &options, routine, voice, false);
    const struct timeline *closed = app_lay_out(app, &options, routine, voice, true);
    if (open == NULL || closed == NULL)
        return false;
    list->folder = app_recordings(app, routine);
    if (voice != NULL)
        list->voice = voice_measure_of(voice);
    collect(list, open, false);
    collect(list, closed, true);
    return true;
}

enum exit_code command_lines(struct app *app, const struct options *options)
{
    const struct routine *routine = app_read(app, options);
    struct said_list list = {.arena = &app->arena};
    bool laid_out = false;
    if (routine != NULL) {
        struct voice *voice = app_voice(app, routine);
        laid_out = list_lines(app, options, routine, voice, &list);
        voice_destroy(voice);
    }
    app_print_diags(app);
    if (!laid_out || app->diags.errors > 0)
        return EXIT_BAD_FILES;
    if (options->given[OPTION_JSON])
        print_json(&list, routine);
    else
        print_text(&list);
    return EXIT_DONE;
}
