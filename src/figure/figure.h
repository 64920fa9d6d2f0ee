// SPDX-License-Identifier: MIT
#ifndef UNKNOT_FIGURE_FIGURE_H
#define UNKNOT_FIGURE_FIGURE_H

#include "base/arena.h"
#include "base/diag.h"

/* A moving illustration: a few poses, each a handful of points, and props. Points are blended, then
 * elbows and knees are found by two-bone inverse kinematics, so limbs keep their length and planted
 * hands and feet stay planted in every in-between. Drawn for the left side; mirrored for the right.
 *
 * Units: centimetres, x to the right, y up, the ground at y = 0; seen from
 * above, y is across the mat and 0 its middle line.
 */
struct figure; /* read-only after figure_read; any thread */

/* Reads a figure file. NULL: the reasons are in `diags`. */
const struct figure *figure_read(struct arena *arena, const char *path, struct diag_list *diags);

/* The same for a text in memory, which must outlive the arena's use. */
const struct figure *figure_parse(struct arena *arena, const char *name, const char *text,
                                  size_t length, struct diag_list *diags);

enum figure_drive { FIGURE_BREATH, FIGURE_TEMPO, FIGURE_LOOP, FIGURE_STILL };

/* What moves the figure when the exercise does not say, and the seconds of one loop. */
enum figure_drive figure_default_drive(const struct figure *figure, double *loop_s);

/* How the hair of whoever is drawn is worn. */
enum figure_hair_style { HAIR_BUN, HAIR_SHORT, HAIR_CURLS, HAIR_STYLES };

/* What a picture of it stands for: nothing of the kind, how not to, how to. */
enum figure_sign { FIGURE_PLAIN, FIGURE_PROBLEM, FIGURE_FIX };
enum figure_sign figure_sign_of(const struct figure *figure);

/* Only the upper body is shown: a small movement that wants to be seen larger. */
bool figure_close(const struct figure *figure);

/* The movement goes furthest in the first pose, and pictures in a row begin with the last. */
bool figure_deepest_first(const struct figure *figure);

/* 1 or more. */
enum { FIGURE_POSES_MOST = 12 };
int figure_pose_count(const struct figure *figure);
/* The amount at which the figure is in a pose, from 0 on; 1.5 is half-way from the second pose to
 * the third. */
double figure_pose_amount(const struct figure *figure, double pose);
/* How far apart two poses look: the ways of all their points, turns and props, cm. */
float figure_pose_distance(const struct figure *figure, int one, int other);

/* What the body is doing at this instant. */
struct figure_motion {
    enum figure_drive drive;
    double amount; /* breath, tempo: 0 first pose .. 1 last pose, already eased;
                      loop: share of the turn, 0 <= amount < 1; still: the last pose */
    double breath; /* 0 empty .. 1 full: a slight rise of chest or belly under any drive */
    bool mirrored; /* right side */
    double glow;   /* 0 .. 1: strength of the highlight over the working muscle */
    enum figure_hair_style hair;
};

/* Colours are roles here; a palette in the view gives them values. */
enum figure_paint {
    FIGURE_TOP,
    FIGURE_TOP_FAR,
    FIGURE_TROUSERS,
    FIGURE_TROUSERS_FAR,
    FIGURE_SKIN,
    FIGURE_SKIN_FAR,
    FIGURE_HAIR,
    FIGURE_MAT,
    FIGURE_ROLLER,      /* what is held, worn or rolled on */
    FIGURE_ROLLER_CORE, /* its seams, straps and pockets */
    FIGURE_PROP,
    FIGURE_PROP_FAR,
    FIGURE_GLOW,
    FIGURE_TOP_SHADE,      /* folds, and what a near sleeve shades */
    FIGURE_TROUSERS_SHADE, /* a thigh behind a crossed shin */
    FIGURE_SKIN_SHADE,     /* the neck under the jaw, between fingers, closed lids */
    FIGURE_HAIR_SHEEN,     /* the light between a bun and the head behind it */
    FIGURE_WOOD,           /* a desk's top, a bed */
    FIGURE_SCREEN,         /* the lit face of a screen */
    FIGURE_CLOTH,          /* a mattress */
    FIGURE_CLOTH_SHADE,    /* its seams */
    FIGURE_SHADE,          /* what a body shades on what lies below it; always faded */
    FIGURE_PAINTS
};

enum figure_shape_kind {
    FIGURE_BRUSH,   /* smooth curve through the points, each with its radius; round ends */
    FIGURE_DISC,    /* one point: centre and radius */
    FIGURE_POLYGON, /* closed, convex or not, `rounding` on its corners */
    FIGURE_SOFT,    /* one point: centre and radius, fading to nothing at the edge */
};

struct figure_point {
    float x, y, radius;
};

struct figure_shape {
    enum figure_shape_kind kind;
    enum figure_paint paint;
    float alpha;
    float rounding;
    const struct figure_point *points;
    int count;
};

enum { FIGURE_MAX_SHAPES = 96, FIGURE_MAX_POINTS = 2048 };

/* The shapes of one instant, back to front. Filled anew by each figure_draw; no allocation. */
struct figure_drawing {
    struct figure_shape shapes[FIGURE_MAX_SHAPES];
    int shape_count;
    struct figure_point points[FIGURE_MAX_POINTS];
    int point_count;
};

void figure_draw(const struct figure *figure, const struct figure_motion *motion,
                 struct figure_drawing *out);

/* The box that holds the figure and its props in every pose of one side, so that a view can place
 * it once and it never jumps; or the frame that its file gives. */
struct figure_box {
    float min_x, min_y, max_x, max_y;
};
struct figure_box figure_bounds(const struct figure *figure, bool mirrored);

#endif
