// SPDX-License-Identifier: MIT
#ifndef UNKNOT_TIMELINE_LINE_ID_H
#define UNKNOT_TIMELINE_LINE_ID_H

/* The name of a spoken line, from its words alone: the same in every routine and every run, and
 * another as soon as a letter of it changes. Its first words for people, then six digits that tell
 * lines apart which begin the same: "switch-to-the-right-side-5d41a7". Lower-case letters, digits
 * and hyphens, so that a recording of the line can be a file of that name. */
enum { LINE_ID_SIZE = 48 };
void line_id(const char *text, char id[LINE_ID_SIZE]);

#endif
