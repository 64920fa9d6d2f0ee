#!/bin/sh
# SPDX-License-Identifier: MIT
# A signal, a closed window and a lost display end the program at once wherever it is, and what was played is
# kept the same, also when the session was begun at home.
# usage: check_endings.sh UNKNOT
set -eu
unknot=$1
# shellcheck source=tests/app/display.sh
. "$(dirname "$0")/display.sh"
export HOME="$work" XDG_CONFIG_HOME="$work/config" XDG_STATE_HOME="$work/state"
places=$XDG_STATE_HOME/unknot/places
mkdir "$work/routines"
cat >"$work/routines/short.yaml" <<'END'
routine: Short
steps:
  - step: Stand up
    dose: 1 min
  - step: Stand tall
    dose: 4 min
  - ask: comfort
END
printf 'routine: Brief\nsteps:\n  - step: Stand\n    dose: 1 s\n' >"$work/routines/brief.yaml"

# expect_end WHERE CODE: it ends by itself.
expect_end() {
    code=0
    eventually is_over "$play_pid" || fail "it goes on: $1"
    wait "$play_pid" 2>/dev/null || code=$?
    play_pid=
    [ "$code" = "$2" ] || fail "exit code $code, expected $2: $1"
}
# state WHERE CODE KEYS COMMAND...: goes there by scripted keys on a display that nobody sees; a signal ends it, the
# first while the voice has its part in it.
state() {
    where=$1 expected=$2
    printf '%b- 0:10: screen\n' "$3" >"$work/keys.yaml"
    shift 3
    voice=
    for signal in TERM INT HUP; do
        : >"$work/screen"
        # shellcheck disable=SC2086 # nothing, or an option
        SDL_VIDEODRIVER=dummy "$unknot" "$@" --keys "$work/keys.yaml" --speed 20 --size 320x180 $voice \
            >"$work/screen" 2>"$work/log" &
        play_pid=$!
        voice=--no-voice
        eventually test -s "$work/screen" || fail "it did not come to: $where"
        kill "-$signal" "$play_pid"
        expect_end "$where, SIG$signal" "$expected"
    done
}
home="home --routines $work/routines --no-settings"
play="play $work/routines/short.yaml --no-settings"
# shellcheck disable=SC2086
{
    state "home" 0 '' $home
    state "before" 0 '- 0:02: enter\n' $home
    state "help at home" 0 '- 0:02: help\n' $home
    state "playing" 4 '' $play
    state "paused" 4 '- 0:02: space\n' $play
    state "help" 4 '- 0:02: help\n' $play
    state "leaving is asked for" 4 '- 0:02: esc\n' $play
    state "asking" 4 '- 0:02: seek 4:54\n' $play
    state "finished" 0 '' play "$work/routines/brief.yaml" --no-settings
}

# Before the first step: while the voice is still asked how long it takes for each line.
for wait in 0.05 0.2 0.5; do
    SDL_VIDEODRIVER=dummy "$unknot" play daily-mobility --no-settings --no-resume >"$work/log" 2>&1 &
    play_pid=$!
    sleep "$wait"
    kill "$play_pid"
    code=0
    eventually is_over "$play_pid" || fail "it goes on: at the start"
    wait "$play_pid" 2>/dev/null || code=$?
    play_pid=
    [ "$code" = 4 ] || [ "$code" = 143 ] || fail "exit code $code at the start"
done

# expect_kept WHERE: of a session that was left after a minute.
expect_kept() {
    position=$(sed -n 's/^position us: \([0-9]*\)......$/\1/p' "$places"/*.yaml 2>/dev/null || true)
    [ "${position:-0}" -ge 60 ] || fail "its place is not kept: $1"
    rm -r "$places"
}
# expect_written WHERE: the session of at least a minute is in the history, and is over.
expect_written() {
    got=$(sqlite3 "$work/history.db" "SELECT ended, left_at >= 60e6 FROM sessions" 2>&1)
    [ "$got" = 'left|1' ] || fail "the history says '$got': $1"
}
# open ARGUMENTS...: in a real window.
open() {
    begin "$unknot" "$@" --windowed --size 640x360 --no-settings -v
    wait_for_window
}
# open_at_home: the first session of the home screen, its first step done.
open_at_home() {
    rm -f "$work/history.db"
    printf -- '- 0:%s: enter\n' 20 40 59 >"$work/keys.yaml"
    open home --routines "$work/routines" --speed 40 --history "$work/history.db" --keys "$work/keys.yaml"
    eventually is_in_second_step || fail "the session does not begin at home"
}
is_in_second_step() {
    [ "$(sqlite3 "$work/history.db" "SELECT count(*) FROM steps WHERE done" 2>/dev/null)" = 1 ]
}

start_display
open play "$work/routines/short.yaml" --from 1:40
wait_for "the sound device is open"
sleep 1
kill "$play_pid"
expect_end "playing, in a window" 4
expect_kept "a signal"

open_at_home
kill "$play_pid"
expect_end "a session from home" 0
expect_kept "a signal in a session from home"
expect_written "a signal in a session from home"

# The display goes away in a session that was begun at home, in one that was begun at once, and in a kiosk.
lose_display() {
    end_display
    expect_end "the display was lost $1" 3
    grep -q 'the display was lost' "$work/log" || fail "nothing says that the display was lost $1"
}
open_at_home
lose_display "in a session from home"
expect_kept "the display was lost in a session from home"
expect_written "the display was lost in a session from home"

start_display
open play "$work/routines/short.yaml" --from 1:40
wait_for "the sound device is open"
sleep 1
lose_display "in a session"
expect_kept "the display was lost in a session"

start_display
printf 'kiosk: Test\nbreaks: none\nstatus file: %s/status.json\n' "$work" >"$work/kiosk.yaml"
printf -- '- 0:01: enter\n' >"$work/keys.yaml"
begin "$unknot" kiosk --config "$work/kiosk.yaml" --keys "$work/keys.yaml"
eventually stands_in "$work/status.json" '"state": "session"' || fail "no session begins in the kiosk"
sleep 2
lose_display "in a session of the kiosk"
