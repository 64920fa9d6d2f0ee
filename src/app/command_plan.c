// SPDX-License-Identifier: MIT
#include "app/command.h"
#include "sound/voice.h"
#include "timeline/plan.h"

#include <stdio.h>

enum exit_code command_plan(struct app *app, const struct options *options)
{
    struct voice *voice = voice_create();
    struct voice_measure measure = {0};
    if (voice != NULL)
        measure = voice_measure_of(voice);
    const struct timeline *timeline = app_compile(app, options, voice != NULL ? &measure : NULL);
    voice_destroy(voice);
    if (timeline == NULL)
        return EXIT_BAD_FILES;
    if (options->given[OPTION_JSON])
        plan_print_json(timeline, stdout);
    else
        plan_print_text(timeline, stdout);
    return EXIT_DONE;
}
