// SPDX-License-Identifier: MIT
#include "session/action.h"

#include "base/text.h"

const struct action_info action_table[ACTION_COUNT] = {
    [ACTION_NONE] = {ACTION_NONE, false, "none", "Nothing", NULL},
    [ACTION_PLAY_PAUSE] = {ACTION_PLAY_PAUSE, false, "play-pause", "Play or pause", "Space"},
    [ACTION_CONTINUE] = {ACTION_CONTINUE, false, "continue", "Go on, or choose", "Enter"},
    [ACTION_NEXT] = {ACTION_NEXT, false, "next", "Next step", "Right"},
    [ACTION_BACK] = {ACTION_BACK, false, "back", "Back", "Left"},
    [ACTION_UP] = {ACTION_UP, true, "up", "Up, or louder", "Up"},
    [ACTION_DOWN] = {ACTION_DOWN, true, "down", "Down, or softer", "Down"},
    [ACTION_REPEAT] = {ACTION_REPEAT, false, "repeat", "Repeat this step", "R"},
    [ACTION_LOUDER] = {ACTION_LOUDER, true, "louder", "Louder", "+"},
    [ACTION_SOFTER] = {ACTION_SOFTER, true, "softer", "Softer", "-"},
    [ACTION_MUTE] = {ACTION_MUTE, false, "mute", "Sound on or off", "M"},
    [ACTION_EYES_CLOSED] = {ACTION_EYES_CLOSED, false, "eyes-closed", "Dark screen", "E"},
    [ACTION_FULL_SCREEN] = {ACTION_FULL_SCREEN, false, "full-screen", "Full screen or window", "F"},
    [ACTION_HELP] = {ACTION_HELP, false, "help", "Show these keys", "?"},
    [ACTION_LEAVE] = {ACTION_LEAVE, false, "leave", "Leave", "Esc"},
    [ACTION_SEEK] = {ACTION_SEEK, false, "seek", "Go to a time", NULL},
    [ACTION_RATE] = {ACTION_RATE, false, "rate", "Rate from 0 to 10", NULL},
    [ACTION_QUIT] = {ACTION_QUIT, false, "quit", "Close the program", NULL},
    [ACTION_FOCUS_NEXT] = {ACTION_FOCUS_NEXT, true, "focus-next", "To the next choice", NULL},
    [ACTION_FOCUS_BACK] = {ACTION_FOCUS_BACK, true, "focus-back", "To the choice before", NULL},
};

enum action action_from_name(const char *name)
{
    for (int i = 0; i < ACTION_COUNT; i++)
        if (text_equal(action_table[i].name, name))
            return action_table[i].action;
    return ACTION_NONE;
}
