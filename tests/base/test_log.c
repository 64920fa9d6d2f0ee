// SPDX-License-Identifier: MIT
#include "base/log.h"

#include "check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static FILE *file;
static tick clock_of_test;

static tick now(void)
{
    return clock_of_test;
}

/* What was written since the last call. */
static const char *written(void)
{
    static char text[4096];
    rewind(file);
    text[fread(text, 1, sizeof text - 1, file)] = '\0';
    if (ftruncate(fileno(file), 0) != 0)
        return NULL;
    rewind(file);
    return text;
}

static void complain(int number)
{
    log_warning("it is the %dth time", number);
}

static size_t lines(const char *text)
{
    size_t count = 0;
    for (; *text != '\0'; text++)
        count += *text == '\n';
    return count;
}

static void lines_say_how_grave_they_are(void **state)
{
    (void)state;
    complain(1);
    assert_string_equal(written(), "unknot: warning: it is the 1th time\n");
    struct stat status;
    char stream[64];
    assert_int_equal(fstat(STDERR_FILENO, &status), 0);
    snprintf(stream, sizeof stream, "%ju:%ju", (uintmax_t)status.st_dev, (uintmax_t)status.st_ino);
    setenv("JOURNAL_STREAM", "1:2", 1);
    log_begin_service(now);
    log_error("no %s", "matter");
    assert_string_equal(written(), "unknot: error: no matter\n");
    setenv("JOURNAL_STREAM", stream, 1);
    log_begin_service(now);
    log_error("no %s", "journal");
    complain(2);
    assert_string_equal(written(), "<3>unknot: error: no journal\n"
                                   "<4>unknot: warning: it is the 2th time\n");
}

static void what_repeats_is_counted(void **state)
{
    (void)state;
    clock_of_test += LOG_WINDOW;
    for (int i = 0; i < 1000; i++)
        complain(i);
    assert_int_equal(lines(written()), LOG_BURST);
    log_warning("something else");
    assert_int_equal(lines(written()), 1);
    clock_of_test += LOG_WINDOW;
    complain(1000);
    char expected[128];
    snprintf(expected, sizeof expected,
             "<4>unknot: warning: it is the 1000th time (and %d more like it before)\n",
             1000 - LOG_BURST);
    assert_string_equal(written(), expected);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_say_how_grave_they_are),
        cmocka_unit_test(what_repeats_is_counted),
    };
    file = tmpfile();
    int before = dup(STDERR_FILENO);
    if (file == NULL || dup2(fileno(file), STDERR_FILENO) < 0)
        return 1;
    int failed = cmocka_run_group_tests_name("log", tests, NULL, NULL);
    dup2(before, STDERR_FILENO);
    return failed;
}
