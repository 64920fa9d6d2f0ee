// SPDX-License-Identifier: MIT
#include "routine/translation.h"

#include "base/catalog.h"
#include "routine/reader.h"
#include "routine/tips.h"

#include <string.h>
#include <unistd.h>

static const char ending[] = ".yaml";

size_t translation_tag(const char *name)
{
    size_t length = strlen(name), end = length - (sizeof ending - 1), letters = 0;
    if (length < sizeof ending || !text_ends(name, ending))
        return 0;
    size_t from = end;
    while (from > 0 && name[from - 1] != '.' && name[from - 1] != '/')
        from--;
    while (from + letters < end && name[from + letters] >= 'a' && name[from + letters] <= 'z')
        letters++;
    bool named = from > 1 && name[from - 1] == '.' && name[from - 2] != '/';
    bool tag = (letters == 2 || letters == 3) &&
               (from + letters == end || name[from + letters] == '-') && end - from < 12;
    return named && tag ? end - from : 0;
}

struct translation_read {
    struct translation *translation;
    const char *id; /* of the original, as the file's name has it */
};

static void add_text(struct library *library, struct translation *translation,
                     struct translated text)
{
    translation->texts = arena_grow(library->arena, translation->texts, translation->count,
                                    &translation->capacity, sizeof *translation->texts);
    translation->texts[translation->count++] = text;
}

static void read_texts(struct reader *reader, const struct node *value,
                       struct translation *translation)
{
    if (!reader_is_map(reader, value, "'Belly breathing: Bauchatmung'"))
        return;
    if (value->count > TRANSLATION_MAX_TEXTS) {
        reader_error(reader, value->span, "a translation has at most %d texts",
                     TRANSLATION_MAX_TEXTS);
        return;
    }
    for (size_t i = 0; i < value->count; i++) {
        const struct node *text = &value->items[i];
        const char *original = reader_plain(reader, &value->keys[i], ROUTINE_MAX_ABOUT);
        if (text->kind != NODE_TEXT)
            reader_error(reader, text->span, "a text belongs here, not a list or keys");
        else if (original != NULL)
            add_text(reader->library, translation,
                     (struct translated){
                         .original = original, .text = text, .span = value->keys[i].span});
    }
}

static void check_same(struct reader *reader, const struct node *value, const char *named,
                       const char *what)
{
    if (value->kind != NODE_TEXT || !text_equal(value->text, named))
        reader_error(reader, value->span, "the file's name says that %s '%s'", what, named);
}

static void read_field(struct reader *reader, int key, const struct node *name,
                       const struct node *value, void *target)
{
    (void)name;
    struct translation_read *read = target;
    switch ((enum translation_key)key) {
    case TRANSLATION_OF:
        check_same(reader, value, read->id, "it translates");
        break;
    case TRANSLATION_LANGUAGE:
        check_same(reader, value, read->translation->language, "its language is");
        break;
    case TRANSLATION_TEXTS:
        read_texts(reader, value, read->translation);
        break;
    }
}

static void read_root(struct reader *reader, const struct node *root, struct translation_read *read)
{
    static const char *const needed[] = {"translation", "language", "texts"};
    if (!reader_is_map(reader, root, "'translation: cat-cow', 'language: de' and 'texts:'") ||
        !reader_map(reader, root, &translation_keys, "a translation", read_field, read))
        return;
    for (size_t i = 0; i < sizeof needed / sizeof *needed; i++)
        if (node_get(root, needed[i]) == NULL)
            reader_error(reader, root->span, "a translation needs '%s:'", needed[i]);
}

static bool is_in(const struct node *root, const char *language)
{
    const struct node *said = root->kind == NODE_MAP ? node_get(root, "language") : NULL;
    return said == NULL || (said->kind == NODE_TEXT && text_equal(said->text, language));
}

/* Of the file at `path`, with nothing in it yet. */
static struct translation *begin(struct library *library, const char *path,
                                 const struct diag_list *diags)
{
    size_t tag = translation_tag(path);
    const char *id = library_id(library->arena, path);
    struct translation *translation = arena_alloc(library->arena, sizeof *translation);
    *translation =
        (struct translation){.path = path,
                             .told = diags,
                             .language = arena_copy(library->arena, id + strlen(id) - tag, tag)};
    return translation;
}

static void take(struct library *library, struct translation *translation, const struct node *root,
                 struct diag_list *diags)
{
    const char *id = library_id(library->arena, translation->path);
    size_t length = strlen(id) - strlen(translation->language) - 1;
    struct translation_read read = {translation, arena_copy(library->arena, id, length)};
    struct reader reader = {.library = library, .arena = library->arena, .diags = diags};
    read_root(&reader, root, &read);
    if (!is_in(root, translation->language))
        translation->count = 0; /* nobody asked for that language */
}

static struct translation *read_file(struct library *library, const char *path,
                                     struct diag_list *diags)
{
    const struct node *root;
    size_t flaws = diags->flaws;
    struct translation *translation = begin(library, path, diags);
    diags->forgiving = true;
    if (document_read(library->arena, path, diags, &root))
        take(library, translation, root, diags);
    diags->forgiving = false;
    translation->flawed = diags->flaws > flaws;
    return translation;
}

static struct translation *find_read(const struct library *library, const char *path)
{
    for (struct translation *at = library->translations; at != NULL; at = at->next)
        if (text_equal(at->path, path))
            return at;
    return NULL;
}

static struct translation *keep(struct library *library, struct translation *translation)
{
    translation->next = library->translations;
    library->translations = translation;
    return translation;
}

