#!/bin/sh
# SPDX-License-Identifier: MIT
# What was done is written down as it is done: whole sessions, skipped steps and ratings; the program killed, the disk
# full, a folder that takes nothing, a file that is damaged or locked, two players at once, a clock set back. Whatever
# becomes of the file, the session is played.
# usage: check_history.sh UNKNOT SHIFT_CLOCK
set -u
unknot=$1 shift_clock=$2
# shellcheck source=tests/app/await.sh
. "$(dirname "$0")/await.sh"
work=$(mktemp -d)
player='' other='' holder='' disk=''
finish() {
    # shellcheck disable=SC2086 # it may have begun nothing
    put_down $player $other $holder
    [ -z "$disk" ] || umount "$disk"
    rm -rf "$work"
}
trap finish EXIT
export HOME="$work" XDG_CONFIG_HOME="$work/config" XDG_STATE_HOME="$work/state" XDG_DATA_HOME="$work/data" TZ=UTC
export SDL_AUDIODRIVER=dummy SDL_VIDEODRIVER=dummy
usual=$XDG_DATA_HOME/unknot/history.db
wrong=0
cd "$work" || exit 1
cat >short.yaml <<'END'
routine: Short
counts as: [mobility]
steps:
  - ask: comfort
  - step: Stand tall
    dose: 4 s
  - step: Reach
    dose: 3 s per side
    setup: {for: 4 s, say: Sit down.}
  - step: Fold
    dose: 12 s
  - ask: comfort
END
cat >quick.yaml <<'END'
routine: Quick
steps:
  - step: One
    dose: 1 s
  - step: Two
    dose: 1 s
  - step: Three
    dose: 1 s
  - step: Four
    dose: 60 s
END

fail() {
    echo "$1" >&2
    cat out err >&2 2>/dev/null
    wrong=1
}
# has FILE SQL EXPECTED WORDS: what the statement says, read without changing the file.
has() {
    got=$(sqlite3 "$1" "$2" 2>&1)
    [ "$got" = "$3" ] || fail "$4: '$got' instead of '$3'"
}
sound() {
    has "$1" "PRAGMA integrity_check" ok "$2 leaves a broken file"
}
# simulate KEYS OPTIONS...: with the history in `file`.
file=$work/simulated/history.db
simulate() {
    rm -rf simulated
    printf '%b' "$1" >keys.yaml
    shift
    "$unknot" play short.yaml --terminal --simulate --keys keys.yaml "$@" >out 2>err </dev/null
}
# start FILE OPTIONS...: in the background.
start() {
    : >out # not in the background: nobody may read what the last one printed
    : >err
    "$unknot" play --terminal --no-voice --no-resume "$@" >out 2>err </dev/null 7>&- &
    player=$!
}
# wait_for WORDS [FILE]: until they are printed.
wait_for() {
    eventually said_or_over "$1" "${2:-out}"
    stands_in "${2:-out}" "$1" || fail "'$1' did not come"
}
said_or_over() {
    stands_in "$2" "$1" || is_over "$player"
}
# wait_until FILE SQL EXPECTED: until the statement says so.
wait_until() {
    eventually is_so "$@" || fail "'$2' does not become '$3'"
}
is_so() {
    [ "$(sqlite3 "$1" "$2" 2>/dev/null)" = "$3" ]
}
# stop SIGNAL
stop() {
    kill "-$1" "$player"
    wait "$player" 2>/dev/null
    player=''
}
steps='SELECT title, done, CAST(round(work / 1e6) AS INT) FROM steps ORDER BY session, number'

# A whole session.
simulate '- 0:01: rate 3\n- 0:02: enter\n- 0:40: rate 8\n- 0:41: enter\n' --history "$file" || fail "exit code $?"
has "$file" "SELECT routine, title, counts_as, planned, worked, ended, left_at, comfort_before, comfort_after FROM sessions" \
    'short|Short|mobility|22000000|22000000|finished|0|3|8' "a whole session"
