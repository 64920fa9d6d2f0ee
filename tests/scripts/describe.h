// SPDX-License-Identifier: MIT
#ifndef UNKNOT_TESTS_SCRIPTS_DESCRIBE_H
#define UNKNOT_TESTS_SCRIPTS_DESCRIBE_H

#include "routine/tips.h"

/* What was understood of a file, one fact a line, for `# reads` to compare with. */
struct description {
    struct arena *arena;
    const char **lines;
    size_t count, capacity;
};

void describe_routine(struct description *out, const struct routine *routine);
void describe_exercise(struct description *out, const struct exercise *exercise);
void describe_tips(struct description *out, const struct tips *tips);

#endif
