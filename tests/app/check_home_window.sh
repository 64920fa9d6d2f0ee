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
"$unknot" --size 1280x720 --no-settings >"$work/log" 2>&1 &
play_pid=$!
window=$(timeout 20 xdotool search --sync --onlyvisible --class unknot | head -n 1)
[ -n "$window" ] || fail "no window came"

# expect_other FILE WORD: within some seconds the screen differs from the picture.
expect_other() {
    for _ in $(seq 20); do
        picture now
        cmp -s "$work/now" "$work/$1" || return 0
        sleep 0.3
    done
    fail "nothing changed: $2"
}
xdotool mousemove 1279 719
sleep 3
picture home
xdotool key Return
expect_other home "a routine was opened"
sleep 2.5
expect_rest "before a session"
picture before
xdotool key Return
expect_other before "the countdown"
xdotool key Return
sleep 1
picture session
expect_other session "the session plays"
xdotool key Escape
sleep 0.5
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
# The first button below the cards opens with a click.
picture home
xdotool mousemove 120 660 click 1
expect_other home "learn was opened"
sleep 3
expect_rest "on a page to read"
xdotool key Escape
sleep 0.5
xdotool key Escape
code=0
wait "$play_pid" || code=$?
play_pid=
[ "$code" = 0 ] || fail "exit code $code, expected 0"
