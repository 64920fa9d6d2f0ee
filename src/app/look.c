// SPDX-License-Identifier: MIT
#include "app/look.h"

#include <stdio.h>

bool look_init(struct view_context *view, const struct options *options)
{
    *view = (struct view_context){.theme = &theme_table[THEME_NIGHT],
                                  .reduced_motion = options->given[OPTION_REDUCED_MOTION]};
    if (options->theme == NULL)
        return true;
    const struct theme *theme = theme_find(options->theme);
    if (theme != NULL) {
        view->theme = theme;
        return true;
    }
    fprintf(stderr, "unknot: error: there is no theme '%s'; there are", options->theme);
    for (int i = 0; i < THEMES; i++)
        fprintf(stderr, "%s %s", i == 0 ? "" : i == THEMES - 1 ? " and" : ",", theme_table[i].name);
    fputc('\n', stderr);
    return false;
}
