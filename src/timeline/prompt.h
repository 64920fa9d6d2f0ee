// SPDX-License-Identifier: MIT
#ifndef UNKNOT_TIMELINE_PROMPT_H
#define UNKNOT_TIMELINE_PROMPT_H

/* Kinds of devices that people press differently, and that sentences speak of in other words. */
enum device_kind { DEVICE_KEYBOARD, DEVICE_REMOTE, DEVICE_PAD, DEVICE_TOUCH, DEVICES };

/* What a person with closed eyes is told to press. One table (prompt.c) has it for each kind of
 * device. */
enum prompt {
    PROMPT_WAIT,       /* it goes on when somebody says so */
    PROMPT_ENOUGH,     /* it lasts as long as it does good */
    PROMPT_RATE,       /* a question */
    PROMPT_RATE_AFTER, /* that at the end */
    PROMPT_CLOSE,
    PROMPT_RESUME, /* paused */
    PROMPT_LEAVE,  /* once more ends it */
    PROMPT_OFFER,  /* go on where it was left, or begin anew */
    PROMPTS
};

/* The buttons that are named in them: {0} is what goes on, and so on. */
enum prompt_button { PROMPT_GO_ON, PROMPT_PLAY, PROMPT_ESCAPE, PROMPT_REPEAT, PROMPT_BUTTONS };

/* In English, to be translated and filled in. */
const char *prompt_pattern(enum prompt prompt, enum device_kind device);

#endif
