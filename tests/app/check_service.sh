#!/bin/sh
# SPDX-License-Identifier: MIT
# A kiosk under a service manager: what it is told, that it only feeds the watchdog while it lives, that it comes
# back after every end, that three unclean ends in ten minutes lead to a safe mode that passes, and that broken
# files change nothing.
# usage: check_service.sh UNKNOT SUPERVISE [KILLS RELOADS]
set -eu
# shellcheck source=tests/app/await.sh
. "$(dirname "$0")/await.sh"
unknot=$1 supervise=$2 kills=${3:-4} reloads=${4:-6}
work=$(mktemp -d)
supervisor=
LSAN_OPTIONS=suppressions=$(cd "$(dirname "$0")/.." && pwd)/lsan.supp:print_suppressions=0
export LSAN_OPTIONS SDL_VIDEODRIVER=dummy SDL_AUDIODRIVER=dummy HOME="$work" XDG_STATE_HOME="$work/state"
unset JOURNAL_STREAM NOTIFY_SOCKET

finish() {
    if [ -n "$supervisor" ]; then
        kill -9 "$supervisor" 2>/dev/null || true
        kill -9 "$(sed -n 's/.* start //p' "$work/log" | tail -n 1)" 2>/dev/null || true
    fi
    rm -rf "$work"
}
trap finish EXIT
fail() {
    echo "$1" >&2
    tail -n 40 "$work/log" "$work/out" >&2
    exit 1
}
# start WATCHDOG_MS (once|always) OPTIONS...: what it is told; it gets four times as long, since a busy machine is no
# program that hangs.
start() {
    watchdog=$1 how=$2
    shift 2
    : >"$work/log"
    "$supervise" "$work/log" $((4 * watchdog)) "$how" env WATCHDOG_USEC="${watchdog}000" "$unknot" kiosk --config "$work/kiosk.yaml" --size 320x180 "$@" \
        >"$work/out" 2>&1 &
    supervisor=$!
}
# said WORDS: how many lines have them.
said() { grep -c "$1" "$work/log" || true; }
# wait_for WORDS COUNT: until so many lines have them.
wait_for() {
    eventually stands_in "$work/log" "$@" || fail "'$1' did not come $2 times"
}
child() { sed -n 's/.* start //p' "$work/log" | tail -n 1; }
# stop: by the service manager's SIGTERM.
stop() {
    kill "$supervisor"
    code=0
    wait "$supervisor" || code=$?
    supervisor=
    [ "$code" = 0 ] || fail "exit code $code after SIGTERM"
}
# status PATTERN: of the status file.
status() {
    eventually stands_in "$work/status.json" "$1" && return 0
    cat "$work/status.json" >&2 || true
    fail "the status file does not say $1"
}
config() {
    printf 'kiosk: Test\nroutines: [own]\nroutine folders: [%s]\nbreaks: none\nrestart: never\nstatus file: %s\n' \
        "$work/routines" "$work/status.json" >"$work/kiosk.new"
    mv "$work/kiosk.new" "$work/kiosk.yaml"
}
mkdir "$work/routines"
printf 'routine: Own\nsteps:\n  - step: Stand\n    dose: 1 min\n' >"$work/routines/own.yaml"
config

# What is told, in its order.
start 2000 once
wait_for 'READY=1' 1
wait_for 'STATUS=idle' 1
wait_for 'WATCHDOG=1' 3
status '"state": "idle"'
kill -HUP "$(child)"
wait_for 'RELOADING=1 MONOTONIC_USEC=[0-9]' 1
wait_for 'READY=1' 2
stop
wait_for 'STOPPING=1' 1
[ "$(said late)" = 0 ] || fail "the watchdog was not fed in time"
status '"state": "stopped"'
# Never faster than half of what the watchdog waits.
awk '/WATCHDOG=1/ { if (last && $1 - last < 900) exit 1; last = $1 }' "$work/log" ||
    fail "the watchdog is fed too often"

# Paused in the middle of a session nothing moves, and it lives; a stopped program does not.
printf -- '- 0:01: enter\n- 0:03: space\n' >"$work/keys.yaml"
start 2000 always --keys "$work/keys.yaml"
wait_for 'STATUS=session' 1
fed=$(said WATCHDOG=1)
wait_for 'WATCHDOG=1' $((fed + 3))
[ "$(said late)" = 0 ] || fail "a paused session counts as hanging"
kill -STOP "$(child)"
wait_for late 1
fed=$(said WATCHDOG=1)
wait_for 'signal' 1
[ "$(said WATCHDOG=1)" = "$fed" ] || fail "a stopped program feeds its watchdog"
wait_for 'READY=1' 2
stop
rm -rf "$work/state"

