#!/bin/sh
# SPDX-License-Identifier: MIT
# A session in the terminal and one in a window while the clock on the wall is set, forwards, backwards, far away and
# across both changes of summer time: not a second is lost or gained. Then the machine sleeps, and the program is stopped
# and goes on: both pause, nothing runs until somebody asks, and nothing is cut short.
# usage: check_clock.sh UNKNOT SHIFT_CLOCK
set -eu
unknot=$1 shift_clock=$2
# shellcheck source=tests/app/display.sh
. "$(dirname "$0")/display.sh"
SDL_VIDEODRIVER=dummy ASAN_OPTIONS=verify_asan_link_order=0 SHIFT_CLOCK=$work/shift TZ=Europe/Berlin
export SDL_VIDEODRIVER ASAN_OPTIONS SHIFT_CLOCK TZ
: >"$work/log"
terminal_pid=
finish_all() {
    [ -z "$terminal_pid" ] || kill -9 "$terminal_pid" 2>/dev/null || true
    finish
}
trap finish_all EXIT
cat >"$work/sides.yaml" <<'END'
routine: Two sides
steps:
  - step: Reach
    dose: 6 s per side
    switch: 2 s
  - step: Stand
    dose: 8 s
END
# set_clock WALL SLEPT: seconds that are added.
base=$(date +%s)
set_clock() {
    printf '%19d %19d ' "$1" "$2" 1<>"$work/shift"
}
set_wall() {
    set_clock $(($(date -u -d "$1" +%s) - base)) 0
}
# gone FRONT NUMBER: the seconds of the routine on the printed screen of that number.
gone() {
    sed -n -e 's/.*\[.*, 0:\([0-9]*\) gone.*/\1/p' -e 's/^text .*left at [0-9.,]* "0:\([0-9]*\)"$/\1/p' "$work/$1" |
        sed -n "$2p" | sed 's/^0\(.\)/\1/'
}
# play: both, by the same keys; returns when both have begun.
play() {
    set_clock 0 0
    for front in terminal window; do
        mode=--terminal
        [ $front = terminal ] || mode='--windowed --size 320x180'
        : >"$work/$front"
        # shellcheck disable=SC2086
        LD_PRELOAD=$shift_clock "$unknot" play "$work/sides.yaml" $mode --no-settings --speed 2 --keys "$work/keys.yaml" \
            </dev/null >"$work/$front" 2>>"$work/log" &
        [ $front = terminal ] && terminal_pid=$! || play_pid=$!
    done
    eventually both_have_begun || fail "no session begins"
}
both_have_begun() {
    [ "$(gone terminal 1)" ] && [ "$(gone window 1)" ]
}
expect_done() {
    for pid in "$terminal_pid" "$play_pid"; do
        code=0
        eventually is_over "$pid" || fail "it goes on"
        wait "$pid" || code=$?
        [ "$code" = 0 ] || fail "exit code $code"
    done
    terminal_pid='' play_pid=''
    [ "$(grep -c 'Reach, \(left\|right\) side\|Stand, 8 s\|Done' "$work/terminal")" = 4 ] || fail "not every step was made"
}
# expect_gone NUMBER LEAST MOST WORDS: on both.
expect_gone() {
    for front in terminal window; do
        at=$(gone $front "$1")
        [ "${at:-99}" -ge "$2" ] && [ "${at:-99}" -le "$3" ] && continue
        cat "$work/$front" >&2
        fail "the $front is at ${at:-nothing}, not in $2 to $3: $4"
    done
}
# expect_pause WORDS: nothing has moved between the second and the third screen.
expect_pause() {
    for front in terminal window; do
        [ "$(gone $front 2)" = "$(gone $front 3)" ] || fail "the $front does not pause: $1"
    done
}

# What comes more than two seconds late, which are four here, pauses; so no screen is later than that. It shows
# where the session was when it was last looked at, which is no longer ago either.
printf -- '- 0:%s: screen\n' 01 05 09 13 17 >"$work/keys.yaml"
echo '- 0:28: esc' >>"$work/keys.yaml"
play
for wall in '2026-03-29 00:59:58' '2026-10-25 00:59:58' '1970-01-01 00:00:01' '2038-01-19 03:14:06' \
    "@$((base - 3600))" "@$((base + 31536000))"; do
    set_wall "$wall"
    sleep 1.3
done
expect_done
for number in 1 2 3 4 5; do
    second=$((4 * number - 3))
    expect_gone $number $((second - 5)) $((second + 4)) "the clock on the wall was set"
done

cat >"$work/keys.yaml" <<'END'
- 0:01: screen
- 0:15: screen
- 0:17: screen
- 0:18: space
- 0:26: screen
- 0:46: esc
END
play
set_clock 0 7200
expect_done
expect_pause "the machine slept"
expect_gone 2 0 9 "two hours asleep"
expect_gone 4 2 19 "going on after it"

play
kill -STOP "$terminal_pid" "$play_pid"
sleep 3
kill -CONT "$terminal_pid" "$play_pid"
expect_done
expect_pause "it was stopped"
expect_gone 2 0 9 "stopped for three seconds"
expect_gone 4 2 19 "going on after that"
