// SPDX-License-Identifier: MIT
#include "player/other_layout.h"

#include "sound/thread.h"
#include "sound/voice.h"

#include <stdatomic.h>
#include <stdlib.h>

struct other_layout {
    pthread_t thread;
    atomic_bool ending, made;
    const struct options *options;
    const struct timeline *like;
    struct voice_manner manner;
    bool eyes_closed;
    struct voice_measure measure; /* the voice's own */
    /* The thread's own until it is made. */
    struct arena arena;
    const struct timeline *timeline;
};

/* Once nobody wants the layout, lines need no length. */
static tick measure_while_wanted(void *context, const char *text)
{
    struct other_layout *layout = context;
    return atomic_load(&layout->ending) ? 0 : layout->measure.length(layout->measure.context, text);
}

static void *make(void *context)
{
    struct other_layout *layout = context;
    thread_give_way();
    struct diag_list diags; /* what is wrong was said about the first layout */
    diag_init(&diags, &layout->arena);
    struct voice *voice = voice_create();
    struct voice_measure measure = {measure_while_wanted, layout};
    if (voice != NULL) {
        layout->manner.warn = false; /* that was done about the first layout */
        voice_set_manner(voice, &layout->manner);
        layout->measure = voice_measure_of(voice);
    }
    struct timeline_options wanted =
        app_layout_options(&layout->arena, layout->options, voice != NULL ? &measure : NULL,
                           layout->like->words, layout->eyes_closed);
    layout->timeline = timeline_compile(&layout->arena, layout->like->routine, &wanted, &diags);
    voice_destroy(voice);
    atomic_store_explicit(&layout->made, true, memory_order_release);
    return NULL;
}

struct other_layout *other_layout_start(const struct options *options, const struct timeline *like,
                                        const struct voice_manner *manner, bool eyes_closed)
{
    struct other_layout *layout = memory_alloc(sizeof *layout);
    *layout = (struct other_layout){
        .options = options, .like = like, .manner = *manner, .eyes_closed = eyes_closed};
    arena_init(&layout->arena);
    if (thread_start(&layout->thread, make, layout))
        return layout;
    arena_finish(&layout->arena);
    free(layout);
    return NULL;
}

const struct timeline *other_layout_take(const struct other_layout *layout)
{
    bool made = layout != NULL && atomic_load_explicit(&layout->made, memory_order_acquire);
    return made ? layout->timeline : NULL;
}

void other_layout_end(struct other_layout *layout)
{
    if (layout == NULL)
        return;
    atomic_store(&layout->ending, true);
    pthread_join(layout->thread, NULL);
    arena_finish(&layout->arena);
    free(layout);
}
