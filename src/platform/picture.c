// SPDX-License-Identifier: MIT
#include "platform/picture.h"

#include "base/arena.h"
#include "base/log.h"
#include "platform/clock.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

void pictures_init(struct pictures *pictures, size_t most_bytes)
{
    *pictures = (struct pictures){.most_bytes = most_bytes};
}

static size_t slot_bytes(const struct picture_slot *slot)
{
    return picture_page_bytes(slot->room.width, slot->room.height);
}

static void release_page(struct picture_slot *slot)
{
    if (slot->page != NULL)
        munmap(slot->page, slot_bytes(slot));
    slot->page = NULL;
}

static void end_child(struct picture_slot *slot)
{
    kill(slot->child, SIGKILL);
    while (waitpid(slot->child, NULL, 0) < 0 && errno == EINTR)
        continue;
}

static void empty_slot(struct pictures *pictures, struct picture_slot *slot)
{
    if (slot->state == PICTURE_RUNNING)
        end_child(slot);
    if (slot->state == PICTURE_READY)
        pictures->bytes -= slot_bytes(slot);
    release_page(slot);
    free(slot->name);
    *slot = (struct picture_slot){0};
}

void pictures_finish(struct pictures *pictures)
{
    for (size_t i = 0; i < PICTURE_SLOTS; i++)
        empty_slot(pictures, &pictures->slots[i]);
}

static void fail(struct pictures *pictures, struct picture_slot *slot, const char *why)
{
    if (!pictures->quiet)
        log_warning("picture %s: %s", slot->name, why);
    slot->why = why;
    release_page(slot);
    slot->state = PICTURE_FAILED;
    pictures->generation++;
}

/* The least recently used slot that nothing on the screen needs now, of those that hold a picture
 * or, with `any`, of all that do not run. */
static struct picture_slot *oldest(struct pictures *pictures, bool any)
{
    struct picture_slot *found = NULL;
    for (size_t i = 0; i < PICTURE_SLOTS; i++) {
        struct picture_slot *slot = &pictures->slots[i];
        bool fits = slot->state == PICTURE_READY || (any && slot->state != PICTURE_RUNNING);
        if (fits && slot->used < pictures->time && (found == NULL || slot->used < found->used))
            found = slot;
    }
    return found;
}

static void keep_within_bounds(struct pictures *pictures)
{
    while (pictures->bytes > pictures->most_bytes) {
        struct picture_slot *slot = oldest(pictures, false);
        if (slot == NULL)
            return;
        empty_slot(pictures, slot);
    }
}

static bool same_room(struct picture_room a, struct picture_room b)
{
    return a.width == b.width && a.height == b.height && a.radius == b.radius;
}

static struct picture_slot *find(struct pictures *pictures, const char *name,
                                 struct picture_room room)
{
    for (size_t i = 0; i < PICTURE_SLOTS; i++) {
        struct picture_slot *slot = &pictures->slots[i];
        if (slot->state != PICTURE_EMPTY && same_room(slot->room, room) &&
            strcmp(slot->name, name) == 0)
            return slot;
    }
    return NULL;
}

static struct picture_slot *add(struct pictures *pictures, const char *name,
                                struct picture_room room)
{
    struct picture_slot *slot = NULL;
    for (size_t i = 0; i < PICTURE_SLOTS && slot == NULL; i++)
        if (pictures->slots[i].state == PICTURE_EMPTY)
            slot = &pictures->slots[i];
    if (slot == NULL)
        slot = oldest(pictures, true);
    if (slot == NULL)
        return NULL;
    empty_slot(pictures, slot);
    size_t length = strlen(name) + 1;
    *slot =
        (struct picture_slot){.state = PICTURE_QUEUED, .name = memory_alloc(length), .room = room};
    memcpy(slot->name, name, length);
    return slot;
}

static uint32_t sane(uint32_t side)
{
    return side < 1 ? 1 : side > 4096 ? 4096 : side;
}

enum picture_state pictures_get(struct pictures *pictures, const char *name,
                                struct picture_room room, const struct picture_page **page)
{
    *page = NULL;
    if (name[0] == '\0')
        return PICTURE_FAILED;
    room = (struct picture_room){sane(room.width), sane(room.height), room.radius};
    struct picture_slot *slot = find(pictures, name, room);
    if (slot == NULL)
        slot = add(pictures, name, room);
    if (slot == NULL)
        return PICTURE_EMPTY;
    slot->used = pictures->time;
    if (slot->state == PICTURE_READY)
        *page = slot->page;
    return slot->state;
}

static bool same_file(const struct stat *a, const struct stat *b)
{
    return a->st_dev == b->st_dev && a->st_ino == b->st_ino && a->st_size == b->st_size &&
           a->st_mtim.tv_sec == b->st_mtim.tv_sec && a->st_mtim.tv_nsec == b->st_mtim.tv_nsec;
}

void pictures_refresh(struct pictures *pictures)
{
    for (size_t i = 0; i < PICTURE_SLOTS; i++) {
        struct picture_slot *slot = &pictures->slots[i];
        struct stat now = {0};
        bool there = slot->state != PICTURE_EMPTY && slot->state != PICTURE_QUEUED &&
                     stat(slot->name, &now) == 0;
        if (there && !same_file(&now, &slot->facts))
            empty_slot(pictures, slot);
    }
    pictures->generation++;
}

