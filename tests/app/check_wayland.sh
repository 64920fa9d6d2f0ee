#!/bin/sh
# SPDX-License-Identifier: MIT
# Under a Wayland compositor: full screen and not, scaled by two, ended by a signal; and the compositor goes
# away at home, while a session plays and while it is paused: the program ends at once, and the place is kept.
# The compositor shows itself on a virtual X display: without any input device SDL 2.26 does not start there.
# usage: check_wayland.sh UNKNOT
set -eu
unknot=$1
# shellcheck source=tests/app/display.sh
. "$(dirname "$0")/display.sh"
# shellcheck source=tests/app/look.sh
. "$(dirname "$0")/look.sh"
for program in weston xdotool import; do
    command -v "$program" >/dev/null || { echo "skipped: there is no $program"; exit 77; }
done
XDG_RUNTIME_DIR=$work/run HOME=$work XDG_CONFIG_HOME=$work/config XDG_STATE_HOME=$work/state
SDL_VIDEODRIVER=wayland WAYLAND_DISPLAY=wl
# What draws window frames there leaks.
ASAN_OPTIONS=detect_leaks=0
export XDG_RUNTIME_DIR HOME XDG_CONFIG_HOME XDG_STATE_HOME SDL_VIDEODRIVER WAYLAND_DISPLAY ASAN_OPTIONS
mkdir -m 700 "$work/run"
printf '[shell]\nstartup-animation=none\n' >"$work/weston.ini"
compositor_pid=
finish_all() {
    [ -z "$compositor_pid" ] || put_down "$compositor_pid"
    finish
}
trap finish_all EXIT

# compositor OPTIONS...: it fills the display.
compositor() {
    weston --backend=x11-backend.so --use-pixman --socket=wl --idle-time=0 --config="$work/weston.ini" \
        "$@" >"$work/weston" 2>&1 &
    compositor_pid=$!
    eventually listens_or_ended || true
    [ -S "$work/run/wl" ] || { echo "skipped: weston does not start here"; tail -n 3 "$work/weston"; exit 77; }
}
listens_or_ended() {
    [ -S "$work/run/wl" ] || is_over "$compositor_pid"
}
kill_compositor() {
    put_down "$compositor_pid"
    compositor_pid=
    rm -f "$work/run/wl" "$work/run/wl.lock"
}
# start ARGUMENTS...: until its first picture.
start() {
    begin "$unknot" "$@" --no-settings -v
    wait_for "the first picture is shown"
}
play() {
    start play breathing-4-6 --from 1:40 --no-resume "$@"
}
# corner: what is seen in the lower left one.
corner() {
    import -window root -crop 8x8+2+700 +repage -depth 8 rgb:- | cksum
}
# expect_corner WHETHER WORDS: is it, or not, what it is on a full screen?
expect_corner() {
    eventually corner_is "$1" || fail "$2"
}
corner_is() {
    [ "$(corner)" = "$full" ] && same=same || same=other
    [ "$same" = "$1" ]
}

start_display
compositor --width=1280 --height=720
play
expect_change "on the full screen"
full=$(corner)
# What is typed goes where the pointer is.
xdotool mousemove 600 300
xdotool key F11
expect_corner other "F11 leaves it full screen"
expect_change "in a window"
xdotool key F11
expect_corner same "F11 does not make it full screen again"
kill "$play_pid"
expect_end 4 "a signal"

compositor_goes() {
    kill_compositor
    expect_end 3 "the compositor went away: $1"
    grep -q "the display was lost" "$work/log" || fail "nothing says that the display was lost: $1"
}
# expect_kept WHERE
expect_kept() {
    position=$(sed -n 's/^position us: \([0-9]*\)......$/\1/p' "$XDG_STATE_HOME"/unknot/places/*.yaml 2>/dev/null || true)
    [ "${position:-0}" -ge 100 ] || fail "its place is not kept: $1"
    rm -r "$XDG_STATE_HOME"
}
start play breathing-4-6 --from 1:40 --size 640x360
wait_for "the sound device is open"
sleep 1
compositor_goes "playing"
expect_kept "playing"

compositor --width=640 --height=360 --scale=2
start play breathing-4-6 --from 1:40 --size 300x200
wait_for "the sound device is open"
expect_change "scaled by two"
xdotool mousemove 200 200
# pauses: a key that is down while the compositor gets the focus is nobody's.
pauses() {
    xdotool key space
    sleep 2.5
    rests 0.6
}
eventually pauses || fail "it does not pause"
compositor_goes "paused"
expect_kept "paused"

compositor --width=1280 --height=720
start home --windowed --size 640x360
sleep 0.5
compositor_goes "at home"

# Without a keyboard and a mouse, where SDL before 2.30 crashes: a message, or the first picture.
weston --backend=headless-backend.so --use-pixman --socket=wl --config="$work/weston.ini" >"$work/weston" 2>&1 &
compositor_pid=$!
eventually listens_or_ended || true
begin "$unknot" home --windowed --size 640x360 --no-settings -v
says_or_shows() {
    stands_in "$work/log" 'Wayland without a keyboard and a mouse: connect one\|the first picture is shown'
}
eventually says_or_shows || fail "it neither begins without a keyboard nor says why"
if ! stands_in "$work/log" 'the first picture is shown'; then
    expect_end 3 "no keyboard and no mouse"
fi
put_down "$play_pid"
kill_compositor

# While it begins, at any moment: SDL would wait for ever for a window that nobody shows.
for wait in 0.2 0.3 0.4; do
    compositor --width=640 --height=360
    begin "$unknot" home --windowed --size 640x360 --no-settings
    sleep "$wait"
    kill_compositor
    expect_end 3 "the compositor went away after $wait s"
done
