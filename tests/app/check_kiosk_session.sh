#!/bin/sh
# SPDX-License-Identifier: MIT
# Lets a kiosk run on a clock that does not wait, with scripted keys, and compares what stands on its screens, how
# they are drawn, and which it went through. usage: check_kiosk_session.sh UNKNOT SUPERVISE RUSH_CLOCK FOLDER    UPDATE=1 writes it anew
# FOLDER holds kiosk.yaml, perhaps routines/, expected.txt, screens.txt, and keys.yaml, which begins with
#   # from 2027-01-11 9:00:05 for 600 s
# and in which `screen` stands for what is to be seen.
set -eu
unknot=$1 supervise=$2 rush_clock=$3 folder=$4
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
LSAN_OPTIONS=suppressions=$(cd "$(dirname "$0")/.." && pwd)/lsan.supp:print_suppressions=0
ASAN_OPTIONS=verify_asan_link_order=0
export LSAN_OPTIONS ASAN_OPTIONS SDL_VIDEODRIVER=dummy SDL_AUDIODRIVER=dummy TZ=UTC
export HOME="$work" XDG_STATE_HOME="$work/state" XDG_RUNTIME_DIR="$work"
unset JOURNAL_STREAM NOTIFY_SOCKET DISPLAY WAYLAND_DISPLAY

from=$(sed -n 's/^# from \(.*\) for .*/\1/p' "$folder/keys.yaml")
most=$(sed -n 's/^# from .* for \([0-9]*\) s$/\1/p' "$folder/keys.yaml")
routines=$folder/routines
[ -d "$routines" ] || routines=$work/none # and not where the kiosk keeps its own: it would read all anew
mkdir "$work/none"
code=0
"$supervise" "$work/log" 0 once env RUSH_FROM="$(date -d "$from" +%s)" RUSH_FOR="$most" \
    LD_PRELOAD="$rush_clock" "$unknot" kiosk --config "$folder/kiosk.yaml" --routines "$routines" \
    --keys "$folder/keys.yaml" --size 320x180 --no-voice >"$work/screens" 2>"$work/messages" </dev/null || code=$?
# The texts of each screen, a line each; the mark of the one who looks after it is the only ring of its colour.
{
    awk '/^screen/ { if (texts != "") print texts; texts = "-" }
         /^text/ { sub(/^[^"]*"/, ""); sub(/"$/, ""); texts = texts (texts == "-" ? " " : " | ") $0 }
         /^rect #000000.. at 0.0,0.0/ { texts = texts " (dimmed)" }
         /^ring #F0B27AFF .* sweep 1.000/ { texts = texts " | (!)" }
         END { print texts }' "$work/screens"
    grep -v "the sound device" "$work/messages" | sed "s|$folder/||g" || true
    sed -n 's/.* STATUS=\([a-z]*\).*/\1/p' "$work/log" | tr '\n' ' '
    echo "exit $code"
} >"$work/got"
grep -v -e '^brush' -e '^polygon' "$work/screens" >"$work/drawn" # figures are looked at elsewhere
if [ -n "${UPDATE:-}" ]; then
    cp "$work/got" "$folder/expected.txt"
    cp "$work/drawn" "$folder/screens.txt"
fi
diff -u "$folder/expected.txt" "$work/got"
awk -f "$(dirname "$0")/near.awk" "$folder/screens.txt" "$work/drawn"
