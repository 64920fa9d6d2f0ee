// SPDX-License-Identifier: MIT
#include "program/command.h"

#include <json-c/json.h>
#include <stdio.h>

static const char *const kind_names[] = {
    [LIBRARY_ROUTINE] = "routine", [LIBRARY_EXERCISE] = "exercise", [LIBRARY_FIGURE] = "figure",
    [LIBRARY_PALETTE] = "palette", [LIBRARY_TIPS] = "tips",
};

static void print_json(const struct library *library)
{
    json_object *list = json_object_new_array();
    for (size_t i = 0; i < library->count; i++) {
        const struct library_item *item = &library->items[i];
        json_object *entry = json_object_new_object();
        json_object_object_add(entry, "kind", json_object_new_string(kind_names[item->kind]));
        json_object_object_add(entry, "id", json_object_new_string(item->id));
        json_object_object_add(entry, "path", json_object_new_string(item->path));
        json_object_object_add(entry, "used", json_object_new_boolean(!item->hidden));
        json_object_array_add(list, entry);
    }
    puts(json_object_to_json_string_ext(list,
                                        JSON_C_TO_STRING_PRETTY | JSON_C_TO_STRING_NOSLASHESCAPE));
    json_object_put(list);
}

enum exit_code command_list(struct app *app, const struct options *options)
{
    const struct library *library = &app->library;
    if (options->given[OPTION_JSON]) {
        print_json(library);
        return EXIT_DONE;
    }
    if (library->count == 0) {
        fputs("unknot: error: no routines were found; --routines DIR says where they are\n",
              stderr);
        return EXIT_LACKING;
    }
    for (size_t i = 0; i < library->count; i++) {
        const struct library_item *item = &library->items[i];
        printf("%-9s %-26s %s%s\n", kind_names[item->kind], item->id, item->path,
               item->hidden ? "  (not used: the one above comes first)" : "");
    }
    return EXIT_DONE;
}
