#!/bin/sh
# SPDX-License-Identifier: MIT
# While a session plays, the screen saver stays away; it may come while it is paused, and comes after the end. The
# pointer hides when it rests, and is there when it moves.
# usage: check_idle.sh UNKNOT LOOK_X11
set -eu
unknot=$1 look_x11=$2
# shellcheck source=tests/app/display.sh
. "$(dirname "$0")/display.sh"
# shellcheck source=tests/app/look.sh
. "$(dirname "$0")/look.sh"
command -v xset >/dev/null || { echo "skipped: there is no xset"; exit 77; }

sees() {
    "$look_x11" | grep -qx "$1"
}
# sees_after_a_move WORDS: what is only there for two seconds is seen, however late it is looked for.
sees_after_a_move() {
    xdotool mousemove 600 300 mousemove 640 360
    sees "$1"
}
# expect WORDS WHEN
expect() {
    eventually sees "$1" || fail "not '$1': $2"
}
# expect_no_saver WHEN: for five seconds, more than twice as long as it needs.
expect_no_saver() {
    xset s reset
    for _ in $(seq 25); do
        ! sees "saver on" || fail "the saver comes: $1"
        sleep 0.2
    done
}

start_display
unset DBUS_SESSION_BUS_ADDRESS # a desktop's own saver is another one
xset s 2 2
expect "saver on" "without the program, or this test shows nothing"
xset s reset
begin "$unknot" play breathing-4-6 --windowed --size 640x360 --from 0:30 --no-settings -v
wait_for "the sound device is open"
expect_change "playing"
expect_no_saver "playing"
expect "pointer hidden" "playing"
eventually sees_after_a_move "pointer shown" || fail "no pointer is shown when it moves"
expect "pointer hidden" "it rests"
xdotool key space
expect "saver on" "paused"
xdotool key space
expect_change "playing again"
expect_no_saver "playing again"
xdotool key space
expect "saver on" "paused again"
xset s reset
kill "$play_pid"
expect_end 4 "a signal"
expect "saver on" "after the end"
