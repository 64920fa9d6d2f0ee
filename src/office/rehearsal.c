// SPDX-License-Identifier: MIT
#include "office/rehearsal.h"

#include "base/text.h"
#include "kiosk/remind.h"
#include "routine/dose.h"

#include <string.h>

struct rehearsal {
    struct remind remind;
    struct remind_look look;
    FILE *out;
};

static void say(const struct rehearsal *rehearsal, const char *what)
{
    char clock[TICK_TEXT];
    fprintf(rehearsal->out, "%s %s\n", tick_clock(rehearsal->look.now, clock), what);
}

static void step(struct rehearsal *rehearsal)
{
    struct remind *remind = &rehearsal->remind;
    bool before = remind->offers;
    tick worked = remind->worked;
    bool offers = remind_step(remind, rehearsal->look);
    if (offers != before)
        say(rehearsal, offers ? "offers a break" : "the offer goes away");
    if (remind->worked < worked)
        say(rehearsal, "somebody has rested");
}

/* Second by second, since a look may be at any. */
static void pass(struct rehearsal *rehearsal, tick length, bool away, bool asleep)
{
    if (asleep) {
        rehearsal->look.slept += length;
        rehearsal->look.idle += length;
        step(rehearsal);
        return;
    }
    for (tick end = rehearsal->look.now + length; rehearsal->look.now < end;) {
        rehearsal->look.now += TICK_S;
        rehearsal->look.idle = away ? rehearsal->look.idle + TICK_S : 0;
        step(rehearsal);
    }
}

static bool take_answer(struct rehearsal *rehearsal, const char *line)
{
    static const char *const answers[REMIND_ANSWERS] = {
        [REMIND_START] = "start", [REMIND_IN_5_MINUTES] = "later", [REMIND_SKIP] = "skip"};
    for (int i = 0; i < REMIND_ANSWERS; i++)
        if (text_equal(line, answers[i])) {
            if (rehearsal->remind.offers)
                remind_answer(&rehearsal->remind, (enum remind_answer)i);
            return true;
        }
    return false;
}

static bool take_time(struct rehearsal *rehearsal, char *line)
{
    char *word = strrchr(line, ' ');
    tick length;
    if (word == NULL)
        return false;
    *word++ = '\0';
    bool away = text_equal(word, "away"), asleep = text_equal(word, "asleep");
    if ((!away && !asleep && !text_equal(word, "work")) || !duration_parse(line, &length))
        return false;
    pass(rehearsal, length, away, asleep);
    return true;
}

bool rehearsal_run(tick every, FILE *in, FILE *out)
{
    char line[128];
    struct rehearsal rehearsal = {.out = out};
    remind_init(&rehearsal.remind, every, rehearsal.look);
    while (fgets(line, sizeof line, in) != NULL) {
        line[strcspn(line, "#\n")] = '\0';
        for (size_t end = strlen(line); end > 0 && line[end - 1] == ' ';)
            line[--end] = '\0';
        if (line[0] != '\0' && !take_answer(&rehearsal, line) && !take_time(&rehearsal, line)) {
            fprintf(stderr,
                    "unknot remind: error: '%s' is no time with 'work', 'away' or 'asleep', nor "
                    "'start', 'later' or 'skip'\n",
                    line);
            return false;
        }
    }
    return true;
}
