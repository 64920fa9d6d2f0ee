// SPDX-License-Identifier: MIT
#include "platform/x11.h"

#include "base/log.h"

#include <SDL_syswm.h>
#include <X11/extensions/dpms.h>
#include <X11/extensions/scrnsaver.h>
#include <X11/extensions/Xrandr.h>
#include <X11/Xatom.h>
#include <X11/Xproto.h>

/* The version of RandR that knows monitors, times 100. */
enum { HAS_MONITORS = 105 };

struct x11 {
    Display *display;
    Window window, root;
};

/* An error handler is given nothing to find these by. */
static Window own_window;
static XErrorHandler handler_before;

static bool reach(SDL_Window *window, struct x11 *out)
{
    const char *driver = SDL_GetCurrentVideoDriver();
    SDL_SysWMinfo info;
    SDL_VERSION(&info.version);
    if (driver == NULL || SDL_strcmp(driver, "x11") != 0 || !SDL_GetWindowWMInfo(window, &info))
        return false;
    *out = (struct x11){.display = info.info.x11.display, .window = info.info.x11.window};
    out->root = DefaultRootWindow(out->display);
    return true;
}

/* The handler before ends the program, for any error. The keyboard that a window cannot have,
 * because it is not shown any more, only has no effect. */
static int on_error(Display *display, XErrorEvent *error)
{
    bool harmless = (error->error_code == BadWindow && error->resourceid != own_window) ||
                    error->request_code == X_SetInputFocus;
    if (!harmless)
        return handler_before(display, error);
    log_debug("X error %d of request %d is passed over", error->error_code, error->request_code);
    return 0;
}

void x11_begin(SDL_Window *window)
{
    struct x11 x11;
    if (!reach(window, &x11))
        return;
    own_window = x11.window;
    XErrorHandler before = XSetErrorHandler(on_error);
    if (before != on_error)
        handler_before = before;
}

/* Of a property that names a window; None: there is none. */
static Window named_window(Display *display, Window of, Atom property)
{
    Atom type;
    int format;
    unsigned long count = 0, left;
    unsigned char *data = NULL;
    Window out = None;
    if (XGetWindowProperty(display, of, property, 0, 1, False, XA_WINDOW, &type, &format, &count,
                           &left, &data) == Success &&
        type == XA_WINDOW && count == 1)
        SDL_memcpy(&out, data, sizeof out);
    if (data != NULL)
        XFree(data);
    return out;
}

/* What it says on the root window stays there when it ends; what it says on its own does not. */
static bool is_managed(const struct x11 *x11)
{
    Atom check = XInternAtom(x11->display, "_NET_SUPPORTING_WM_CHECK", True);
    if (check == None)
        return false;
    Window manager = named_window(x11->display, x11->root, check);
    return manager != None && named_window(x11->display, manager, check) == manager;
}

static bool has_monitors(Display *display)
{
    int event, error, major = 0, minor = 0;
    return XRRQueryExtension(display, &event, &error) &&
           XRRQueryVersion(display, &major, &minor) != 0 && major * 100 + minor >= HAS_MONITORS;
}

static bool look_at_window(const struct x11 *x11, SDL_Rect *out)
{
    XWindowAttributes attributes;
    Window child;
    if (XGetWindowAttributes(x11->display, x11->window, &attributes) == 0)
        return false;
    *out = (SDL_Rect){.w = attributes.width, .h = attributes.height};
    return XTranslateCoordinates(x11->display, x11->window, x11->root, 0, 0, &out->x, &out->y,
                                 &child) != 0;
}

/* The screen that the middle of the window is on, or else the first. */
static bool find_screen(const struct x11 *x11, struct x11_place *place)
{
    SDL_Point middle = {place->window.x + place->window.w / 2,
                        place->window.y + place->window.h / 2};
    int count = 0;
    XRRMonitorInfo *monitors = XRRGetMonitors(x11->display, x11->root, True, &count);
    for (int i = 0; i < count; i++) {
        SDL_Rect screen = {monitors[i].x, monitors[i].y, monitors[i].width, monitors[i].height};
        if (i == 0 || SDL_PointInRect(&middle, &screen))
            place->screen = screen;
        place->covered |= SDL_RectEquals(&place->window, &screen);
    }
    if (monitors != NULL)
        XRRFreeMonitors(monitors);
    return count > 0;
}

static bool covers_all(const struct x11 *x11, const SDL_Rect *window)
{
    XWindowAttributes root;
    return XGetWindowAttributes(x11->display, x11->root, &root) != 0 && window->x == 0 &&
           window->y == 0 && window->w == root.width && window->h == root.height;
}

bool x11_look(SDL_Window *window, struct x11_place *out)
{
    struct x11 x11;
    *out = (struct x11_place){0};
    if (!reach(window, &x11) || !has_monitors(x11.display) || !look_at_window(&x11, &out->window) ||
        !find_screen(&x11, out))
        return false;
    out->covered |= covers_all(&x11, &out->window);
    out->managed = is_managed(&x11);
    return true;
}

void x11_put(SDL_Window *window, const SDL_Rect *screen)
{
    struct x11 x11;
    if (!reach(window, &x11))
        return;
    XMoveResizeWindow(x11.display, x11.window, screen->x, screen->y, (unsigned)screen->w,
                      (unsigned)screen->h);
    XRaiseWindow(x11.display, x11.window);
    XSetInputFocus(x11.display, x11.window, RevertToPointerRoot, CurrentTime);
    XFlush(x11.display);
}

void x11_release_saver(SDL_Window *window)
{
    struct x11 x11;
    int event, error;
    if (!reach(window, &x11) || !XScreenSaverQueryExtension(x11.display, &event, &error))
        return;
    XScreenSaverSuspend(x11.display, False);
    XFlush(x11.display);
}

void x11_power(SDL_Window *window, bool on)
{
    struct x11 x11;
    int event, error;
    CARD16 level;
    BOOL managed;
    if (!reach(window, &x11) || !DPMSQueryExtension(x11.display, &event, &error) ||
        !DPMSCapable(x11.display) || !DPMSInfo(x11.display, &level, &managed))
        return;
    bool is_on = !managed || level == DPMSModeOn;
    if (is_on == on)
        return;
    if (!managed)
        DPMSEnable(x11.display);
    DPMSForceLevel(x11.display, on ? DPMSModeOn : DPMSModeOff);
    XFlush(x11.display);
    log_info("the displays are switched %s", on ? "on" : "off");
}
