// SPDX-License-Identifier: MIT
#include "app/doctor.h"
#include "office/kiosk_files.h"
#include "program/command.h"

#include <json-c/json.h>
#include <stdio.h>

static void print_json(const struct findings *findings)
{
    json_object *list = json_object_new_array();
    for (size_t i = 0; i < findings->count; i++) {
        const struct finding *finding = &findings->items[i];
        json_object *entry = json_object_new_object();
        json_object_object_add(entry, "topic", json_object_new_string(finding->topic));
        json_object_object_add(entry, "state",
                               json_object_new_string(finding_state_name(finding->state)));
        json_object_object_add(entry, "text", json_object_new_string(finding->text));
        if (finding->hint != NULL)
            json_object_object_add(entry, "hint", json_object_new_string(finding->hint));
        json_object_array_add(list, entry);
    }
    puts(json_object_to_json_string_ext(list,
                                        JSON_C_TO_STRING_PRETTY | JSON_C_TO_STRING_NOSLASHESCAPE));
    json_object_put(list);
}

static void print_text(const struct findings *findings)
{
    for (size_t i = 0; i < findings->count; i++) {
        const struct finding *finding = &findings->items[i];
        printf("%-14s %-8s %s\n", finding->topic, finding_state_name(finding->state),
               finding->text);
        if (finding->hint != NULL)
            printf("%-14s %-8s -> %s\n", "", "", finding->hint);
    }
}

enum exit_code command_doctor(struct app *app, const struct options *options)
{
    struct findings findings;
    doctor_look(&findings, app, kiosk_files_config(options));
    if (options->given[OPTION_JSON])
        print_json(&findings);
    else
        print_text(&findings);
    for (size_t i = 0; i < findings.count; i++)
        if (findings.items[i].state == FINDING_LACKING)
            return EXIT_LACKING;
    return EXIT_DONE;
}
