// SPDX-License-Identifier: MIT
#include "platform/picture.h"

#include "base/log.h"
#include "check.h"
#include "platform/clock.h"
#include "platform/png.h"

#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/* Hostile and odd files are made here, in a folder of their own. */
struct desk {
    struct pictures pictures;
    char folder[64];
    char path[128];
};

static int setup(void **state)
{
    struct desk *desk = calloc(1, sizeof *desk);
    pictures_init(&desk->pictures, 1024 * 1024);
    strcpy(desk->folder, "/tmp/unknot-pictures-XXXXXX");
    assert_non_null(mkdtemp(desk->folder));
    *state = desk;
    return 0;
}

static int teardown(void **state)
{
    struct desk *desk = *state;
    pictures_finish(&desk->pictures);
    /* Every child was collected. */
    assert_int_equal(waitpid(-1, NULL, WNOHANG), -1);
    unlink(desk->path);
    rmdir(desk->folder);
    free(desk);
    return 0;
}

static const char *place(struct desk *desk, const char *name)
{
    snprintf(desk->path, sizeof desk->path, "%s/%s", desk->folder, name);
    return desk->path;
}

static const char *write_file(struct desk *desk, const char *name, const void *bytes, size_t length)
{
    FILE *file = fopen(place(desk, name), "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, length, file), length);
    fclose(file);
    return desk->path;
}

static const struct picture_page *get(struct desk *desk, const char *name, uint32_t width,
                                      uint32_t height)
{
    const struct picture_page *page;
    pictures_get(&desk->pictures, name, (struct picture_room){width, height, 0}, &page);
    return page;
}

/* Polls until the picture is ready or has failed. */
static const struct picture_page *wait_for(struct desk *desk, const char *name, uint32_t width,
                                           uint32_t height)
{
    get(desk, name, width, height);
    while (pictures_waiting(&desk->pictures)) {
        pictures_poll(&desk->pictures, clock_now());
        nanosleep(&(struct timespec){.tv_nsec = 1000000}, NULL);
    }
    return get(desk, name, width, height);
}

static const char *write_png(struct desk *desk, int width, int height)
{
    uint32_t *pixels = calloc((size_t)width * (size_t)height, sizeof *pixels);
    for (int i = 0; i < width * height; i++)
        pixels[i] = 0xFF000000 | (uint32_t)(i % width) << 16 | (uint32_t)(i / width) << 8 | 0x40;
    struct canvas canvas = {pixels, width, height, width};
    assert_true(png_write(&canvas, place(desk, "good.png")));
    free(pixels);
    return desk->path;
}

static void a_png_comes_back_as_it_was(void **state)
{
    struct desk *desk = *state;
    const struct picture_page *page = wait_for(desk, write_png(desk, 60, 40), 60, 40);
    assert_non_null(page);
    assert_int_equal(page->width, 60);
    assert_int_equal(page->height, 40);
    for (uint32_t y = 0; y < 40; y++)
        for (uint32_t x = 0; x < 60; x++)
            assert_int_equal(page->pixels[y * 60 + x], 0xFF000040U | x << 16 | y << 8);
}

static void a_picture_is_fitted_into_its_room(void **state)
{
    struct desk *desk = *state;
    const struct picture_page *page = wait_for(desk, write_png(desk, 60, 40), 300, 100);
    assert_non_null(page);
    assert_int_equal(page->width, 150);
    assert_int_equal(page->height, 100);
    assert_int_equal(page->pixels[0] >> 24, 255);
    page = wait_for(desk, desk->path, 30, 400);
    assert_non_null(page);
    assert_int_equal(page->width, 30);
    assert_int_equal(page->height, 20);
}

static void corners_are_rounded(void **state)
{
    struct desk *desk = *state;
    const char *name = write_png(desk, 60, 40);
    const struct picture_room room = {60, 40, 10};
    const struct picture_page *page;
    pictures_get(&desk->pictures, name, room, &page);
    while (pictures_waiting(&desk->pictures))
        pictures_poll(&desk->pictures, clock_now());
    assert_int_equal(pictures_get(&desk->pictures, name, room, &page), PICTURE_READY);
    const uint32_t corners[] = {0, 59, 39 * 60, 39 * 60 + 59};
    for (int i = 0; i < 4; i++)
        assert_int_equal(page->pixels[corners[i]], 0);
    assert_int_equal(page->pixels[10] >> 24, 255);
    assert_int_equal(page->pixels[10 * 60 + 10] >> 24, 255);
    assert_int_equal(page->pixels[20 * 60] >> 24, 255);
}

static void a_problem_is_said_in_words(void **state)
{
    struct desk *desk = *state;
    assert_null(picture_problem(write_png(desk, 60, 40)));
    assert_non_null(strstr(picture_problem("/"), "not a file"));
    assert_non_null(strstr(picture_problem("/nowhere/at/all.png"), "No such file"));
}

static void nothing_waits_for_a_picture(void **state)
{
    struct desk *desk = *state;
    const char *name = write_png(desk, 60, 40);
    assert_null(get(desk, name, 60, 40));
    assert_true(pictures_waiting(&desk->pictures));
    pictures_poll(&desk->pictures, clock_now());
    uint64_t before = desk->pictures.generation;
    assert_non_null(wait_for(desk, name, 60, 40));
    assert_int_equal(desk->pictures.generation, before + 1);
}

static void pictures_no_longer_shown_make_room(void **state)
{
    struct desk *desk = *state;
    const char *name = write_png(desk, 64, 64);
    for (uint32_t side = 300; side < 330; side++) {
        assert_non_null(wait_for(desk, name, side, side));
        pictures_poll(&desk->pictures, clock_now());
        pictures_poll(&desk->pictures, clock_now());
        assert_true(desk->pictures.bytes <= 1024 * 1024);
    }
}

/* However large, what a frame asks for is there for the next one. */
static void pictures_on_the_screen_stay(void **state)
{
    struct desk *desk = *state;
    const char *name = write_png(desk, 64, 64);
    do {
        pictures_poll(&desk->pictures, clock_now());
        get(desk, name, 900, 900);
        get(desk, name, 901, 901);
    } while (pictures_waiting(&desk->pictures));
    assert_true(desk->pictures.bytes > 1024 * 1024);
    for (int frame = 0; frame < 3; frame++) {
        pictures_poll(&desk->pictures, clock_now());
        assert_non_null(get(desk, name, 900, 900));
        assert_non_null(get(desk, name, 901, 901));
    }
    assert_false(pictures_waiting(&desk->pictures));
}

static void assert_refused(struct desk *desk, const char *name)
{
    assert_null(wait_for(desk, name, 100, 100));
    /* Once is enough: it is not tried again with every frame. */
    assert_null(get(desk, name, 100, 100));
    assert_false(pictures_waiting(&desk->pictures));
}

static void what_is_no_picture_is_refused(void **state)
{
    struct desk *desk = *state;
    assert_refused(desk, "/dev/zero");
    assert_refused(desk, "/");
    assert_refused(desk, place(desk, "missing.png"));
    assert_refused(desk, write_file(desk, "empty.png", "", 0));
    unlink(desk->path);
    assert_refused(desk, write_file(desk, "text.png", "hello there, world", 18));
    unlink(desk->path);
    assert_refused(desk, write_file(desk, "a.gif", "GIF89a\1\0\1\0\0\0\0", 13));
    unlink(desk->path);
    assert_int_equal(mkfifo(place(desk, "fifo.png"), 0600), 0);
    assert_refused(desk, desk->path);
}

/* Header of a PNG; the checksums are not looked at by the decoder. */
static size_t png_header(unsigned char *out, uint32_t width, uint32_t height, unsigned char depth)
{
    static const unsigned char start[16] = {0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n',
                                            0,    0,   0,   13,  'I',  'H',  'D',  'R'};
    memcpy(out, start, sizeof start);
    for (int i = 0; i < 4; i++) {
        out[16 + i] = (unsigned char)(width >> (24 - 8 * i));
        out[20 + i] = (unsigned char)(height >> (24 - 8 * i));
    }
    memcpy(out + 24, (unsigned char[]){depth, 6, 0, 0, 0, 1, 2, 3, 4}, 9);
    return 33;
}

static void huge_headers_are_refused(void **state)
{
    struct desk *desk = *state;
    unsigned char bytes[64];
    static const uint32_t sides[][2] = {{65535, 65535}, {0x7FFFFFFF, 1}, {1, 0xFFFFFFFF},
                                        {8192, 8192},   {0, 10},         {0x10000, 0x10000}};
    for (size_t i = 0; i < sizeof sides / sizeof *sides; i++) {
        char name[32];
        snprintf(name, sizeof name, "huge%zu.png", i);
        size_t length = png_header(bytes, sides[i][0], sides[i][1], 8);
        assert_refused(desk, write_file(desk, name, bytes, length));
        unlink(desk->path);
    }
}

static char *read_whole(const char *path, size_t *length)
{
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    fseek(file, 0, SEEK_END);
    *length = (size_t)ftell(file);
    rewind(file);
    char *bytes = malloc(*length);
    assert_int_equal(fread(bytes, 1, *length, file), *length);
    fclose(file);
    return bytes;
}

/* Whatever happens to the child, the player goes on. */
static void damaged_files_do_no_harm(void **state)
{
    struct desk *desk = *state;
    size_t length;
    char *good = read_whole(write_png(desk, 64, 64), &length);
    char *bad = malloc(length);
    unsigned seed = 11;
    unlink(desk->path);
    for (int round = 0; round < 60; round++) {
        char name[32];
        memcpy(bad, good, length);
        for (int hit = 0; hit < 1 + round % 9; hit++) {
            seed = seed * 1103515245U + 12345U;
            bad[8 + (seed >> 8) % (length - 8)] ^= (char)(1 << (seed >> 4 & 7));
        }
        snprintf(name, sizeof name, "bad%d.png", round);
        size_t kept = round % 3 == 0 ? length * (size_t)(round + 1) / 61 : length;
        const char *path = write_file(desk, name, bad, kept);
        const struct picture_page *page = wait_for(desk, path, 80, 80);
        if (page != NULL)
            assert_true(page->width <= 80 && page->height <= 80);
        unlink(desk->path);
        pictures_poll(&desk->pictures, clock_now());
    }
    free(bad);
    free(good);
}

/* A stream of bits, lowest first, as deflate wants them. */
struct bits {
    unsigned char *bytes;
    size_t count;
};

static void add_bits(struct bits *bits, unsigned value, int count)
{
    for (int i = 0; i < count; i++, bits->count++)
        bits->bytes[bits->count / 8] |= (unsigned char)((value >> i & 1) << bits->count % 8);
}

/* Huffman codes go in highest bit first. */
static void add_code(struct bits *bits, unsigned code, int count)
{
    for (int i = count - 1; i >= 0; i--)
        add_bits(bits, code >> i & 1, 1);
}

static size_t add_chunk(unsigned char *out, const char *type, const unsigned char *data,
                        size_t size)
{
    for (int i = 0; i < 4; i++)
        out[i] = (unsigned char)(size >> (24 - 8 * i));
    memcpy(out + 4, type, 4);
    if (size > 0)
        memcpy(out + 8, data, size);
    memset(out + 8 + size, 0, 4);
    return size + 12;
}

/* Two megabytes that unpack to three hundred: each 13 bits say "the last byte 258 times more". */
static void a_file_that_unpacks_without_end_is_refused(void **state)
{
    enum { BOMB = 2 * 1024 * 1024 };
    struct desk *desk = *state;
    unsigned char *file = calloc(1, BOMB + 100), *data = calloc(1, BOMB);
    struct bits bits = {data, 0};
    add_bits(&bits, 0x78, 8);
    add_bits(&bits, 0x01, 8);
    add_bits(&bits, 3, 3);
    add_code(&bits, 0x30, 8);
    while (bits.count / 8 + 8 < BOMB) {
        add_code(&bits, 0xC5, 8);
        add_code(&bits, 0, 5);
    }
    size_t length = png_header(file, 100, 100, 8);
    length += add_chunk(file + length, "IDAT", data, bits.count / 8);
    length += add_chunk(file + length, "IEND", NULL, 0);
    assert_refused(desk, write_file(desk, "bomb.png", file, length));
    free(file);
    free(data);
}

static bool children_hang;

/* By itself, before it does anything: from outside it might come too late. */
static void hang(void)
{
    if (children_hang)
        raise(SIGSTOP);
}

/* A child that does not end is ended, on the clock that is passed in. */
static void a_child_that_hangs_is_ended(void **state)
{
    struct desk *desk = *state;
    const char *name = write_png(desk, 64, 64);
    assert_int_equal(pthread_atfork(NULL, NULL, hang), 0);
    get(desk, name, 64, 64);
    tick now = clock_now();
    children_hang = true;
    pictures_poll(&desk->pictures, now);
    children_hang = false;
    assert_true(pictures_waiting(&desk->pictures));
    pictures_poll(&desk->pictures, now + PICTURE_TIMEOUT + 1);
    assert_false(pictures_waiting(&desk->pictures));
    assert_null(get(desk, name, 64, 64));
}

static bool convert(struct desk *desk, const char *arguments, const char *name)
{
    char command[256];
    snprintf(command, sizeof command, "convert -size 90x60 gradient:red-blue %s %s 2>/dev/null",
             arguments, place(desk, name));
    return system(command) == 0;
}

/* Kinds that are valid and rare. */
static void rare_kinds_are_shown(void **state)
{
    struct desk *desk = *state;
    static const char *const kinds[][2] = {{"-depth 16", "deep.png"},
                                           {"-interlace PNG", "interlaced.png"},
                                           {"-type Palette", "palette.png"},
                                           {"-colorspace Gray", "grey.png"},
                                           {"-interlace JPEG", "progressive.jpg"},
                                           {"-colorspace CMYK", "cmyk.jpg"},
                                           {"-sampling-factor 4:2:0", "halved.jpg"},
                                           {"-colorspace Gray", "grey.jpg"}};
    if (!convert(desk, "", "probe.png"))
        skip();
    unlink(desk->path);
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        assert_true(convert(desk, kinds[i][0], kinds[i][1]));
        const struct picture_page *page = wait_for(desk, desk->path, 90, 60);
        if (page == NULL)
            fail_msg("%s was not read", kinds[i][1]);
        assert_int_equal(page->width, 90);
        assert_int_equal(page->height, 60);
        unlink(desk->path);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_png_comes_back_as_it_was, setup, teardown),
        cmocka_unit_test_setup_teardown(a_picture_is_fitted_into_its_room, setup, teardown),
        cmocka_unit_test_setup_teardown(corners_are_rounded, setup, teardown),
        cmocka_unit_test_setup_teardown(a_problem_is_said_in_words, setup, teardown),
        cmocka_unit_test_setup_teardown(nothing_waits_for_a_picture, setup, teardown),
        cmocka_unit_test_setup_teardown(pictures_no_longer_shown_make_room, setup, teardown),
        cmocka_unit_test_setup_teardown(pictures_on_the_screen_stay, setup, teardown),
        cmocka_unit_test_setup_teardown(what_is_no_picture_is_refused, setup, teardown),
        cmocka_unit_test_setup_teardown(huge_headers_are_refused, setup, teardown),
        cmocka_unit_test_setup_teardown(damaged_files_do_no_harm, setup, teardown),
        cmocka_unit_test_setup_teardown(a_file_that_unpacks_without_end_is_refused, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(a_child_that_hangs_is_ended, setup, teardown),
        cmocka_unit_test_setup_teardown(rare_kinds_are_shown, setup, teardown),
    };
    /* What is refused is logged; here that is nearly everything. */
    log_set_level(LOG_ERROR);
    return cmocka_run_group_tests_name("pictures", tests, NULL, NULL);
}
