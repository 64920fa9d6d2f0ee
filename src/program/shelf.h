// SPDX-License-Identifier: MIT
#ifndef UNKNOT_PROGRAM_SHELF_H
#define UNKNOT_PROGRAM_SHELF_H

#include "home/home.h"
#include "program/app.h"
#include "view/view.h"

/* What the home screen shows: the routines that are found, read one by one, so that the first
 * picture does not wait for the last file. */
struct shelf {
    const struct options *options;
    struct app app; /* memory and folders of its own: looking again begins anew */
    struct home_content content;
    struct shelf_figure *figures;
    size_t figure_count;
    const struct timeline **timelines; /* by card; NULL: not read, or not to be had */
    size_t read;                       /* cards of which the files were read */
    size_t marked;                     /* cards of which it is known where they were left */
    size_t covered;                    /* cards of which the figure was read */
    size_t illustrated;                /* and tips */
    bool tips_read;
    struct text_list things; /* that the routines which were read need, or can use */
    size_t thing_capacity;
    struct text_list languages;
};

/* Finds the routines and reads none. */
void shelf_open(struct shelf *shelf, const struct options *options);
void shelf_close(struct shelf *shelf);
/* Reads one more thing; false: everything is read. */
bool shelf_read_next(struct shelf *shelf);
/* One card, after what is at hand has changed. */
void shelf_read_again(struct shelf *shelf, size_t index);
/* Cards of an earlier shelf take the place of those that went wrong since, and of those whose file
 * is gone from a folder that is still looked into. They are marked `old` and live where they did.
 * Only once everything is read; their figures are to be read then. */
void shelf_keep(struct shelf *shelf, const struct home_content *earlier);
/* What the settings can be chosen from; as long as the shelf. */
void shelf_offer(const struct shelf *shelf, struct wishes *out);
/* `shelf` must outlive it. */
struct view_figures shelf_figures(struct shelf *shelf);

#endif
