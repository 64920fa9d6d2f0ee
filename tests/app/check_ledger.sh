#!/bin/sh
# SPDX-License-Identifier: MIT
# What was done, as somebody new uses it: nothing yet, played or not to be kept, brought from elsewhere, looked at,
# written as JSON and CSV and brought back byte by byte, forgotten for good; the week by the clock on the wall, across
# both changes of summer time, at midnight, on a journey and with a clock that was set back; and every reason why it
# cannot be used.
# usage: check_ledger.sh UNKNOT SHIFT_CLOCK HOLD_TO_SCHEMA
set -u
unknot=$1 shift_clock=$2 hold=$3
top=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d -p /dev/shm 2>/dev/null || mktemp -d)
trap 'umount "$work/disk" 2>/dev/null; rm -rf "$work"' EXIT
export HOME="$work" XDG_DATA_HOME="$work/data" TZ=Europe/Berlin
unset DISPLAY WAYLAND_DISPLAY
export SHIFT_CLOCK="$work/shift" ASAN_OPTIONS=verify_asan_link_order=0
db=$XDG_DATA_HOME/unknot/history.db
wrong=0

fail() {
    echo "ledger: $*" >&2
    cat "$work/out" "$work/err" >&2
    wrong=1
}
# run CODE COMMAND...: both outputs are in $work.
run() {
    code=$1 got=0
    shift
    timeout 300 "$@" >"$work/out" 2>"$work/err" </dev/null || got=$?
    [ "$got" = "$code" ] || fail "exit code $got, expected $code: $*"
}
# says PATTERN: a line of what the last one printed; complains: of what it said besides.
says() {
    grep -qE -- "$1" "$work/out" || fail "no line like '$1'"
}
complains() {
    grep -qE -- "$1" "$work/err" || fail "no message like '$1'"
}
# set_wall TIME: the clock shows it now, to a program that is begun with it.
set_wall() {
    printf '%19d %19d ' "$(($(date -d "$1" +%s) - $(date +%s)))" 0 >"$SHIFT_CLOCK"
}
# lines COUNT: of what the last one printed.
lines() {
    [ "$(wc -l <"$work/out")" = "$1" ] || fail "not $1 lines"
}

# Nothing yet, and looking does not change that.
run 0 "$unknot" history
complains '^nothing was kept yet$'
lines 0
for form in --json --csv; do
    run 0 "$unknot" history $form
done
lines 1
run 0 "$unknot" week
lines 10
run 0 env SDL_VIDEODRIVER=dummy SDL_AUDIODRIVER=dummy "$unknot" doctor
says '^history +good .*history.db, 0 sessions'
[ ! -e "$XDG_DATA_HOME" ] || fail "looking makes a file"

# A session that is played is there; one of which nothing is to be kept is not, by the option or by the setting.
cat >"$work/two.yaml" <<'YAML'
routine: Two breaths
counts as: [breathing]
steps:
  - step: In and out
    dose: 1 s
YAML
# play NAME OPTIONS...: what is kept goes into a folder of that name. They take their time, so all at once.
play() {
    name=$1
    shift
    XDG_DATA_HOME=$work/$name SDL_AUDIODRIVER=dummy timeout 300 env LD_PRELOAD="$shift_clock" "$unknot" play "$work/two.yaml" --terminal "$@" \
        </dev/null >"$work/$name.out" 2>&1 || echo "exit code $?" >>"$work/$name.out"
}
export XDG_CONFIG_HOME="$work/config"
mkdir -p "$XDG_CONFIG_HOME/unknot"
printf 'settings: 1\nhistory: none\n' >"$XDG_CONFIG_HOME/unknot/settings.yaml"
set_wall '2026-11-04 12:00' # no week ends before it is counted
play setting &
play option --no-settings --no-history &
play asked --history "$work/asked.db" &
play data --no-settings &
wait
cat "$work/setting.out" "$work/option.out" "$work/asked.out" "$work/data.out" >"$work/out"
[ "$(grep -c 'Done. Well done.' "$work/out")$(grep -c 'exit code' "$work/out")" = 40 ] || fail "not all were played"
for name in setting option asked; do
    [ ! -e "$work/$name" ] || fail "$name: what nobody wanted kept there was kept"
done
for own in "--history $work/asked.db" ''; do
    # shellcheck disable=SC2086 # two words or none
    run 0 "$unknot" history $own
    lines 2
    says '^ 1  .*  Two breaths  0:01  finished$'
done
run 0 env LD_PRELOAD="$shift_clock" "$unknot" week
says '^Belly breathing +1 of 7 '
rm "$XDG_CONFIG_HOME/unknot/settings.yaml"

