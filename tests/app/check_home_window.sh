#!/bin/sh
# SPDX-License-Identifier: MIT
# Home, before, a session, home again, in a real window on a virtual display, by a real keyboard's and
# mouse's events. A screen where nothing moves is drawn no more.
# usage: check_home_window.sh UNKNOT
set -eu
unknot=$1
# shellcheck source=tests/app/display.sh
. "$(dirname "$0")/display.sh"
# shellcheck source=tests/app/look.sh
. "$(dirname "$0")/look.sh"

start_display
begin "$unknot" --size 1280x720 --no-settings -v
wait_for_window

xdotool mousemove 1279 719
wait_for "the first picture is shown"
expect_change "at home"
picture home
xdotool key Return
expect_other home "a routine was opened"
expect_rest "before a session"
picture before
xdotool key Return
expect_other before "the countdown"
xdotool key Return
wait_for "the sound device is open"
expect_change "the session plays"
xdotool key Escape
expect_rest "leaving is asked for"
picture asked
xdotool key Escape
expect_other asked "home after the session"
sleep 1
kill -0 "$play_pid" || fail "it ended with the session"
# The focus follows the mouse, and the wheel scrolls.
picture home
xdotool mousemove 500 300
expect_other home "the mouse is over a card"
expect_rest "after the mouse moved"
picture home
xdotool click 5
expect_other home "the wheel was turned"
xdotool click 4
expect_rest "after the wheel was turned"
# The first button below the cards opens with a click.
picture home
xdotool mousemove 120 660 click 1
expect_other home "learn was opened"
expect_rest "on a page to read"
xdotool key Escape key Escape
expect_end 0 "left at home"
