#!/bin/sh
# SPDX-License-Identifier: MIT
# One kiosk on a display, and whoever takes its place after it was killed, which forgives no wrong PIN; and its watchdog
# is fed while a session is made ready that takes longer than the watchdog waits. usage: check_kiosk_alone.sh UNKNOT SUPERVISE
set -eu
unknot=$1 supervise=$2
# shellcheck source=tests/app/await.sh
. "$(dirname "$0")/await.sh"
work=$(mktemp -d)
first='' other=''
finish() {
    # shellcheck disable=SC2046,SC2086 # it may have begun nothing
    [ -z "$first" ] || put_down "$first" $other $(sed -n 's/.* start //p' "$work/log" 2>/dev/null)
    rm -rf "$work"
}
trap finish EXIT
fail() {
    echo "$1" >&2
    tail -n 30 "$work"/log* >&2
    exit 1
}
LSAN_OPTIONS=suppressions=$(cd "$(dirname "$0")/.." && pwd)/lsan.supp:print_suppressions=0
export LSAN_OPTIONS SDL_VIDEODRIVER=dummy SDL_AUDIODRIVER=dummy HOME="$work" XDG_STATE_HOME="$work/state" TZ=UTC
unset JOURNAL_STREAM NOTIFY_SOCKET DISPLAY WAYLAND_DISPLAY
# until_said FILE PATTERN: it stands there.
until_said() {
    eventually stands_in "$@" || fail "nobody said '$2'"
}
# The plug is pulled, and it is really gone: a display is held until the last of a process is. Its unclean end is
# forgotten, as safe mode is another test's.
pull_the_plug() {
    put_down "$first"
    first=
    rm -f "$work/state/unknot/kiosk/ends.yaml"
}
mkdir "$work/routines"
printf 'kiosk: Test\nroutines: [long]\nbreaks: none\nrestart: never\n' >"$work/kiosk.yaml"
{
    printf 'routine: Long\nsteps:\n'
    for i in $(seq 40); do # no word twice, so that none is known already
        printf '  - {step: Number %s, dose: 30 s, say: {start: "Now comes the %s of many, and slowly so."}}\n' "$i" "$i"
    done
} >"$work/routines/long.yaml"
echo '- 1 s: enter' >"$work/keys.yaml"
set -- kiosk --config "$work/kiosk.yaml" --routines "$work/routines" --size 320x180 --verbose

"$unknot" "$@" 2>"$work/log1" &
first=$!
until_said "$work/log1" 'the kiosk is shown'
code=0
"$unknot" "$@" 2>"$work/log2" || code=$?
[ "$code" = 3 ] || fail "the second one ended with $code"
grep -q "a kiosk is on this display already: process $first" "$work/log2" || fail "it does not say which one is there"
DISPLAY=:99 "$unknot" "$@" 2>"$work/log3" &
other=$!
until_said "$work/log3" 'the kiosk is shown\|already'
! grep -q 'already' "$work/log3" || fail "another display is another one's"
put_down "$other"
other=
pull_the_plug

# Three wrong PINs, and the plug is pulled: it goes on waiting.
printf 'kiosk: Test\nroutines: [long]\nbreaks: none\nrestart: never\nleave: {pin: "4711"}\n' >"$work/kiosk.yaml"
{
    for key in esc esc esc esc esc; do echo "- 0.1 s: $key"; done
    echo '- 0.3 s: screen'
    for try in 1 2 3; do
        for key in 'rate 1' 'rate 2' 'rate 3' 'rate 4' enter; do echo "- 0.$((try + 3)) s: $key"; done
    done
    echo '- 1 s: screen'
} >"$work/pin.yaml"
"$unknot" "$@" --keys "$work/pin.yaml" >"$work/screens" 2>"$work/log5" &
first=$!
until_said "$work/screens" 'Too many tries. Again in 0:'
pull_the_plug
"$unknot" "$@" --keys "$work/pin.yaml" >"$work/again" 2>"$work/log6" &
first=$!
until_said "$work/again" 'Too many tries' # sooner or later: it tries again
sed -n '/"PIN"/,/^screen/p' "$work/again" | head -n 3 | grep -q 'Too many tries. Again in 0:' ||
    fail "a wrong PIN was forgiven"
pull_the_plug

"$supervise" "$work/log" 6000 once "$unknot" "$@" --keys "$work/keys.yaml" 2>"$work/log4" &
first=$!
until_said "$work/log4" 'the sound device is open'
until_said "$work/log" 'STATUS=session'
kill "$first"
wait "$first" || fail "it ended with $?"
first=
! grep -q late "$work/log" || fail "the watchdog was not fed while the session was made ready"