# session BEGUN TITLE COUNTS [MORE]: finished, a line of a file; `begun` with its offset.
session() {
    printf '{"begun":"%s","routine":"r","title":"%s","counts_as":["%s"],"planned_s":60.000,"worked_s":60.000,' "$1" "$2" "$3"
    printf '"lasted_s":75.500,"end":"finished","left_at_s":null,"before":3,"after":null,"steps":[]}\n'
}
# file TICKS: around the sessions on standard input.
file() {
    echo '{"history":1,'
    echo '"sessions":['
    sed '$!s/$/,/'
    printf '],\n"ticks":[\n%s]}\n' "${1:-}"
}
# put: brings what is on standard input instead of what was there.
put() {
    rm -rf "$XDG_DATA_HOME"
    cat >"$work/put.json"
    run 0 "$unknot" history import "$work/put.json"
}

# Brought in, and looked at.
rm -rf "$XDG_DATA_HOME"
seed=$top/tests/fuzz/seeds/history.json
run 0 "$unknot" history import "$seed"
says '^added 5 of 5 sessions and ticks$'
[ "$(stat -c %a "$db")" = 600 ] || fail "others can read it"
run 0 "$unknot" history import "$seed"
says '^added 0 of 5 .*were there already'
run 0 "$unknot" history
lines 6
says '^ 1  Mon 2026-11-23  07:10  Daily mobility     12:05         finished      4 -> 6$'
says '^ 2  Mon 2026-11-23  13:02  =Posture break     0:31 of 3:00  left at 0:33  - -> 0$'
says '^    Mon 2026-11-23         Enough water                     ticked$'
says '^ 3  Tue 2026-11-24  06:10  Breathing          0:00 of 5:00  not ended$'
run 0 "$unknot" history --since 2026-11-24
lines 2
run 0 "$unknot" history --since 2026-11-25
complains '^nothing was kept since that day$'
run 0 "$unknot" history --csv
lines 6
says "\"'=Posture break\""
LC_ALL=de_DE.UTF-8 run 0 "$unknot" history --json --language de
"$hold" "$top/routines/schema/history.schema.json" "$work/out" || fail "the schema says no"
cp "$work/out" "$work/first.json"
rm -rf "$XDG_DATA_HOME"
run 0 "$unknot" history import "$work/first.json"
run 0 "$unknot" history --json
cmp "$work/first.json" "$work/out" || fail "it does not come back as it was"

# Of a file with one mistake nothing is taken.
sed 's/2026-11-24T06/2026-11-31T06/' "$seed" >"$work/wrong.json"
rm -rf "$XDG_DATA_HOME"
run 1 "$unknot" history import "$work/wrong.json"
complains "wrong.json: error: sessions\[2\].begun: a time such as .* not '2026-11-31T06:10:00Z'"
[ ! -e "$db" ] || fail "a file with a mistake makes a history"
run 1 "$unknot" history import "$work/none.json"
complains 'none.json: error: cannot be read: No such file'
run 1 "$unknot" history import /dev/zero
complains 'it is not a regular file'
truncate -s 65M "$work/large.json"
run 1 "$unknot" history import "$work/large.json"
complains 'it is larger than 65536 KiB'
rm "$work/large.json"

