// SPDX-License-Identifier: MIT
#include "platform/service.h"

#include "check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* A service manager that only listens. */
static char path[sizeof((struct sockaddr_un *)NULL)->sun_path];
static int listener;

static int set_up(void **state)
{
    (void)state;
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    snprintf(path, sizeof path, "/tmp/unknot-notify-%d", (int)getpid());
    memcpy(address.sun_path, path, sizeof path);
    listener = socket(AF_UNIX, SOCK_DGRAM | SOCK_NONBLOCK, 0);
    unlink(path);
    setenv("NOTIFY_SOCKET", path, 1);
    setenv("WATCHDOG_USEC", "20000000", 1);
    unsetenv("WATCHDOG_PID");
    return bind(listener, (const struct sockaddr *)&address, sizeof address);
}

static int tear_down(void **state)
{
    (void)state;
    close(listener);
    return unlink(path);
}

/* What came next; "" for nothing. */
static const char *heard(void)
{
    static char message[512];
    ssize_t length = recv(listener, message, sizeof message - 1, 0);
    message[length > 0 ? length : 0] = '\0';
    return message;
}

static void each_thing_is_told_as_systemd_reads_it(void **state)
{
    (void)state;
    struct service service;
    service_open(&service, 0);
    assert_null(getenv("NOTIFY_SOCKET"));
    assert_null(getenv("WATCHDOG_USEC"));
    service_ready(&service);
    assert_string_equal(heard(), "READY=1");
    service_status(&service, "idle\nSTOPPING=1");
    assert_string_equal(heard(), "STATUS=idle STOPPING=1");
    service_status(&service, "idle STOPPING=1");
    assert_string_equal(heard(), "");
    service_reloading(&service, 1234567);
    assert_string_equal(heard(), "RELOADING=1\nMONOTONIC_USEC=1234567");
    service_stopping(&service);
    assert_string_equal(heard(), "STOPPING=1");
    service_close(&service);
    service_ready(&service);
    assert_string_equal(heard(), "");
}

static void the_watchdog_hears_of_pictures_and_progress_alone(void **state)
{
    (void)state;
    struct service service;
    service_open(&service, 0);
    assert_int_equal(service_next(&service, 6 * TICK_S), 10 * TICK_S);
    service_alive(&service, 1, 1, 9 * TICK_S);
    assert_string_equal(heard(), ""); /* not yet */
    service_alive(&service, 0, 2, 10 * TICK_S);
    assert_string_equal(heard(), ""); /* nothing was shown */
    service_alive(&service, 5, 0, 10 * TICK_S);
    assert_string_equal(heard(), ""); /* nothing went on */
    service_alive(&service, 5, 2, 11 * TICK_S);
    assert_string_equal(heard(), "WATCHDOG=1");
    service_alive(&service, 5, 3, 21 * TICK_S);
    service_alive(&service, 6, 2, 21 * TICK_S);
    assert_string_equal(heard(), "");
    service_alive(&service, 6, 3, 21 * TICK_S);
    assert_string_equal(heard(), "WATCHDOG=1");
    service_close(&service);
}

static void a_screen_on_which_nothing_moves_is_shown_again(void **state)
{
    (void)state;
    struct service service;
    service_open(&service, 0);
    assert_false(service_wants_frame(&service, 0, 4 * TICK_S));
    assert_true(service_wants_frame(&service, 0, 5 * TICK_S));
    assert_false(service_wants_frame(&service, 1, 5 * TICK_S));
    service_close(&service);
}

static void a_manager_that_does_not_listen_gets_it_later(void **state)
{
    (void)state;
    struct service service;
    service_open(&service, 0);
    int heard_of = 0, sent = 0;
    for (tick now = 10 * TICK_S; sent < 5000; now += 10 * TICK_S, sent++)
        service_alive(&service, (uint64_t)now, now, now);
    while (heard()[0] != '\0')
        heard_of++;
    assert_in_range(heard_of, 1, sent - 1); /* its queue was full, and nobody waited */
    service_alive(&service, 1, 1, service_next(&service, INT64_MAX - 1));
    assert_string_equal(heard(), "WATCHDOG=1");
    service_close(&service);
}

static void nobody_is_told_without_a_manager(void **state)
{
    (void)state;
    static const char *const names[] = {"", "relative", "/", "/nowhere/at/all", NULL};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        struct service service;
        if (names[i] != NULL)
            setenv("NOTIFY_SOCKET", names[i], 1);
        service_open(&service, 0);
        service_ready(&service);
        service_alive(&service, 1, 1, 100 * TICK_S);
        assert_false(names[i] == NULL && service_next(&service, 0) != TICK_NEVER);
        service_close(&service);
    }
}

static void the_watchdog_of_another_process_is_not_ours(void **state)
{
    (void)state;
    char own[16];
    struct service service;
    setenv("WATCHDOG_PID", "1", 1);
    service_open(&service, 0);
    assert_int_equal(service_next(&service, 0), TICK_NEVER);
    service_close(&service);
    snprintf(own, sizeof own, "%d", (int)getpid());
    setenv("NOTIFY_SOCKET", path, 1);
    setenv("WATCHDOG_USEC", "4000000", 1);
    setenv("WATCHDOG_PID", own, 1);
    service_open(&service, 0);
    assert_int_equal(service_next(&service, 0), TICK_S);
    service_close(&service);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(each_thing_is_told_as_systemd_reads_it),
        TEST(the_watchdog_hears_of_pictures_and_progress_alone),
        TEST(a_screen_on_which_nothing_moves_is_shown_again),
        TEST(a_manager_that_does_not_listen_gets_it_later),
        TEST(nobody_is_told_without_a_manager),
        TEST(the_watchdog_of_another_process_is_not_ours),
    };
    return cmocka_run_group_tests_name("service", tests, NULL, NULL);
}
