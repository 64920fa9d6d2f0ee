// SPDX-License-Identifier: MIT
#include "figure/film.h"

#include "view/motion.h"

#define HEAD_RADIUS 11.0f
#define FINGER_LENGTH 11.3f
#define TOE_LENGTH 16.0f

static void place_limb(struct vec spots[SPOTS], int first, int side, const struct limb *limb,
                       float tip)
{
    const struct vec at[] = {limb->root, limb->joint, limb->end,
                             vec_along(limb->end, limb->direction, tip)};
    for (int i = 0; i < 4; i++)
        spots[first + i * SIDES + side] = at[i];
}

static void place_spots(const struct skeleton *body, struct vec spots[SPOTS])
{
    spots[SPOT_PELVIS] = body->pelvis;
    spots[SPOT_WAIST] = body->spine[SPINE_SAMPLES / 2];
    spots[SPOT_CHEST] = body->chest;
    spots[SPOT_HEAD] = body->head;
    spots[SPOT_BROW] = vec_along(body->head, body->face, HEAD_RADIUS);
    for (int side = 0; side < SIDES; side++) {
        place_limb(spots, SPOT_SHOULDER, side, &body->arms[side], FINGER_LENGTH);
        place_limb(spots, SPOT_HIP, side, &body->legs[side], TOE_LENGTH);
    }
}

static void film_begin(struct film *film, const char *name, const struct figure *figure)
{
    film->name = name;
    film->figure = figure;
    film->bare = *figure;
    film->bare.prop_count = 0;
    film->count = 0;
}

static void expose(struct film *film, const struct figure_motion *motion)
{
    struct film_frame *frame = &film->frames[film->count++];
    frame->motion = *motion;
    frame->motion.mirrored = film->figure->drawn_for_right; /* as the file has it */
    skeleton_at(film->figure, motion, &frame->body);
    place_spots(&frame->body, frame->spots);
}

/* So that velocity and its change are seen across the seam. */
enum { BEYOND_SEAM = 6 };

static int frames_of(double seconds)
{
    int frames = (int)(seconds * FILM_RATE + 0.5) + BEYOND_SEAM;
    return frames < FILM_MOST ? frames : FILM_MOST;
}

void film_figure(struct film *film, const char *name, const struct figure *figure)
{
    double seconds = 8;
    enum figure_drive drive = figure_default_drive(figure, &seconds);
    if (drive != FIGURE_LOOP)
        seconds = drive == FIGURE_TEMPO ? 4 : 8;
    film_begin(film, name, figure);
    for (int frame = 0; frame < frames_of(seconds); frame++) {
        double share = fmod((double)frame / FILM_RATE / seconds, 1);
        double wave = 0.5 - 0.5 * cos(share * 2 * M_PI);
        struct figure_motion motion = {.drive = drive,
                                       .amount = drive == FIGURE_LOOP ? share : wave,
                                       .breath = wave,
                                       .glow = 0.6};
        expose(film, &motion);
    }
}

/* Seconds until everything that moves the figure has been through once. */
static double turn_of(const struct entry *entry, const struct figure *figure)
{
    double longest, loop;
    enum figure_drive own = figure_default_drive(figure, &loop);
    const struct exercise *exercise = entry->exercise;
    longest = own == FIGURE_LOOP || entry->drive == DRIVE_LOOP ? loop : 0;
    if (exercise->loop > 0)
        longest = tick_to_seconds(exercise->loop);
    if (entry->breaths > 0)
        longest = fmax(longest, tick_to_seconds(entry->breath_starts[1]));
    double rep = 0;
    for (int i = 0; i < exercise->tempo.count; i++)
        rep += tick_to_seconds(exercise->tempo.phases[i].length);
    return fmax(longest, rep);
}

void film_entry(struct film *film, const char *name, const struct figure *figure,
                const struct timeline *timeline, size_t entry)
{
    film_begin(film, name, figure);
    double seconds = fmax(turn_of(&timeline->entries[entry], figure), 1);
    for (int frame = 0; frame < frames_of(seconds); frame++) {
        struct moment moment;
        timeline_moment(timeline, entry, tick_from_seconds((double)frame / FILM_RATE), &moment);
        struct figure_motion motion = motion_at(&moment, figure, false);
        expose(film, &motion);
    }
}

const char *spot_name(const struct figure *figure, int spot)
{
    static const char *const middle[] = {"pelvis", "waist", "chest", "head", "brow"};
    static const char *const limbs[2][SPOTS - SPOT_SHOULDER] = {
        {"near shoulder", "far shoulder", "near elbow", "far elbow", "near hand", "far hand",
         "near fingers", "far fingers", "near hip", "far hip", "near knee", "far knee", "near foot",
         "far foot", "near toes", "far toes"},
        {"left shoulder", "right shoulder", "left elbow", "right elbow", "left hand", "right hand",
         "left fingers", "right fingers", "left hip", "right hip", "left knee", "right knee",
         "left foot", "right foot", "left toes", "right toes"}};
    return spot < SPOT_SHOULDER ? middle[spot]
                                : limbs[figure->view != VIEW_SIDE][spot - SPOT_SHOULDER];
}

int spot_nearest(const struct film_frame *frame, struct vec at)
{
    int nearest = 0;
    for (int spot = 1; spot < SPOTS; spot++)
        if (vec_length(vec_sub(frame->spots[spot], at)) <
            vec_length(vec_sub(frame->spots[nearest], at)))
            nearest = spot;
    return nearest;
}

float film_leap(const struct film *film, int frame, int *spot)
{
    const struct vec *spots = film->frames[frame].spots;
    bool above = film->figure->view == VIEW_ABOVE;
    float most = 0;
    for (int i = 0; i < SPOTS; i++) {
        int other = i < SPOT_SHOULDER ? i : SPOT_SHOULDER + ((i - SPOT_SHOULDER) ^ 1);
        struct vec mirrored = above ? (struct vec){spots[other].x, -spots[other].y}
                                    : (struct vec){-spots[other].x, spots[other].y};
        float way = vec_length(vec_sub(spots[i], mirrored));
        if (way > most)
            *spot = i;
        most = fmaxf(most, way);
    }
    return most;
}
