#!/bin/sh
# SPDX-License-Identifier: MIT
# Full screen on a real X server with two displays and a window manager: the display that was chosen, taken
# away and given back, other modes, everything switched off and on, minimised, behind another window.
# usage: check_displays.sh UNKNOT
set -eu
unknot=$1
# shellcheck source=tests/app/display.sh
. "$(dirname "$0")/display.sh"
# shellcheck source=tests/app/look.sh
. "$(dirname "$0")/look.sh"

for program in "${xorg:-Xorg}" xrandr xprop xev openbox xdotool import; do
    command -v "$program" >/dev/null || { echo "skipped: there is no $program"; exit 77; }
done

manager_pid="" other_pid=""
finish_all() {
    [ -z "$other_pid" ] || kill "$other_pid" 2>/dev/null || true
    [ -z "$manager_pid" ] || kill "$manager_pid" 2>/dev/null || true
    finish
}
trap finish_all EXIT

cat >"$work/flags" <<'END'
Section "ServerFlags"
    Option "AutoAddDevices" "false"
    Option "DontVTSwitch" "true"
EndSection
END
start_dummy_displays "$work/flags" || { echo "skipped: Xorg does not start here"; tail -n 3 "$work/xorg.log"; exit 77; }
HOME=$work openbox >/dev/null 2>&1 &
manager_pid=$!
# both: shows something on both displays, side by side; returns when the window manager knows.
both() {
    xrandr --output DUMMY0 --mode 1024x768 --pos 0x0 --output DUMMY1 --mode 640x480 --pos 1024x0
    xrandr >/dev/null # the server looks at its outputs only when it is asked
    eventually work_area_is 1664 || fail "the window manager does not know of the second display"
}
# work_area_is WIDTH: of what the window manager arranges windows in.
work_area_is() {
    xprop -root _NET_WORKAREA 2>/dev/null | grep -q "= 0, 0, $1,"
}
eventually work_area_is 1024 || fail "the window manager does not begin"
xrandr --addmode DUMMY1 640x480
both

# place: of the window, as X,Y WIDTHxHEIGHT.
place() {
    xdotool getwindowgeometry "$window" 2>/dev/null |
        sed -n 's/.*Position: \([-0-9,]*\).*/\1/p; s/.*Geometry: //p' | paste -sd' '
}
is_at() {
    [ "$(place)" = "$1" ]
}
is_elsewhere() {
    ! is_at "$1"
}
# expect_place PLACE WORDS
expect_place() {
    eventually is_at "$1" || fail "the window is at $(place), not at $1: $2"
}
# start OPTIONS...
start() {
    begin "$unknot" play breathing-4-6 --no-resume --from 0:30 -v "$@"
    wait_for_window
}
stop() {
    kill "$play_pid"
    expect_end 4 "a signal"
}

start --display 1
expect_place "1024,0 640x480" "--display 1"
expect_change "on the second display"

xrandr --output DUMMY1 --off
expect_place "0,0 1024x768" "the display was taken away"
sleep 1
expect_rest "paused, because the picture was gone"
both
expect_place "1024,0 640x480" "the display is there again"
xdotool key --window "$window" space
expect_change "after going on"
stop

# Another mode is followed while it plays.
start
expect_place "0,0 1024x768" "the first display"
xrandr --output DUMMY0 --mode 800x600
expect_place "0,0 800x600" "another mode"
expect_change "in another mode"

# Everything off: nothing is drawn, the session waits, and the picture comes back.
xrandr --output DUMMY1 --off
xrandr --output DUMMY0 --off
wait_for "the window is out of sight"
both
expect_place "0,0 1024x768" "switched on again"
sleep 1
expect_rest "paused, because nothing could be seen"
[ "$(import -window root -depth 8 -crop 1024x768+0+0 -format %k info:)" -gt 20 ] ||
    fail "nothing is drawn after the display came back"
xdotool key space
expect_change "after that"

# Not full screen, and back.
xdotool key F11
eventually is_elsewhere "0,0 1024x768" || fail "F11 leaves it full screen"
xdotool key F11
expect_place "0,0 1024x768" "F11 once more"

# Minimised: it waits until it is looked at again.
xdotool windowminimize "$window"
wait_for "the window is out of sight" 2
xdotool windowactivate "$window"
sleep 1
expect_rest "paused, because it was minimised"
stop

# Alt+Tab to another window and back: it plays on meanwhile, as it does in a window, and is full screen again.
xev -geometry 300x200 >"$work/keys-of-xev" 2>&1 &
other_pid=$!
has_other() {
    other=$(xdotool search --onlyvisible --name 'Event Tester' 2>/dev/null | head -n 1)
    [ -n "$other" ]
}
eventually has_other || fail "there is no other window"
start
expect_place "0,0 1024x768" "with another window"
wait_for "the sound device is open"
is_active() {
    [ "$(xdotool getactivewindow 2>/dev/null)" = "$1" ]
}
# expect_active WINDOW WORDS: Alt+Tab leads there. A window manager that is slow to take the keys does not see that Alt
# was let go, and goes on choosing until it is pressed again.
expect_active() {
    for _ in 1 2 3 4 5 6; do
        xdotool keydown alt sleep 0.3 key Tab sleep 0.3 keyup alt
        for _ in $(seq 30); do
            ! is_active "$1" || return 0
            sleep 0.1
        done
    done
    fail "Alt+Tab does not lead $2: $(xdotool getactivewindow getwindowname)"
}
expect_active "$other" "to another window"
expect_change "behind another window"
xdotool key --clearmodifiers space # is not for the session
expect_active "$window" "back"
expect_place "0,0 1024x768" "Alt+Tab and back"
expect_change "after Alt+Tab and back"
kill "$other_pid"
stop

# Minimised while it is asked whether to go on where the last session was left: nobody saw the question.
XDG_STATE_HOME=$work/state
export XDG_STATE_HOME
play_and_ask() {
    begin "$unknot" play breathing-4-6 --no-settings -v "$@"
    wait_for_window
}
play_and_ask --from 1:30
wait_for "the sound device is open"
sleep 2
stop
[ -s "$work/state/unknot/places/breathing-4-6.yaml" ] || fail "the place was not kept"
play_and_ask
wait_for "the sound device is open"
xdotool windowminimize "$window"
wait_for "the window is out of sight"
sleep 10
xdotool windowactivate "$window"
sleep 1
expect_rest "the question waits, because it was not seen"
xdotool key space
expect_change "going on where it was left"
stop
export XDG_STATE_HOME=/dev/null

# A session that begins while nobody sees the window waits, too.
begin "$unknot" home --windowed --size 640x360 --no-settings -v
wait_for_window
expect_change "at home"
xdotool key Return
expect_rest "before a session"
xdotool key Return
xdotool windowminimize "$window"
wait_for "the window is out of sight"
wait_for "the sound device is open"
sleep 1
xdotool windowactivate "$window"
sleep 1
expect_rest "paused, because it began unseen"
xdotool key space
expect_change "after it began unseen"
kill "$play_pid"
expect_end 0 "a signal in a session from home"