has "$file" "SELECT lasted BETWEEN 27e6 AND 60e6, utc_offset, begun BETWEEN unixepoch() - 60 AND unixepoch() FROM sessions" '1|0|1' "its times"
has "$file" "$steps" 'Stand tall|1|4
Reach|1|6
Fold|1|12' "its steps"
sound "$file" "a session"

# Skipped; skipped by mistake and done all the same; left in the middle.
simulate '- 0:01: enter\n- 0:02: right\n- 0:03: left\n- 0:12: right\n- 0:14: right\n- 0:16: quit\n' --history "$file"
has "$file" "$steps" 'Stand tall|1|5
Reach|0|1
Fold|0|2' "what was skipped"
has "$file" "SELECT ended, left_at > 0, comfort_before IS NULL FROM sessions" 'left|1|1' "a session that was left"

# Not worth a word; and what is no session of the person's.
simulate '- 0:01: enter\n- 0:03: quit\n' --history "$file"
[ ! -e "$file" ] || fail "two seconds are kept"
simulate '- 0:01: enter\n'
simulate '- 0:01: enter\n' --no-history --history "$file"
[ ! -e "$file" ] || fail "--no-history keeps something"
printf -- '- 0:12: quit\n' >keys.yaml
"$unknot" play quick.yaml --terminal --no-voice --no-resume --keys keys.yaml >out 2>err </dev/null
"$unknot" play quick.yaml --terminal --no-voice --no-resume --speed 20 >out 2>err </dev/null
[ ! -e "$usual" ] || fail "a simulated or fast session is kept"

# Killed in the middle: each step that was done is there. Then a signal, and a session in a window.
start quick.yaml
wait_for Two
wait_until "$usual" "SELECT count(*) >= 1 FROM steps" 1
wait_for Four
wait_until "$usual" "SELECT count(*) >= 3 FROM steps" 1
stop KILL
has "$usual" "SELECT ended, worked >= 3e6 FROM sessions" 'open|1' "killed"
sound "$usual" "SIGKILL"
start quick.yaml
wait_for Four
stop TERM
has "$usual" "SELECT ended, left_at >= 3e6 FROM sessions WHERE id = 2" 'left|1' "ended by a signal"
"$unknot" play quick.yaml --windowed --size 320x180 --no-voice --no-resume -v >out 2>err </dev/null &
player=$!
wait_until "$usual" "SELECT count(*) >= 3 FROM steps WHERE session = 3" 1
stop TERM
has "$usual" "SELECT ended FROM sessions WHERE id = 3" left "a window that is closed"

# Two at once, in one file.
"$unknot" play short.yaml --terminal --no-voice --no-resume >other.out 2>&1 </dev/null &
other=$!
start quick.yaml
wait_for Four
kill -TERM "$other"
wait "$other" 2>/dev/null
other=''
stop TERM
has "$usual" "SELECT count(*) FROM steps WHERE session = (SELECT max(id) FROM sessions WHERE routine = 'quick')" 3 "two at once"
[ ! -s err ] || fail "two at once disturb each other"
sound "$usual" "two at once"

# The clock on the wall is set back by an hour in the middle.
printf '%19d %19d ' 0 0 >shift
: >out
ASAN_OPTIONS=verify_asan_link_order=0 SHIFT_CLOCK=$work/shift LD_PRELOAD=$shift_clock \
    "$unknot" play quick.yaml --terminal --no-voice --no-resume --history clock.db >out 2>err </dev/null &
player=$!
wait_for Two
printf '%19d %19d ' -3600 0 1<>shift
wait_for Four
stop TERM
has clock.db "SELECT lasted BETWEEN 3e6 AND 60e6, begun > unixepoch() - 600, ended FROM sessions" '1|1|left' "the clock set back"

# Damaged: moved aside, and said.
printf 'not a database, but long enough to be looked at as one.' >"$usual"
start quick.yaml
wait_for Two
wait_for 'it was damaged and is now history.db.broken-' err
wait_until "$usual" "SELECT count(*) FROM sessions" 1
stop TERM
grep -q 'long enough' "$usual".broken-* || fail "the damaged file is gone"

