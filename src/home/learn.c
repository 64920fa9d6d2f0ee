// SPDX-License-Identifier: MIT
#include "home/home.h"

/* From why a back gets tight to when to stop. A habit has pictures and a page of its own. */
static const struct {
    enum tip_kind kind;
    size_t most; /* cards on a page */
} order[] = {
    {TIP_CAUSE, 2}, {TIP_HABIT, 1},  {TIP_RULE, 2},   {TIP_CARE, 2},
    {TIP_WEEK, 2},  {TIP_EXPECT, 2}, {TIP_SAFETY, 2},
};
enum { ORDER = sizeof order / sizeof *order };

static size_t pages_of(const struct tips *tips, size_t i)
{
    return (tips->of[order[i].kind].count + order[i].most - 1) / order[i].most;
}

size_t learn_pages(const struct tips *tips)
{
    size_t pages = 0;
    for (size_t i = 0; tips != NULL && i < ORDER; i++)
        pages += pages_of(tips, i);
    return pages;
}

/* As many cards on each page of a kind as can be. */
struct learn_page learn_page_at(const struct tips *tips, size_t page)
{
    size_t i = 0;
    while (i + 1 < ORDER && page >= pages_of(tips, i))
        page -= pages_of(tips, i++);
    size_t count = tips->of[order[i].kind].count, pages = pages_of(tips, i);
    size_t from = page * count / pages, to = (page + 1) * count / pages;
    return (struct learn_page){tips->of[order[i].kind].cards + from, to - from};
}
