// SPDX-License-Identifier: MIT
#include "session/action.h"

#include "base/text.h"

const struct action_info action_table[ACTION_COUNT] = {
    [ACTION_NONE] = {ACTION_NONE, "none", "Nothing", NULL, false},
    [ACTION_PLAY_PAUSE] = {ACTION_PLAY_PAUSE, "play-pause", "Play or pause", "Space", false},
    [ACTION_CONTINUE] = {ACTION_CONTINUE, "continue", "Go on, or choose", "Enter", false},
    [ACTION_NEXT] = {ACTION_NEXT, "next", "Next step", "Right", false},
    [ACTION_BACK] = {ACTION_BACK, "back", "Back", "Left", false},
    [ACTION_UP] = {ACTION_UP, "up", "Up, or louder", "Up", true},
    [ACTION_DOWN] = {ACTION_DOWN, "down", "Down, or softer", "Down", true},
    [ACTION_REPEAT] = {ACTION_REPEAT, "repeat", "Repeat this step", "R", false},
    [ACTION_LOUDER] = {ACTION_LOUDER, "louder", "Louder", "+", true},
    [ACTION_SOFTER] = {ACTION_SOFTER, "softer", "Softer", "-", true},
    [ACTION_MUTE] = {ACTION_MUTE, "mute", "Sound on or off", "M", false},
    [ACTION_EYES_CLOSED] = {ACTION_EYES_CLOSED, "eyes-closed", "Dark screen", "E", false},
    [ACTION_FULL_SCREEN] = {ACTION_FULL_SCREEN, "full-screen", "Full screen or window", "F", false},
    [ACTION_HELP] = {ACTION_HELP, "help", "Show these keys", "?", false},
    [ACTION_LEAVE] = {ACTION_LEAVE, "leave", "Leave", "Esc", false},
    [ACTION_SEEK] = {ACTION_SEEK, "seek", "Go to a time", NULL, false},
    [ACTION_RATE] = {ACTION_RATE, "rate", "Rate from 0 to 10", NULL, false},
    [ACTION_QUIT] = {ACTION_QUIT, "quit", "Close the program", NULL, false},
    [ACTION_FOCUS_NEXT] = {ACTION_FOCUS_NEXT, "focus-next", "To the next choice", NULL, true},
    [ACTION_FOCUS_BACK] = {ACTION_FOCUS_BACK, "focus-back", "To the choice before", NULL, true},
};

enum action action_from_name(const char *name)
{
    for (int i = 0; i < ACTION_COUNT; i++)
        if (text_equal(action_table[i].name, name))
            return action_table[i].action;
    return ACTION_NONE;
}
