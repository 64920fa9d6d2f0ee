// SPDX-License-Identifier: MIT
#include "player/player.h"

/* How long the last sound may take at the most, and the last words to closed eyes. */
#define LAST_SOUND (5 * TICK_S)
#define LAST_WORDS (1500 * TICK_MS)
#define LAST_WORDS_LOOK (30 * TICK_MS)
/* The first words are due at once: the session begins when they can be heard, or after so long. */
#define FIRST_SOUND TICK_S
#define FIRST_SOUND_LOOK (5 * TICK_MS)
/* A device has taken its next two chunks already, so what is due at once is heard late. All other
 * cues are handed out earlier than that; the session begins so much later for the first ones. */
#define FIRST_SOUND_AHEAD (100 * TICK_MS)
#define DIARY_LOOK (20 * TICK_MS)

static void apply_to_sound(struct player *player, const struct effect *effect)
{
    switch (effect->kind) {
    case EFFECT_CUE:
        sound_cue(player->sound, effect->cue, effect->due);
        break;
    case EFFECT_SOUND:
        sound_now(player->sound, effect->sound);
        break;
    case EFFECT_FLUSH:
        sound_flush(player->sound);
        sound_prepare(player->sound, player->session.timeline, player->session.position);
        break;
    case EFFECT_SAY:
        sound_say(player->sound, effect->text, effect->due);
        break;
    case EFFECT_VOLUME:
        sound_set_volume(player->sound, player->session.volume, player->session.muted);
        break;
    default:
        break;
    }
}

void player_apply_effects(struct player *player)
{
    for (size_t i = 0; i < player->effects.count; i++) {
        const struct effect *effect = &player->effects.items[i];
        if (player->sound != NULL)
            apply_to_sound(player, effect);
        player->front->effect(player, effect);
        if (effect->kind == EFFECT_LEFT || effect->kind == EFFECT_CLOSE)
            player->over = true;
    }
}

static void step(struct player *player, struct request request, tick now)
{
    if (request.action == ACTION_QUIT && player->visit != NULL)
        player->visit->quit = true;
    session_step(&player->session, request, now, &player->effects);
    player_apply_effects(player);
}

/* What is said about a press is in the words of the device that it came from. */
static void look_at_keys(struct player *player)
{
    if (player->front->keys == NULL)
        return;
    player->session.keys = player->front->keys(player);
    if (player->sound != NULL)
        sound_set_device(player->sound, player->session.keys.device);
}

static const struct visit_host *host_of(const struct player *player)
{
    return player->visit != NULL ? player->visit->host : NULL;
}

static void let_host_look(struct player *player, tick now)
{
    const struct visit_host *host = host_of(player);
    if (host == NULL || player->over)
        return;
    struct request asked = {.action = host->attend(host->context, &player->session)};
    if (asked.action == ACTION_NONE)
        return;
    session_step(&player->session, asked, now, &player->effects);
    player_apply_effects(player);
}

static bool is_for_session(const struct player *player, const struct request *request)
{
    const struct visit_host *host = host_of(player);
    const struct platform_input input = {.request = *request};
    return host == NULL || host->press(host->context, &input);
}

/* Scripted presses count time as the session does, pauses included. */
static tick script_time(const struct player *player, tick now)
{
    return key_script_time(player->started, player->session.speed, now);
}

static void take_requests(struct player *player, tick now)
{
    const struct key_press *press;
    while (!player->over &&
           (press = key_script_take(player->keys, script_time(player, now))) != NULL) {
        if (press->print_screen)
            player->front->print_screen(player, now);
        else if (press->becomes != NULL)
            watch_becomes(player->updates.watch, press->becomes);
        else if (is_for_session(player, &press->request) &&
                 !updates_hide(&player->updates, &player->session, press->request.action))
            step(player, press->request, now);
    }
    struct request request;
    look_at_keys(player);
    while (!player->over && player->front->take(player, &request)) {
        look_at_keys(player);
        if (!updates_hide(&player->updates, &player->session, request.action))
            step(player, request, now);
    }
}

/* The session is over, and not all of it is written down. */
static bool awaits_diary(const struct player *player)
{
    return player->session.mode == SESSION_FINISHED && player->tally.file != NULL &&
           !player->tallied;
}

/* The last screen shows the week with this session in it. */
static void look_at_week(struct player *player)
{
    if (awaits_diary(player) && diary_rests(player->diary)) {
        player->tallied = true;
        tally_ask(&player->tally);
    }
    if (player->tallied)
        tally_look(&player->tally);
}

