#!/bin/sh
# SPDX-License-Identifier: MIT
# Which room includes what: calls go down only, and SDL, libyaml and SQLite stay where they belong.
# usage: check_rooms.sh SOURCE_FOLDER
set -eu
cd "$1/src"
failed=0

complain() {
    echo "$1" >&2
    failed=1
}

# allow ROOM ROOM...: the first may include the headers of the others and its own.
allow() {
    room=$1
    allowed=$(echo "$@" | tr ' ' '|')
    found=$(grep -nE '^#include "' "$room"/*.[ch] | grep -vE "#include \"($allowed)/" || true)
    [ -z "$found" ] || complain "$room/ includes a room that it may not call:
$found"
}

# only HEADERS ROOM...: the headers may be included in these rooms only.
only() {
    headers=$1
    shift
    rooms=$(echo "$@" | tr ' ' '|')
    found=$(grep -rnE "^#include <($headers)" . | grep -vE "^\./($rooms)/" || true)
    [ -z "$found" ] || complain "included outside $*:
$found"
}

allow base
allow document base
allow settings base document
allow progress base
allow store base progress
allow routine base document
allow timeline base document routine
allow figure base document
allow session base document routine timeline
allow home base document settings routine timeline session progress
allow kiosk base document settings routine timeline session home
allow view base document settings routine timeline figure session home kiosk progress
allow sound base document routine timeline session
allow platform base document settings routine timeline figure session home kiosk view
allow program base document settings routine timeline figure session home kiosk view sound platform
allow player base document progress store settings routine timeline figure session home view sound platform program
allow office base document settings routine timeline figure session home kiosk view sound platform program player
only 'SDL' platform sound
only 'yaml\.h' document
only 'sqlite3' store
only 'flite' sound
only 'sndfile' sound
only 'stb' platform

# One clock: nobody below the edge reads one.
found=$(grep -nE '\b(clock_gettime|gettimeofday|time|SDL_GetTicks(64)?|clock)\(' \
    base/*.c document/*.c routine/*.c timeline/*.c progress/*.c figure/*.c session/*.c home/*.c kiosk/*.c view/*.c || true)
[ -z "$found" ] || complain "a clock is read below the edge:
$found"
# These follow the wall clock and hang after it steps back.
found=$(grep -rnE '\b(SDL_AddTimer|SDL_CondWaitTimeout|SDL_SemWaitTimeout|SDL_GetTicks)\(' . || true)
[ -z "$found" ] || complain "SDL's wall-clock timers are used:
$found"

exit $failed
