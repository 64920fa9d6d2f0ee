// SPDX-License-Identifier: MIT
#include "timeline/plan.h"

#include <inttypes.h>
#include <json-c/json.h>

static struct json_object *seconds(tick t)
{
    char text[TICK_TEXT];
    int64_t ms = (t + TICK_MS / 2) / TICK_MS;
    snprintf(text, sizeof text, "%" PRId64 ".%03d", ms / 1000, (int)(ms % 1000));
    return json_object_new_double_s(tick_to_seconds(t), text);
}

/* null where there is nothing to say */
static struct json_object *text_or_null(const char *text)
{
    return text ? json_object_new_string(text) : NULL;
}

static struct json_object *source(const struct span *span)
{
    char line[16];
    snprintf(line, sizeof line, ":%" PRIu32, span->line);
    struct arena arena;
    arena_init(&arena);
    struct json_object *object =
        json_object_new_string(arena_format(&arena, "%s%s", span->source->name, line));
    arena_finish(&arena);
    return object;
}

static struct json_object *pattern(const struct breath_pattern *breath)
{
    static const char *const names[BREATH_PHASES] = {
        [BREATH_IN] = "in_s",
        [BREATH_HOLD] = "hold_s",
        [BREATH_OUT] = "out_s",
        [BREATH_REST] = "rest_s",
    };
    struct json_object *object = json_object_new_object();
    for (int phase = 0; phase < BREATH_PHASES; phase++)
        json_object_object_add(object, names[phase], seconds(breath->length[phase]));
    return object;
}

static struct json_object *breath(const struct entry *entry)
{
    if (entry->breaths == 0 || !entry->exercise)
        return NULL;
    const struct breathing *breathing = &entry->exercise->breathing;
    struct json_object *object = pattern(&breathing->pattern);
    if (breathing->ramps)
        json_object_object_add(object, "ramp_to", pattern(&breathing->ramp_to));
    json_object_object_add(object, "count", json_object_new_int(entry->breaths));
    return object;
}

static struct json_object *side(const struct entry *entry)
{
    if (entry->alternates)
        return json_object_new_string("alternating");
    return entry->side == SIDE_NONE ? NULL : json_object_new_string(side_name(entry->side));
}

static struct json_object *entry_object(const struct entry *entry)
{
    struct json_object *object = json_object_new_object();
    json_object_object_add(object, "start_s", seconds(entry->start));
    json_object_object_add(object, "length_s", seconds(entry->length));
    json_object_object_add(object, "kind", json_object_new_string(entry_kind_name(entry->kind)));
    json_object_object_add(object, "exercise",
                           text_or_null(entry->exercise ? entry->exercise->id : NULL));
    json_object_object_add(object, "title", json_object_new_string(entry->title));
    json_object_object_add(object, "side", side(entry));
    json_object_object_add(object, "set", json_object_new_int(entry->set));
    json_object_object_add(object, "of_sets", json_object_new_int(entry->of_sets));
    json_object_object_add(object, "rep_count", json_object_new_int(entry->reps));
    json_object_object_add(object, "breath", breath(entry));
    json_object_object_add(object, "waits", json_object_new_boolean(entry->gate));
    json_object_object_add(object, "source", source(entry->source));
    return object;
}

static struct json_object *cue_object(const struct cue *cue)
{
    struct json_object *object = json_object_new_object();
    json_object_object_add(object, "at_s", seconds(cue->at));
    json_object_object_add(object, "kind", json_object_new_string(cue_kind_name(cue->kind)));
    json_object_object_add(object, "text", text_or_null(cue->text));
    json_object_object_add(object, "caption", text_or_null(cue->caption));
    json_object_object_add(object, "length_s", seconds(cue->length));
    if (cue->moved > 0)
        json_object_object_add(object, "moved_s", seconds(cue->moved));
    json_object_object_add(object, "entry", json_object_new_int64(cue->entry));
    json_object_object_add(object, "source", source(cue->source));
    return object;
}

static struct json_object *not_spoken(const struct timeline *timeline)
{
    struct json_object *lines = json_object_new_array();
    for (size_t i = 0; i < timeline->left_out_count; i++) {
        const struct left_out *line = &timeline->left_out[i];
        struct json_object *object = json_object_new_object();
        json_object_object_add(object, "at_s", seconds(line->at));
        json_object_object_add(object, "text", json_object_new_string(line->text));
        json_object_object_add(object, "entry", json_object_new_int64(line->entry));
        json_object_object_add(object, "source", source(line->source));
        json_object_array_add(lines, object);
    }
    return lines;
}

static struct json_object *ways(const struct timeline *timeline)
{
    struct json_object *ways = json_object_new_array();
    for (size_t i = 0; i < timeline->way_count; i++) {
        const struct way *way = &timeline->ways[i];
        struct json_object *object = json_object_new_object();
        json_object_object_add(object, "with", json_object_new_string(way->thing));
        json_object_object_add(object, "takes",
                               json_object_new_string(way->there ? "steps" : "otherwise"));
        json_object_object_add(object, "said", json_object_new_boolean(timeline->equipment_said));
        json_object_object_add(object, "source", source(way->source));
        json_object_array_add(ways, object);
    }
    return ways;
}

static struct json_object *plan_object(const struct timeline *timeline)
{
    struct json_object *plan = json_object_new_object();
    json_object_object_add(plan, "routine", text_or_null(timeline->routine->id));
    json_object_object_add(plan, "title", json_object_new_string(timeline->routine->title));
    json_object_object_add(plan, "work_s", seconds(timeline->work));
    json_object_object_add(plan, "total_s", seconds(timeline->total));
    struct json_object *entries = json_object_new_array_ext((int)timeline->entry_count);
    for (size_t i = 0; i < timeline->entry_count; i++)
        json_object_array_add(entries, entry_object(&timeline->entries[i]));
    json_object_object_add(plan, "entries", entries);
    struct json_object *cues = json_object_new_array_ext((int)timeline->cue_count);
    for (size_t i = 0; i < timeline->cue_count; i++)
        json_object_array_add(cues, cue_object(&timeline->cues[i]));
    json_object_object_add(plan, "cues", cues);
    json_object_object_add(plan, "not_spoken", not_spoken(timeline));
    json_object_object_add(plan, "ways", ways(timeline));
    return plan;
}

bool plan_print_json(const struct timeline *timeline, FILE *out)
{
    struct json_object *plan = plan_object(timeline);
    const char *text = json_object_to_json_string_ext(plan, JSON_C_TO_STRING_PRETTY |
                                                                JSON_C_TO_STRING_NOSLASHESCAPE);
    bool written = text && fputs(text, out) >= 0 && fputc('\n', out) != EOF;
    json_object_put(plan);
    return written;
}
