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
begin "$unknot" play daily-mobility --windowed --size 1280x720 --from 0:20 -v
wait_for_window
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
xdotool key XF86Back key XF86AudioStop
expect_end 4 "left by a remote control"
