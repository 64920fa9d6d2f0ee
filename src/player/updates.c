// SPDX-License-Identifier: MIT
#include "player/updates.h"

#include "base/log.h"
#include "player/player.h"

/* While the voice makes a line in the old manner. */
#define RETIRE_LOOK (20 * TICK_MS)

static void wake(void *context)
{
    struct player *player = context;
    if (player->front->wake != NULL)
        player->front->wake(player);
}

void updates_start(struct player *player)
{
    if (!player->options->given[OPTION_WATCH])
        return;
    struct text_list files = edition_files(player->app, player->options, player->timeline);
    player->updates.watch = watch_start(player->options, &files, wake, player);
    player->updates.wrong = player->app->diags.flaws > 0;
    if (player->updates.wrong)
        player->updates.notice.mistakes = &player->app->diags;
}

static void retire(struct player *player)
{
    struct updates *updates = &player->updates;
    if (updates->retired == NULL || (player->sound != NULL && !sound_settled(player->sound)))
        return;
    edition_free(updates->retired);
    updates->retired = NULL;
}

/* Everything that points into the old edition moves on here. */
static void hand_over(struct player *player, struct edition *edition, tick now)
{
    struct updates *updates = &player->updates;
    struct timeline_match match =
        timeline_match(&edition->app.arena, player->timeline, edition->open);
    updates->retired = updates->edition;
    updates->edition = edition;
    player->timeline = edition->open;
    player->bookmark.place.total = edition->open->total;
    session_change(&player->session, &match, edition->closed, &player->effects);
    if (player->sound != NULL)
        sound_set_manner(player->sound, &edition->manner);
    player->front->change(player);
    player_apply_effects(player);
    updates->notice.updated_until = now + UPDATES_SHOWN;
    log_info("goes on with what was saved"); /* tests/app/check_watch.sh waits for these lines */
}

static uint32_t first_line(const struct diag_list *diags, enum diag_severity severity)
{
    for (size_t i = 0; i < diags->count; i++)
        if (diags->items[i].severity == severity)
            return diags->items[i].span.line;
    return 0;
}

/* Errors come before what is wrong with a translation only. NULL: there are no mistakes any more.
 */
static void tell(struct player *player, const struct diag_list *mistakes)
{
    struct session_mistakes told = {.count = 0};
    if (mistakes != NULL && mistakes->errors > 0)
        told = (struct session_mistakes){.count = mistakes->errors,
                                         .line = first_line(mistakes, DIAG_ERROR)};
    else if (mistakes != NULL)
        told = (struct session_mistakes){
            .count = mistakes->flaws, .line = first_line(mistakes, DIAG_FLAW), .translation = true};
    session_mistakes(&player->session, &told, &player->effects);
    player_apply_effects(player);
}

static void show(struct player *player, struct diag_list *mistakes)
{
    diag_sort(mistakes);
    player->updates.notice.mistakes = mistakes;
    player->front->notice(player);
    tell(player, mistakes);
    log_info("what was saved has mistakes");
}

void updates_take(struct player *player, tick now)
{
    struct updates *updates = &player->updates;
    retire(player);
    struct edition *edition =
        updates->retired == NULL && !player->over ? watch_take(updates->watch) : NULL;
    if (edition == NULL)
        return;
    struct diag_list *diags = &edition->app.diags;
    bool wrong = diag_mistakes(diags) > 0, mended = !wrong && updates->wrong;
    edition_free(updates->mistaken);
    updates->mistaken = edition->good ? NULL : edition;
    updates->notice.mistakes = NULL;
    updates->wrong = wrong;
    if (edition->good)
        hand_over(player, edition, now);
    if (wrong)
        show(player, diags);
    if (mended)
        tell(player, NULL);
}

bool updates_hide(struct updates *updates, const struct session *session, enum action action)
{
    if (updates->notice.mistakes == NULL || action != ACTION_LEAVE || session->eyes_closed)
        return false;
    updates->notice.mistakes = NULL;
    return true;
}

tick updates_next(const struct updates *updates, tick now)
{
    if (updates->retired != NULL)
        return now + RETIRE_LOOK;
    return updates->notice.updated_until > now ? updates->notice.updated_until : TICK_NEVER;
}

void updates_end(struct updates *updates)
{
    watch_end(updates->watch);
    edition_free(updates->edition);
    edition_free(updates->retired);
    edition_free(updates->mistaken);
}
