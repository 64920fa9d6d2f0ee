// SPDX-License-Identifier: MIT
#include "routine/sides.h"

#include "base/text.h"

#include <string.h>

static bool read_mark(const char *at, struct side_mark *mark)
{
    static const char usual[] = "{side}";
    *mark = (struct side_mark){.at = at, .length = sizeof usual - 1};
    if (text_starts(at, usual))
        return true;
    size_t left = strcspn(at + 1, "{|}");
    const char *bar = at + 1 + left;
    if (*bar != '|')
        return false;
    size_t right = strcspn(bar + 1, "{|}");
    if (bar[1 + right] != '}')
        return false;
    *mark = (struct side_mark){at, left + right + 3, at + 1, bar + 1, left, right};
    return true;
}

bool side_mark_find(const char *text, struct side_mark *mark)
{
    for (const char *at = text; (at = strchr(at, '{')) != NULL; at++)
        if (read_mark(at, mark))
            return true;
    return false;
}
