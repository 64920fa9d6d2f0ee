#!/bin/sh
# SPDX-License-Identifier: MIT
# `unknot remind`: what counts as work, by a day that is told to it; then on a virtual display, with its
# clocks twenty times as fast: a break is offered to whoever moves the mouse and to nobody else, the
# window answers, a session plays in it, and waiting costs next to nothing.
# usage: check_remind.sh UNKNOT
set -eu
unknot=$1
# shellcheck source=tests/app/display.sh
. "$(dirname "$0")/display.sh"
: >"$work/log"

# told WORDS: what it says to the day on standard input.
told() {
    expected=$(cat)
    printf '%b' "$1" | "$unknot" remind --simulate --no-settings >"$work/log" 2>&1 || fail "no day: $1"
    [ "$(cat "$work/log")" = "$expected" ] || fail "expected:
$expected
but:"
}
told '39 min work\n1 min work\nlater\n5 min work\nskip\n40 min work\n' <<'END'
40:00 offers a break
45:00 offers a break
1:25:00 offers a break
END
told '39 min work\n6 min away\n39 min work\n6 h asleep\n40 min work\nstart\n39 min work\n' <<'END'
44:00 somebody has rested
1:24:00 somebody has rested
2:04:00 offers a break
END
told '40 min work\n3 min work\n5 min work\n' <<'END'
40:00 offers a break
42:00 the offer goes away
47:00 offers a break
END
if "$unknot" remind --every 1m 2>"$work/log"; then fail "a minute is no time"; fi
grep -q 'a time from 5 min to 6 h' "$work/log" || fail "it does not say which times there are"
code=0
DISPLAY='' WAYLAND_DISPLAY='' "$unknot" remind --no-settings 2>"$work/log" || code=$?
[ "$code" = 3 ] || fail "without a desktop it ended with $code"
# Somebody is reminded already: the second one says by whom, and leaves.
mkdir "$work/unknot"
echo 4711 >"$work/unknot/remind.lock"
code=0
XDG_RUNTIME_DIR=$work flock "$work/unknot/remind.lock" "$unknot" remind --no-settings 2>"$work/log" || code=$?
[ "$code" = 3 ] || fail "the second one ended with $code"
grep -q 'you are reminded already, by process 4711' "$work/log" || fail "it does not say by whom"

start_display
"$unknot" remind --every 5m --speed 20 --no-settings --no-voice --verbose >"$work/log" 2>&1 &
play_pid=$!

window() {
    xdotool search --onlyvisible --class unknot 2>/dev/null | head -n 1
}
# until_offer: moves the mouse until the window is there.
until_offer() {
    i=0
    eventually offered_to_a_hand || fail "no break was offered"
}
offered_to_a_hand() {
    i=$(((i + 1) % 200))
    xdotool mousemove $((100 + i)) 100
    [ -n "$(window)" ]
}
# at HUNDREDTHS: the pointer on the row of buttons, so far from the left edge.
at() {
    eval "$(xdotool getwindowgeometry --shell "$(window)" 2>/dev/null)" || true
    xdotool mousemove $((X + WIDTH * $1 / 100)) $((Y + HEIGHT * 89 / 100))
}
# answer HUNDREDTHS: presses there until the small window is gone; a press before its first picture
# is nothing.
answer() {
    eventually answered "$1" || fail "the window does not answer"
}
answered() {
    at "$1"
    { [ -n "$(window)" ] && [ "$WIDTH" -lt 500 ]; } || return 0
    xdotool click 1 sleep 0.3
    return 1
}

fills_the_screen() {
    WIDTH=0
    eval "$(xdotool getwindowgeometry --shell "$(window)" 2>/dev/null)" || true
    [ "$WIDTH" = 1280 ]
}
# session_is_left: asked twice. A key before its first picture is nobody's.
session_is_left() {
    xdotool key Escape sleep 1 key Escape sleep 1
    ! pgrep -P "$play_pid" >/dev/null
}

sleep 22 # 5 min of work would be over after 15 s, but nobody is there
[ -z "$(window)" ] || fail "a break is offered to nobody"
ticks=$(awk '{print $14 + $15}' "/proc/$play_pid/stat")
[ "$ticks" -lt 100 ] || fail "waiting for 20 s took $ticks ticks of the processor"
grep -q 'the X screen saver' "$work/log" || fail "nobody tells whether somebody works"
until_offer
at 38
{ [ "$X" -gt 640 ] && [ "$Y" -gt 360 ] && [ "$WIDTH" -lt 500 ]; } || fail "not small, or in no corner"
answer 38 # in 5 minutes
until_offer
xdotool key Return # meant for another window
sleep 0.3
[ -n "$(window)" ] || fail "a key that was meant for another window answered"
answer 12 # start
eventually fills_the_screen || fail "no session fills the screen"
eventually session_is_left || fail "the session does not end"
kill -0 "$play_pid" 2>/dev/null || fail "it ended with the session"
until_offer
kill "$play_pid"
code=0
wait "$play_pid" || code=$?
play_pid=
[ "$code" = 0 ] || fail "asked to end over an offer, it ended with $code"
