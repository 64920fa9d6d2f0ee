// SPDX-License-Identifier: MIT
#include "base/text.h"
#include "check.h"
#include "figure/palette.h"
#include "figure/read.h"
#include "view/figure_view.h"
#include "view/theme.h"

#include <dirent.h>
#include <math.h>
#include <string.h>

/* Who is drawn: the files of the product, and mistakes in files of one's own. */

enum { PALETTES_MOST = 16 };
struct shelf {
    struct arena arena;
    const char *names[PALETTES_MOST];
    const struct palette *palettes[PALETTES_MOST];
    int count;
};

static int open_shelf(void **state)
{
    static struct shelf shelf;
    arena_init(&shelf.arena);
    struct diag_list diags;
    diag_init(&diags, &shelf.arena);
    DIR *folder = opendir("routines/palettes");
    assert_non_null(folder);
    for (struct dirent *item; (item = readdir(folder)) != NULL;) {
        if (!text_ends(item->d_name, ".yaml"))
            continue;
        assert_true(shelf.count < PALETTES_MOST);
        shelf.names[shelf.count] = arena_format(&shelf.arena, "routines/palettes/%s", item->d_name);
        shelf.palettes[shelf.count] = palette_read(&shelf.arena, shelf.names[shelf.count], &diags);
        diag_print(&diags, stderr, false);
        assert_non_null(shelf.palettes[shelf.count++]);
    }
    closedir(folder);
    *state = &shelf;
    return 0;
}

static int close_shelf(void **state)
{
    struct shelf *shelf = *state;
    arena_finish(&shelf->arena);
    return 0;
}

static double linear(colour c, int shift)
{
    double value = (double)((c >> shift) & 0xFF) / 255;
    return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4);
}

static double luminance(colour c)
{
    return 0.2126 * linear(c, 24) + 0.7152 * linear(c, 16) + 0.0722 * linear(c, 8);
}

/* WCAG 2.2. */
static double contrast(colour a, colour b)
{
    double x = luminance(a), y = luminance(b);
    return (fmax(x, y) + 0.05) / (fmin(x, y) + 0.05);
}

struct lab {
    double l, a, b;
};

static double lab_root(double t)
{
    return t > 0.008856 ? cbrt(t) : 7.787 * t + 16.0 / 116;
}

