// SPDX-License-Identifier: MIT
#include "home/scroll.h"

#include <math.h>
#include <stdlib.h>

/* Of a row: more than half, so that a finger that trembles does not move it to and fro. */
#define DRAG_LEAST 0.6F

static size_t row_of(const struct focus_list *list, size_t index)
{
    return list->down ? index % (list->most + list->shown) : index / list->columns;
}

/* From one item to the one below it. */
static size_t row_step(const struct focus_list *list)
{
    return list->down ? 1 : list->columns;
}

static bool has_focus(const struct focus_list *list, int focus)
{
    return list->count > 0 && focus >= list->item && focus < list->item + (int)list->count;
}

static void keep_in_sight(const struct focus_list *list, size_t first, int *focus)
{
    if (!has_focus(list, *focus))
        return;
    size_t index = (size_t)(*focus - list->item);
    while (row_of(list, index) < first)
        index += row_step(list);
    while (row_of(list, index) >= first + list->shown)
        index -= row_step(list);
    *focus = list->item + (int)(index < list->count ? index : list->count - 1);
}

static bool scroll_by(struct scroll *scroll, const struct focus_list *list, int rows, int *focus)
{
    size_t first = scroll->first, far = (size_t)abs(rows);
    if (list->columns == 0)
        return false;
    if (rows < 0)
        scroll->first -= first < far ? first : far;
    else
        scroll->first = first + far < list->most ? first + far : list->most;
    keep_in_sight(list, scroll->first, focus);
    return scroll->first != first;
}

/* The rows follow the finger, each as it is more than half way. */
static void drag(struct scroll *scroll, const struct focus_list *list, float pixels, int *focus)
{
    scroll->drag += pixels;
    while (list->pitch > 0 && fabsf(scroll->drag) > DRAG_LEAST * list->pitch) {
        int rows = scroll->drag > 0 ? -1 : 1;
        scroll->carried |= scroll_by(scroll, list, rows, focus);
        scroll->drag += (float)rows * list->pitch;
    }
}

bool scroll_handle(struct scroll *scroll, const struct focus_list *list,
                   const struct scroll_input *input, int *focus)
{
    bool carried = scroll->carried;
    if (input->notches != 0)
        scroll_by(scroll, list, input->notches, focus);
    if (input->dragged != 0)
        drag(scroll, list, input->dragged, focus);
    if (input->lifted) {
        scroll->drag = 0;
        scroll->carried = false;
    }
    return input->notches != 0 || input->dragged != 0 || (input->lifted && carried);
}

/* By as many rows as are in sight, in the same column. */
static void page(struct scroll *scroll, const struct focus_list *list, bool on, int *focus)
{
    size_t far = row_step(list) * list->shown, last = list->count - 1;
    size_t index = (size_t)(*focus - list->item);
    if (on)
        index = index + far <= last ? index + far : last;
    else
        index -= index < far ? index : far;
    *focus = list->item + (int)index;
    scroll_by(scroll, list, on ? (int)list->shown : -(int)list->shown, focus);
}

static int rows_of(const struct focus_list *list, enum action action)
{
    switch (action) {
    case ACTION_UP:
        return -1;
    case ACTION_DOWN:
        return 1;
    case ACTION_PAGE_ON:
        return (int)list->shown;
    case ACTION_PAGE_BACK:
        return -(int)list->shown;
    case ACTION_FIRST:
        return -(int)list->most;
    case ACTION_LAST:
        return (int)list->most;
    default:
        return 0;
    }
}

static void to_end(struct scroll *scroll, const struct focus_list *list, bool first, int *focus)
{
    *focus = list->item + (first ? 0 : (int)list->count - 1);
    scroll->first = first ? 0 : list->most;
}

bool scroll_press(struct scroll *scroll, const struct focus_list *list, enum action action,
                  int *focus)
{
    bool line = action == ACTION_UP || action == ACTION_DOWN, seen_only = list->count == 0;
    int rows = rows_of(list, action);
    bool end = action == ACTION_FIRST || action == ACTION_LAST;
    if (list->columns == 0 || (rows == 0 && !end) || (line && !seen_only))
        return false;
    if (seen_only)
        scroll_by(scroll, list, rows, focus);
    else if (end)
        to_end(scroll, list, action == ACTION_FIRST, focus);
    else if (has_focus(list, *focus))
        page(scroll, list, rows > 0, focus);
    else if (rows < 0) /* from the buttons below */
        to_end(scroll, list, false, focus);
    return true;
}

size_t scroll_top(size_t first, size_t rows, size_t shown, size_t focused)
{
    size_t hidden = rows > shown ? rows - shown : 0;
    size_t top = first < hidden ? first : hidden;
    if (focused < rows && focused < top)
        top = focused;
    if (focused < rows && focused >= top + shown)
        top = focused - shown + 1;
    return top;
}
