// SPDX-License-Identifier: MIT
#ifndef UNKNOT_TESTS_FIGURE_SUITE_H
#define UNKNOT_TESTS_FIGURE_SUITE_H

#include "check.h"
#include "figure/figure.h"

/* Every figure file of the product. */
enum { SHELF_MOST = 64 };
struct shelf {
    struct arena arena;
    const char *names[SHELF_MOST];
    const struct figure *figures[SHELF_MOST];
    int count;
};

/* Group fixtures: the state is a shelf. They fail, with the reasons printed, when a file cannot be
 * read. */
int shelf_setup(void **state);
int shelf_teardown(void **state);

int run_motion(void);
int run_plausible(void);
int run_prop(void);
int run_random(void);
int run_read(void);
int run_schema(void);
int run_seeds(void);
int run_sides(void);
int run_solve(void);
int run_view(void);
int run_wrong(void);

#endif