# Three times in ten minutes: safe mode, without the files.
start 0 always
for i in 1 2 3; do
    wait_for 'READY=1' "$i"
    [ "$(said 'safe mode')" = 0 ] || fail "safe mode after $((i - 1)) unclean ends"
    kill -9 "$(child)"
done
wait_for 'STATUS=idle, safe mode' 1
grep -q 'safe mode, with what is built in' "$work/out" || fail "the log does not say so"
status '"safe_mode": true' # though no config is read
# An end as it should be does not clear it.
kill -TERM "$(child)"
wait_for 'STATUS=idle, safe mode' 2
# After an hour it begins anew by itself, as usual.
stop
ends=$work/state/unknot/kiosk/ends.yaml
since=$(($(sed -n 's/^\([0-9]*\)\..*/\1/p' /proc/uptime) - 3594))
if [ "$since" -gt 0 ]; then
    sed -i "s/^safe since: .*/safe since: $since/" "$ends"
    start 0 always
    wait_for 'STATUS=idle, safe mode' 1
    wait_for 'exit 0' 1
    wait_for 'STATUS=idle$' 1
    stop
fi
rm -rf "$work/state"

# Killed at any moment, asleep, choosing or exercising: it is idle again.
printf -- '- 0:01: enter\n- 0:04: right\n- 0:06: space\n' >"$work/keys.yaml"
start 0 always --keys "$work/keys.yaml"
for i in $(seq "$kills"); do
    sleep "$(awk -v seed="$i" 'BEGIN { srand(seed * 7919); print rand() * 3 }')"
    rm -f "$ends" # not three times in ten minutes; only the file: the program is still writing into its folder
    kill -9 "$(child)"
    wait_for start $((i + 1))
done
# What the one before said may have come just before it was killed.
is_idle() { sed "1,/ start $(child)\$/d" "$work/log" | grep -q 'STATUS=idle'; }
eventually is_idle || fail "it is not idle again"
[ "$(said 'exit')" = 0 ] || fail "it ended by itself"
stop

# Files that are wrong: the last good ones stay.
start 5000 once
wait_for 'READY=1' 1
status '"config_good": true'
for i in $(seq "$reloads"); do
    case $((i % 6)) in
    0) : >"$work/kiosk.yaml" ;;
    1) printf 'kiosk: [' >"$work/kiosk.yaml" ;;
    2) head -c 20000 /dev/urandom >"$work/kiosk.yaml" ;;
    3) printf 'kiosk: Test\nbreaks: {every: 1 s}\nvolume: 101\n' >"$work/kiosk.yaml" ;;
    4) rm -f "$work/kiosk.yaml" && mkdir "$work/kiosk.yaml" ;;
    5) rm -f "$work/kiosk.yaml" ;;
    esac
    kill -HUP "$(child)"
    wait_for 'READY=1' $((i + 1))
    [ ! -d "$work/kiosk.yaml" ] || rmdir "$work/kiosk.yaml"
done
[ "$reloads" = 0 ] || status '"config_good": false'
config
kill -HUP "$(child)"
wait_for 'READY=1' $((reloads + 2))
status '"config_good": true'
stop

# A routine that goes wrong, or goes, is played as it last was.
own() { printf 'routine: Own\nsteps:\n  - step: Stand\n    dose: 2 s\n%s' "$1" >"$work/routines/own.yaml"; }
own ''
rm -f "$work/status.json"
printf -- '- 0:06: enter\n' >"$work/keys.yaml"
for fate in wrong gone; do
    start 5000 once --keys "$work/keys.yaml"
    wait_for 'READY=1' 1
    case $fate in
    wrong) own nonsense ;;
    gone) rm "$work/routines/own.yaml" ;;
    esac
    kill -HUP "$(child)"
    wait_for 'READY=1' 2
    status '"config_good": false'
    kill -HUP "$(child)"
    wait_for 'READY=1' 3
    wait_for 'STATUS=session' 1
    status '"routine": "own", "finished": true'
    grep -q 'the last good edition stays' "$work/out" || fail "nothing says that own.yaml is $fate"
    own ''
    kill -HUP "$(child)"
    wait_for 'READY=1' 4
    status '"config_good": true'
    stop
done
[ "$(said late)" = 0 ] || fail "the watchdog was not fed in time"
