// SPDX-License-Identifier: MIT
#include "office/kiosk_files.h"

#include "base/log.h"
#include "program/built_in.h"
#include "program/folders.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define USUAL_CONFIG "/etc/unknot/kiosk.yaml"

static void log_mistakes(const struct diag_list *diags)
{
    for (size_t i = 0; i < diags->count; i++) {
        const struct diag *diag = &diags->items[i];
        const char *name = diag->span.source != NULL ? diag->span.source->name : "kiosk";
        if (diag->severity != DIAG_WARNING)
            log_error("%s:%u: %s", name, diag->span.line, diag->message);
    }
}

/* One with mistakes: the one before, or the usual one, stays. */
static void read_config(struct kiosk_files *files)
{
    if (files->path == NULL)
        return;
    struct arena arena;
    struct diag_list diags;
    struct kiosk_config config;
    arena_init(&arena);
    diag_init(&diags, &arena);
    bool good = kiosk_config_read(&arena, files->path, &diags, &config);
    log_mistakes(&diags);
    files->config_errors = diag_mistakes(&diags);
    if (good) {
        arena_finish(&files->arena);
        files->arena = arena;
        files->config = config;
    } else {
        arena_finish(&arena);
    }
}

static bool is_called(const struct home_card *card, const char *name)
{
    const char *slash = strrchr(card->path, '/'), *file = slash != NULL ? slash + 1 : card->path;
    size_t length = strlen(name);
    return text_equal(card->path, name) ||
           (strncmp(file, name, length) == 0 && text_equal(file + length, ".yaml"));
}

static bool is_right(const struct home_card *card)
{
    return card->trouble == NULL && card->flaws == NULL && !card->old;
}

static bool can_be_offered(struct kiosk_files *files, const struct home_card *card)
{
    files->errors += !is_right(card);
    return card->trouble == NULL;
}

/* NULL: there is none that can be played, and that was said. */
static struct home_card *find_card(struct kiosk_files *files, const char *name)
{
    struct home_content *all = &files->shelf.content;
    for (size_t i = 0; i < all->count; i++)
        if (is_called(&all->cards[i], name) && all->cards[i].trouble == NULL) {
            files->errors += !is_right(&all->cards[i]);
            return &all->cards[i];
        }
    log_error("the routine '%s' cannot be offered: it was not found, or has mistakes", name);
    files->errors++;
    return NULL;
}

static void offer(struct kiosk_files *files, struct home_card *card)
{
    struct home_content *offered = &files->content.offered;
    for (size_t i = 0; i < offered->count; i++)
        if (offered->cards[i].path == card->path)
            return;
    offered->cards[offered->count++] = *card;
}

static void offer_named(struct kiosk_files *files, const struct kiosk_names *names)
{
    for (size_t i = 0; i < names->count; i++) {
        struct home_card *card = find_card(files, names->items[i].id);
        if (card != NULL)
            offer(files, card);
    }
}

static void offer_all(struct kiosk_files *files)
{
    struct home_content *all = &files->shelf.content;
    offer_named(files, &files->config.breaks.routines);
    for (size_t i = 0; i < all->count; i++)
        if (can_be_offered(files, &all->cards[i]))
            offer(files, &all->cards[i]);
}

static void find_breaks(struct kiosk_files *files)
{
    const struct kiosk_breaks *breaks = &files->config.breaks;
    const struct home_card **cards =
        arena_alloc(&files->shelf.app.arena, breaks->routines.count * sizeof(const void *));
    for (size_t i = 0; i < breaks->routines.count && breaks->rhythm != KIOSK_NO_BREAKS; i++) {
        const struct home_card *card = find_card(files, breaks->routines.items[i].id);
        if (card != NULL)
            cards[files->content.break_count++] = card;
    }
    files->content.breaks = cards;
}

static void log_trouble(const struct home_trouble *trouble)
{
    for (size_t i = 0; trouble != NULL && i < trouble->messages.count; i++)
        log_error("%s", trouble->messages.items[i]);
}

static void make_content(struct kiosk_files *files)
{
    struct home_content *all = &files->shelf.content;
    log_trouble(all->trouble);
    for (size_t i = 0; i < all->count; i++) {
        log_trouble(all->cards[i].trouble);
        log_trouble(all->cards[i].flaws);
    }
    files->errors = files->config_errors + (all->trouble != NULL);
    files->content = (struct kiosk_content){.safe = files->options.built_in};
    files->content.offered.cards =
        arena_alloc(&files->shelf.app.arena, (all->count + 1) * sizeof *all->cards);
    files->content.offered.tips = all->tips;
    find_breaks(files);
    if (files->config.routines.count > 0)
        offer_named(files, &files->config.routines);
    else
        offer_all(files);
    files->content.wrong = files->errors > 0;
}

static void read_shelf(struct kiosk_files *files)
{
    while (shelf_read_next(&files->shelf)) {
    }
}

static void open_shelf(struct kiosk_files *files)
{
    shelf_open(&files->shelf, &files->options);
    read_shelf(files);
    make_content(files);
}

