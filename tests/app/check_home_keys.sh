#!/bin/sh
# SPDX-License-Identifier: MIT
# From home through every screen, a session and back by scripted keys: each screen says what it is.
# usage: check_home_keys.sh UNKNOT RUSH_CLOCK
set -eu
unknot=$1 rush_clock=$2
LSAN_OPTIONS=suppressions=$(cd "$(dirname "$0")/.." && pwd)/lsan.supp:print_suppressions=0
SDL_VIDEODRIVER=dummy SDL_AUDIODRIVER=dummy ASAN_OPTIONS=verify_asan_link_order=0
export ASAN_OPTIONS LSAN_OPTIONS SDL_VIDEODRIVER SDL_AUDIODRIVER
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

mkdir "$work/routines"
printf 'routine: Aa broken\nsteps:\n  - cat-cw: 2 min\n' >"$work/routines/aa-broken.yaml"
printf 'routine: Ab short\nsteps:\n  - step: Stand\n    dose: 10 s\n' >"$work/routines/ab-short.yaml"

# Home; the broken one and back; the short one, counted down, to its end and home; learn; out.
cat >"$work/keys.yaml" <<'END'
- 0:10: screen
- 0:11: right
- 0:12: enter
- 0:20: screen
- 0:21: esc
- 0:22: focus-next
- 0:23: enter
- 0:30: screen
- 0:31: enter
- 0:32: screen
- 0:33: esc
- 0:34: enter
- 0:35: enter
- 0:41: screen
- 3:30: enter
- 3:58: left
- 3:59: left
- 4:00: focus-back
- 4:01: focus-back
- 4:02: enter
- 4:10: screen
- 4:11: enter
- 4:12: screen
- 4:13: esc
- 4:20: screen
- 4:21: esc
END
timeout 300 env LD_PRELOAD="$rush_clock" "$unknot" --size 1280x720 --no-settings --mute --routines "$work/routines" \
    --keys "$work/keys.yaml" >"$work/out" 2>"$work/err" || {
    cat "$work/err" "$work/out" >&2
    exit 1
}
# The last text of each kind of screen, in the order they came.
at=0
for words in 'What does your back need' 'This file has mistakes' "did you mean 'cat-cow'" \
    '"Ab short"' 'Pain that grows' 'Starts in' 'AB SHORT' 'Why backs get tight' '"2 of' \
    'What does your back need'; do
    found=$(tail -n "+$((at + 1))" "$work/out" | grep -nF -m 1 -- "$words" | cut -d: -f1)
    if [ -z "$found" ]; then
        echo "no \"$words\" after line $at" >&2
        grep -n '^text' "$work/out" >&2
        exit 1
    fi
    at=$((at + found))
done
