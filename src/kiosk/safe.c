// SPDX-License-Identifier: MIT
#include "kiosk/safe.h"

#include "base/text.h"
#include "kiosk/record.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

static void forget_before(struct safe *safe, int64_t at)
{
    int kept = 0;
    for (int i = 0; i < safe->count; i++)
        if (safe->ends[i] > at)
            safe->ends[kept++] = safe->ends[i];
    safe->count = kept;
}

bool safe_begin(struct safe *safe, const char *boot, int64_t at)
{
    if (!text_equal(safe->boot, boot) || at < safe->since) {
        safe->running = safe->on = false;
        safe->since = safe->count = 0;
        snprintf(safe->boot, sizeof safe->boot, "%s", boot);
    }
    bool unclean = safe->running;
    safe->running = true;
    safe->on = safe_left(safe, at) > 0;
    forget_before(safe, at - SAFE_WITHIN);
    if (!unclean)
        return false;
    safe->ends[safe->count++] = at;
    if (safe->count == SAFE_ENDS) {
        safe->on = true;
        safe->since = at;
        safe->count = 0;
    }
    return true;
}

/* Between double quotes it stands for itself. */
static bool is_plain(const char *path)
{
    for (const char *at = path; *at != '\0'; at++)
        if ((unsigned char)*at < ' ' || *at == '"' || *at == '\\' || *at == 0x7f)
            return false;
    return strlen(path) < SAFE_PATH;
}

bool safe_remember_status(struct safe *safe, const char *path)
{
    const char *kept = path != NULL && is_plain(path) ? path : "";
    if (text_equal(safe->status, kept))
        return false;
    snprintf(safe->status, sizeof safe->status, "%s", kept);
    return true;
}

void safe_finish(struct safe *safe)
{
    safe->running = false;
}

int64_t safe_left(const struct safe *safe, int64_t at)
{
    int64_t passed = at - safe->since;
    return safe->on && passed >= 0 && passed < SAFE_CLEARS ? SAFE_CLEARS - passed : 0;
}

static void read_text(const struct node *map, const char *key, char *out, size_t size)
{
    const struct node *node = map != NULL ? node_get(map, key) : NULL;
    if (node != NULL && node->kind == NODE_TEXT)
        snprintf(out, size, "%s", node->text);
}

void safe_read(const char *path, struct safe *out)
{
    struct arena arena;
    arena_init(&arena);
    const struct node *map = record_read(&arena, path);
    *out = (struct safe){0};
    read_text(map, "boot", out->boot, sizeof out->boot);
    read_text(map, "status file", out->status, sizeof out->status);
    out->running = record_number(map, "running", 0) == 1;
    out->since = record_number(map, "safe since", -1);
    out->on = out->since >= 0;
    if (!out->on)
        out->since = 0;
    for (int i = 0; i < SAFE_ENDS - 1; i++) {
        char key[16];
        snprintf(key, sizeof key, "end %d", i + 1);
        int64_t end = record_number(map, key, -1);
        if (end >= 0)
            out->ends[out->count++] = end;
    }
    arena_finish(&arena);
}

bool safe_keep(const char *path, const struct safe *safe, char why[SETTINGS_WHY])
{
    char text[1024];
    int length = snprintf(text, sizeof text,
                          "# How the kiosk ended, for its safe mode. unknot writes this.\n"
                          "boot: \"%s\"\nrunning: %d\n",
                          safe->boot, safe->running);
    for (int i = 0; i < safe->count; i++)
        length += snprintf(text + length, sizeof text - (size_t)length, "end %d: %" PRId64 "\n",
                           i + 1, safe->ends[i]);
    if (safe->on)
        length += snprintf(text + length, sizeof text - (size_t)length, "safe since: %" PRId64 "\n",
                           safe->since);
    if (safe->status[0] != '\0')
        snprintf(text + length, sizeof text - (size_t)length, "status file: \"%s\"\n",
                 safe->status);
    return record_keep(path, text, why);
}
