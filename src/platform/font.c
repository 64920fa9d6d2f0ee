// SPDX-License-Identifier: MIT
#include "platform/font.h"

#include "base/log.h"

#include <assert.h>

static const int weights[] = {[FONT_REGULAR] = FC_WEIGHT_REGULAR,
                              [FONT_MEDIUM] = FC_WEIGHT_MEDIUM,
                              [FONT_BOLD] = FC_WEIGHT_BOLD};
static_assert(sizeof weights / sizeof *weights == FONT_KINDS, "every font has a weight");

/* Best first; fontconfig adds the system's own order. */
static const char *const families[] = {"Inter", "sans-serif"};
enum { ANY_SIZE = 32, MOST_TRIES = 16 };

void font_set_init(struct font_set *set)
{
    *set = (struct font_set){0};
}

static void font_close(struct font *font)
{
    if (font->ttf != NULL)
        TTF_CloseFont(font->ttf);
    if (font->letters != NULL)
        FcCharSetDestroy(font->letters);
    *font = (struct font){0};
}

void font_set_finish(struct font_set *set)
{
    for (int i = 0; i < FONT_KINDS; i++)
        font_close(&set->fonts[i]);
    for (int i = 0; i < set->fallback_count; i++)
        font_close(&set->fallbacks[i]);
    if (set->others != NULL)
        FcFontSetDestroy(set->others);
    if (set->config != NULL)
        FcConfigDestroy(set->config);
    if (set->started)
        TTF_Quit();
    font_set_init(set);
}

static bool start(struct font_set *set)
{
    if (set->failed)
        return false;
    if (set->config == NULL)
        set->config = FcInitLoadConfigAndFonts();
    if (!set->started && TTF_Init() == 0)
        set->started = true;
    if (set->config != NULL && set->started)
        return true;
    log_warning("text cannot be shown: %s",
                set->started ? "fontconfig has no configuration" : TTF_GetError());
    set->failed = true;
    return false;
}

static FcPattern *pattern_for(struct font_set *set, enum draw_font kind)
{
    FcPattern *pattern = FcPatternCreate();
    for (size_t i = 0; i < sizeof families / sizeof *families; i++)
        FcPatternAddString(pattern, FC_FAMILY, (const FcChar8 *)families[i]);
    FcPatternAddInteger(pattern, FC_WEIGHT, weights[kind]);
    FcPatternAddInteger(pattern, FC_SLANT, FC_SLANT_ROMAN);
    FcPatternAddBool(pattern, FC_SCALABLE, FcTrue);
    FcConfigSubstitute(set->config, pattern, FcMatchPattern);
    FcDefaultSubstitute(pattern);
    return pattern;
}

static TTF_Font *open_file(FcPattern *found)
{
    FcChar8 *file = NULL;
    int index = 0;
    if (FcPatternGetString(found, FC_FILE, 0, &file) != FcResultMatch)
        return NULL;
    FcPatternGetInteger(found, FC_INDEX, 0, &index);
    TTF_Font *font = TTF_OpenFontIndex((const char *)file, ANY_SIZE, index);
    if (font == NULL) {
        log_info("font %s cannot be used: %s", (const char *)file, TTF_GetError());
        return NULL;
    }
    /* Letters keep their drawn widths: small text stays even, and large text is not distorted. */
    TTF_SetFontHinting(font, TTF_HINTING_LIGHT_SUBPIXEL);
    log_debug("font %s", (const char *)file);
    return font;
}

static void list_others(struct font_set *set)
{
    if (set->others != NULL)
        return;
    FcPattern *pattern = pattern_for(set, FONT_REGULAR);
    FcResult result;
    set->others = FcFontSort(set->config, pattern, FcTrue, NULL, &result);
    FcPatternDestroy(pattern);
}

static TTF_Font *open_any(struct font_set *set)
{
    list_others(set);
    TTF_Font *font = NULL;
    for (int i = 0; set->others != NULL && i < set->others->nfont && i < MOST_TRIES; i++)
        if ((font = open_file(set->others->fonts[i])) != NULL)
            break;
    return font;
}

static TTF_Font *open_kind(struct font_set *set, enum draw_font kind)
{
    FcPattern *pattern = pattern_for(set, kind);
    FcResult result;
    FcPattern *found = FcFontMatch(set->config, pattern, &result);
    TTF_Font *font = found != NULL ? open_file(found) : NULL;
    if (found != NULL)
        FcPatternDestroy(found);
    FcPatternDestroy(pattern);
    return font != NULL ? font : open_any(set);
}

static TTF_Font *sized(struct font *font, int size)
{
    if (font->ttf != NULL && font->size != size) {
        if (TTF_SetFontSize(font->ttf, size) != 0)
            return NULL;
        font->size = size;
    }
    return font->ttf;
}

TTF_Font *font_get(struct font_set *set, enum draw_font kind, int size)
{
    if (!start(set))
        return NULL;
    struct font *font = &set->fonts[kind];
    if (!set->looked_for[kind]) {
        set->looked_for[kind] = true;
        font->ttf = open_kind(set, kind);
        if (font->ttf == NULL) {
            log_warning("no font was found, so text cannot be shown; install a package such as "
                        "fonts-inter or fonts-dejavu-core");
            set->failed = true;
        }
    }
    return sized(font, size);
}

/* Opens the first font of the system that has the character. */
static int add_fallback(struct font_set *set, uint32_t character)
{
    list_others(set);
    if (set->others == NULL || set->fallback_count == FONT_FALLBACKS)
        return -1;
    for (int i = 0; i < set->others->nfont; i++) {
        FcCharSet *letters = NULL;
        if (FcPatternGetCharSet(set->others->fonts[i], FC_CHARSET, 0, &letters) != FcResultMatch ||
            !FcCharSetHasChar(letters, character))
            continue;
        TTF_Font *ttf = open_file(set->others->fonts[i]);
        if (ttf == NULL)
            continue;
        set->fallbacks[set->fallback_count] =
            (struct font){.ttf = ttf, .letters = FcCharSetCopy(letters)};
        return set->fallback_count++;
    }
    return -1;
}

int font_find(struct font_set *set, enum draw_font kind, uint32_t character)
{
    TTF_Font *own = set->fonts[kind].ttf;
    if (set->failed || own == NULL || TTF_GlyphIsProvided32(own, character))
        return -1;
    for (int i = 0; i < set->fallback_count; i++)
        if (FcCharSetHasChar(set->fallbacks[i].letters, character))
            return i;
    return add_fallback(set, character);
}

TTF_Font *font_get_fallback(struct font_set *set, int number, int size)
{
    return sized(&set->fallbacks[number], size);
}
