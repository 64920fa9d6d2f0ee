// SPDX-License-Identifier: MIT
#include "program/command.h"

#define OPTIONS_LOOK                                                                               \
    (OPTION_BIT(OPTION_THEME) | OPTION_BIT(OPTION_PALETTE) | OPTION_BIT(OPTION_REDUCED_MOTION) |   \
     OPTION_BIT(OPTION_SIZE))

const struct command commands[] = {
    {"play", "[ROUTINE]", "play a routine by its name or file (the daily routine if none is named)",
     OPTIONS_COMMON | OPTIONS_LOOK | OPTION_BIT(OPTION_WINDOWED) | OPTION_BIT(OPTION_DISPLAY) |
         OPTION_BIT(OPTION_FROM) | OPTION_BIT(OPTION_FIT) | OPTION_BIT(OPTION_HAVE) |
         OPTION_BIT(OPTION_SPEED) | OPTION_BIT(OPTION_EYES_CLOSED) | OPTION_BIT(OPTION_MUTE) |
         OPTION_BIT(OPTION_VOLUME) | OPTION_BIT(OPTION_VOICE_VOLUME) |
         OPTION_BIT(OPTION_CUE_VOLUME) | OPTION_BIT(OPTION_BREATH_VOLUME) |
         OPTION_BIT(OPTION_AMBIENCE_VOLUME) | OPTION_BIT(OPTION_AMBIENCE) |
         OPTION_BIT(OPTION_NO_SETTINGS) | OPTION_BIT(OPTION_NO_RESUME) |
         OPTION_BIT(OPTION_HISTORY) | OPTION_BIT(OPTION_NO_HISTORY) | OPTION_BIT(OPTION_NO_VOICE) |
         OPTION_BIT(OPTION_WATCH) | OPTION_BIT(OPTION_KEYS) | OPTION_BIT(OPTION_TERMINAL) |
         OPTION_BIT(OPTION_SIMULATE),
     0, 1, command_play},
    {"home", "", "choose a routine on the screen: the same as no command at all",
     OPTIONS_COMMON | OPTIONS_LOOK | OPTION_BIT(OPTION_WINDOWED) | OPTION_BIT(OPTION_DISPLAY) |
         OPTION_BIT(OPTION_SPEED) | OPTION_BIT(OPTION_EYES_CLOSED) | OPTION_BIT(OPTION_MUTE) |
         OPTION_BIT(OPTION_VOLUME) | OPTION_BIT(OPTION_VOICE_VOLUME) |
         OPTION_BIT(OPTION_CUE_VOLUME) | OPTION_BIT(OPTION_BREATH_VOLUME) |
         OPTION_BIT(OPTION_AMBIENCE_VOLUME) | OPTION_BIT(OPTION_AMBIENCE) |
         OPTION_BIT(OPTION_NO_SETTINGS) | OPTION_BIT(OPTION_HISTORY) |
         OPTION_BIT(OPTION_NO_HISTORY) | OPTION_BIT(OPTION_NO_VOICE) | OPTION_BIT(OPTION_KEYS),
     0, 0, command_home},
    {"kiosk", "", "the screen of an office, which nobody has to look after",
     OPTIONS_COMMON | OPTIONS_LOOK | OPTION_BIT(OPTION_CONFIG) | OPTION_BIT(OPTION_WINDOWED) |
         OPTION_BIT(OPTION_SPEED) | OPTION_BIT(OPTION_MUTE) | OPTION_BIT(OPTION_HISTORY) |
         OPTION_BIT(OPTION_NO_HISTORY) | OPTION_BIT(OPTION_NO_VOICE) | OPTION_BIT(OPTION_KEYS),
     0, 0, command_kiosk},
    {"remind", "[ROUTINE]",
     "wait in the background, and offer a break after some time at work (posture-break)",
     OPTIONS_COMMON | OPTION_BIT(OPTION_THEME) | OPTION_BIT(OPTION_PALETTE) |
         OPTION_BIT(OPTION_REDUCED_MOTION) | OPTION_BIT(OPTION_EVERY) | OPTION_BIT(OPTION_SPEED) |
         OPTION_BIT(OPTION_EYES_CLOSED) | OPTION_BIT(OPTION_MUTE) | OPTION_BIT(OPTION_VOLUME) |
         OPTION_BIT(OPTION_NO_SETTINGS) | OPTION_BIT(OPTION_NO_HISTORY) |
         OPTION_BIT(OPTION_NO_VOICE) | OPTION_BIT(OPTION_SIMULATE),
     0, 1, command_remind},
    {"history", "[import FILE | forget DATE|ID|everything]",
     "what was done; brings back what --json wrote, and forgets a day, a session or everything",
     OPTIONS_COMMON | OPTION_BIT(OPTION_JSON) | OPTION_BIT(OPTION_CSV) | OPTION_BIT(OPTION_SINCE) |
         OPTION_BIT(OPTION_HISTORY) | OPTION_BIT(OPTION_YES),
     0, 2, command_history},
    {"week", "[DATE]", "this week, or that of a day, against the weekly checklist",
     OPTIONS_COMMON | OPTION_BIT(OPTION_JSON) | OPTION_BIT(OPTION_HISTORY), 0, 1, command_week},
    {"list", "", "routines, exercises, figures and tips that were found, and where",
     OPTIONS_COMMON | OPTION_BIT(OPTION_JSON), 0, 0, command_list},
    {"plan", "[ROUTINE]", "everything a routine will do, and when",
     OPTIONS_COMMON | OPTION_BIT(OPTION_JSON) | OPTION_BIT(OPTION_FIT) | OPTION_BIT(OPTION_HAVE) |
         OPTION_BIT(OPTION_EYES_CLOSED),
     0, 1, command_plan},
    {"lines", "[ROUTINE]", "everything a routine says, with the name that a recording of it takes",
     OPTIONS_COMMON | OPTION_BIT(OPTION_JSON) | OPTION_BIT(OPTION_FIT) | OPTION_BIT(OPTION_HAVE), 0,
     1, command_lines},
    {"texts", "FILE",
     "every text of a routine, exercise or tips file, to translate it (--language)", OPTIONS_COMMON,
     1, 1, command_texts},
    {"check", "FILE...",
     "look for mistakes in routine, exercise, figure, palette, tips, translation and kiosk files",
     OPTIONS_COMMON | OPTION_BIT(OPTION_STRICT) | OPTION_BIT(OPTION_HAVE), 1, -1, command_check},
    {"shot", "[ROUTINE]", "draw one moment to a PNG, without a window",
     OPTIONS_COMMON | OPTIONS_LOOK | OPTION_BIT(OPTION_AT) | OPTION_BIT(OPTION_FIT) |
         OPTION_BIT(OPTION_HAVE) | OPTION_BIT(OPTION_SCREEN) | OPTION_BIT(OPTION_EYES_CLOSED) |
         OPTION_BIT(OPTION_OUTPUT) | OPTION_BIT(OPTION_CONFIG),
     0, 1, command_shot},
    {"figures", "[NAME...]", "draw the figures: all or some on one sheet, one, or a gallery",
     OPTIONS_COMMON | OPTION_BIT(OPTION_THEME) | OPTION_BIT(OPTION_PALETTE) |
         OPTION_BIT(OPTION_SIZE) | OPTION_BIT(OPTION_SHEET) | OPTION_BIT(OPTION_PICTURE) |
         OPTION_BIT(OPTION_GALLERY),
     0, -1, command_figures},
    {"doctor", "", "what was found here: display, sound, fonts, voice, files; what is missing",
     OPTIONS_COMMON | OPTION_BIT(OPTION_JSON) | OPTION_BIT(OPTION_CONFIG), 0, 0, command_doctor},
    {"man", "", "print the manual page, for man -l -", OPTIONS_COMMON, 0, 0, command_man},
};
const int command_count = sizeof commands / sizeof *commands;
