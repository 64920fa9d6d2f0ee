// SPDX-License-Identifier: MIT
#include "program/command.h"
#include "timeline/plan.h"

#include <stdio.h>

enum exit_code command_plan(struct app *app, const struct options *options)
{
    const struct timeline *timeline = app_compile(app, options);
    if (timeline == NULL)
        return EXIT_BAD_FILES;
    bool printed = options->given[OPTION_JSON] ? plan_print_json(timeline, stdout)
                                               : plan_print_text(timeline, stdout);
    return printed ? EXIT_DONE : EXIT_LACKING;
}
