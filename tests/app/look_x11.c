// SPDX-License-Identifier: MIT
/* What a person in front of an X11 screen sees besides windows: "pointer shown" or "pointer
 * hidden", and "saver on" or "saver off". */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <X11/extensions/scrnsaver.h>
#include <X11/extensions/Xfixes.h>

static bool pointer_is_shown(Display *display)
{
    XFixesCursorImage *image = XFixesGetCursorImage(display);
    bool shown = false;
    for (size_t i = 0; image != NULL && i < (size_t)image->width * image->height; i++)
        shown = shown || image->pixels[i] >> 24 != 0;
    XFree(image);
    return shown;
}

static bool saver_is_on(Display *display)
{
    XScreenSaverInfo info = {0};
    XScreenSaverQueryInfo(display, DefaultRootWindow(display), &info);
    return info.state == ScreenSaverOn;
}

int main(void)
{
    Display *display = XOpenDisplay(NULL);
    if (display == NULL)
        return EXIT_FAILURE;
    printf("pointer %s\nsaver %s\n", pointer_is_shown(display) ? "shown" : "hidden",
           saver_is_on(display) ? "on" : "off");
    XCloseDisplay(display);
    return EXIT_SUCCESS;
}
