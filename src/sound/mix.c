// SPDX-License-Identifier: MIT
#include "sound/mix.h"

#include <math.h>

enum {
    BLOCK = 512,              /* frames mixed at once */
    FADE_CUT = 1920,          /* 40 ms: a sound is cut off */
    FADE_MASTER = 1920,       /* 40 ms: volume and mute */
    DUCK_DOWN = 7200,         /* 150 ms */
    DUCK_UP = 28800,          /* 600 ms */
    DUCK_AHEAD = 7200,        /* frames before the voice begins */
    REPEAT_LEAST = 2880,      /* 60 ms: the same cue sooner is left out, at high speeds */
    BREATH_LEAST = 12000,     /* 250 ms: a shorter breath would only be a chirp */
    AMBIENCE_IN = 144000,     /* 3 s */
    AMBIENCE_OUT = 72000,     /* 1.5 s: a pause, the end */
    AMBIENCE_CLOSE = 28800,   /* 600 ms: the program leaves */
    AMBIENCE_LOW = 4 * BLOCK, /* so little is left: it goes out before it breaks off */
    AMBIENCE_CUT = 3 * BLOCK,
    AMBIENCE_ENOUGH = STREAM_FRAMES / 2, /* to begin with */
};
#define DUCK_GAIN 0.32F /* ten decibels down */
/* Music is made about twice as loud as our voice; at full volume it stays behind it. */
#define AMBIENCE_GAIN 0.35F

void mix_init(struct mix *mix)
{
    *mix = (struct mix){.waiting_count = 0};
    ring_init(&mix->orders);
    ring_init(&mix->done);
    atomic_init(&mix->volume, 100);
    for (int bus = 0; bus < BUSES; bus++)
        atomic_init(&mix->volumes[bus], 100);
    atomic_init(&mix->muted, false);
    atomic_init(&mix->ambient, false);
    atomic_init(&mix->closed, false);
    atomic_init(&mix->sounding, 0);
    for (size_t i = 0; i < MIX_PLAYING; i++)
        mix->playing[i].order.bus = BUSES;
    mix_restart(mix);
}

bool mix_play(struct mix *mix, const struct order *order)
{
    if (mix->outstanding >= MIX_MOST || !ring_put(&mix->orders, order))
        return false;
    mix->outstanding++;
    return true;
}

void mix_flush(struct mix *mix)
{
    ring_put(&mix->orders, &(struct order){.kind = ORDER_FLUSH});
}

bool mix_done(struct mix *mix, struct order *order)
{
    if (!ring_take(&mix->done, order))
        return false;
    mix->outstanding--;
    return true;
}

/* MIX_MOST keeps room for every order that can come back. */
static void give_back(struct mix *mix, const struct order *order)
{
    ring_put(&mix->done, order);
}

static void leave_out(struct mix *mix, struct order *order, int64_t why)
{
    order->began = why;
    give_back(mix, order);
}

static void release(struct mix *mix, struct playing *playing)
{
    give_back(mix, &playing->order);
    playing->order.bus = BUSES;
}

static void cut_off(struct playing *playing)
{
    if (playing->leaving)
        return;
    playing->leaving = true;
    ramp_to(&playing->fade, 0, FADE_CUT);
}

static void flush(struct mix *mix)
{
    for (size_t i = 0; i < mix->waiting_count; i++)
        leave_out(mix, &mix->waiting[i], ORDER_FORGOTTEN);
    mix->waiting_count = 0;
    for (size_t i = 0; i < MIX_PLAYING; i++)
        if (mix->playing[i].order.bus != BUSES)
            cut_off(&mix->playing[i]);
}

static void take_orders(struct mix *mix)
{
    struct order order;
    while (ring_take(&mix->orders, &order)) {
        if (order.kind == ORDER_FLUSH)
            flush(mix);
        else if (mix->waiting_count == MIX_WAITING)
            leave_out(mix, &order, ORDER_MISSED);
        else
            mix->waiting[mix->waiting_count++] = order;
    }
}

static bool order_ready(const struct order *order)
{
    return order->clip == NULL || atomic_load_explicit(&order->clip->ready, memory_order_acquire);
}

static size_t order_length(const struct order *order)
{
    if (order->clip == NULL)
        return order->frames;
    if (order->frames > 0 && order->frames < order->clip->frames)
        return order->frames;
    return order->clip->frames;
}

static bool too_dense(const struct mix *mix, const struct order *order, size_t length)
{
    if (order->bus == BUS_BREATH)
        return length < BREATH_LEAST;
    for (size_t i = 0; i < MIX_PLAYING; i++)
        if (mix->playing[i].order.bus == order->bus && order->bus == BUS_CUES &&
            mix->playing[i].order.cue == order->cue && mix->playing[i].at < REPEAT_LEAST)
            return true;
    return false;
}

