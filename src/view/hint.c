// SPDX-License-Identifier: MIT
#include "view/hint.h"

#include "base/phrase.h"

/* {0} and {1} are the keys of the two actions, {2} is the value. Where there is no sentence for a
 * device, that for keyboards is right for it, too. A pad's buttons are called by one word, with a
 * capital, and what a finger does is a sentence of its own. */
static const struct {
    enum action keys[2];
    const char *patterns[DEVICES];
} hints[HINTS] = {
    [HINT_OPEN] = {{ACTION_CONTINUE, ACTION_HELP},
                   {[DEVICE_KEYBOARD] = N_("Arrows choose, {0} opens, {1} shows all keys"),
                    [DEVICE_PAD] = N_("The stick chooses, {0} opens, {1} shows all buttons"),
                    [DEVICE_TOUCH] = N_("A tap opens, a long press shows all gestures")}},
    [HINT_GO_ON] = {{ACTION_CONTINUE}, {[DEVICE_KEYBOARD] = "{0}", [DEVICE_TOUCH] = N_("Tap")}},
    [HINT_READY] = {{ACTION_CONTINUE},
                    {[DEVICE_KEYBOARD] = N_("Press {0} when you are ready"),
                     [DEVICE_PAD] = N_("{0} when you are ready"),
                     [DEVICE_TOUCH] = N_("Tap when you are ready")}},
    [HINT_ENOUGH] = {{ACTION_CONTINUE},
                     {[DEVICE_KEYBOARD] = N_("Press {0} when you have had enough"),
                      [DEVICE_PAD] = N_("{0} when you have had enough"),
                      [DEVICE_TOUCH] = N_("Swipe left when you have had enough")}},
    [HINT_RATE] = {{ACTION_CONTINUE},
                   {[DEVICE_KEYBOARD] = N_("Left and right choose, {0} skips"),
                    [DEVICE_TOUCH] = N_("Tap the number that fits")}},
    [HINT_ANSWER] = {{ACTION_CONTINUE},
                     {[DEVICE_KEYBOARD] = N_("{0} gives this answer"),
                      [DEVICE_TOUCH] = N_("Tap once more to give this answer")}},
    [HINT_CLOSE] = {{ACTION_CONTINUE},
                    {[DEVICE_KEYBOARD] = N_("Press {0} to close"),
                     [DEVICE_PAD] = N_("{0} to close"),
                     [DEVICE_TOUCH] = N_("Tap to close")}},
    [HINT_LEAVE] = {{ACTION_LEAVE},
                    {[DEVICE_KEYBOARD] = N_("You are at {2}. {0} again ends it."),
                     [DEVICE_TOUCH] = N_("You are at {2}. Swipe down again to end it.")}},
    [HINT_START] = {{ACTION_LEAVE},
                    {[DEVICE_KEYBOARD] = N_("Any key starts now, {0} stops the countdown"),
                     [DEVICE_PAD] = N_("Any button starts now, {0} stops the countdown"),
                     [DEVICE_TOUCH] = N_("A tap starts now, a swipe down stops the countdown")}},
    [HINT_START_IN] = {{ACTION_LEAVE},
                       {[DEVICE_KEYBOARD] = N_("Starts in {2}. Any key starts now, {0} stops it."),
                        [DEVICE_PAD] = N_("Starts in {2}. Any button starts now, {0} stops it."),
                        [DEVICE_TOUCH] =
                            N_("Starts in {2}. A tap starts now, a swipe down stops it.")}},
    [HINT_CHOOSE] = {{ACTION_CONTINUE},
                     {[DEVICE_KEYBOARD] = N_("{0} chooses"), [DEVICE_TOUCH] = N_("A tap chooses")}},
    [HINT_HIDE] = {{ACTION_LEAVE},
                   {[DEVICE_KEYBOARD] = N_("It plays on as it was. {0} hides this."),
                    [DEVICE_TOUCH] = N_("It plays on as it was. A swipe down hides this.")}},
    [HINT_HIDE_FLAWS] = {{ACTION_LEAVE},
                         {[DEVICE_KEYBOARD] = N_("It plays on without them. {0} hides this."),
                          [DEVICE_TOUCH] =
                              N_("It plays on without them. A swipe down hides this.")}},
};

static const char *name_of(const struct page *page, const char *const *names, int action)
{
    const char *name = names != NULL ? names[action] : action_table[action].key;
    return name != NULL ? page_word(page, name) : NULL;
}

const char *hint_key(const struct page *page, int action)
{
    return name_of(page, page->view->keys.used, action);
}

const char *hint_keyboard_key(const struct page *page, int action)
{
    return name_of(page, page->view->keys.keyboard, action);
}

/* Whoever took every button from an action has a keyboard, where it can be asked for. */
static const char *key_in_words(const struct page *page, enum action action)
{
    const char *key = hint_key(page, action);
    if (key == NULL)
        key = hint_keyboard_key(page, action);
    return key != NULL ? key : name_of(page, NULL, action);
}

const char *hint_words(const struct page *page, enum hint hint, const char *value, char *out,
                       size_t size)
{
    const char *pattern = hints[hint].patterns[page->view->keys.device];
    if (pattern == NULL)
        pattern = hints[hint].patterns[DEVICE_KEYBOARD];
    const char *values[] = {"", "", value};
    for (int i = 0; i < 2; i++)
        if (hints[hint].keys[i] != ACTION_NONE)
            values[i] = key_in_words(page, hints[hint].keys[i]);
    return phrase_fill(out, size, page_word(page, pattern), values, 3);
}
