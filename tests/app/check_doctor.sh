#!/bin/sh
# SPDX-License-Identifier: MIT
# The doctor names what is there, what is missing and what to do about it.
# usage: check_doctor.sh UNKNOT
set -u
unknot=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
wrong=0
export HOME="$work" XDG_DATA_HOME="$work/data" XDG_STATE_HOME="$work/state" SDL_VIDEODRIVER=dummy SDL_AUDIODRIVER=dummy

# expect CODE PATTERN...: every pattern stands in a line of what it prints.
expect() {
    code=$1 got=0
    shift
    timeout 300 "$unknot" doctor $options >"$work/out" 2>"$work/err" || got=$?
    [ "$got" = "$code" ] || { echo "exit code $got, expected $code" >&2; wrong=1; }
    for pattern in "$@"; do
        grep -qE -- "$pattern" "$work/out" && continue
        echo "no line like '$pattern'" >&2
        wrong=1
    done
    [ "$wrong" = 0 ] || { cat "$work/out" "$work/err" >&2; exit 1; }
}

options=
expect 0 '^display +good +0: [0-9]+ x [0-9]+' '^drawing +good +dummy' '^font +(good|note)' \
    '^sound +good +dummy' '^voice +good +English' '^routines +good +[0-9]+ can be played' \
    '^your routines +good .*none yet' '^history +good .*/unknot/history.db, 0 sessions' '^assets +good'
options=--json
expect 0 '"topic":"voice"' '"state":"good"'
# What it may say is written down.
schema=$(dirname "$0")/../../assets/kiosk/doctor.schema.json
for word in $(sed -n 's/.*"\(topic\|state\)":"\([^"]*\)".*/\2/p' "$work/out" | tr ' ' '_' | sort -u); do
    grep -q "\"$(echo "$word" | tr '_' ' ')\"" "$schema" || { echo "the schema lacks '$word'" >&2; wrong=1; }
done
printf 'kiosk: Office\n' >"$work/kiosk.yaml"
options="--json --config $work/kiosk.yaml"
expect 0 '"topic":"kiosk"' '"topic":"counts"' 'counts.db, 0 sessions, 0 of them finished'
printf 'kiosk: Office\nkeep: nothing\n' >"$work/kiosk.yaml"
expect 0 '"topic":"kiosk"'
! grep -q '"counts"' "$work/out" || { echo "counts where nothing is kept" >&2; wrong=1; }
printf 'kiosk: Office\nvolume: loud\n' >"$work/kiosk.yaml"
options="--config $work/kiosk.yaml"
expect 3 '^kiosk +lacking .*has mistakes' "-> 'unknot check "

options=
SDL_AUDIODRIVER=nowhere expect 3 '^sound +lacking' '-> connect a loudspeaker'
SDL_VIDEODRIVER=nowhere expect 3 '^display +lacking' "-> .*--terminal"

# Routines of one's own: one in a language without a voice, one with a mistake.
mkdir -p "$XDG_DATA_HOME/unknot/routines"
cat >"$XDG_DATA_HOME/unknot/routines/ruhe.yaml" <<'EOF'
routine: Ruhe
language: de
steps:
  - step: Ausruhen
    dose: 30 s
EOF
expect 0 "^voice +note +ruhe is in 'de'" '-> its lines are shown'
printf 'routine: Broken\nsteps:\n  - nothing-like-it: 1 min\n' \
    >"$XDG_DATA_HOME/unknot/routines/broken.yaml"
expect 3 '^routines +lacking .*broken.yaml cannot be played' "-> 'unknot check "
rm "$XDG_DATA_HOME/unknot/routines/broken.yaml"

# The history: some, damaged, none at all.
history=$XDG_DATA_HOME/unknot/history.db
"$unknot" history import "$(dirname "$0")/../fuzz/seeds/history.json" >/dev/null || wrong=1
expect 0 '^history +good .*, 3 sessions'
echo 'it was moved aside' >"$history.broken-2026-11-23"
expect 0 '^history +note +1 damaged file was moved aside: .*broken-'
rm "$history"*
mkdir "$history"
expect 3 '^history +lacking .*history.db: it is a directory' '-> sessions are played all the same'
(unset HOME XDG_DATA_HOME; expect 0 '^history +note +there is no home folder') || wrong=1
exit "$wrong"
