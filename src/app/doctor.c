// SPDX-License-Identifier: MIT
#include "app/doctor.h"

#include "kiosk/config.h"
#include "platform/inspect.h"
#include "program/folders.h"
#include "sound/inspect.h"
#include "sound/voice.h"
#include "store/history.h"

#include <assert.h>
#include <limits.h>
#include <string.h>
#include <sys/statvfs.h>
#include <unistd.h>

/* Less than this left on the disk of the history is worth a word. */
enum { HISTORY_ROOM = 16 * 1024 * 1024 };

static void add(struct findings *findings, const char *topic, enum finding_state state,
                const char *text, const char *hint)
{
    if (findings->count < FINDINGS_MOST)
        findings->items[findings->count++] = (struct finding){topic, state, text, hint};
}

static void look_at_displays(struct findings *findings, const struct inspected_screen *screen)
{
    for (int i = 0; i < screen->display_count && i < INSPECT_DISPLAYS; i++) {
        const struct inspected_display *display = &screen->displays[i];
        const char *rate =
            display->hertz > 0 ? arena_format(findings->arena, " at %d Hz", display->hertz) : "";
        add(findings, "display", FINDING_GOOD,
            arena_format(findings->arena, "%d: %s%s%d x %d%s", i, display->name,
                         display->name[0] != '\0' ? ", " : "", display->width, display->height,
                         rate),
            NULL);
    }
}

static void look_at_screen(struct findings *findings)
{
    struct inspected_screen screen;
    if (!inspect_screen(&screen)) {
        add(findings, "display", FINDING_LACKING, "no display can be opened",
            "start it in a desktop session; without one, 'unknot play --terminal' plays as text");
        return;
    }
    look_at_displays(findings, &screen);
    bool card = screen.renderer[0] != '\0';
    add(findings, "drawing", FINDING_GOOD,
        arena_format(findings->arena, "%s, %s", screen.driver,
                     card ? screen.renderer : "painted on the processor, no graphics card"),
        NULL);
    add(findings, "gamepads", FINDING_GOOD,
        screen.gamepads > 0 ? arena_format(findings->arena, "%d", screen.gamepads) : "none", NULL);
}

static void look_at_font(struct findings *findings)
{
    char family[INSPECT_NAME];
    if (!inspect_font(family))
        add(findings, "font", FINDING_LACKING, "there is none, so nothing can be written",
            "install a package such as fonts-inter");
    else if (strncmp(family, "Inter", 5) != 0)
        add(findings, "font", FINDING_NOTE, arena_copy(findings->arena, family, strlen(family)),
            "the screens are drawn for Inter: install fonts-inter");
    else
        add(findings, "font", FINDING_GOOD, arena_copy(findings->arena, family, strlen(family)),
            NULL);
}

static void look_at_sound(struct findings *findings)
{
    struct inspected_sound sound;
    inspect_sound(&sound);
    struct arena *arena = findings->arena;
    if (sound.state == INSPECT_SILENT)
        add(findings, "sound", FINDING_LACKING, "the sound server does not answer",
            "restart it; until then everything spoken is on the screen");
    else if (sound.state == INSPECT_FAILS)
        add(findings, "sound", FINDING_LACKING,
            arena_format(arena, "no audio device can be opened: %s", sound.why),
            "connect a loudspeaker; until then everything spoken is on the screen");
    else
        add(findings, "sound", FINDING_GOOD,
            arena_format(arena, "%s%s%s, %d Hz", sound.driver, sound.device[0] != '\0' ? ": " : "",
                         sound.device, sound.rate),
            NULL);
}

static void look_at_voice(struct findings *findings)
{
    if (inspect_voice())
        add(findings, "voice", FINDING_GOOD, "English: cmu_us_slt of flite", NULL);
    else
        add(findings, "voice", FINDING_LACKING, "the voice of flite cannot be loaded",
            "lines are shown; recordings beside a routine are heard: see 'unknot lines --help'");
}

static void look_at_routine(struct findings *findings, struct app *app,
                            const struct library_item *item, size_t *good)
{
    struct diag_list diags;
    diag_init(&diags, &app->arena);
    const struct routine *routine = routine_read(&app->library, item->path, &diags);
    struct arena *arena = findings->arena;
    if (routine == NULL || diags.errors > 0)
        add(findings, "routines", FINDING_LACKING,
            arena_format(arena, "%s cannot be played", item->path),
            arena_format(arena, "'unknot check %s' says why", item->path));
    else
        ++*good;
    if (routine != NULL && diags.errors == 0 && diags.flaws > 0)
        add(findings, "routines", FINDING_NOTE,
            arena_format(arena, "%s has mistakes in its translation", item->path),
            arena_format(arena, "'unknot check' on that file says which; it is played without it"));
    if (routine != NULL && !voice_speaks(routine->language))
        add(findings, "voice", FINDING_NOTE,
            arena_format(arena, "%s is in '%s', which no voice here speaks", item->id,
                         routine->language),
            "its lines are shown; recordings beside it are heard: see 'unknot lines --help'");
}

static void look_at_routines(struct findings *findings, struct app *app)
{
    size_t good = 0;
    for (size_t i = 0; i < app->library.count; i++)
        if (app->library.items[i].kind == LIBRARY_ROUTINE && !app->library.items[i].hidden)
            look_at_routine(findings, app, &app->library.items[i], &good);
    add(findings, "routines", good > 0 ? FINDING_GOOD : FINDING_LACKING,
        arena_format(findings->arena, "%zu can be played", good),
        good > 0 ? NULL : "--routines DIR says where they are");
}

