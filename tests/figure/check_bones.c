// SPDX-License-Identifier: MIT
#include "figure/film.h"

/* Bones keep their length, joints their range.
 *
 * Ranges are those of healthy adults: AAOS, Joint Motion (1965); Norkin and White, Measurement of
 * Joint Motion; for the spine White and Panjabi, Clinical Biomechanics of the Spine (1990). What
 * body weight or the other hand adds to what muscles reach alone is in the bound where the
 * exercises use it: the wrist under a hand that bears weight, the knee when sitting on the heels,
 * the ankle when kneeling on the back of the foot.
 */

#define DEGREES 57.29578f

static float bone(struct vec a, struct vec b)
{
    return vec_length(vec_sub(a, b));
}

/* Degrees by which `b` is turned against the clock from `a`: -180 .. 180. */
static float turned(struct vec a, struct vec b)
{
    return atan2f(a.x * b.y - a.y * b.x, a.x * b.x + a.y * b.y) * DEGREES;
}

struct part {
    enum spot from, to; /* of the near or left side */
    float full;
};
static const struct part parts[] = {{SPOT_SHOULDER, SPOT_ELBOW, UPPER_ARM},
                                    {SPOT_ELBOW, SPOT_WRIST, FOREARM},
                                    {SPOT_HIP, SPOT_KNEE, THIGH},
                                    {SPOT_KNEE, SPOT_ANKLE, SHIN}};
enum { PARTS = sizeof parts / sizeof *parts };

static bool placed(const struct skeleton *body, int part, int side)
{
    return part < 2 ? body->arms[side].placed : body->legs[side].placed;
}

static float part_length(const struct film_frame *frame, int part, int side)
{
    return bone(frame->spots[parts[part].from + side], frame->spots[parts[part].to + side]);
}

/* Within 2 %; a limb that points towards the viewer may look shorter, never longer. */
#define BONE_SLACK 0.02f

static void bones_keep_their_length(const struct film *film, struct findings *findings)
{
    for (int i = 0; i < film->count * PARTS * SIDES; i++) {
        int frame = i / (PARTS * SIDES), part = i / SIDES % PARTS, side = i % SIDES;
        float length = part_length(&film->frames[frame], part, side), full = parts[part].full;
        bool may_be_shorter = placed(&film->frames[frame].body, part, side);
        float off = fabsf(length - full) / full;
        if (off > BONE_SLACK && !(may_be_shorter && length < full))
            find(findings, i % (PARTS * SIDES), frame, off,
                 "%s to %s is %.1f cm, the bone %.0f; %s",
                 spot_name(film->figure, (int)parts[part].from + side),
                 spot_name(film->figure, (int)parts[part].to + side), (double)length, (double)full,
                 length > full ? "bring them nearer" : "bring them apart");
    }
}

/* A change of the speed with which a foreshortened limb grows or shrinks, cm per frame and frame:
 * at 0.1 from standing still, a limb would be 18 cm longer after a third of a second. */
#define MOST_SWELL 0.1f

static void foreshortened_limbs_change_smoothly(const struct film *film, struct findings *findings)
{
    for (int i = 2 * PARTS * SIDES; i < film->count * PARTS * SIDES; i++) {
        int frame = i / (PARTS * SIDES), part = i / SIDES % PARTS, side = i % SIDES;
        const struct film_frame *now = &film->frames[frame];
        float swell = fabsf(part_length(now, part, side) - 2 * part_length(now - 1, part, side) +
                            part_length(now - 2, part, side));
        if (swell > MOST_SWELL)
            find(findings, i % (PARTS * SIDES), frame - 1, swell,
                 "%s to %s changes its length by a jerk of %.2f cm; at most %.2f",
                 spot_name(film->figure, (int)parts[part].from + side),
                 spot_name(film->figure, (int)parts[part].to + side), (double)swell,
                 (double)MOST_SWELL);
    }
}

static float trunk_length(const struct skeleton *body)
{
    return bone(body->spine[0], body->spine[1]) * (SPINE_SAMPLES - 1);
}

/* The line through the middle of the trunk: what the back gains when it rounds, the belly loses. */
#define TRUNK 50.0f
#define TRUNK_SLACK 0.03f
#define NECK_LEAST 16.0f
#define NECK_MOST 21.0f

