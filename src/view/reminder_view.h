// SPDX-License-Identifier: MIT
#ifndef UNKNOT_VIEW_REMINDER_VIEW_H
#define UNKNOT_VIEW_REMINDER_VIEW_H

#include "kiosk/remind.h"
#include "view/view.h"

/* A break that is offered, in a small window that is wider than high. */
struct reminder_view {
    const char *title; /* of the routine */
    tick total, worked;
    int focus; /* enum remind_answer */
};

/* Fills `items` with the answers; their ids are those of enum remind_answer. */
void view_reminder(const struct view_context *view, const struct reminder_view *reminder,
                   struct focus_items *items);

#endif
