#!/bin/sh
# SPDX-License-Identifier: MIT
# check_write_down.sh BUILD ROUTINE: a session is played and heard against its plan (tests/sound/session), and
# written down from its recording alone: steps, sides, sets, reps and breaths are to be those of its plan. Words
# are left out.
set -eu
build=$1
tests=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export SOUNDS=1 TABLE=1
KEEP=$work/rehearsed "$tests/session" "$build" rehearsal "$2"
# A recording begins at any time before the session: 1237 samples of two channels.
{
    head -c $((4 * 1237)) /dev/zero
    cat "$work/rehearsed"
} >"$work/raw"
"$build/unknot" plan "$2" --eyes-closed --json >"$work/plan"
# Without the time, which begins elsewhere.
"$tests/write-down" "$build" --plan "$work/plan" | cut -c9- >"$work/planned"
"$tests/write-down" "$build" "$work/raw" | cut -c9- >"$work/heard"
cat "$work/heard"
diff "$work/planned" "$work/heard"
