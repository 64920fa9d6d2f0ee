// SPDX-License-Identifier: MIT
/* What a frame costs to paint: cmake --preset bench && cmake --build --preset bench &&
 * build/bench/bench/bench_frame [WIDTH HEIGHT]. Prints the first frame (fonts are looked for and
 * opened), a whole repaint, a frame of a moving player, and each kind of command on its own. */
#include "platform/clock.h"
#include "platform/replay.h"
#include "platform/scene.h"

#include <stdio.h>
#include <stdlib.h>

enum { FRAMES = 300 };

struct bench {
    struct painter painter;
    struct replay replay;
    struct draw_list list;
    struct text_metrics metrics;
    struct canvas canvas;
};

static tick frame(struct bench *bench, float t)
{
    float width = (float)bench->canvas.width, height = (float)bench->canvas.height;
    tick before = clock_now();
    scene_player(&bench->list, &bench->metrics, width, height, t);
    replay_paint(&bench->replay, &bench->painter, &bench->canvas, &bench->list);
    return clock_now() - before;
}

static tick whole_frame(struct bench *bench, float t)
{
    replay_forget(&bench->replay);
    return frame(bench, t);
}

static void print_frames(struct bench *bench)
{
    printf("first frame  %6lld us\n", (long long)frame(bench, 0));
    tick whole = 0, moving = 0;
    for (int i = 0; i < FRAMES / 10; i++)
        whole += whole_frame(bench, 0);
    printf("whole frame  %6lld us\n", (long long)whole / (FRAMES / 10));
    uint64_t painted = bench->replay.painted;
    for (int i = 0; i < FRAMES; i++)
        moving += frame(bench, (float)i / 60);
    printf("moving frame %6lld us, %llu pixels\n", (long long)moving / FRAMES,
           (unsigned long long)(bench->replay.painted - painted) / FRAMES);
}

/* The commands of one kind, whole; 0 when the scene has none. */
static tick kind_cost(struct bench *bench, enum draw_kind kind, int *count)
{
    struct draw_list some;
    struct clip all = {0, 0, bench->canvas.width, bench->canvas.height};
    draw_list_init(&some);
    draw_list_copy(&some, &bench->list);
    some.count = 0;
    for (size_t i = 0; i < bench->list.count; i++)
        if (bench->list.commands[i].kind == kind)
            some.commands[some.count++] = bench->list.commands[i];
    *count = (int)some.count;
    tick before = clock_now();
    for (int i = 0; i < FRAMES / 10; i++)
        painter_paint(&bench->painter, &bench->canvas, all, &some);
    draw_list_finish(&some);
    return (clock_now() - before) / (FRAMES / 10);
}

int main(int argc, char **argv)
{
    static const char *const names[] = {"backdrop", "shade", "rect",    "disc", "orb",    "glow",
                                        "ring",     "brush", "polygon", "text", "picture"};
    int width = argc > 2 ? atoi(argv[1]) : 1920, height = argc > 2 ? atoi(argv[2]) : 1080;
    if (width < 1 || height < 1 || width > 16384 || height > 16384)
        return 2;
    struct bench bench = {.canvas = {.width = width, .height = height, .stride = width}};
    bench.canvas.pixels = calloc((size_t)width * (size_t)height, sizeof *bench.canvas.pixels);
    if (bench.canvas.pixels == NULL)
        return 3;
    painter_init(&bench.painter);
    replay_init(&bench.replay);
    draw_list_init(&bench.list);
    bench.metrics = lettering_metrics(&bench.painter.lettering);
    print_frames(&bench);
    for (int kind = 0; kind < DRAW_KINDS; kind++) {
        int count = 0;
        tick cost = kind_cost(&bench, (enum draw_kind)kind, &count);
        if (count > 0)
            printf("%8s x%-3d %6lld us\n", names[kind], count, (long long)cost);
    }
    draw_list_finish(&bench.list);
    replay_finish(&bench.replay);
    painter_finish(&bench.painter);
    free(bench.canvas.pixels);
    return 0;
}