void translation_parse(struct library *library, const char *path, const char *text, size_t length,
                       struct diag_list *diags)
{
    const struct node *root;
    size_t flaws = diags->flaws;
    struct translation *translation = begin(library, path, diags);
    diags->forgiving = true;
    if (document_parse(library->arena, path, text, length, diags, &root))
        take(library, translation, root, diags);
    diags->forgiving = false;
    translation->flawed = diags->flaws > flaws;
    keep(library, translation);
}

/* NULL: no file is there. */
static const char *path_in(struct library *library, const char *folder, const char *id,
                           const char *language)
{
    const char *path = arena_format(library->arena, "%s/%s.%s%s", folder, id, language, ending);
    return find_read(library, path) != NULL || access(path, F_OK) == 0 ? path : NULL;
}

static const char *find_path(struct library *library, enum library_kind kind, const char *path,
                             const char *language)
{
    const char *id = library_id(library->arena, path);
    const char *found = path_in(library, library_folder(library->arena, path), id, language);
    for (size_t i = 0; found == NULL && i < library->folders.count; i++)
        found = path_in(library, library_kind_folder(library, i, kind), id, language);
    return found;
}

struct translation *translation_find(struct library *library, enum library_kind kind,
                                     const char *path, const char *language,
                                     struct diag_list *diags)
{
    if (language == NULL || *language == '\0')
        return NULL;
    const char *found = find_path(library, kind, path, language);
    size_t primary = strcspn(language, "-");
    if (found == NULL && language[primary] == '-')
        found = find_path(library, kind, path, arena_copy(library->arena, language, primary));
    if (found == NULL)
        return NULL;
    struct translation *translation = find_read(library, found);
    if (translation == NULL || (translation->flawed && translation->told != diags))
        translation = keep(library, read_file(library, found, diags));
    return translation->flawed && translation->count == 0 ? NULL : translation;
}

const struct node *translation_text(struct library *library, struct translation *translation,
                                    const char *original, struct span span)
{
    for (size_t i = 0; translation != NULL && i < translation->count; i++) {
        struct translated *text = &translation->texts[i];
        if (!text_equal(text->original, original))
            continue;
        text->used = true;
        return text->text != NULL && text->text->text[0] != '\0' ? text->text : NULL;
    }
    if (translation != NULL && translation->count < 2 * (size_t)TRANSLATION_MAX_TEXTS)
        add_text(library, translation,
                 (struct translated){.original = original, .span = span, .used = true});
    return NULL;
}

/* Whatever kind of file it is. */
static bool read_original(struct library *library, const char *path, struct diag_list *diags)
{
    const struct node *root;
    size_t mistakes = diag_mistakes(diags);
    if (!document_read(library->arena, path, diags, &root))
        return false;
    if (root->kind == NODE_MAP && node_get(root, "exercise") != NULL)
        exercise_read(library, path, diags);
    else if (root->kind == NODE_MAP && node_get(root, "tips") != NULL)
        tips_read(library, path, diags);
    else
        routine_read(library, path, diags);
    return diag_mistakes(diags) == mistakes;
}

/* Beside the translation, or in the library. NULL: nowhere. */
static const char *find_original(struct library *library, const char *path)
{
    size_t tag = translation_tag(path);
    const char *beside = arena_format(library->arena, "%.*s%s",
                                      (int)(strlen(path) - tag - sizeof ending), path, ending);
    if (access(beside, F_OK) == 0)
        return beside;
    static const enum library_kind kinds[] = {LIBRARY_ROUTINE, LIBRARY_EXERCISE, LIBRARY_TIPS};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        const struct library_item *item =
            library_find(library, kinds[i], library_id(library->arena, beside));
        if (item != NULL)
            return item->path;
    }
    return NULL;
}

static void warn_of_differences(const struct translation *translation, const char *original,
                                struct diag_list *diags)
{
    for (size_t i = 0; i < translation->count; i++) {
        const struct translated *text = &translation->texts[i];
        if (!text->used)
            diag_warning(diags, text->span, "%s no longer has this text; take the line out",
                         original);
        else if (text->text == NULL || text->text->text[0] == '\0')
            diag_warning(diags, text->span, "this text is missing in %s", translation->path);
    }
}

void translation_check(struct library *library, const char *path, struct diag_list *diags)
{
    struct span nowhere = {0};
    if (translation_tag(path) == 0) {
        diag_error(diags, nowhere,
                   "%s: a translation is called NAME.LANGUAGE.yaml, such as cat-cow.de.yaml", path);
        return;
    }
    struct translation *translation = read_file(library, path, diags);
    const char *original = find_original(library, path);
    if (original == NULL)
        diag_error(diags, nowhere, "%s: there is no file that it translates", path);
    if (original == NULL)
        return;
    /* Read afresh, since what was read before asks for no text again. */
    struct library afresh;
    library_open(&afresh, library->arena, library->folders.items, library->folders.count);
    afresh.assets = library->assets;
    afresh.language = translation->language;
    /* Under the name by which it will be looked for. */
    translation->path =
        arena_format(library->arena, "%s/%s.%s%s", library_folder(library->arena, original),
                     library_id(library->arena, original), translation->language, ending);
    keep(&afresh, translation);
    bool read = read_original(&afresh, original, diags);
    translation->path = path;
    if (read && !translation->flawed)
        warn_of_differences(translation, original, diags);
}

const struct translation *translation_collect(struct library *library, const char *path,
                                              const char *language, struct diag_list *diags)
{
    struct translation *translation =
        translation_find(library, LIBRARY_ROUTINE, path, language, diags);
    if (translation == NULL) {
        translation = arena_alloc(library->arena, sizeof *translation);
        *translation = (struct translation){
            .path = arena_format(library->arena, "%s/%s.%s%s", library_folder(library->arena, path),
                                 library_id(library->arena, path), language, ending),
            .language = language};
        keep(library, translation);
    }
    library->language = language;
    return read_original(library, path, diags) ? translation : NULL;
}