static void look_at_folder(struct findings *findings, const char *topic, const char *path)
{
    if (path == NULL)
        add(findings, topic, FINDING_NOTE, "there is no home folder", "set HOME");
    else if (access(path, F_OK) != 0)
        add(findings, topic, FINDING_GOOD, arena_format(findings->arena, "%s (none yet)", path),
            NULL);
    else if (access(path, R_OK | X_OK) != 0)
        add(findings, topic, FINDING_LACKING,
            arena_format(findings->arena, "%s cannot be read", path), "change its permissions");
    else
        add(findings, topic, FINDING_GOOD, path, NULL);
}

/* What is free of the disk that the file is or would be on; -1 where nobody can tell. */
static int64_t free_bytes(const char *path)
{
    char folder[PATH_MAX];
    struct statvfs disk;
    snprintf(folder, sizeof folder, "%s", path);
    for (char *slash; (slash = strrchr(folder, '/')) != NULL && slash > folder;) {
        *slash = '\0';
        if (statvfs(folder, &disk) == 0)
            return (int64_t)disk.f_bavail * (int64_t)disk.f_frsize;
    }
    return -1;
}

static void look_beside_history(struct findings *findings, const char *path)
{
    struct arena *arena = findings->arena;
    size_t moved = history_moved_aside(path);
    if (moved > 0)
        add(findings, "history", FINDING_NOTE,
            arena_format(arena, "%zu damaged %s moved aside: %s.broken-*", moved,
                         moved == 1 ? "file was" : "files were", path),
            "remove what you have no use for");
    int64_t bytes = free_bytes(path);
    if (bytes >= 0 && bytes < HISTORY_ROOM)
        add(findings, "history", bytes == 0 ? FINDING_LACKING : FINDING_NOTE,
            arena_format(arena, "%d KiB are free on its disk", (int)(bytes / 1024)),
            "make room: what is done cannot be kept on a full disk");
}

static void look_at_history(struct findings *findings)
{
    struct arena *arena = findings->arena;
    const char *path = folders_history(arena);
    char why[HISTORY_WHY] = "";
    enum history_state state;
    struct records records = {0};
    if (path == NULL) {
        add(findings, "history", FINDING_NOTE, "there is no home folder", "set HOME");
        return;
    }
    struct history *history = history_open_to_read(path, &state, why);
    bool read = (state == HISTORY_FINE || state == HISTORY_READONLY) &&
                history_read(history, arena, INT64_MIN, &records, why);
    history_close(history);
    const char *kept = arena_format(arena, "%s, %zu session%s", path, records.session_count,
                                    records.session_count == 1 ? "" : "s");
    if (!read)
        add(findings, "history", FINDING_LACKING, arena_format(arena, "%s: %s", path, why),
            "sessions are played all the same, but not kept");
    else if (state == HISTORY_READONLY)
        add(findings, "history", FINDING_NOTE,
            arena_format(arena, "%s; it cannot be written to", kept),
            "change its permissions: nothing new is kept");
    else
        add(findings, "history", FINDING_GOOD, kept, NULL);
    look_beside_history(findings, path);
}

/* All that a kiosk keeps. */
static void look_at_counts(struct findings *findings)
{
    struct arena *arena = findings->arena;
    const char *path = folders_counts(arena);
    char why[HISTORY_WHY] = "";
    enum history_state state;
    size_t sessions, finished;
    if (path == NULL)
        return;
    struct history *history = history_open_to_read(path, &state, why);
    bool read = (state == HISTORY_FINE || state == HISTORY_READONLY) &&
                history_counted(history, &sessions, &finished, why);
    history_close(history);
    if (read)
        add(findings, "counts", FINDING_GOOD,
            arena_format(arena, "%s, %zu session%s, %zu of them finished", path, sessions,
                         sessions == 1 ? "" : "s", finished),
            NULL);
    else
        add(findings, "counts", FINDING_LACKING, arena_format(arena, "%s: %s", path, why),
            "sessions are played all the same, but not counted");
}

static void look_at_kiosk(struct findings *findings, const char *path)
{
    struct diag_list diags;
    struct kiosk_config config;
    struct arena *arena = findings->arena;
    if (path == NULL)
        return;
    diag_init(&diags, arena);
    bool good = kiosk_config_read(arena, path, &diags, &config);
    if (good)
        add(findings, "kiosk", FINDING_GOOD, path, NULL);
    else
        add(findings, "kiosk", FINDING_LACKING, arena_format(arena, "%s has mistakes", path),
            arena_format(arena, "'unknot check %s' says which", path));
    if (good && config.keep == KIOSK_KEEP_COUNTS)
        look_at_counts(findings);
}

void doctor_look(struct findings *findings, struct app *app, const char *kiosk)
{
    *findings = (struct findings){.arena = &app->arena};
    look_at_screen(findings);
    look_at_font(findings);
    look_at_sound(findings);
    look_at_voice(findings);
    look_at_routines(findings, app);
    look_at_folder(findings, "your routines", folders_user_routines(&app->arena));
    look_at_history(findings);
    look_at_kiosk(findings, kiosk);
    if (app->assets == NULL)
        add(findings, "assets", FINDING_LACKING, "the folder 'assets' is missing",
            "install the program again");
    else
        look_at_folder(findings, "assets", app->assets);
}

const char *finding_state_name(enum finding_state state)
{
    static const char *const names[] = {
        [FINDING_GOOD] = "good", [FINDING_NOTE] = "note", [FINDING_LACKING] = "lacking"};
    static_assert(sizeof names / sizeof *names == FINDING_LACKING + 1, "each state has a name");
    return names[state];
}