/* CIE L*a*b* under D65: distances in it are near to what the eye sees. */
static struct lab lab_of(colour c)
{
    double r = linear(c, 24), g = linear(c, 16), b = linear(c, 8);
    double x = lab_root((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505);
    double y = lab_root(0.2126 * r + 0.7152 * g + 0.0722 * b);
    double z = lab_root((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089);
    return (struct lab){116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

static double distance(colour one, colour other)
{
    struct lab p = lab_of(one), q = lab_of(other);
    return sqrt((p.l - q.l) * (p.l - q.l) + (p.a - q.a) * (p.a - q.a) + (p.b - q.b) * (p.b - q.b));
}

/* What may meet the ground, and how much it stands out there at least: on the night and the light
 * theme, whose figures may be softer, and on black. */
static const struct {
    const char *what;
    enum figure_paint paint;
    double soft, strong;
} outlines[] = {
    {"skin", FIGURE_SKIN, 1.6, 3},
    {"far skin", FIGURE_SKIN_FAR, 1.6, 3},
    {"hair", FIGURE_HAIR, 1.2, 3},
    {"top", FIGURE_TOP, 2.5, 3},
    {"far top", FIGURE_TOP_FAR, 2, 3},
    {"trousers", FIGURE_TROUSERS, 1.45, 3},
    {"far trousers", FIGURE_TROUSERS_FAR, 1.15, 3},
};

static void every_body_stands_out_from_every_ground(void **state)
{
    const struct shelf *shelf = *state;
    for (int p = 0; p < shelf->count; p++)
        for (int t = 0; t < THEMES; t++) {
            const struct theme *theme = &theme_table[t];
            struct figure_palette palette = figure_palette_for(theme, shelf->palettes[p]);
            for (size_t i = 0; i < sizeof outlines / sizeof *outlines; i++) {
                colour paint = palette.paints[outlines[i].paint];
                double is = fmin(contrast(paint, theme->top), contrast(paint, theme->bottom));
                double least = theme->high_contrast ? outlines[i].strong : outlines[i].soft;
                if (is < least)
                    fail_msg("%s: %s on %s is %.2f:1, not %.2f:1", shelf->names[p],
                             outlines[i].what, theme->name, is, least);
            }
        }
}

/* What lies over or beside what, and how far apart they are at least: an arm over the trunk, a
 * sleeve over the one behind it, the lids on a face. */
static const struct {
    const char *what;
    enum figure_paint over, under;
    double least;
} overlaps[] = {
    {"skin on the top", FIGURE_SKIN, FIGURE_TOP, 25},
    {"skin on the trousers", FIGURE_SKIN, FIGURE_TROUSERS, 25},
    {"the top on the trousers", FIGURE_TOP, FIGURE_TROUSERS, 18},
    {"hair on skin", FIGURE_HAIR, FIGURE_SKIN, 15},
    {"hair on the top", FIGURE_HAIR, FIGURE_TOP, 25},
    {"the top on its far side", FIGURE_TOP, FIGURE_TOP_FAR, 7},
    {"the top on its shade", FIGURE_TOP, FIGURE_TOP_SHADE, 5},
    {"skin on its far side", FIGURE_SKIN, FIGURE_SKIN_FAR, 7},
    {"skin on its shade", FIGURE_SKIN, FIGURE_SKIN_SHADE, 4},
    {"trousers on their far side", FIGURE_TROUSERS, FIGURE_TROUSERS_FAR, 5},
    {"the light on a muscle of the trunk", FIGURE_GLOW, FIGURE_TOP, 25},
    {"the light on a muscle of the leg", FIGURE_GLOW, FIGURE_TROUSERS, 25},
};

static void limbs_stay_visible_over_the_trunk(void **state)
{
    const struct shelf *shelf = *state;
    for (int p = 0; p < shelf->count; p++)
        for (int t = 0; t < THEMES; t++) {
            struct figure_palette palette = figure_palette_for(&theme_table[t], shelf->palettes[p]);
            for (size_t i = 0; i < sizeof overlaps / sizeof *overlaps; i++) {
                double is =
                    distance(palette.paints[overlaps[i].over], palette.paints[overlaps[i].under]);
                if (is < overlaps[i].least)
                    fail_msg("%s on %s: %s is %.1f apart, not %.1f", shelf->names[p],
                             theme_table[t].name, overlaps[i].what, is, overlaps[i].least);
            }
        }
}

static void skins_and_hair_differ_from_palette_to_palette(void **state)
{
    const struct shelf *shelf = *state;
    assert_true(shelf->count >= 3);
    for (int p = 0; p < shelf->count; p++)
        for (int q = 0; q < p; q++) {
            const struct palette *one = shelf->palettes[p], *other = shelf->palettes[q];
            for (int g = 0; g < PALETTE_GROUNDS; g++)
                assert_true(
                    distance(one->colours[g][PALETTE_SKIN], other->colours[g][PALETTE_SKIN]) > 7);
            assert_true(one->hair != other->hair || shelf->count > HAIR_STYLES);
        }
}

static void the_default_needs_no_file_but_has_one(void **state)
{
    const struct shelf *shelf = *state;
    for (int p = 0; p < shelf->count; p++)
        if (text_ends(shelf->names[p], "/" PALETTE_DEFAULT_NAME ".yaml")) {
            assert_memory_equal(shelf->palettes[p], &palette_default, sizeof palette_default);
            return;
        }
    fail_msg("there is no routines/palettes/" PALETTE_DEFAULT_NAME ".yaml");
}

#define NIGHT "night: {skin: \"#E0A989\", hair: 4E3931, top: \"#3fa796\", trousers: \"#2E4A62\"}\n"

static void only_what_differs_is_written_again(void **state)
{
    (void)state;
    static const char text[] = "palette: Own\nhair style: curls\n" NIGHT "light: {top: 102030}\n";
    struct arena arena;
    struct diag_list diags;
    arena_init(&arena);
    diag_init(&diags, &arena);
    const struct palette *own = palette_parse(&arena, "own.yaml", text, strlen(text), &diags);
    assert_non_null(own);
    assert_int_equal(own->hair, HAIR_CURLS);
    assert_int_equal(own->colours[PALETTE_NIGHT][PALETTE_TOP], 0x3FA796FF);
    assert_int_equal(own->colours[PALETTE_LIGHT][PALETTE_TOP], 0x102030FF);
    assert_int_equal(own->colours[PALETTE_LIGHT][PALETTE_HAIR], 0x4E3931FF);
    assert_int_equal(own->colours[PALETTE_CONTRAST][PALETTE_TOP], 0x3FA796FF);
    arena_finish(&arena);
}

static const struct {
    const char *text, *says;
} mistakes[] = {
    {"palette: A\nhair style: bun\n", "a palette needs the colours of 'skin', 'hair', 'top' and"},
    {"palette: A\nhair style: bun\nnight: {skin: 102030}\n", "a palette needs the colours"},
    {"palette: A\nhair style: bun\nnight: x\n", "night needs 'key: value' lines"},
    {"palette: A\n" NIGHT, "a palette needs 'hair style: bun', or 'short' or 'curls'"},
    {"palette: A\nhair style: bum\n" NIGHT, "hair style 'bum' is not known; did you mean 'bun'?"},
    {"hair style: bun\n" NIGHT, "a palette needs a name, as in 'palette: Lagoon'"},
    {"palette:\nhair style: bun\n" NIGHT, "a palette needs a name"},
    {"palette: A\nhair style: bun\n" NIGHT "ligth: {top: 102030}\n",
     "key 'ligth' is not known; did you mean 'light'?"},
    {"palette: A\nhair style: bun\n" NIGHT "light: {tops: 102030}\n",
     "part 'tops' is not known; did you mean 'top'?"},
    {"palette: A\nhair style: bun\n" NIGHT "light: {top: teal}\n",
     "top needs a colour such as \"#E0A989\""},
    {"palette: A\nhair style: bun\n" NIGHT "light: {top: \"#12345\"}\n", "top needs a colour"},
    {"palette: A\nhair style: bun\n" NIGHT "light: {top: [1, 2, 3]}\n", "top needs a colour"},
    {"palette: A\nhair style: bun\n" NIGHT "light:\n  top: #102030\n",
     "in quotes: behind a bare # everything is a comment"},
    {"- palette\n", "a palette needs 'key: value' lines"},
};

static void mistakes_say_what_to_write(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof mistakes / sizeof *mistakes; i++) {
        struct arena arena;
        struct diag_list diags;
        arena_init(&arena);
        diag_init(&diags, &arena);
        const char *text = mistakes[i].text;
        assert_null(palette_parse(&arena, "own.yaml", text, strlen(text), &diags));
        assert_int_equal(diags.errors, 1);
        if (strstr(diags.items[0].message, mistakes[i].says) == NULL)
            fail_msg("'%s' is said of:\n%s", diags.items[0].message, text);
        arena_finish(&arena);
    }
}

static void assert_words(const struct node *map, struct figure_words words)
{
    assert_non_null(map);
    assert_int_equal(map->count, words.count);
    for (size_t i = 0; i < words.count; i++)
        if (node_get(map, words.words[i]) == NULL)
            fail_msg("the schema lacks '%s'", words.words[i]);
}

static void the_schema_has_the_readers_words(void **state)
{
    (void)state;
    struct arena arena;
    struct diag_list diags;
    const struct node *root;
    arena_init(&arena);
    diag_init(&diags, &arena);
    assert_true(document_read(&arena, "routines/schema/palette.schema.json", &diags, &root));
    const struct node *keys = node_get(root, "properties");
    assert_words(keys, palette_keys());
    const struct node *colours = node_get(node_get(root, "definitions"), "colours");
    assert_words(node_get(colours, "properties"), palette_parts());
    const struct node *styles = node_get(node_get(keys, "hair style"), "enum");
    struct figure_words words = palette_hair_styles();
    assert_int_equal(styles->count, words.count);
    for (size_t i = 0; i < words.count; i++)
        assert_string_equal(styles->items[i].text, words.words[i]);
    arena_finish(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_body_stands_out_from_every_ground),
        cmocka_unit_test(limbs_stay_visible_over_the_trunk),
        cmocka_unit_test(skins_and_hair_differ_from_palette_to_palette),
        cmocka_unit_test(the_default_needs_no_file_but_has_one),
        cmocka_unit_test(only_what_differs_is_written_again),
        cmocka_unit_test(mistakes_say_what_to_write),
        cmocka_unit_test(the_schema_has_the_readers_words),
    };
    return cmocka_run_group_tests(tests, open_shelf, close_shelf);
}
