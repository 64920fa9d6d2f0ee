// SPDX-License-Identifier: MIT
#include "sound/plan_file.h"

#include "sound/pronunciation.h"

#include <json-c/json.h>
#include <stdio.h>
#include <string.h>

static double number(struct json_object *object, const char *key)
{
    return json_object_get_double(json_object_object_get(object, key));
}

static const char *text(struct json_object *object, const char *key)
{
    return json_object_get_string(json_object_object_get(object, key));
}

static enum cue_kind kind_of(const char *name)
{
    int kind = 0;
    while (kind < CUE_KINDS && strcmp(cue_kind_name(kind), name) != 0)
        kind++;
    return kind;
}

static bool take_cue(struct plan_file *plan, struct json_object *object, struct cue *cue)
{
    const char *said = text(object, "text"), *kind = text(object, "kind");
    cue->at = tick_from_seconds(number(object, "at_s"));
    cue->length = tick_from_seconds(number(object, "length_s"));
    cue->kind = kind_of(kind != NULL ? kind : "");
    cue->text = said != NULL ? arena_copy(&plan->arena, said, strlen(said)) : NULL;
    return cue->kind != CUE_KINDS;
}

static bool take(struct plan_file *plan, struct json_object *root)
{
    struct json_object *cues = json_object_object_get(root, "cues");
    size_t count = cues != NULL ? json_object_array_length(cues) : 0;
    struct cue *taken = arena_alloc(&plan->arena, count * sizeof *taken);
    plan->timeline = (struct timeline){.cues = taken, .cue_count = count};
    plan->timeline.total = tick_from_seconds(number(root, "total_s"));
    for (size_t i = 0; i < count; i++)
        if (!take_cue(plan, json_object_array_get_idx(cues, i), &taken[i]))
            return false;
    return count > 0;
}

static void take_manner(struct plan_file *plan)
{
    struct diag_list diags;
    diag_init(&diags, &plan->arena);
    plan->manner = (struct voice_manner){
        .pronunciations = pronunciations_read(&plan->arena, PRONUNCIATIONS, &diags)};
}

bool plan_file_read(struct plan_file *plan, const char *path)
{
    arena_init(&plan->arena);
    take_manner(plan);
    struct json_object *root = json_object_from_file(path);
    bool taken = root != NULL && take(plan, root);
    json_object_put(root);
    if (!taken)
        fprintf(stderr, "%s is not what 'unknot plan --json' prints\n", path);
    return taken;
}

void plan_file_finish(struct plan_file *plan)
{
    arena_finish(&plan->arena);
}
