#!/bin/sh
# SPDX-License-Identifier: MIT
# A kiosk on a real X server with matchbox, as its units start it: another mode, a second display, everything
# switched off and on, and no window manager any more. It never leaves the screen, and its watchdog is fed all the while.
# Then the same while a break is announced and while one is played.
# usage: check_kiosk_displays.sh UNKNOT SUPERVISE SHIFT_CLOCK ASSETS_KIOSK
set -eu
unknot=$1 supervise=$2 shift_clock=$3 kiosk=$4
# shellcheck source=tests/app/display.sh
. "$(dirname "$0")/display.sh"
# shellcheck source=tests/app/look.sh
. "$(dirname "$0")/look.sh"

for program in "${xorg:-Xorg}" xrandr xdotool import matchbox-window-manager; do
    command -v "$program" >/dev/null || { echo "skipped: there is no $program"; exit 77; }
done
supervisor="" manager_pid=""
finish_all() {
    if [ -n "$supervisor" ]; then
        put_down "$supervisor" "$(sed -n 's/.* start //p' "$work/told" | tail -n 1)"
    fi
    [ -z "$manager_pid" ] || kill "$manager_pid" 2>/dev/null || true
    finish
}
trap finish_all EXIT

start_dummy_displays "$kiosk/xorg.conf" -novtswitch || { echo "skipped: Xorg does not start here"; exit 77; }
export HOME="$work" XDG_STATE_HOME="$work/state"
unset JOURNAL_STREAM NOTIFY_SOCKET
xrandr --output DUMMY0 --mode 1024x768
matchbox-window-manager -use_titlebar no -use_cursor no >/dev/null 2>&1 &
manager_pid=$!
sleep 1

: >"$work/log"
set_wall() { printf '%19d %19d ' $(($(date -u -d "2026-11-03T$1" +%s) - $(date +%s))) 0 1<>"$work/shift"; }
set_wall 10:50:00
# start LINES OF CONFIG, OPTIONS...: it gives a sign of life every two seconds, and is not ended on a busy machine.
start() {
    printf 'kiosk: Test\nrestart: never\npanel: {shift: no}\n%b' "$1" >"$work/kiosk.yaml"
    shift
    : >"$work/told"
    ASAN_OPTIONS=verify_asan_link_order=0 LD_PRELOAD=$shift_clock SHIFT_CLOCK=$work/shift TZ=UTC \
        "$supervise" "$work/told" 20000 once env WATCHDOG_USEC=4000000 "$unknot" kiosk --config "$work/kiosk.yaml" "$@" >"$work/log" 2>&1 &
    supervisor=$!
    wait_for_window
}
stop() {
    kill "$supervisor"
    code=0
    wait "$supervisor" || code=$?
    supervisor=
    [ "$code" = 0 ] || fail "exit code $code"
    [ "$(said late)" = 0 ] || fail "the watchdog was not fed in time"
}
said() { grep -c "$1" "$work/told" || true; }
# alive WORDS: two more signs of life.
alive() {
    eventually stands_in "$work/told" WATCHDOG=1 $(($(said WATCHDOG=1) + 2)) || fail "no sign of life: $1"
}
# colours: of what is on the first display.
colours() { import -window root -depth 8 -crop "$1+0+0" -format %k info:; }
# expect_size WIDTHxHEIGHT WORDS
expect_size() {
    eventually fills "$1" || fail "it is $size, not $1, or nothing is drawn: $2"
}
fills() {
    size=$(xdotool getwindowgeometry "$window" 2>/dev/null | sed -n 's/.*Geometry: //p')
    [ "$size" = "$1" ] && [ "$(colours "$1")" -gt 20 ]
}
# expect_status WORD: what it told last. A session begins when the voice is measured: on a busy machine, after a while.
expect_status() {
    eventually is_in "$1" && return 0
    grep -v WATCHDOG "$work/told" >&2
    fail "it does not come to: $1"
}
is_in() {
    [ "$(sed -n 's/.*STATUS=//p' "$work/told" | tail -n 1)" = "$1" ]
}
start 'breaks: none\n'
expect_size 1024x768 "at first"
alive "at first"
xrandr --output DUMMY0 --mode 800x600
expect_size 800x600 "another mode"
alive "in another mode"
xrandr --addmode DUMMY1 640x480
xrandr --output DUMMY1 --mode 640x480 --right-of DUMMY0
alive "with a second display"
xrandr --output DUMMY1 --off
xrandr --output DUMMY0 --off
alive "with every display off"
xrandr --output DUMMY0 --mode 1024x768
expect_size 1024x768 "switched on again"
alive "switched on again"
for _ in 1 2 3 4 5 6; do
    xrandr --output DUMMY0 --off
    xrandr --output DUMMY0 --mode 1024x768
done
expect_size 1024x768 "switched off and on, again and again"

# Without its window manager, which takes the frame of the window with it, and in the hands of other programs.
kill -9 "$manager_pid"
sleep 1
window=$(xdotool search --onlyvisible --class unknot | tail -n 1)
xdotool windowsize "$window" 500 400 windowmove "$window" 100 100
sleep 1
expect_size 1024x768 "made smaller without a window manager"
xdotool getwindowgeometry "$window" | grep -q 'Position: 0,0' || fail "it stays where it was moved"
alive "without a window manager"
matchbox-window-manager -use_titlebar no -use_cursor no >/dev/null 2>&1 &
manager_pid=$!
alive "with another window manager"
window=$(xdotool search --onlyvisible --class unknot | tail -n 1)
expect_size 1024x768 "with another window manager"
stop

# lose_display WORDS: and find it again.
lose_display() {
    xrandr --output DUMMY0 --off
    alive "with the display off, $1"
    xrandr --output DUMMY0 --mode 1024x768
    expect_size 1024x768 "switched on again, $1"
    alive "switched on again, $1"
}
# announce LENGTH WALL: a break at eleven.
announce() {
    set_wall 10:30:00
    start 'breaks: {every: 60 min, notice: '"$1"'}\noffice hours: {every day: "0:00 - 24:00"}\n'
    expect_status idle
    set_wall "$2"
    expect_status notice
}
# A break is announced, begins all the same, and waits, since nobody saw it begin.
announce '5 min' 10:55:10
lose_display "announced"
expect_status notice
stop
announce '15 s' 10:59:46
xrandr --output DUMMY0 --off
expect_status session
alive "begun with the display off"
xrandr --output DUMMY0 --mode 1024x768
expect_size 1024x768 "begun with the display off"
expect_rest "paused, because it began with the display off"
stop

# In a session, which waits then and goes on with the next press.
printf -- '- 0:01: enter\n' >"$work/keys.yaml"
start 'breaks: none\nroutines: [breathing-4-6]\n' --keys "$work/keys.yaml"
expect_status session
sleep 3
lose_display "in a session"
sleep 1
expect_rest "paused, because the display was off"
xdotool key space
expect_change "going on after that"
expect_status session
stop
