// SPDX-License-Identifier: MIT
#ifndef UNKNOT_STORE_FILE_H
#define UNKNOT_STORE_FILE_H

#include "store/history.h"

/* Inside the room: the file as the system sees it. What can fail is false with a reason in `why`,
 * in words that can follow "PATH: ". */

/* What stands there. */
enum file_there { FILE_THERE, FILE_MISSING, FILE_WRONG };
/* FILE_WRONG: it is something that cannot be a history; nothing is opened to find out. */
enum file_there file_look(const char *path, char why[HISTORY_WHY]);
/* Makes an empty file for this user alone, with its folders. One that is there is left alone. */
bool file_make(const char *path, char why[HISTORY_WHY]);
/* Whether the file and its folder, where the journal lies, can be written to. */
bool file_writable(const char *path);

/* Keeps other programs from moving the file aside meanwhile; as well as the file system can. The
 * result is for file_unlock(). */
int file_lock_folder(const char *path);
void file_unlock(int lock);
/* Moves the file and its journal aside, where nothing is in the way; `to` is its new name without
 * the folder. */
enum { FILE_NAME = 80 };
bool file_move_aside(const char *path, char to[FILE_NAME], char why[HISTORY_WHY]);
/* Removes what was moved aside. */
bool file_remove_moved(const char *path, char why[HISTORY_WHY]);

#endif