/* ---- what was good before */

/* What a shelf leaves that is no more. */
struct kept_cards {
    struct kept_cards *next;
    struct arena arena;
    struct home_content content;
};

static bool has_card(const struct home_content *now, const struct home_card *card)
{
    for (size_t i = 0; i < now->count; i++)
        if (now->cards[i].old && now->cards[i].routine == card->routine)
            return true;
    return false;
}

/* What it had kept itself is another one's. */
static bool is_used(const struct kept_cards *kept, const struct home_content *now)
{
    const struct home_content *had = &kept->content;
    if (had->tips != NULL && had->trouble == NULL && now->tips == had->tips)
        return true;
    for (size_t i = 0; i < had->count; i++)
        if (!had->cards[i].old && had->cards[i].routine != NULL && has_card(now, &had->cards[i]))
            return true;
    return false;
}

static void drop_unused(struct kiosk_files *files, const struct home_content *now)
{
    struct kept_cards **link = &files->kept;
    while (*link != NULL) {
        struct kept_cards *kept = *link;
        if (is_used(kept, now)) {
            link = &kept->next;
            continue;
        }
        *link = kept->next;
        arena_finish(&kept->arena);
        free(kept);
    }
}

/* Reads everything anew; what went wrong since stays as it was. */
static void reopen_shelf(struct kiosk_files *files)
{
    struct kept_cards *kept = memory_alloc(sizeof *kept);
    *kept = (struct kept_cards){files->kept, files->shelf.app.arena, files->shelf.content};
    files->kept = kept;
    shelf_open(&files->shelf, &files->options);
    read_shelf(files);
    shelf_keep(&files->shelf, &kept->content);
    read_shelf(files);
    drop_unused(files, &files->shelf.content);
    make_content(files);
}

/* ---- what may change */

struct paths {
    struct arena *arena;
    struct text_list list;
    size_t capacity;
};

static void add_path(struct paths *paths, const char *path)
{
    struct text_list *list = &paths->list;
    list->items =
        arena_grow(paths->arena, list->items, list->count, &paths->capacity, sizeof *list->items);
    list->items[list->count++] = path;
}

/* Translations, too. */
static void add_folder(struct paths *paths, const char *folder)
{
    DIR *directory = opendir(folder);
    add_path(paths, folder);
    if (directory == NULL)
        return;
    for (const struct dirent *found; (found = readdir(directory)) != NULL;)
        if (text_ends(found->d_name, ".yaml"))
            add_path(paths, arena_format(paths->arena, "%s/%s", folder, found->d_name));
    closedir(directory);
}

struct text_list kiosk_files_paths(struct kiosk_files *files)
{
    const struct library *library = &files->shelf.app.library;
    struct paths paths = {.arena = &files->shelf.app.arena};
    if (files->path != NULL)
        add_path(&paths, files->path);
    for (size_t i = 0; i < library->folders.count; i++)
        for (int kind = LIBRARY_ROUTINE; kind < LIBRARY_TIPS; kind++)
            add_folder(&paths, library_kind_folder(library, i, (enum library_kind)kind));
    return paths.list;
}

static void use_config(struct kiosk_files *files)
{
    files->options.folders = files->config.folders;
    files->options.display = files->config.display;
}

const char *kiosk_files_config(const struct options *options)
{
    if (options->config != NULL)
        return options->config;
    return access(USUAL_CONFIG, F_OK) == 0 ? USUAL_CONFIG : NULL;
}

/* In safe mode breaks come as usual, and nothing else is asked of files. */
static const struct kiosk_name built_in = {.id = BUILT_IN_ROUTINE};

void kiosk_files_open(struct kiosk_files *files, const struct options *options)
{
    memset(files, 0, sizeof *files);
    files->options = *options;
    files->options.given[OPTION_NO_RESUME] = true; /* it is nobody's own */
    files->path = kiosk_files_config(options);
    arena_init(&files->arena);
    kiosk_config_usual(&files->config);
    if (options->built_in) {
        files->path = NULL;
        files->config.breaks.routines = (struct kiosk_names){&built_in, 1};
    }
    read_config(files);
    use_config(files);
    if (files->config.languages.count > 0 && !options->given[OPTION_LANGUAGE])
        files->options.language = files->config.languages.items[0];
    open_shelf(files);
}

void kiosk_files_close(struct kiosk_files *files)
{
    shelf_close(&files->shelf);
    drop_unused(files, &(struct home_content){0});
    arena_finish(&files->arena);
}

void kiosk_files_reload(struct kiosk_files *files)
{
    files->options.language = NULL; /* the old config's */
    read_config(files);
    use_config(files);
    if (files->config.languages.count > 0)
        files->options.language = files->config.languages.items[0];
    reopen_shelf(files);
}

void kiosk_files_speak(struct kiosk_files *files, size_t language)
{
    if (language >= files->config.languages.count)
        return;
    files->options.language = files->config.languages.items[language];
    reopen_shelf(files);
}
