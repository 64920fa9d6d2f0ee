// SPDX-License-Identifier: MIT
#include "figure/suite.h"

#include "base/text.h"

#include <dirent.h>

static const char folder[] = "routines/figures";

static void shelf_open(struct shelf *shelf)
{
    arena_init(&shelf->arena);
    shelf->count = 0;
    DIR *dir = opendir(folder);
    assert_non_null(dir);
    for (struct dirent *item; (item = readdir(dir)) != NULL;) {
        if (!text_ends(item->d_name, ".yaml"))
            continue;
        assert_true(shelf->count < SHELF_MOST);
        const char *path = arena_format(&shelf->arena, "%s/%s", folder, item->d_name);
        struct diag_list diags;
        diag_init(&diags, &shelf->arena);
        shelf->names[shelf->count] = path;
        shelf->figures[shelf->count] = figure_read(&shelf->arena, path, &diags);
        diag_print(&diags, stderr, false);
        assert_non_null(shelf->figures[shelf->count]);
        shelf->count++;
    }
    closedir(dir);
    assert_true(shelf->count >= 7);
}

int shelf_setup(void **state)
{
    static struct shelf shelf;
    shelf_open(&shelf);
    *state = &shelf;
    return 0;
}

int shelf_teardown(void **state)
{
    struct shelf *shelf = *state;
    arena_finish(&shelf->arena);
    return 0;
}

int main(void)
{
    int failed = run_solve();
    failed += run_read();
    failed += run_schema();
    failed += run_seeds();
    failed += run_motion();
    failed += run_prop();
    failed += run_random();
    failed += run_sides();
    failed += run_wrong();
    failed += run_plausible();
    failed += run_view();
    return failed != 0;
}
