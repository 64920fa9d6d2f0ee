#!/bin/sh
# SPDX-License-Identifier: MIT
# The clock on the wall is set, forwards, backwards and far away, and the machine sleeps, while a kiosk is idle: no
# burst of breaks, none lost, the next one is the next one, and the watchdog is fed.
# usage: check_kiosk_clock.sh UNKNOT SUPERVISE SHIFT_CLOCK
set -eu
unknot=$1 supervise=$2 shift_clock=$3
# shellcheck source=tests/app/await.sh
. "$(dirname "$0")/await.sh"
work=$(mktemp -d)
supervisor=
finish() {
    # shellcheck disable=SC2046 # it may have begun nothing
    [ -z "$supervisor" ] || put_down "$supervisor" $(sed -n 's/.* start //p' "$work/log" | tail -n 1)
    rm -rf "$work"
}
trap finish EXIT
fail() {
    echo "$1" >&2
    cat "$work/status.json" >&2 || true
    tail -n 40 "$work/log" "$work/out" >&2
    exit 1
}
LSAN_OPTIONS=suppressions=$(cd "$(dirname "$0")/.." && pwd)/lsan.supp:print_suppressions=0
ASAN_OPTIONS=verify_asan_link_order=0
export LSAN_OPTIONS ASAN_OPTIONS SDL_VIDEODRIVER=dummy SDL_AUDIODRIVER=dummy HOME="$work" XDG_STATE_HOME="$work/state"
export TZ=UTC
unset JOURNAL_STREAM NOTIFY_SOCKET

# set_clock WALL SLEPT: seconds that are added.
set_clock() {
    printf '%19d %19d ' "$1" "$2" 1<>"$work/shift"
}
set_clock 0 0
# set_wall INSTANT [SLEPT]
set_wall() {
    set_clock $(($1 - $(date +%s))) "${2:-0}"
}
# expect_next INSTANT: the next break is then.
expect_next() {
    expected=$(date -u -d "@$1" +%Y-%m-%dT%H:%M:%SZ)
    eventually stands_in "$work/status.json" "\"next_break\": \"$expected\"" || fail "the next break is not at $expected"
}
cat >"$work/kiosk.yaml" <<END
kiosk: Test
breaks: {every: 60 min, notice: none, routines: [posture-break]}
office hours: {every day: '0:00 - 24:00'}
restart: never
status file: $work/status.json
END
noon=$(($(date +%s) / 86400 * 86400 + 43200))
set_wall $((noon + 600))
SHIFT_CLOCK=$work/shift LD_PRELOAD=$shift_clock "$supervise" "$work/log" 20000 once \
    "$unknot" kiosk --config "$work/kiosk.yaml" --size 320x180 >"$work/out" 2>&1 &
supervisor=$!
expect_next $((noon + 3600))
for jump in -3600 3600 31536000 -31536000 -1789999200 349999200 0; do
    at=$((noon + jump + 900))
    [ "$at" -gt 0 ] || at=900
    set_wall "$at"
    expect_next $((at - 900 + 3600))
done
# Five hours asleep: the next one of the evening, and none of those that were slept through.
set_wall $((noon + 18000 + 1800)) 18000
expect_next $((noon + 18000 + 3600))
! grep -q 'STATUS=\(session\|notice\)' "$work/log" || fail "a jump of the clock began a break"
# Its moment comes: one begins.
set_wall $((noon + 18000 + 3598)) 18000
eventually stands_in "$work/log" STATUS=session || fail "the break did not begin"
kill "$supervisor"
code=0
wait "$supervisor" || code=$?
supervisor=
[ "$code" = 0 ] || fail "exit code $code"
! grep -q late "$work/log" || fail "the watchdog was not fed in time"
