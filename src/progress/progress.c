// SPDX-License-Identifier: MIT
#include "progress/progress.h"

void progress_compute(struct arena *arena, const struct records *records, int64_t today,
                      const struct text_list *equipment, struct progress *out)
{
    out->today = today;
    checklist_count(records, today, &out->week);
    out->suggests = checklist_suggest(&out->week, today, equipment, &out->suggestion);
    trend_compute(arena, records, today, &out->trend);
}