/* When the next frame is wanted, at the latest. */
static tick next_frame(const struct player *player, tick now)
{
    tick next = session_next_change(&player->session, now);
    tick press = key_script_due(player->keys, player->started, player->session.speed);
    next = press < next ? press : next;
    tick change = updates_next(&player->updates, now);
    next = change < next ? change : next;
    if (awaits_diary(player) && now + DIARY_LOOK < next)
        next = now + DIARY_LOOK;
    const struct visit_host *host = host_of(player);
    if (host != NULL) {
        tick look = host->next(host->context);
        next = look < next ? look : next;
    }
    return next;
}

/* A front that does not linger still lets the last sound ring out. */
static bool shown_to_the_end(struct player *player, tick now)
{
    bool lingers = player->front->lingers && host_of(player) == NULL;
    if (player->session.mode != SESSION_FINISHED || lingers)
        return false;
    if (player->finished == 0)
        player->finished = now;
    return player->sound == NULL || sound_silent(player->sound) ||
           now > player->finished + LAST_SOUND;
}

static void tend_sound(struct player *player, tick now)
{
    enum session_mode mode = player->session.mode;
    if (player->sound == NULL)
        return;
    player->no_sound = !sound_tend(player->sound, now) && sound_ready(player->sound);
    sound_set_ambience(player->sound, mode != SESSION_PAUSED && mode != SESSION_OFFERING &&
                                          mode != SESSION_FINISHED && mode != SESSION_LEFT);
}

static void begin(struct player *player, tick begins)
{
    const struct options *options = player->options;
    struct session_options wanted = {
        .speed = options->speed,
        .from = options->from,
        .resume = player->resume,
        .before = player->visit != NULL ? player->visit->before : (struct comfort){0},
        .ask = player->front->lingers && (player->visit == NULL || player->visit->host == NULL),
        .volume = options->volume,
        .muted = options->given[OPTION_MUTE],
        .eyes_closed = options->given[OPTION_EYES_CLOSED],
    };
    player->started = player->visit != NULL ? player->visit->started : begins;
    session_init(&player->session, player->timeline, &wanted, begins);
    look_at_keys(player);
}

void player_show_first(struct player *player)
{
    tick now = player->front->now(player);
    begin(player, now);
    player->front->show(player, now);
}

/* A person who cannot see that it is over hears it. */
static void say_the_last_words(struct player *player)
{
    if (player->sound == NULL || !player->session.eyes_closed)
        return;
    tick now = player->front->now(player), until = now + LAST_WORDS;
    for (; now < until && !sound_silent(player->sound); now = player->front->now(player))
        player->front->wait(player, now + LAST_WORDS_LOOK);
}

static void keep_volume(struct player *player, tick now)
{
    struct setting_value volume = {.number = player->session.volume};
    keeper_note(&player->keeper, SETTING_VOLUME, &volume, now);
    keeper_look(&player->keeper, now);
}

void player_save(struct player *player)
{
    bookmark_finish(&player->bookmark, &player->session);
    keeper_finish(&player->keeper);
    diary_close(player->diary, &player->session);
    player->diary = NULL;
}

/* Or until something is asked for. */
static void wait_for_sound(struct player *player)
{
    tick now = player->front->now(player), until = now + FIRST_SOUND;
    for (tick next = now; now >= next && now < until && !sound_ready(player->sound);) {
        next = now + FIRST_SOUND_LOOK;
        player->front->wait(player, next);
        now = player->front->now(player);
    }
}

enum exit_code player_run(struct player *player)
{
    begin(player, player->front->now(player));
    if (player->sound != NULL) {
        sound_prepare(player->sound, player->session.timeline, player->session.position);
        wait_for_sound(player);
        tick now = player->front->now(player);
        begin(player, sound_tend(player->sound, now) ? now + FIRST_SOUND_AHEAD : now);
    }

    while (!player->over) {
        tick now = player->front->now(player);
        if (player->front->slept(player))
            step(player, (struct request){.slept = true}, now);
        if (player->front->vanished != NULL && player->front->vanished(player))
            step(player, (struct request){.vanished = true}, now);
        if (player->updates.edition == NULL)
            session_other_layout(&player->session, other_layout_take(player->other_layout));
        take_requests(player, now);
        updates_take(player, now);
        step(player, (struct request){.action = ACTION_NONE}, now);
        let_host_look(player, now);
        tend_sound(player, now);
        keep_volume(player, now);
        bookmark_look(&player->bookmark, &player->session, now);
        diary_look(player->diary, &player->session, now);
        look_at_week(player);
        player->front->show(player, now);
        if (shown_to_the_end(player, now))
            break;
        if (!player->over)
            player->front->wait(player, next_frame(player, now));
    }
    player_save(player);
    if (player->visit != NULL)
        player->visit->volume = player->session.volume;
    say_the_last_words(player);
    watch_stop(player->updates.watch);
    tally_finish(&player->tally);
    player->front->close(player);
    return player->session.mode == SESSION_FINISHED ? EXIT_DONE : EXIT_STOPPED;
}
