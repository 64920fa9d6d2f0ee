#!/bin/sh
# SPDX-License-Identifier: MIT
# What surrounds the program turns against it: a window that changes size all the time, a display that
# goes away, a damaged figure, a process that is stopped.
# usage: check_hostile.sh UNKNOT ROUTINES
set -eu
unknot=$1
routines=$2
# shellcheck source=tests/app/display.sh
. "$(dirname "$0")/display.sh"
# shellcheck source=tests/app/look.sh
. "$(dirname "$0")/look.sh"

# start ARGUMENTS...: plays in a window, whose id is in `window`.
start() {
    begin "$unknot" play --windowed "$@"
    wait_for_window
}

start_display

# Any size, in any order, also the smallest there is.
start daily-mobility --size 640x360 --from 0:20
for size in '64 64' '1 1' '1500 20' '20 1500' '400 900' '3000 3000' '3 300' '640 360'; do
    # shellcheck disable=SC2086
    xdotool windowsize "$window" $size
    sleep 0.2
done
# Keys held down: each repeats until it is let go.
for key in Right plus space; do
    xdotool keydown "$key"
    sleep 0.6
    xdotool keyup "$key"
done
kill -0 "$play_pid" 2>/dev/null || fail "it ended under a change of size or a held key"
kill "$play_pid"
expect_end 4 "a signal after that"

# A damaged figure costs the figure, not the session.
cp -r "$routines" "$work/routines"
echo 'figure: [' >"$work/routines/figures/cat-cow.yaml"
start --routines "$work/routines" --from 8:00
wait_for 'cat-cow.yaml.*error'
sleep 1
kill "$play_pid"
expect_end 4 "with a damaged figure"
[ "$(grep -c 'cat-cow.yaml.*error' "$work/log")" = 1 ] || fail "the figure is not named once"

# A process that was stopped pauses: what it missed is neither skipped nor caught up with.
start breathing-4-6 --from 0:30 -v
wait_for "the sound device is open"
expect_change "before it is stopped"
kill -STOP "$play_pid"
sleep 3
kill -CONT "$play_pid"
sleep 1
expect_rest "paused, because it was stopped"
kill "$play_pid"
expect_end 4 "paused, because it was stopped"

# The display goes away in the middle.
start daily-mobility --from 0:20 -v
wait_for "the first picture is shown"
end_display
expect_end 3 "the display went away"
grep -q "the display was lost" "$work/log" || fail "nothing says that the display was lost"
