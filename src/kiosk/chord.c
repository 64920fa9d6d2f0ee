// SPDX-License-Identifier: MIT
#include "kiosk/chord.h"

#include "kiosk/record.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

/* Of the shorter side. */
#define CORNER_SIZE 0.14f

void chord_init(struct chord *chord)
{
    *chord = (struct chord){0};
}

static void forget_entered(struct chord *chord)
{
    explicit_bzero(chord->entered, sizeof chord->entered);
    chord->digits = 0;
}

static void shut(struct chord *chord)
{
    forget_entered(chord);
    chord->knocks = chord->corners = 0;
    chord->state = CHORD_SHUT;
}

/* Seconds that must pass after so many wrong tries. */
static int64_t wait_after(int tries)
{
    int64_t wait = CHORD_FIRST_WAIT;
    if (tries <= CHORD_FREE_TRIES)
        return 0;
    for (int i = CHORD_FREE_TRIES + 1; i < tries && wait < CHORD_LONGEST_WAIT; i++)
        wait *= 2;
    return wait < CHORD_LONGEST_WAIT ? wait : CHORD_LONGEST_WAIT;
}

/* Takes as long for every text: how many digits are right, or how many there are, shows in nothing.
 */
static bool is_pin(const struct chord *chord, const char *pin)
{
    unsigned char wanted[KIOSK_PIN_MOST] = {0}, given[KIOSK_PIN_MOST] = {0};
    size_t length = strnlen(pin, KIOSK_PIN_MOST);
    memcpy(wanted, pin, length);
    memcpy(given, chord->entered, sizeof given);
    unsigned different = (unsigned)length ^ (unsigned)chord->digits;
    for (size_t i = 0; i < sizeof wanted; i++)
        different |= (unsigned)(wanted[i] ^ given[i]);
    explicit_bzero(wanted, sizeof wanted);
    explicit_bzero(given, sizeof given);
    return different == 0;
}

static void ask(struct chord *chord, tick now)
{
    shut(chord);
    chord->state = now < chord->open_again ? CHORD_WAITS : CHORD_ASKING;
    chord->touched = now;
}

static void knock(struct chord *chord, tick now)
{
    if (chord->knocks == 0 || now - chord->first_knock > CHORD_IN_A_ROW) {
        chord->knocks = 0;
        chord->first_knock = now;
    }
    if (++chord->knocks == CHORD_KNOCKS)
        ask(chord, now);
}

static void touch_corner(struct chord *chord, int corner, tick now)
{
    bool next = corner == chord->corners && now - chord->first_corner <= CHORD_IN_A_ROW;
    if (corner != 0 && !next) {
        chord->corners = 0;
        return;
    }
    if (corner == 0) {
        chord->corners = 0;
        chord->first_corner = now;
    }
    if (++chord->corners == CHORD_CORNERS)
        ask(chord, now);
}

static enum chord_effect step_shut(struct chord *chord, const struct kiosk_config *config,
                                   struct chord_input input, tick now)
{
    bool pin = config->leave.pin != NULL;
    if (input.event == CHORD_HELD && config->leave.chord.key != NULL && !pin)
        return CHORD_LEAVE;
    if (!pin)
        return CHORD_NOTHING;
    if (input.event == CHORD_HELD && config->leave.chord.key != NULL)
        ask(chord, now);
    else if (input.event == CHORD_KNOCK)
        knock(chord, now);
    else if (input.event == CHORD_CORNER)
        touch_corner(chord, input.value, now);
    return CHORD_NOTHING;
}

static enum chord_effect step_asking(struct chord *chord, struct chord_input input)
{
    if (input.event == CHORD_DIGIT) {
        chord->state = CHORD_ASKING;
        if (chord->digits < KIOSK_PIN_MOST)
            chord->entered[chord->digits++] = (char)('0' + input.value);
    } else if (input.event == CHORD_ERASE && chord->digits > 0) {
        chord->entered[--chord->digits] = '\0';
    } else if (input.event == CHORD_ENTER && chord->digits > 0) {
        chord->tries++;
        chord->state = CHORD_TRYING;
        return CHORD_KEEP;
    }
    return CHORD_NOTHING;
}

static enum chord_effect compare(struct chord *chord, const struct kiosk_config *config, tick now)
{
    bool right = config->leave.pin != NULL && is_pin(chord, config->leave.pin);
    forget_entered(chord);
    chord->touched = now;
    if (right) {
        shut(chord);
        chord->tries = 0;
        return CHORD_LEAVE;
    }
    int64_t wait = wait_after(chord->tries);
    chord->open_again = now + wait * TICK_S;
    chord->state = wait > 0 ? CHORD_WAITS : CHORD_WRONG;
    return CHORD_NOTHING;
}

enum chord_effect chord_step(struct chord *chord, const struct kiosk_config *config,
                             struct chord_input input, tick now)
{
    if (chord->state == CHORD_TRYING)
        return input.event == CHORD_KEPT ? compare(chord, config, now) : CHORD_NOTHING;
    if (chord->state == CHORD_SHUT)
        return step_shut(chord, config, input, now);
    /* Whoever knocks once too often does not mean that. */
    bool away = input.event == CHORD_KNOCK && now >= chord->touched + TICK_S;
    if (input.event == CHORD_CANCEL || away || now >= chord->touched + CHORD_PATIENCE) {
        shut(chord);
        return CHORD_NOTHING;
    }
    if (input.event != CHORD_TIME)
        chord->touched = now;
    if (chord->state == CHORD_WAITS && now >= chord->open_again)
        chord->state = CHORD_ASKING;
    return chord->state == CHORD_WAITS ? CHORD_NOTHING : step_asking(chord, input);
}

int chord_corner(float x, float y, int width, int height)
{
    float size = CORNER_SIZE * (float)(width < height ? width : height);
    bool left = x >= 0 && x < size, right = x >= (float)width - size && x <= (float)width;
    bool top = y >= 0 && y < size, bottom = y >= (float)height - size && y <= (float)height;
    if (top && left)
        return 0;
    if (top && right)
        return 1;
    if (bottom && right)
        return 2;
    return bottom && left ? 3 : -1;
}

tick chord_wakes(const struct chord *chord)
{
    if (chord->state == CHORD_SHUT || chord->state == CHORD_TRYING)
        return TICK_NEVER;
    tick end = chord->touched + CHORD_PATIENCE;
    return chord->state == CHORD_WAITS && chord->open_again < end ? chord->open_again : end;
}

void chord_read(const char *path, struct chord *chord, int64_t wall, tick now)
{
    struct arena arena;
    arena_init(&arena);
    const struct node *map = record_read(&arena, path);
    int64_t tries = record_number(map, "tries", 0), last = record_number(map, "last", 0);
    int64_t passed = wall >= last ? wall - last : 0;
    chord->tries = tries > 1000 ? 1000 : (int)tries;
    if (passed > CHORD_FORGIVEN)
        chord->tries = 0;
    int64_t wait = wait_after(chord->tries) - passed;
    chord->open_again = wait > 0 ? now + wait * TICK_S : now;
    arena_finish(&arena);
}

bool chord_keep(const char *path, const struct chord *chord, int64_t wall, char why[SETTINGS_WHY])
{
    char text[160];
    snprintf(text, sizeof text,
             "# Wrong PINs at this kiosk. unknot writes this.\ntries: %d\nlast: %" PRId64 "\n",
             chord->tries, wall);
    return record_keep(path, text, why);
}
