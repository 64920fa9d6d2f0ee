// SPDX-License-Identifier: MIT
#ifndef UNKNOT_TESTS_FIGURE_FILM_H
#define UNKNOT_TESTS_FIGURE_FILM_H

#include "figure/skeleton.h"
#include "timeline/timeline.h"

/* A whole turn of an exercise, frame by frame at 60 Hz, as the player shows it; and what is found
 * wrong in it. */

/* What is followed from frame to frame; of the limbs, the near or left one comes first. */
enum spot {
    SPOT_PELVIS,
    SPOT_WAIST,
    SPOT_CHEST,
    SPOT_HEAD,
    SPOT_BROW, /* a head's radius from the middle of the skull towards where the face looks */
    SPOT_SHOULDER,
    SPOT_ELBOW = SPOT_SHOULDER + SIDES,
    SPOT_WRIST = SPOT_ELBOW + SIDES,
    SPOT_FINGERS = SPOT_WRIST + SIDES,
    SPOT_HIP = SPOT_FINGERS + SIDES,
    SPOT_KNEE = SPOT_HIP + SIDES,
    SPOT_ANKLE = SPOT_KNEE + SIDES,
    SPOT_TOES = SPOT_ANKLE + SIDES,
    SPOTS = SPOT_TOES + SIDES
};

enum { FILM_RATE = 60, FILM_SECONDS = 70, FILM_MOST = FILM_RATE * FILM_SECONDS };

struct film_frame {
    struct figure_motion motion;
    struct skeleton body;
    struct vec spots[SPOTS];
};

struct film {
    const char *name;            /* the figure's file */
    const struct figure *figure; /* with its props */
    struct figure bare;          /* without them: what is drawn is the body */
    int count;                   /* frames: a whole turn, and a little of the next */
    struct film_frame frames[FILM_MOST];
};

/* One turn by the figure's own drive. */
void film_figure(struct film *film, const char *name, const struct figure *figure);
/* One turn of the work `entry`, through the motion the screen uses. */
void film_entry(struct film *film, const char *name, const struct figure *figure,
                const struct timeline *timeline, size_t entry);

/* In the words of the figure's file: "near knee", "left knee". */
const char *spot_name(const struct figure *figure, int spot);
/* The one nearest to a point of the picture. */
int spot_nearest(const struct film_frame *frame, struct vec at);

/* How far the body jumps when the side changes at this frame, cm; `spot`: what jumps. */
float film_leap(const struct film *film, int frame, int *spot);

/* What a check found: the worst of each kind, by `by`, in the unit of its bound. */
struct finding {
    int kind, frame;
    float by;
    char text[160];
};
enum { FINDINGS_MOST = 64 };
struct findings {
    struct finding items[FINDINGS_MOST];
    int count;
};

/* `kind` keeps apart what is to be told apart, such as joints. */
void find(struct findings *findings, int kind, int frame, float by, const char *format, ...)
    __attribute__((format(printf, 5, 6)));
/* "FILE: frame 120 (2.00 s): near knee ...", a line each. */
void findings_print(const struct findings *findings, const struct film *film, FILE *out);

/* A check looks at the whole film, at each frame's drawing of the body, or at the picture with the
 * props of some frames; NULL: it does not. `before` is the drawing of the frame before; NULL: there
 * is none, because it is the first or shows another hair. */
struct check {
    const char *promise;
    void (*film)(const struct film *film, struct findings *findings);
    void (*body)(const struct film *film, int frame, const struct figure_drawing *now,
                 const struct figure_drawing *before, struct findings *findings);
    void (*picture)(const struct film *film, int frame, const struct figure_drawing *now,
                    struct findings *findings);
};

/* Findings by check. */
void checks_run(const struct check *checks, size_t count, const struct film *film,
                struct findings *findings);

enum { CHECKS_MOST = 32 };
struct check_list {
    struct check items[CHECKS_MOST];
    size_t count;
};
/* All of them, in one list that lives as long as the program. */
const struct check_list *checks_all(void);

/* check_*.c */
extern const struct check contact_checks[], prop_checks[], bone_checks[], flow_checks[],
    drawn_checks[];
extern const size_t contact_check_count, prop_check_count, bone_check_count, flow_check_count,
    drawn_check_count;

#endif