static bool has_magic(int file)
{
    static const unsigned char png[] = {0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    static const unsigned char jpeg[] = {0xFF, 0xD8, 0xFF};
    unsigned char start[sizeof png];
    ssize_t got = pread(file, start, sizeof start, 0);
    return got == (ssize_t)sizeof start &&
           (memcmp(start, png, sizeof png) == 0 || memcmp(start, jpeg, sizeof jpeg) == 0);
}

/* What can be told without decoding. NULL: fine so far. */
static const char *why_not(int file, struct stat *facts)
{
    if (fstat(file, facts) != 0)
        return strerror(errno);
    if (!S_ISREG(facts->st_mode))
        return "is not a file";
    if (facts->st_size > PICTURE_MOST_BYTES)
        return "the file is larger than 32 MB";
    return has_magic(file) ? NULL : "is neither a PNG nor a JPEG picture";
}

static struct picture_page *new_page(const struct picture_slot *slot)
{
    void *memory =
        mmap(NULL, slot_bytes(slot), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED)
        return NULL;
    struct picture_page *page = memory;
    page->room_w = slot->room.width;
    page->room_h = slot->room.height;
    page->radius = slot->room.radius;
    return page;
}

static const char *start_child(struct pictures *pictures, struct picture_slot *slot, int file)
{
    if (pictures->filter.length == 0 && !picture_filter_make(&pictures->filter))
        return picture_status_text(PICTURE_UNCONFINED);
    slot->page = new_page(slot);
    if (slot->page == NULL)
        return "there is no memory for it";
    slot->child = picture_child_start(file, &pictures->filter, slot->page);
    return slot->child > 0 ? NULL : "no process could be started for it";
}

static void start(struct pictures *pictures, struct picture_slot *slot, tick now)
{
    /* A FIFO must not hold the player up. */
    int file = open(slot->name, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (file < 0) {
        fail(pictures, slot, strerror(errno));
        return;
    }
    const char *why = why_not(file, &slot->facts);
    if (why == NULL)
        why = start_child(pictures, slot, file);
    close(file);
    if (why != NULL) {
        fail(pictures, slot, why);
        return;
    }
    slot->state = PICTURE_RUNNING;
    slot->deadline = now + PICTURE_TIMEOUT;
}

/* The child wrote what it liked: every number is checked before it is used. */
static bool page_sound(const struct picture_slot *slot)
{
    const struct picture_page *page = slot->page;
    return page->width >= 1 && page->height >= 1 && page->width <= slot->room.width &&
           page->height <= slot->room.height;
}

static void collect(struct pictures *pictures, struct picture_slot *slot, int ended)
{
    enum picture_status status =
        WIFEXITED(ended) && WEXITSTATUS(ended) == 0 ? slot->page->status : PICTURE_CRASHED;
    if (status == PICTURE_DECODED && !page_sound(slot))
        status = PICTURE_CRASHED;
    if (status != PICTURE_DECODED) {
        fail(pictures, slot, picture_status_text(status));
        return;
    }
    slot->state = PICTURE_READY;
    pictures->bytes += slot_bytes(slot);
    pictures->generation++;
}

static void check_child(struct pictures *pictures, struct picture_slot *slot, tick now)
{
    int ended = 0;
    pid_t got = waitpid(slot->child, &ended, WNOHANG);
    if (got == slot->child) {
        collect(pictures, slot, ended);
    } else if (got < 0 && errno != EINTR) {
        fail(pictures, slot, "its reader was lost");
    } else if (now > slot->deadline) {
        end_child(slot);
        fail(pictures, slot, "reading it took too long");
    }
}

void pictures_poll(struct pictures *pictures, tick now)
{
    bool running = false;
    for (size_t i = 0; i < PICTURE_SLOTS; i++) {
        struct picture_slot *slot = &pictures->slots[i];
        if (slot->state == PICTURE_RUNNING)
            check_child(pictures, slot, now);
        running = running || slot->state == PICTURE_RUNNING;
    }
    for (size_t i = 0; i < PICTURE_SLOTS && !running; i++) {
        struct picture_slot *slot = &pictures->slots[i];
        if (slot->state == PICTURE_QUEUED)
            start(pictures, slot, now);
        running = slot->state == PICTURE_RUNNING;
    }
    keep_within_bounds(pictures);
    pictures->time++;
}

bool pictures_waiting(const struct pictures *pictures)
{
    for (size_t i = 0; i < PICTURE_SLOTS; i++)
        if (pictures->slots[i].state == PICTURE_QUEUED ||
            pictures->slots[i].state == PICTURE_RUNNING)
            return true;
    return false;
}

const char *picture_problem(const char *name)
{
    const struct picture_room room = {64, 64, 0};
    const struct picture_page *page;
    struct pictures pictures;
    pictures_init(&pictures, 0);
    pictures.quiet = true;
    pictures_get(&pictures, name, room, &page);
    while (pictures_waiting(&pictures)) {
        pictures_poll(&pictures, clock_now());
        nanosleep(&(struct timespec){.tv_nsec = 1000000}, NULL);
    }
    const char *why = pictures.slots[0].why;
    pictures_finish(&pictures);
    return why;
}