static struct playing *free_place(struct mix *mix)
{
    for (size_t i = 0; i < MIX_PLAYING; i++)
        if (mix->playing[i].order.bus == BUSES)
            return &mix->playing[i];
    return NULL;
}

/* One voice and one breath at a time: the newer one fades the older out. */
static void make_way(struct mix *mix, enum bus bus)
{
    for (size_t i = 0; i < MIX_PLAYING; i++)
        if (bus != BUS_CUES && mix->playing[i].order.bus == bus)
            cut_off(&mix->playing[i]);
}

static void begin(struct mix *mix, struct order *order, int64_t frame)
{
    size_t length = order_length(order);
    struct playing *place = free_place(mix);
    if (length == 0 || place == NULL || too_dense(mix, order, length)) {
        leave_out(mix, order, ORDER_MISSED);
        return;
    }
    make_way(mix, order->bus);
    *place = (struct playing){.order = *order, .frames = length, .fade = {1, 1, 0}};
    place->order.began = frame;
    if (order->clip == NULL)
        breath_init(&place->breath, order->cue, order->after, length);
}

/* Begins what is due at `frame`; gives the frame at which the next one is, `until` at most. */
static int64_t begin_due(struct mix *mix, int64_t frame, int64_t until)
{
    size_t kept = 0;
    for (size_t i = 0; i < mix->waiting_count; i++) {
        struct order *order = &mix->waiting[i];
        int64_t due = frame_clock_at(&mix->clock, order->due - MIX_LATENCY);
        int64_t latest = frame_clock_at(&mix->clock, order->due + order->patience);
        if (due <= frame && frame <= latest && order_ready(order)) {
            begin(mix, order, frame);
        } else if (frame > latest) {
            leave_out(mix, order, ORDER_MISSED);
        } else {
            if (due > frame && due < until)
                until = due;
            mix->waiting[kept++] = *order;
        }
    }
    mix->waiting_count = kept;
    return until;
}

static bool voice_near(const struct mix *mix, int64_t frame)
{
    if (mix->levels[BUS_VOICE].target <= 0)
        return false;
    for (size_t i = 0; i < MIX_PLAYING; i++)
        if (mix->playing[i].order.bus == BUS_VOICE && !mix->playing[i].leaving)
            return true;
    for (size_t i = 0; i < mix->waiting_count; i++) {
        const struct order *order = &mix->waiting[i];
        if (order->bus == BUS_VOICE && order_ready(order) &&
            frame_clock_at(&mix->clock, order->due - MIX_LATENCY) < frame + DUCK_AHEAD)
            return true;
    }
    return false;
}

static void set_ramp(struct ramp *ramp, float target, size_t frames)
{
    if (target != ramp->target)
        ramp_to(ramp, target, frames);
}

/* It goes out well before there is nothing left, and comes back when there is enough. */
static void set_ambience(struct mix *mix, bool closed)
{
    struct ramp *fade = &mix->ambience_fade;
    if (mix->ambience == NULL)
        return;
    size_t filled = stream_filled(mix->ambience);
    bool low = filled < AMBIENCE_LOW;
    bool too_slow = fade->step * AMBIENCE_CUT < fade->value;
    if (!closed && atomic_load(&mix->ambient) && filled >= AMBIENCE_ENOUGH)
        set_ramp(fade, 1, AMBIENCE_IN);
    else if (low && (fade->target > 0 || too_slow))
        ramp_to(fade, 0, AMBIENCE_CUT);
    else if (closed)
        set_ramp(fade, 0, AMBIENCE_CLOSE);
    else if (!atomic_load(&mix->ambient))
        set_ramp(fade, 0, AMBIENCE_OUT);
}

static void set_ramps(struct mix *mix, int64_t frame)
{
    bool closed = atomic_load(&mix->closed);
    for (int bus = 0; bus < BUSES; bus++)
        set_ramp(&mix->levels[bus], volume_gain(atomic_load(&mix->volumes[bus])), FADE_MASTER);
    float duck = voice_near(mix, frame) ? DUCK_GAIN : 1;
    set_ramp(&mix->duck, duck, duck < 1 ? DUCK_DOWN : DUCK_UP);
    set_ambience(mix, closed);
    bool silent = atomic_load(&mix->muted) || (closed && mix->ambience_fade.value <= 0);
    set_ramp(&mix->master, silent ? 0 : volume_gain(atomic_load(&mix->volume)), FADE_MASTER);
}