# Held by another program all the time: said once, and the end does not wait for long.
mkfifo hold
sqlite3 "$usual" <hold >/dev/null &
holder=$!
exec 7>hold
echo "BEGIN EXCLUSIVE;" >&7
start quick.yaml
wait_for Four
wait_for 'another program uses it' err
before=$(date +%s)
stop TERM
[ $(($(date +%s) - before)) -le 20 ] || fail "a locked file holds up the end"
[ "$(grep -c 'cannot be kept' err)" = 1 ] || fail "not said once"
# Let go before the end: what could not be written is.
start quick.yaml
wait_for 'another program uses it' err
echo "ROLLBACK;" >&7
exec 7>&-
wait "$holder"
holder=''
wait_for Four
stop TERM
has "$usual" "SELECT count(*) FROM steps WHERE session = 2" 3 "a file that was let go"

# A kiosk counts: how often, and nothing else. If it is to keep nothing, it does.
mkdir routines
printf 'routine: Tiny\nsteps:\n  - step: Stand\n    dose: 2 s\n' >routines/tiny.yaml
printf -- '- 0:01: enter\n' >keys.yaml
counts=$XDG_STATE_HOME/unknot/counts.db
# kiosk KEEP OPTIONS...: until its one session is over.
kiosk() {
    printf 'kiosk: Test\nbreaks: none\nroutines: [tiny]\nkeep: %s\nstatus file: %s/status.json\n' "$1" "$work" >kiosk.yaml
    shift
    rm -f status.json
    env ASAN_OPTIONS=verify_asan_link_order=0 SHIFT_CLOCK="$work/shift" LD_PRELOAD="$shift_clock" \
        "$unknot" kiosk --config kiosk.yaml --routines routines --size 320x180 --no-voice --keys keys.yaml "$@" >out 2>err &
    player=$!
    wait_for '"routine": "tiny"' status.json
    stop TERM
}
# Far from midnight.
printf '%19d %19d ' $(($(date -u -d 2026-11-03T12:00 +%s) - $(date +%s))) 0 >shift
kiosk nothing
[ ! -e "$counts" ] || fail "a kiosk that is to keep nothing counts"
kiosk counts --no-history
[ ! -e "$counts" ] || fail "a kiosk counts with --no-history"
before=$(sqlite3 "$usual" "SELECT count(*) FROM sessions")
kiosk counts
kiosk counts
has "$counts" "SELECT routine, finished, sessions, day = unixepoch('2026-11-03') / 86400 FROM counts" 'tiny|1|2|1' "a kiosk"
has "$counts" "SELECT count(*) FROM sessions" 0 "a kiosk keeps what is personal"
has "$usual" "SELECT count(*) FROM sessions" "$before" "a kiosk writes where a person's sessions are"

# Nothing can be made there.
for bad in /dev/null/history.db /proc/history.db "$work/short.yaml/x/history.db"; do
    start quick.yaml --history "$bad"
    wait_for Four
    stop TERM
    grep -q "what is done cannot be kept in $bad" err || fail "$bad is not said"
done

# A disk that is full from the beginning, and has room again in the middle.
mkdir disk
if mount -t tmpfs -o size=128k none disk 2>/dev/null; then
    disk=$work/disk
    head -c 1000000 /dev/zero >disk/filler 2>/dev/null
    start quick.yaml --history disk/history.db
    wait_for 'the disk is full' err
    rm disk/filler
    wait_for Four
    stop TERM
    has disk/history.db "SELECT count(*) FROM steps" 3 "a disk that has room again"
    sound disk/history.db "a full disk"
fi
: >out
: >err
(ulimit -f 1 && exec "$unknot" play quick.yaml --terminal --no-voice --no-resume --history limited/history.db >out 2>err </dev/null) &
player=$!
wait_for 'the disk is full' err
wait_for Four
stop TERM
exit "$wrong"
