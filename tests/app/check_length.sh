#!/bin/sh
# SPDX-License-Identifier: MIT
# A program that ran for long has no more memory, descriptors and threads than in the middle of it, on a clock that does
# not wait. Screens of a kiosk, with sessions, languages, the question for the PIN and files that are read anew; or whole
# sessions from the home screen.
# usage: check_length.sh UNKNOT SUPERVISE RUSH_CLOCK LEAST (kiosk|home) COUNT KILOBYTES      that it may grow by
set -eu
unknot=$1 supervise=$2 rush_clock=$3 least=$4 what=$5 count=$6 grows=$7
work=$(mktemp -d)
runs=
finish() {
    [ -z "$runs" ] || kill -9 "$runs" "$(child)" 2>/dev/null || true
    rm -rf "$work"
}
trap finish EXIT
fail() {
    echo "$1" >&2
    tail -n 20 "$work/out" "$work/log" >&2
    exit 1
}
LSAN_OPTIONS=suppressions=$(cd "$(dirname "$0")/.." && pwd)/lsan.supp:print_suppressions=0
ASAN_OPTIONS=verify_asan_link_order=0:quarantine_size_mb=1
export LSAN_OPTIONS ASAN_OPTIONS SDL_VIDEODRIVER=dummy SDL_AUDIODRIVER=dummy TZ=UTC
export HOME="$work" XDG_STATE_HOME="$work/state" XDG_DATA_HOME="$work/data" XDG_RUNTIME_DIR="$work"
unset JOURNAL_STREAM NOTIFY_SOCKET DISPLAY WAYLAND_DISPLAY
child() {
    sed -n 's/.* start //p' "$work/log"
}

mkdir "$work/routines"
cd "$work"
printf 'routine: Short\nsteps:\n  - step: One\n    dose: 2 s\n    setup: {for: 1 s, say: Stand up.}\n' >routines/daily-mobility.yaml
printf 'translation: daily-mobility\nlanguage: de\ntexts:\n  Short: Kurz\n  One: Eins\n' >routines/daily-mobility.de.yaml
kiosk_keys() {
    for i in $(seq 0 23); do # to what there is to choose, and back
        echo "- $((i * 11 / 10)).$((i * 11 % 10)) s: down"
        echo "- $(((i * 11 + 1) / 10)).$(((i * 11 + 1) % 10)) s: esc"
    done
    for key in esc esc esc esc esc 'rate 1' 'rate 2' esc esc esc; do
        echo "- 32 s: $key"
    done
    printf -- '- %s\n' '40 s: down' '40.5 s: focus-back' '41 s: enter' '41.5 s: esc' \
        '46 s: enter' '58 s: esc' '1:00: again'
}
home_keys() {
    printf -- '- %s\n' '1 s: enter' '2 s: enter' '3 s: enter' '9.5 s: screen' '10 s: enter' '12 s: again'
}
case $what in
kiosk)
    kiosk_keys >keys.yaml
    cat >kiosk.yaml <<END
kiosk: Test
routines: [daily-mobility, posture-break]
languages: [en, de]
breaks: {every: 30 min, routines: [daily-mobility], notice: 1 min}
office hours: {every day: '0:00 - 24:00'}
leave: {pin: '4711'}
restart: never
END
    set -- kiosk --config kiosk.yaml
    round=100
    # Each state that it says.
    seen() {
        wc -l <log
    }
    ;;
home)
    home_keys >keys.yaml
    set -- home
    round=3
    seen() {
        grep -c '"Press Enter to close"' out || true
    }
    ;;
esac
: >log
"$supervise" "$work/log" 0 once env RUSH_PATIENCE=1 LD_PRELOAD="$rush_clock" "$unknot" "$@" --routines routines --keys keys.yaml \
    --size 192x108 >out 2>&1 &
runs=$!

# The least of a round, since a session has more than the screen between two: kilobytes of its own, descriptors and
# threads.
measure() {
    sleep 1 # until the files are read
    until=$(($(seen) + round))
    : >moments
    while [ ! -s moments ] || [ "$(seen)" -lt "$until" ]; do
        "$least" "$(child)" 200 >>moments || fail "it ended"
    done
    for field in 1 2 3; do
        cut -d ' ' -f $field moments | sort -n | head -n 1
    done | xargs
}
reach() {
    while [ "$(seen)" -lt "$1" ]; do
        kill -0 "$runs" 2>/dev/null || fail "it ended"
        touch routines/daily-mobility.yaml
        sleep 0.5
    done
}
reach $((count / 2))
middle=$(measure)
reach "$count"
end=$(measure)
kill "$runs"
code=0
wait "$runs" || code=$?
[ "$code" = 0 ] || fail "exit code $code"
runs=
echo "$what, $count: $middle kB, descriptors and threads in the middle, $end at the end"
# shellcheck disable=SC2086 # the numbers are meant to be split
set -- $middle $end
[ "$4" -le $(($1 + grows)) ] || fail "memory grew"
[ "$5" -le "$2" ] || fail "descriptors were left open"
[ "$6" -le "$3" ] || fail "threads were left behind"
