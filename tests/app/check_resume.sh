#!/bin/sh
# SPDX-License-Identifier: MIT
# Where a session was left is kept however it ends, offered once, and never where nobody is asked.
# usage: check_resume.sh UNKNOT
set -u
unknot=$1
# shellcheck source=tests/app/await.sh
. "$(dirname "$0")/await.sh"
work=$(mktemp -d)
player=
finish() {
    [ -z "$player" ] || put_down "$player"
    rm -rf "$work"
}
trap finish EXIT
export HOME="$work" XDG_CONFIG_HOME="$work/config" XDG_STATE_HOME="$work/state" SDL_AUDIODRIVER=dummy
place=$XDG_STATE_HOME/unknot/places/short.yaml
wrong=0
cat >"$work/short.yaml" <<'END'
routine: Short
steps:
  - step: Stand tall
    dose: 5 min
END

fail() {
    echo "$1" >&2
    cat "$work/out" "$work/err" "$place" >&2 2>/dev/null
    wrong=1
}

# start OPTIONS...: plays in the background.
start() {
    : >"$work/out" # not in the background: nobody may read what the last one printed
    "$unknot" play --terminal --no-voice "$@" "$work/short.yaml" >"$work/out" 2>"$work/err" </dev/null &
    player=$!
}
# wait_for WORDS: until they are printed.
wait_for() {
    eventually said_or_over "$1"
    stands_in "$work/out" "$1" || fail "'$1' did not come"
}
said_or_over() {
    stands_in "$work/out" "$1" || is_over "$player"
}
# stop SIGNAL CODE
stop() {
    kill "-$1" "$player"
    code=0
    wait "$player" 2>/dev/null || code=$?
    player=
    [ "$code" = "$2" ] || fail "exit code $code after SIG$1, expected $2"
}
# position: of the file, in seconds; 0 when there is none.
position() {
    sed -n 's/^position us: \([0-9]*\)......$/\1/p' "$place" 2>/dev/null | grep . || echo 0
}

for signal in TERM INT HUP; do
    rm -rf "$XDG_STATE_HOME"
    start --from 1:40
    wait_for "Stand tall"
    stop "$signal" 4
    [ "$(position)" -ge 100 ] || fail "the place is not kept after SIG$signal"
done

# Offered, and left as it is when nobody chose.
start
wait_for "You left here"
stop TERM 4
[ "$(position)" -ge 100 ] || fail "the place is gone though nobody chose"

# Never asked.
start --from 2:00
wait_for "Stand tall"
! grep -q "You left here" "$work/out" || fail "--from asks"
stop TERM 4
start --no-resume
wait_for "Stand tall"
stop TERM 4
[ "$(position)" -ge 120 ] || fail "--no-resume touches the place"
"$unknot" play --terminal --simulate "$work/short.yaml" >"$work/out" 2>&1
! grep -q "You left here" "$work/out" || fail "--simulate asks"
[ "$(position)" -ge 120 ] || fail "--simulate touches the place"

# The home screen offers to go on there; a kiosk, which is nobody's own, does not.
for screen in home kiosk-choose; do
    "$unknot" shot --routines "$work" --screen $screen --size 720x2000 -o "$work/$screen.png"
    XDG_STATE_HOME=/dev/null "$unknot" shot --routines "$work" --screen $screen --size 720x2000 -o "$work/$screen-new.png"
done
! cmp -s "$work/home.png" "$work/home-new.png" || fail "home does not show where it was left"
cmp "$work/kiosk-choose.png" "$work/kiosk-choose-new.png" || fail "a kiosk shows where somebody left"

# Who does nothing goes on; kept meanwhile, so that little is lost; gone when the end is reached.
start --speed 50
wait_for "Done"
code=0
wait "$player" || code=$?
player=
[ "$code" = 0 ] || fail "exit code $code at the end"
grep -q "You left here" "$work/out" || fail "nothing is offered"
[ ! -e "$place" ] || fail "the place is not removed at the end"

# What cannot be used or written is no reason not to play.
mkdir -p "$(dirname "$place")"
for text in '' '[' 'place: 2' 'place: 1\nroutine: other'; do
    printf '%b\n' "$text" >"$place"
    start --from 1:00
    wait_for "Stand tall"
    stop TERM 4
    [ "$(position)" -ge 60 ] || fail "a broken place is not replaced"
done
rm -rf "$XDG_STATE_HOME"
: >"$XDG_STATE_HOME"
start --from 1:00
wait_for "Stand tall"
stop TERM 4
exit "$wrong"
