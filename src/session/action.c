// SPDX-License-Identifier: MIT
#include "session/action.h"

#include "base/catalog.h"
#include "base/text.h"

const struct action_info action_table[ACTION_COUNT] = {
    [ACTION_NONE] = {ACTION_NONE, false, "none", N_("Nothing"), NULL},
    [ACTION_PLAY_PAUSE] = {ACTION_PLAY_PAUSE, false, "play-pause", N_("Play or pause"),
                           N_("Space")},
    [ACTION_CONTINUE] = {ACTION_CONTINUE, false, "continue", N_("Go on, or choose"), N_("Enter")},
    [ACTION_NEXT] = {ACTION_NEXT, false, "next", N_("Next step"), N_("Right")},
    [ACTION_BACK] = {ACTION_BACK, false, "back", N_("Back"), N_("Left")},
    [ACTION_UP] = {ACTION_UP, true, "up", N_("Up, or louder"), N_("Up")},
    [ACTION_DOWN] = {ACTION_DOWN, true, "down", N_("Down, or softer"), N_("Down")},
    [ACTION_REPEAT] = {ACTION_REPEAT, false, "repeat", N_("Repeat this step"), "R"},
    [ACTION_LOUDER] = {ACTION_LOUDER, true, "louder", N_("Louder"), "+"},
    [ACTION_SOFTER] = {ACTION_SOFTER, true, "softer", N_("Softer"), "-"},
    [ACTION_MUTE] = {ACTION_MUTE, false, "mute", N_("Sound on or off"), "M"},
    [ACTION_EYES_CLOSED] = {ACTION_EYES_CLOSED, false, "eyes-closed", N_("Dark screen"), "E"},
    [ACTION_FULL_SCREEN] = {ACTION_FULL_SCREEN, false, "full-screen", N_("Full screen or window"),
                            "F"},
    [ACTION_HELP] = {ACTION_HELP, false, "help", N_("Show these keys"), "?"},
    [ACTION_LEAVE] = {ACTION_LEAVE, false, "leave", N_("Leave"), N_("Esc")},
    [ACTION_SEEK] = {ACTION_SEEK, false, "seek", N_("Go to a time"), NULL},
    [ACTION_RATE] = {ACTION_RATE, false, "rate", N_("Rate from 0 to 10"), NULL},
    [ACTION_QUIT] = {ACTION_QUIT, false, "quit", N_("Close the program"), NULL},
    [ACTION_FOCUS_NEXT] = {ACTION_FOCUS_NEXT, true, "focus-next", N_("To the next choice"), NULL},
    [ACTION_FOCUS_BACK] = {ACTION_FOCUS_BACK, true, "focus-back", N_("To the choice before"), NULL},
    [ACTION_PAGE_ON] = {ACTION_PAGE_ON, false, "page-on", N_("A page on"), NULL},
    [ACTION_PAGE_BACK] = {ACTION_PAGE_BACK, false, "page-back", N_("A page back"), NULL},
    [ACTION_FIRST] = {ACTION_FIRST, false, "first", N_("To the first choice"), NULL},
    [ACTION_LAST] = {ACTION_LAST, false, "last", N_("To the last choice"), NULL},
    [ACTION_PICK] = {ACTION_PICK, false, "pick", N_("Choose what is touched"), NULL},
};

enum action action_plain(enum action action)
{
    return action == ACTION_PAGE_ON     ? ACTION_NEXT
           : action == ACTION_PAGE_BACK ? ACTION_BACK
                                        : action;
}

enum action action_from_name(const char *name)
{
    for (int i = 0; i < ACTION_COUNT; i++)
        if (text_equal(action_table[i].name, name))
            return action_table[i].action;
    return ACTION_NONE;
}