static size_t add_clip(const struct playing *playing, float *out, size_t count)
{
    size_t left = playing->frames - playing->at;
    size_t made = count < left ? count : left;
    const int16_t *samples = playing->order.clip->samples + playing->at;
    for (size_t i = 0; i < made; i++)
        out[i] = (float)samples[i] / 32768.0F;
    return made;
}

/* A clip that is longer than its phase is led to zero where the phase ends. */
static void end_in_time(struct playing *playing)
{
    size_t left = playing->frames - playing->at;
    if (playing->order.clip != NULL && playing->frames < playing->order.clip->frames &&
        left <= FADE_CUT)
        cut_off(playing);
}

static void add_playing(struct mix *mix, struct playing *playing, float *bus, size_t count)
{
    float part[BLOCK] = {0};
    end_in_time(playing);
    size_t made = playing->order.clip != NULL ? add_clip(playing, part, count)
                                              : breath_render(&playing->breath, part, count);
    for (size_t i = 0; i < made; i++)
        bus[i] += part[i] * ramp_next(&playing->fade);
    playing->at += made;
    if (playing->at >= playing->frames || (playing->leaving && playing->fade.value <= 0))
        release(mix, playing);
}

static int16_t sample_of(float value)
{
    return (int16_t)lrintf(fmaxf(-1.0F, fminf(1.0F, value)) * 32767.0F);
}

static void write_frame(struct mix *mix, float left, float right, int16_t *frame)
{
    float gain = limiter_gain(&mix->limiter, fmaxf(fabsf(left), fabsf(right)));
    frame[0] = sample_of(left * gain);
    frame[1] = sample_of(right * gain);
}

/* False: nothing of it is heard. */
static bool take_ambience(struct mix *mix, float pairs[2 * BLOCK], size_t count)
{
    const struct ramp *fade = &mix->ambience_fade;
    if (fade->value <= 0 && fade->target <= 0)
        return false;
    stream_take(mix->ambience, pairs, count);
    return true;
}

static void render_block(struct mix *mix, int64_t frame, int16_t *stream, size_t count)
{
    float bus[BUSES][BLOCK] = {{0}}, ambience[2 * BLOCK] = {0};
    set_ramps(mix, frame);
    int sounding = take_ambience(mix, ambience, count);
    for (size_t i = 0; i < MIX_PLAYING; i++) {
        struct playing *playing = &mix->playing[i];
        if (playing->order.bus == BUSES)
            continue;
        sounding++;
        add_playing(mix, playing, bus[playing->order.bus], count);
    }
    for (size_t i = 0; i < count; i++) {
        float level[BUSES];
        for (int b = 0; b < BUSES; b++)
            level[b] = ramp_next(&mix->levels[b]);
        float duck = ramp_next(&mix->duck), master = ramp_next(&mix->master);
        float behind = AMBIENCE_GAIN * level[BUS_AMBIENCE] * duck * ramp_next(&mix->ambience_fade);
        float both = bus[BUS_VOICE][i] * level[BUS_VOICE] + bus[BUS_CUES][i] * level[BUS_CUES] +
                     bus[BUS_BREATH][i] * level[BUS_BREATH] * duck;
        write_frame(mix, (both + behind * ambience[2 * i]) * master,
                    (both + behind * ambience[2 * i + 1]) * master, stream + 2 * i);
    }
    atomic_store_explicit(&mix->sounding, sounding, memory_order_relaxed);
}

void mix_render(struct mix *mix, tick now, int16_t *stream, int frames)
{
    frame_clock_call(&mix->clock, now, frames);
    take_orders(mix);
    int64_t frame = mix->clock.frame, end = frame + frames;
    while (frame < end) {
        int64_t block_end = frame + BLOCK < end ? frame + BLOCK : end;
        int64_t until = begin_due(mix, frame, block_end);
        render_block(mix, frame, stream, (size_t)(until - frame));
        stream += 2 * (until - frame);
        frame = until;
    }
}

void mix_restart(struct mix *mix)
{
    for (size_t i = 0; i < MIX_PLAYING; i++)
        if (mix->playing[i].order.bus != BUSES)
            release(mix, &mix->playing[i]);
    frame_clock_init(&mix->clock);
    mix->limiter = (struct limiter){0};
    mix->duck = (struct ramp){1, 1, 0};
    mix->master = (struct ramp){0, 0, 0};
    mix->ambience_fade = (struct ramp){0, 0, 0};
    for (int bus = 0; bus < BUSES; bus++) {
        float level = volume_gain(atomic_load(&mix->volumes[bus]));
        mix->levels[bus] = (struct ramp){level, level, 0};
    }
    atomic_store(&mix->sounding, 0);
}

void mix_discard(struct mix *mix)
{
    mix_restart(mix);
    take_orders(mix);
    flush(mix);
}
