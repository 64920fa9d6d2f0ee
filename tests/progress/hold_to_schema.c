// SPDX-License-Identifier: MIT
#include "progress/schema.h"

#include "check.h"

#include <json-c/json.h>
#include <stdio.h>

/* hold_to_schema SCHEMA FILE: for tests of whole programs. Exit code 1 where it does not fit. */
int main(int argc, char **argv)
{
    json_object *value = argc == 3 ? json_object_from_file(argv[2]) : NULL;
    if (value == NULL) {
        fprintf(stderr, "usage: hold_to_schema SCHEMA FILE.json\n");
        return 2;
    }
    const char *word = schema_broken_word(argv[1], json_object_to_json_string(value));
    json_object_put(value);
    if (word == NULL)
        return 0;
    fprintf(stderr, "%s: '%s' is broken by %s\n", argv[1], word, argv[2]);
    return 1;
}
