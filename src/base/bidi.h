// SPDX-License-Identifier: MIT
#ifndef UNKNOT_BASE_BIDI_H
#define UNKNOT_BASE_BIDI_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Which way the parts of one line run: what the Unicode bidirectional algorithm (UAX #9) says of a
 * text without marks of its own for that. A line begins at the right when its first letter does. */

/* Whether a paragraph begins at the right: its first letter runs from there. */
bool bidi_from_right(const char *text, size_t length);
/* The level of each byte, those of one character alike: odd ones run from right to left. False: all
 * of it runs from left to right, and nothing was written. */
bool bidi_levels(const char *text, size_t length, uint8_t *levels);
/* The script that a letter's shape depends on, by its four letters in ISO 15924, such as "Arab":
 * its letters join, or change their order. NULL: none of these. */
const char *bidi_script(uint32_t character);
/* The order in which `count` parts with these levels stand from left to right, into `order`. */
void bidi_order(const uint8_t *levels, size_t count, uint16_t *order);

#endif
