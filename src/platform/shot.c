// SPDX-License-Identifier: MIT
#include "platform/platform.h"

#include "base/arena.h"
#include "platform/painter.h"

#include <stdlib.h>

struct shot {
    struct painter painter;
};

struct shot *shot_create(void)
{
    struct shot *shot = memory_alloc(sizeof *shot);
    painter_init(&shot->painter);
    return shot;
}

void shot_destroy(struct shot *shot)
{
    if (shot == NULL)
        return;
    painter_finish(&shot->painter);
    free(shot);
}

struct text_metrics shot_metrics(struct shot *shot)
{
    return lettering_metrics(&shot->painter.lettering);
}

bool shot_write(struct shot *shot, const struct draw_list *list, const char *path, const char **why)
{
    return painter_shot(&shot->painter, list, path, why);
}