static void the_trunk_keeps_its_length(const struct film *film, struct findings *findings)
{
    float first = trunk_length(&film->frames[0].body);
    for (int frame = 0; frame < film->count; frame++) {
        float length = trunk_length(&film->frames[frame].body);
        float off = fabsf(length - TRUNK) / TRUNK, change = fabsf(length - first) / first;
        if (off > 2 * TRUNK_SLACK)
            find(findings, 0, frame, off, "the trunk is %.1f cm long; %.0f to %.0f is a body's",
                 (double)length, (double)(TRUNK * (1 - 2 * TRUNK_SLACK)),
                 (double)(TRUNK * (1 + 2 * TRUNK_SLACK)));
        if (change > TRUNK_SLACK)
            find(findings, 1, frame, change,
                 "the trunk is %.1f cm long, and %.1f at first; at most %.1f apart", (double)length,
                 (double)first, (double)(first * TRUNK_SLACK));
    }
}

/* From the base of the neck to the middle of the skull; the chin draws in and reaches out. */
static void the_head_stays_on_its_neck(const struct film *film, struct findings *findings)
{
    for (int frame = 0; frame < film->count; frame++) {
        const struct skeleton *body = &film->frames[frame].body;
        float neck = bone(body->chest, body->head);
        if (neck < NECK_LEAST || neck > NECK_MOST)
            find(findings, 0, frame, fabsf(neck - (NECK_LEAST + NECK_MOST) / 2),
                 "the head is %.1f cm from the chest; %.0f to %.0f", (double)neck,
                 (double)NECK_LEAST, (double)NECK_MOST);
    }
}

/* How far a joint goes, in degrees against the clock in the side view, where the body faces right;
 * without a sign in the others. */
struct range {
    const char *name;
    float least, most;
};

static void check_range(struct findings *findings, int kind, int frame, const struct range *range,
                        const char *whose, float angle)
{
    if (angle < range->least)
        find(findings, kind, frame, range->least - angle,
             "%s%s %.0f degrees; %.0f to %.0f is what joints do", whose, range->name, (double)angle,
             (double)range->least, (double)range->most);
    else if (angle > range->most)
        find(findings, kind, frame, angle - range->most,
             "%s%s %.0f degrees; %.0f to %.0f is what joints do", whose, range->name, (double)angle,
             (double)range->least, (double)range->most);
}

enum joint { ELBOW, WRIST, KNEE, ANKLE, HIP, JOINTS };

/* Slack of 5 for the drawing. Elbow: 0 to 150. Wrist: 80 to either side alone, 95 under weight.
 * Knee: 140 alone, 160 when sitting on the heels. Ankle, of the toes against the shin, which meet
 * at a right angle in standing: 30 up, 50 down alone; kneeling, the foot lies on in line with the
 * shin. Hip: 125 alone, and to 150 with the pelvis tilting with it; 30 back. */
static const struct range ranges[JOINTS] = {
    [ELBOW] = {" bends by", -5, 155}, [WRIST] = {" bends by", -100, 100},
    [KNEE] = {" bends by", -5, 165},  [ANKLE] = {" lets the toes turn by", -10, 125},
    [HIP] = {" bends by", -35, 150},
};

/* A limb that always has its full length lies in the plane of the picture: it can be seen to bend
 * the wrong way. A shorter one may be turned about its own length. */
static bool in_plane(const struct film *film, int part, int side)
{
    for (int frame = 0; frame < film->count; frame++)
        for (int i = part; i < part + 2; i++)
            if (part_length(&film->frames[frame], i, side) < 0.96f * parts[i].full)
                return false;
    return film->figure->view == VIEW_SIDE;
}

static float bending(const struct limb *limb)
{
    return turned(vec_sub(limb->joint, limb->root), vec_sub(limb->end, limb->joint));
}

static float away(struct vec seen, float full)
{
    return sqrtf(fmaxf(full * full - seen.x * seen.x - seen.y * seen.y, 0));
}

/* The least that two foreshortened bones can be bent, in the depth of the picture. */
static float least_bending(const struct limb *limb, float upper, float lower)
{
    struct vec a = vec_sub(limb->joint, limb->root), b = vec_sub(limb->end, limb->joint);
    float along = a.x * b.x + a.y * b.y + away(a, upper) * away(b, lower);
    return acosf(clampf(along / (upper * lower), -1, 1)) * DEGREES;
}

