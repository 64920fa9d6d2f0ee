// SPDX-License-Identifier: MIT
#ifndef UNKNOT_PROGRESS_CHECKLIST_H
#define UNKNOT_PROGRESS_CHECKLIST_H

#include "progress/record.h"

/* The weekly checklist of the guide: seven things, how often each, and what counts as them. One
 * table feeds the screens, the command, the suggestion and the tests. Weeks begin on Monday; the
 * workspace check is by the calendar's month.
 */
enum checklist_item {
    CHECKLIST_RELEASE,   /* myofascial release, 3 times a week */
    CHECKLIST_MOBILITY,  /* the full mobility routine, on 4 days */
    CHECKLIST_BREAKS,    /* posture breaks: on 5 days, CHECKLIST_BREAKS_A_DAY each */
    CHECKLIST_BREATHING, /* diaphragmatic breathing, every day */
    CHECKLIST_WORKSPACE, /* workspace check, once a month */
    CHECKLIST_STRENGTH,  /* full-body strength training, on 2 days */
    CHECKLIST_WATER,     /* enough water, every day */
    CHECKLIST_ITEMS
};

/* The guide asks for a break every 30 to 45 minutes of sitting, and nobody knows how long somebody
 * sat: a day counts with as many breaks as three hours of sitting have at the least. */
enum { CHECKLIST_BREAKS_A_DAY = 4 };

enum checklist_count {
    COUNT_SESSIONS, /* each counts */
    COUNT_DAYS      /* with `a_day` of them at least */
};

struct checklist_info {
    const char *word;  /* of `counts as:`, and in the history for what is ticked */
    const char *title; /* English, for the screens: "Myofascial release" */
    const char *brief; /* the same in one or two words, for the row at home: "Roller" */
    const char *often; /* "3 times a week" */
    enum checklist_count count;
    int a_day;    /* COUNT_DAYS: as many make a day; 1 for most */
    int target;   /* a week, or a month */
    bool monthly; /* else weekly */
    bool by_hand; /* can be ticked; what is done in sessions counts besides */
};
extern const struct checklist_info checklist_table[CHECKLIST_ITEMS];

struct checklist_week {
    int64_t monday; /* day the week begins */
    struct checklist_line {
        int done;    /* sessions or days, of the week or month; may be above the target */
        int today;   /* sessions of the day asked for, and one for its tick */
        bool ticked; /* by hand, on that day */
        int days[7]; /* as `today`, of Monday to Sunday */
    } lines[CHECKLIST_ITEMS];
};

/* CHECKLIST_ITEMS: it is no word of the checklist. */
enum checklist_item checklist_find(const char *word);
int64_t checklist_monday(int64_t day);
/* The whole week that `today` lies in, and its month. */
void checklist_count(const struct records *records, int64_t today, struct checklist_week *out);

#endif
