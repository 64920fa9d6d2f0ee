// SPDX-License-Identifier: MIT
#include "timeline/prompt.h"

#include "base/catalog.h"

#include <stddef.h>

/* Where a device has no sentence, that for keyboards is right for it, too. A finger goes on where
 * nothing is to be hit: two of them do wherever they come down. */
static const char *const patterns[PROMPTS][DEVICES] = {
    [PROMPT_WAIT] = {[DEVICE_KEYBOARD] = N_("Press {0} to go on."),
                     [DEVICE_PAD] = N_("{0} to go on."),
                     [DEVICE_TOUCH] = N_("Tap to go on.")},
    [PROMPT_ENOUGH] = {[DEVICE_KEYBOARD] = N_("Press {0} to go on."),
                       [DEVICE_PAD] = N_("{0} to go on."),
                       [DEVICE_TOUCH] = N_("Swipe left to go on.")},
    [PROMPT_RATE] = {[DEVICE_KEYBOARD] = N_("Left and right choose, {0} answers."),
                     [DEVICE_TOUCH] = N_("Swipe left for more, right for less, then tap with two "
                                         "fingers.")},
    [PROMPT_RATE_AFTER] = {[DEVICE_KEYBOARD] = N_("Left and right choose, {0} skips."),
                           [DEVICE_TOUCH] = N_("Swipe left for more, right for less, then tap "
                                               "with two fingers.")},
    [PROMPT_CLOSE] = {[DEVICE_KEYBOARD] = N_("Press {0} to close."),
                      [DEVICE_PAD] = N_("{0} to close."),
                      [DEVICE_TOUCH] = N_("Tap to close.")},
    [PROMPT_RESUME] = {[DEVICE_KEYBOARD] = N_("{1} goes on."),
                       [DEVICE_PAD] = N_("{1} to go on."),
                       [DEVICE_TOUCH] = N_("Tap with two fingers to go on.")},
    [PROMPT_LEAVE] = {[DEVICE_KEYBOARD] = N_("{2} ends it. {1} goes on."),
                      [DEVICE_PAD] = N_("{2} to end it, {1} to go on."),
                      [DEVICE_TOUCH] = N_("Swipe down again to end it. Tap with two fingers to go "
                                          "on.")},
    [PROMPT_OFFER] = {[DEVICE_KEYBOARD] = N_("{0} goes on from there. {3} begins anew."),
                      [DEVICE_REMOTE] = N_("{0} goes on from there. Down, then {0}, begins anew."),
                      [DEVICE_PAD] = N_("{0} to go on from there, {3} to begin anew."),
                      [DEVICE_TOUCH] = N_("Tap with two fingers to go on from there. Swipe left "
                                          "first to begin anew.")},
};

const char *prompt_pattern(enum prompt prompt, enum device_kind device)
{
    const char *pattern = patterns[prompt][device];
    return pattern != NULL ? pattern : patterns[prompt][DEVICE_KEYBOARD];
}
