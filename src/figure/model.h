// SPDX-License-Identifier: MIT
#ifndef UNKNOT_FIGURE_MODEL_H
#define UNKNOT_FIGURE_MODEL_H

#include "figure/figure.h"
#include "figure/vec.h"

#include <stdbool.h>
#include <stdint.h>

/* What a figure file says, as the rig uses it.
 *
 * The side view shows a body that faces right: standing, its front is at +x; lying on its back, its
 * head is at the left. Whatever bends, bends the way a body does because of that. The front view
 * faces the viewer; there NEAR is the left side of the body (right in the picture), FAR the right.
 *
 * From above, the camera hangs over the mat: y is across it, 0 its middle line, and the other side
 * is the mirror image in that line. A body that lies there is that of the front view, turned with
 * its spine; face down, its back is seen. NEAR is its left side.
 */
enum figure_view { VIEW_SIDE, VIEW_FRONT, VIEW_ABOVE };
enum figure_lies { LIES_NOT, LIES_FACE_UP, LIES_FACE_DOWN, LIES_ON_SIDE };

enum { NEAR, FAR, SIDES };

/* Lengths of the body, in cm: a person of about 168 cm, rounded to what looks right. */
#define UPPER_ARM 28.0f
#define FOREARM 25.0f
#define THIGH 42.0f
#define SHIN 41.0f

enum pose_point {
    POSE_PELVIS,    /* middle of the hip joints */
    POSE_BEND,      /* where the spine bends, about its middle */
    POSE_CHEST,     /* base of the neck */
    POSE_HEAD,      /* middle of the skull */
    POSE_NEAR_HAND, /* wrist */
    POSE_FAR_HAND,
    POSE_NEAR_FOOT, /* ankle; 7 above the sole */
    POSE_FAR_FOOT,
    POSE_NEAR_ELBOW, /* only where the limb is foreshortened, from here on */
    POSE_FAR_ELBOW,
    POSE_NEAR_KNEE,
    POSE_FAR_KNEE,
    POSE_POINTS
};

enum pose_direction {
    POSE_FACE,
    POSE_NEAR_FINGERS,
    POSE_FAR_FINGERS,
    POSE_NEAR_TOES,
    POSE_FAR_TOES,
    POSE_DIRECTIONS
};

enum pose_amount {
    POSE_BELLY,             /* cm the belly rises above its rest */
    POSE_RIBS,              /* cm the ribs rise */
    POSE_TURN,              /* degrees the shoulders turn to the body's left (front view) */
    POSE_HIP_TURN,          /* degrees the pelvis turns to the body's left (front view) */
    POSE_HEAD_TURN,         /* degrees the head turns to the body's left (front view) */
    POSE_SHOULDERS_UP,      /* cm the shoulders are lifted from where they hang */
    POSE_SHOULDERS_FORWARD, /* cm they are rolled forward (side view) */
    POSE_LASTS,             /* the way to the next pose takes so many times as long; 0 is 1 */
    POSE_AMOUNTS
};

enum prop_kind {
    PROP_MAT,
    PROP_FLOOR,
    PROP_PILLOW,
    PROP_MATTRESS,
    PROP_ROLLER,
    PROP_BALL,
    PROP_WALL,
    PROP_DOORWAY,
    PROP_CHAIR,
    PROP_OFFICE_CHAIR,
    PROP_LUMBAR_ROLL,
    PROP_DESK,
    PROP_MONITOR,
    PROP_LAPTOP,
    PROP_KEYBOARD,
    PROP_MOUSE,
    PROP_PHONE,
    PROP_SHOULDER_BAG,
    PROP_BACKPACK,
    PROP_KINDS
};

enum prop_amount {
    PROP_REST,   /* cm its back rest rises above the seat; 0: a stool */
    PROP_SAG,    /* cm its middle sinks */
    PROP_STANDS, /* height of what it stands on, cm; below `at` it has a stand */
    PROP_TILT,   /* degrees a screen leans back; a phone in its hand */
    PROP_AMOUNTS
};

/* Where a prop is and how it is: what poses can change, blended like the body. */
struct prop_place {
    struct vec at;   /* middle; of what stands on the ground: of its foot */
    struct vec size; /* width and height; roller, ball: twice the radius */
    float amounts[PROP_AMOUNTS];
};

/* What it rolls against, between it and the body: half as far as the pelvis moves. */
enum prop_roll { ROLLS_NOT, ROLLS_ON_GROUND, ROLLS_ON_WALL };

struct prop {
    enum prop_kind kind;
    struct prop_place place; /* in the first pose */
    enum prop_roll rolls;
    int side;    /* NEAR or FAR: the hand that holds it, the shoulder it hangs from */
    bool across; /* its strap runs across the chest to the other shoulder */
};

enum muscle_place {
    MUSCLE_TORSO, /* along: 0 pelvis .. 1 base of the neck; across: -1 back .. 1 front */
    MUSCLE_NECK,  /* along: 0 its base .. 1 under the skull */
    MUSCLE_NEAR_THIGH,
    MUSCLE_NEAR_CALF,
    MUSCLE_NEAR_ARM,
    MUSCLE_PLACES
};

struct muscle {
    enum muscle_place place;
    float from, to; /* along; below 0 and above 1 is beyond the joints */
    float across;
    float size; /* radius of the glow, cm */
};

enum { FIGURE_MAX_PROPS = 12, FIGURE_MAX_MUSCLES = 6 };

struct pose {
    struct vec points[POSE_POINTS];
    struct vec directions[POSE_DIRECTIONS];
    float amounts[POSE_AMOUNTS];
    struct prop_place props[FIGURE_MAX_PROPS]; /* by their place in figure->props */
};

/* What a side view sees of a hand: its edge, the back with fingers and thumb, or a fist. */
enum figure_hands { HANDS_FLAT, HANDS_OPEN, HANDS_CLOSED };

struct figure {
    enum figure_view view;
    enum figure_lies lies;
    enum figure_drive drive;
    double loop_s;
    bool drawn_for_right;     /* the poses show the right side: mirrored for the left */
    bool elbows_bend_forward; /* the other way from a hanging arm's */
    bool flows;               /* runs through its poses and rests in none between */
    enum figure_hands hands;
    bool eyes_closed;
    bool deepest_first;  /* the movement goes furthest in the first pose, not in the last */
    bool upper_body;     /* cut off at the hips: the legs do not matter */
    bool palm_up[SIDES]; /* side view: the palm is on the other side of the hand */
    bool behind[SIDES];  /* front view: this arm is behind the torso */
    uint32_t given;      /* bit per pose_point: elbows and knees that the poses place */
    struct pose poses[FIGURE_POSES_MOST];
    int pose_count;
    struct prop props[FIGURE_MAX_PROPS];
    int prop_count;
    struct muscle muscles[FIGURE_MAX_MUSCLES];
    int muscle_count;
    enum figure_sign sign;
    bool spine_drawn;
    bool framed; /* the file gives the bounds */
    struct figure_box bounds;
};

static inline bool figure_gives(const struct figure *figure, enum pose_point point)
{
    return figure->given >> point & 1;
}

#endif
