// SPDX-License-Identifier: MIT
#include "platform/idle.h"

#include "base/arena.h"

#include <stdlib.h>
#include <string.h>
#include <systemd/sd-bus.h>
#include <time.h>
#include <X11/extensions/scrnsaver.h>

struct idle {
    const char *source;
    bool (*read)(struct idle *idle, tick *out);
    Display *display;
    XScreenSaverInfo *info;
    sd_bus *bus;
};

/* An X server below Wayland sees only what goes to its own windows. */
static bool open_x(struct idle *idle)
{
    const char *wayland = getenv("WAYLAND_DISPLAY");
    int events, errors;
    if (wayland != NULL && *wayland != '\0')
        return false;
    idle->display = XOpenDisplay(NULL);
    if (idle->display == NULL || !XScreenSaverQueryExtension(idle->display, &events, &errors))
        return false;
    idle->info = XScreenSaverAllocInfo();
    return idle->info != NULL;
}

static bool read_x(struct idle *idle, tick *out)
{
    Window root = DefaultRootWindow(idle->display);
    if (XScreenSaverQueryInfo(idle->display, root, idle->info) == 0)
        return false;
    *out = (tick)idle->info->idle * TICK_MS;
    return true;
}

static bool open_user_bus(struct idle *idle)
{
    return sd_bus_open_user(&idle->bus) >= 0;
}

static bool read_gnome(struct idle *idle, tick *out)
{
    static const char name[] = "org.gnome.Mutter.IdleMonitor";
    sd_bus_message *reply = NULL;
    uint64_t milliseconds = 0;
    bool told = sd_bus_call_method(idle->bus, name, "/org/gnome/Mutter/IdleMonitor/Core", name,
                                   "GetIdletime", NULL, &reply, "") >= 0 &&
                sd_bus_message_read(reply, "t", &milliseconds) >= 0;
    sd_bus_message_unref(reply);
    *out = (tick)milliseconds * TICK_MS;
    return told;
}

static bool open_system_bus(struct idle *idle)
{
    return sd_bus_open_system(&idle->bus) >= 0;
}

static const char login[] = "org.freedesktop.login1";
static const char own_session[] = "/org/freedesktop/login1/session/auto";
static const char session_interface[] = "org.freedesktop.login1.Session";

static bool read_logind(struct idle *idle, tick *out)
{
    int hint = 0;
    uint64_t since = 0;
    struct timespec now;
    if (sd_bus_get_property_trivial(idle->bus, login, own_session, session_interface, "IdleHint",
                                    NULL, 'b', &hint) < 0)
        return false;
    *out = 0;
    if (!hint)
        return true;
    if (sd_bus_get_property_trivial(idle->bus, login, own_session, session_interface,
                                    "IdleSinceHintMonotonic", NULL, 't', &since) < 0 ||
        clock_gettime(CLOCK_MONOTONIC, &now) != 0)
        return false;
    *out = (tick)now.tv_sec * TICK_S + now.tv_nsec / 1000 - (tick)since;
    return true;
}

static const struct {
    const char *name;
    bool (*open)(struct idle *idle);
    bool (*read)(struct idle *idle, tick *out);
} sources[] = {
    {"the X screen saver", open_x, read_x},
    {"GNOME", open_user_bus, read_gnome},
    {"logind", open_system_bus, read_logind},
};

static void clear(struct idle *idle)
{
    if (idle->info != NULL)
        XFree(idle->info);
    if (idle->display != NULL)
        XCloseDisplay(idle->display);
    sd_bus_flush_close_unref(idle->bus);
    *idle = (struct idle){0};
}

struct idle *idle_open(void)
{
    struct idle *idle = memory_alloc(sizeof *idle);
    *idle = (struct idle){0};
    for (size_t i = 0; i < sizeof sources / sizeof *sources; i++) {
        tick now;
        if (sources[i].open(idle) && sources[i].read(idle, &now)) {
            idle->source = sources[i].name;
            idle->read = sources[i].read;
            return idle;
        }
        clear(idle);
    }
    free(idle);
    return NULL;
}

void idle_close(struct idle *idle)
{
    if (idle == NULL)
        return;
    clear(idle);
    free(idle);
}

const char *idle_source(const struct idle *idle)
{
    return idle->source;
}

tick idle_time(struct idle *idle)
{
    tick out = 0;
    return idle != NULL && idle->read(idle, &out) && out > 0 ? out : 0;
}