# traces TITLE: how many files of the history have it.
traces() {
    cat "$XDG_DATA_HOME"/unknot/* | grep -c "$1"
}
# three: sessions with titles that can be looked for, and a tick.
three() {
    {
        session 2026-11-02T07:00:00+01:00 Marmalade-toast breathing
        session 2026-11-03T07:00:00+01:00 Quicksilver-fox breathing
        session 2026-11-03T08:00:00+01:00 Rhubarb-crumble breathing
    } | file '{"day":"2026-11-03","item":"water"}' | put
    [ "$(traces Marmalade)$(traces Quicksilver)$(traces Rhubarb)" != 000 ] || fail "the titles are not in the file"
}
# expect_titles MARMALADE QUICKSILVER RHUBARB: 1 is there, 0 leaves no trace.
expect_titles() {
    run 0 "$unknot" history
    for title in Marmalade-toast Quicksilver-fox Rhubarb-crumble; do
        listed=$(grep -c "$title" "$work/out") in_file=$(traces "$title")
        [ "$listed" = "$1" ] || fail "$title is listed $listed times"
        [ "$1" = 0 ] || [ "$in_file" != 0 ] || fail "$title is listed and not there"
        [ "$1" = 1 ] || [ "$in_file" = 0 ] || fail "$title left a trace"
        shift
    done
}
three
run 2 "$unknot" history forget 2
complains 'nobody can be asked here; --yes'
run 2 "$unknot" history forget 99 --yes
complains "nothing is kept of '99'"
run 2 "$unknot" history forget 2026-11-04 --yes
complains "nothing is kept of '2026-11-04'"
run 2 "$unknot" history forget 2026-11-31 --yes
complains "'2026-11-31' is neither a day such as"
expect_titles 1 1 1
run 0 "$unknot" history forget 2 --yes
says '^forgotten: 1 session$'
expect_titles 1 0 1
three
run 0 "$unknot" history forget 2026-11-03 --yes
says '^forgotten: 2 sessions and 1 tick$'
expect_titles 1 0 0
three
echo 'Marmalade' >"$db.broken-2026-11-01"
run 0 "$unknot" history forget everything --yes
says '^forgotten: 3 sessions and 1 tick$'
expect_titles 0 0 0

# On a disk that has no room for anything.
three
mkdir "$work/disk"
if mount -t tmpfs -o size=64k none "$work/disk" 2>/dev/null; then
    cp "$db" "$work/disk"
    head -c 100000 /dev/zero >"$work/disk/filler" 2>/dev/null
    for what in 1:Marmalade 2026-11-03:Quicksilver everything:Rhubarb; do
        run 0 "$unknot" history forget "${what%:*}" --yes --history "$work/disk/history.db"
        [ $what = everything:Rhubarb ] || complains 'The disk is full: the file can only be changed in place'
        grep -qa "${what#*:}" "$work/disk/history.db" && fail "${what#*:} left a trace on a full disk"
        head -c 100000 /dev/zero >"$work/disk/more" 2>/dev/null
    done
    umount "$work/disk"
fi

# A kiosk's: how often, by week and day; two weeks of it.
rm -rf "$XDG_DATA_HOME"
run 0 "$unknot" history import "$seed"
sqlite3 "$db" "DELETE FROM sessions; DELETE FROM ticks; INSERT INTO counts VALUES (20780, 'posture-break', 1, 4),
    (20780, 'posture-break', 0, 1), (20781, 'posture-break', 1, 12), (20781, 'breathing-4-6', 1, 1),
    (20773, 'posture-break', 1, 3)"
set_wall '2026-11-24 12:00' # days to come have no dot
run 0 env LD_PRELOAD="$shift_clock" "$unknot" history
lines 4
says '^Mon 2026-11-16  posture-break       3         3  3 '
says '^Mon 2026-11-23  breathing-4-6       1         1  .   1'
says '^Mon 2026-11-23  posture-break      17        16  5  12'
run 0 "$unknot" history --csv --since 2026-11-24
lines 3
says '^2026-11-24,posture-break,12,12'
run 2 "$unknot" history --json
complains "these are a kiosk's counts, which are a table: --csv"
run 0 "$unknot" history forget everything --yes
says '^forgotten: 21 counted sessions$'
run 0 "$unknot" history
complains '^nothing was kept yet$'

# answer WORD CODE: at a terminal.
answer() {
    got=0
    echo "$1" | script -qec "'$unknot' history forget 2026-11-03" /dev/null >"$work/out" 2>"$work/err" || got=$?
    [ "$got" = "$2" ] || fail "exit code $got after '$1', expected $2"
    says '2 sessions and 1 tick will be gone for good. Go on\? \[y/N\]'
}
three
answer n 4
says 'nothing was forgotten'
answer '' 4
expect_titles 1 1 1
answer y 0
expect_titles 1 0 0

# Wrong usage.
run 2 "$unknot" history improt x
complains "did you mean 'import'"
run 2 "$unknot" history import
complains 'say what: unknot history import FILE'
run 2 "$unknot" history forget
complains 'say what: unknot history forget DATE|ID|everything'
run 2 "$unknot" history import a b
complains "'b' is one too many"
run 2 "$unknot" history --json --csv
complains 'not both'
run 2 "$unknot" history forget 1 --since today
complains 'goes with the list'
run 2 "$unknot" history --yes
complains '--yes goes with forget'
run 2 "$unknot" history --since tomorrow
complains '--since takes a day such as 2026-11-23, today or yesterday'
run 2 "$unknot" week 2026-02-30
complains "'2026-02-30' is not a day such as"

# The week by the clock on the wall.
# week WALL PATTERN [ARGUMENTS]: what it says when the clock shows that, of belly breathing.
week() {
    set_wall "$1"
    pattern=$2
    shift 2
    run 0 env LD_PRELOAD="$shift_clock" "$unknot" week "$@"
    says "^Belly breathing +$pattern +every day$"
}

# In Berlin an hour is left out in the night to 29 March 2026, and comes again in the night to 25 October.
{
    session 2026-03-23T00:00:00+01:00 first breathing
    session 2026-03-29T00:30:00+01:00 before breathing
    session 2026-03-29T23:59:59+02:00 after breathing
    session 2026-03-30T00:00:00+02:00 monday breathing
} | file | put
week '2026-03-29 12:00' '2 of 7  1 \. \. \. \. \. 2'
says '^Week of Mon 2026-03-23 '
week '2026-03-29 23:59:30' '2 of 7  1 \. \. \. \. \. 2'
week '2026-03-30 00:00:01' '1 of 7  1'
week '2026-03-30 00:00:01' '2 of 7  1 \. \. \. \. \. 2' yesterday
{
    session 2026-10-25T02:30:00+02:00 first breathing
    session 2026-10-25T02:30:00+01:00 second breathing
    session 2026-10-26T00:00:00+01:00 monday breathing
} | file | put
week '2026-10-25 23:59' '1 of 7  \. \. \. \. \. \. 2'
week '2026-10-26 00:10' '1 of 7  1'
run 0 "$unknot" history
says 'Sun 2026-10-25  02:30  first'
says 'Sun 2026-10-25  02:30  second'

# On a journey: Sunday night in San Francisco is Monday in Tokyo, and stays Sunday.
session 2026-11-22T23:30:00-08:00 journey breathing | file | put
TZ=Asia/Tokyo week '2026-11-23 17:00' '0 of 7  \.'
TZ=Asia/Tokyo week '2026-11-23 17:00' '1 of 7  \. \. \. \. \. \. 1' 2026-11-22
TZ=Asia/Tokyo run 0 "$unknot" history
says 'Sun 2026-11-22  23:30  journey'

# The year ends in the middle of a week; the workspace is looked at by the month.
{
    session 2026-12-31T23:00:00+01:00 eve breathing
    session 2027-01-01T01:00:00+01:00 new breathing
    session 2027-01-01T02:00:00+01:00 desk workspace-check
} | file | put
week '2027-01-03 12:00' '2 of 7  \. \. \. 1 1 \. \.'
says '^Workspace check +1 of 1 '
week '2027-01-03 12:00' '2 of 7  \. \. \. 1 1 \. \.' 2026-12-31
says '^Workspace check +0 of 1 '

# The clock was set back: what is still to come by it is kept, listed, and counted when its day is there.
session 2026-11-23T07:00:00+01:00 ahead breathing | file | put
week '2026-11-16 12:00' '0 of 7  \.'
week '2026-11-16 12:00' '1 of 7  1' 2026-11-23
week '2026-11-24 12:00' '1 of 7  1 \.'
run 0 env LD_PRELOAD="$shift_clock" "$unknot" week --json
"$hold" "$top/routines/schema/week.schema.json" "$work/out" || fail "the schema of a week says no"
says '"monday":"2026-11-23"'
run 0 env LD_PRELOAD="$shift_clock" "$unknot" history --since yesterday
lines 2
run 0 env LD_PRELOAD="$shift_clock" "$unknot" history --since today
complains '^nothing was kept since that day$'

# What cannot be used is said, by everything that wants it.
cannot() {
    for command in history 'history --json' 'history --csv' week "history import $seed" 'history forget everything --yes'; do
        # shellcheck disable=SC2086 # the words of the command
        run 3 "$unknot" $command
        complains "$1"
    done
}
# A version in the header of the file: a newer program's.
printf '\0\0\0\143' | dd of="$db" bs=1 seek=60 conv=notrunc status=none
cannot 'history.db: it was made by a newer unknot'
[ "$(od -An -tu1 -j63 -N1 "$db" | tr -d ' ')" = 99 ] || fail "a newer file was changed"
rm -f "$db"*
mkdir "$db"
cannot 'history.db: it is a directory'
rmdir "$db"
mkfifo "$db"
cannot 'history.db: it is not a regular file'
rm "$db"
(unset HOME XDG_DATA_HOME && cannot 'there is no home folder: set HOME' && exit "$wrong") || wrong=1

# A damaged one is only moved aside by what wants to write, and everything that is forgotten takes it along.
head -c 5000 /dev/urandom >"$db"
run 3 "$unknot" history
complains 'history.db: it is damaged'
run 0 "$unknot" history import "$seed"
complains 'history.db: it was damaged and is now history.db.broken-'
ls "$db".broken-* >/dev/null 2>&1 || fail "nothing was moved aside"
run 0 "$unknot" history forget everything --yes
ls "$db".broken-* >/dev/null 2>&1 && fail "what was moved aside is still there"

# Results that nobody takes.
for form in '' --json --csv; do
    run 0 "$unknot" history import "$seed"
    run 3 sh -c "'$unknot' history $form >/dev/full"
    complains 'the results could not be written'
done
exit "$wrong"
