#!/bin/sh
# SPDX-License-Identifier: MIT
# A session in a real window on a virtual display, driven by a real keyboard's events: it moves while
# it plays, stands still while it is paused, and leaves with exit code 4.
# usage: check_window.sh UNKNOT
set -eu
unknot=$1
# shellcheck source=tests/app/display.sh
. "$(dirname "$0")/display.sh"
# shellcheck source=tests/app/look.sh
. "$(dirname "$0")/look.sh"

start_display
"$unknot" play daily-mobility --windowed --size 1280x720 --from 0:20 -v >"$work/log" 2>&1 &
play_pid=$!
window=$(timeout 20 xdotool search --sync --onlyvisible --class unknot | head -n 1)
[ -n "$window" ] || fail "no window came"
xdotool mousemove 640 360
# A key before the session begins is not for it.
wait_for "the sound device is open"

expect_change "while playing"
xdotool key space
# The pointer and the volume mark hide after two seconds; then nothing may move.
sleep 2.5
expect_rest "while paused"
xdotool key space
expect_change "after going on"
xdotool key Right
expect_change "in the next step"
# As remote controls send it.
xdotool key XF86AudioPlay
sleep 2.5
expect_rest "while paused by a remote control"
xdotool key XF86Back
sleep 0.5
xdotool key XF86AudioStop
code=0
wait "$play_pid" || code=$?
play_pid=
[ "$code" = 4 ] || fail "exit code $code, expected 4"
