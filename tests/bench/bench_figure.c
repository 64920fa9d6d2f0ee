// SPDX-License-Identifier: MIT
/* What a figure costs to draw: cmake --preset bench && cmake --build --preset bench &&
 * build/bench/bench/bench_figure routines/figures/?*.yaml. Prints, for each and heaviest last, the
 * time of one figure_draw on the processor over a whole turn, its shapes and its points. */
#include "figure/figure.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { FRAMES = 600, ROUNDS = 20, FIGURES_MOST = 256 };

struct cost {
    const char *path;
    double us;
    int shapes, points;
};

static double now_us(void)
{
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec * 1e6 + (double)now.tv_nsec / 1e3;
}

static void draw_turn(const struct figure *figure, struct cost *cost)
{
    static struct figure_drawing drawing;
    double loop_s;
    enum figure_drive drive = figure_default_drive(figure, &loop_s);
    for (int frame = 0; frame < FRAMES; frame++) {
        struct figure_motion motion = {
            .drive = drive, .amount = (double)frame / FRAMES, .breath = 0.5, .glow = 0.6};
        figure_draw(figure, &motion, &drawing);
        cost->shapes = drawing.shape_count > cost->shapes ? drawing.shape_count : cost->shapes;
        cost->points = drawing.point_count > cost->points ? drawing.point_count : cost->points;
    }
}

/* The least of some rounds: what other programs did meanwhile is not the figure's. */
static void measure(const struct figure *figure, struct cost *cost)
{
    for (int round = 0; round < ROUNDS; round++) {
        double begin = now_us();
        draw_turn(figure, cost);
        double us = (now_us() - begin) / FRAMES;
        cost->us = round == 0 || us < cost->us ? us : cost->us;
    }
}

static int by_cost(const void *a, const void *b)
{
    const struct cost *x = a, *y = b;
    return (x->us > y->us) - (x->us < y->us);
}

int main(int argc, char **argv)
{
    static struct cost costs[FIGURES_MOST];
    struct arena arena;
    struct diag_list diags;
    int count = 0;
    arena_init(&arena);
    diag_init(&diags, &arena);
    for (int i = 1; i < argc && count < FIGURES_MOST; i++) {
        const struct figure *figure = figure_read(&arena, argv[i], &diags);
        if (figure == NULL)
            continue;
        costs[count].path = argv[i];
        measure(figure, &costs[count++]);
    }
    diag_print(&diags, stderr, false);
    qsort(costs, (size_t)count, sizeof *costs, by_cost);
    for (int i = 0; i < count; i++)
        printf("%6.2f us  %3d shapes  %4d points  %s\n", costs[i].us, costs[i].shapes,
               costs[i].points, costs[i].path);
    arena_finish(&arena);
    return count > 0 ? 0 : 2;
}
