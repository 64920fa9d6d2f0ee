// SPDX-License-Identifier: MIT
#include "session/action.h"

#include "base/text.h"

const struct action_info action_table[ACTION_COUNT] = {
    [ACTION_NONE] = {ACTION_NONE, "none", "Nothing", NULL},
    [ACTION_PLAY_PAUSE] = {ACTION_PLAY_PAUSE, "play-pause", "Play or pause", "Space"},
    [ACTION_CONTINUE] = {ACTION_CONTINUE, "continue", "Go on, or choose", "Enter"},
    [ACTION_NEXT] = {ACTION_NEXT, "next", "Next step", "Right"},
    [ACTION_BACK] = {ACTION_BACK, "back", "Back", "Left"},
    [ACTION_UP] = {ACTION_UP, "up", "Up, or louder", "Up"},
    [ACTION_DOWN] = {ACTION_DOWN, "down", "Down, or softer", "Down"},
    [ACTION_REPEAT] = {ACTION_REPEAT, "repeat", "Repeat this step", "R"},
    [ACTION_LOUDER] = {ACTION_LOUDER, "louder", "Louder", "+"},
    [ACTION_SOFTER] = {ACTION_SOFTER, "softer", "Softer", "-"},
    [ACTION_MUTE] = {ACTION_MUTE, "mute", "Sound on or off", "M"},
    [ACTION_EYES_CLOSED] = {ACTION_EYES_CLOSED, "eyes-closed", "Dark screen", "E"},
    [ACTION_FULL_SCREEN] = {ACTION_FULL_SCREEN, "full-screen", "Full screen or window", "F"},
    [ACTION_HELP] = {ACTION_HELP, "help", "Show these keys", "?"},
    [ACTION_LEAVE] = {ACTION_LEAVE, "leave", "Leave", "Esc"},
    [ACTION_SEEK] = {ACTION_SEEK, "seek", "Go to a time", NULL},
    [ACTION_RATE] = {ACTION_RATE, "rate", "Rate from 0 to 10", NULL},
    [ACTION_QUIT] = {ACTION_QUIT, "quit", "Close the program", NULL},
};

enum action action_from_name(const char *name)
{
    for (int i = 0; i < ACTION_COUNT; i++)
        if (text_equal(action_table[i].name, name))
            return action_table[i].action;
    return ACTION_NONE;
}
