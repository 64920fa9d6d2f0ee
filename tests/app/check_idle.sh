#!/bin/sh
# SPDX-License-Identifier: MIT
# While a session plays, the screen saver stays away; it may come while it is paused, and comes after the end. The
# pointer hides when it rests, and is there when it moves.
# usage: check_idle.sh UNKNOT LOOK_X11
set -eu
unknot=$1 look_x11=$2
# shellcheck source=tests/app/display.sh
. "$(dirname "$0")/display.sh"
command -v xset >/dev/null || { echo "skipped: there is no xset"; exit 77; }

# expect WORDS WHEN: within a minute.
expect() {
    for _ in $(seq 300); do
        ! "$look_x11" | grep -qx "$1" || return 0
        sleep 0.2
    done
    fail "not '$1': $2"
}
# expect_no WORDS WHEN: for five seconds, more than twice as long as the saver and the pointer need.
expect_no() {
    for _ in $(seq 25); do
        ! "$look_x11" | grep -qx "$1" || fail "'$1': $2"
        sleep 0.2
    done
}

start_display
unset DBUS_SESSION_BUS_ADDRESS # a desktop's own saver is another one
xset s 2 2
expect "saver on" "without the program, or this test shows nothing"
xset s reset
"$unknot" play breathing-4-6 --windowed --size 640x360 --from 0:30 --no-settings -v >"$work/log" 2>&1 &
play_pid=$!
wait_for "the sound device is open"
expect "saver off" "playing"
expect_no "saver on" "playing"
expect "pointer hidden" "playing"
xdotool mousemove 600 300 mousemove 640 360
expect "pointer shown" "it moved"
expect "pointer hidden" "it rests"
xdotool key space
expect "saver on" "paused"
xdotool key space
expect "saver off" "playing again"
expect_no "saver on" "playing again"
xdotool key space
expect "saver on" "paused again"
xset s reset
kill "$play_pid"
wait "$play_pid" || true
play_pid=
expect "saver on" "after the end"