static void joint_angles(const struct film *film, const struct film_frame *frame, int side,
                         bool arm_seen, bool leg_seen, float angles[JOINTS])
{
    const struct skeleton *body = &frame->body;
    const struct limb *arm = &body->arms[side], *leg = &body->legs[side];
    float elbow = film->figure->elbows_bend_forward ? -bending(arm) : bending(arm);
    angles[ELBOW] = arm_seen ? elbow : least_bending(arm, UPPER_ARM, FOREARM);
    angles[WRIST] = turned(vec_sub(arm->end, arm->joint), arm->direction);
    angles[KNEE] = leg_seen ? -bending(leg) : least_bending(leg, THIGH, SHIN);
    angles[ANKLE] = turned(vec_sub(leg->end, leg->joint), leg->direction);
    angles[HIP] =
        180 - fabsf(turned(body->upward[SPINE_SAMPLES / 3], vec_sub(leg->joint, leg->root)));
}

static void joints_stay_in_their_range(const struct film *film, struct findings *findings)
{
    static const enum spot where[JOINTS] = {SPOT_ELBOW, SPOT_WRIST, SPOT_KNEE, SPOT_ANKLE,
                                            SPOT_HIP};
    bool seen_from_side = film->figure->view == VIEW_SIDE;
    for (int side = 0; side < SIDES; side++) {
        bool arm_seen = in_plane(film, 0, side), leg_seen = in_plane(film, 2, side);
        for (int frame = 0; frame < film->count; frame++) {
            float angles[JOINTS];
            joint_angles(film, &film->frames[frame], side, arm_seen, leg_seen, angles);
            for (int joint = ELBOW; joint < JOINTS; joint++)
                if (seen_from_side || joint == ELBOW || joint == KNEE)
                    check_range(findings, joint * SIDES + side, frame, &ranges[joint],
                                spot_name(film->figure, (int)where[joint] + side), angles[joint]);
        }
    }
}

/* Side view, against the clock is back. Lumbar and thoracic spine together: bending forward 60 +
 * 45, back 25 + 30; of these 9 degrees at most between two vertebrae that are 3 cm apart. The head
 * against the chest: 60 forward (the chin on the chest), 75 back. */
static const struct range spine_range = {"from pelvis to chest the spine turns by", -105, 55};
static const struct range head_range = {"the head turns against the chest by", -60, 80};
#define MOST_CURVATURE 4.0f /* degrees per cm */

static void the_spine_bends_as_spines_do(const struct film *film, struct findings *findings)
{
    if (film->figure->view != VIEW_SIDE)
        return;
    for (int frame = 0; frame < film->count; frame++) {
        const struct skeleton *body = &film->frames[frame].body;
        const struct vec *up = body->upward;
        float step = bone(body->spine[0], body->spine[1]);
        check_range(findings, 0, frame, &spine_range, "", turned(up[0], up[SPINE_SAMPLES - 1]));
        check_range(findings, 1, frame, &head_range, "",
                    turned(up[SPINE_SAMPLES - 1], vec_left(body->face)));
        for (int i = 2; i < SPINE_SAMPLES - 2; i++) {
            float curvature = fabsf(turned(up[i - 1], up[i + 1])) / (2 * step);
            if (curvature > MOST_CURVATURE)
                find(findings, 2, frame, curvature,
                     "the spine has a kink of %.1f degrees per cm %.0f %% up; at most %.0f",
                     (double)curvature, 100.0 * i / (SPINE_SAMPLES - 1), (double)MOST_CURVATURE);
        }
    }
}

const struct check bone_checks[] = {
    {"bones keep their length", bones_keep_their_length, NULL, NULL},
    {"foreshortened limbs change smoothly", foreshortened_limbs_change_smoothly, NULL, NULL},
    {"the trunk keeps its length", the_trunk_keeps_its_length, NULL, NULL},
    {"the head stays on its neck", the_head_stays_on_its_neck, NULL, NULL},
    {"joints stay in their range", joints_stay_in_their_range, NULL, NULL},
    {"the spine bends as spines do", the_spine_bends_as_spines_do, NULL, NULL},
};
const size_t bone_check_count = sizeof bone_checks / sizeof *bone_checks;
