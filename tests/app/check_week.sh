#!/bin/sh
# SPDX-License-Identifier: MIT
# The week at home, on its own screen and at the end of a session: what was done counts there at once, what is
# ticked is kept, and no history that cannot be had keeps the screen from coming.
# usage: check_week.sh UNKNOT RUSH_CLOCK
set -u
unknot=$1 rush_clock=$2
LSAN_OPTIONS=suppressions=$(cd "$(dirname "$0")/.." && pwd)/lsan.supp:print_suppressions=0
SDL_VIDEODRIVER=dummy SDL_AUDIODRIVER=dummy LC_ALL=C ASAN_OPTIONS=verify_asan_link_order=0
export LSAN_OPTIONS SDL_VIDEODRIVER SDL_AUDIODRIVER LC_ALL ASAN_OPTIONS
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export HOME="$work" XDG_CONFIG_HOME="$work/config" XDG_STATE_HOME="$work/state" XDG_DATA_HOME="$work/data"
history=$XDG_DATA_HOME/unknot/history.db
wrong=0

# A Wednesday at noon, whenever this runs, so that no day and no week ends; each program begins ten minutes later.
RUSH_FROM=$(date -u -d 2026-11-04T12:00 +%s)
export RUSH_FROM

fail() {
    echo "$1" >&2
    cat "$work/out" "$work/err" >&2
    wrong=1
}

# show COMMAND OPTION... <KEYS: what is read on the screens that the keys print.
show() {
    cat >"$work/keys.yaml"
    RUSH_FROM=$((RUSH_FROM + 600))
    timeout 300 env LD_PRELOAD="$rush_clock" "$unknot" "$@" --size 1280x720 --keys "$work/keys.yaml" >"$work/all" 2>"$work/err" ||
        fail "$1 ended with $?"
    sed -n 's/^text .* "\(.*\)"$/\1/p' "$work/all" >"$work/out"
}
seen() { grep -qxF -- "$1" "$work/out" || fail "'$1' was not on the screen"; }
unseen() { ! grep -qxF -- "$1" "$work/out" || fail "'$1' was on the screen"; }
counted() { LD_PRELOAD=$rush_clock "$unknot" week | grep -q "$1 .* $2 of" || fail "$1 is not $2 this week"; }

# Its end shows the week with itself in it. The keys wait for the disk, as the screen does not.
cat >"$work/short.yaml" <<'END'
routine: Short
counts as: [full-mobility, breathing]
steps:
  - step: Stand tall
    dose: 1 min
END
show play "$work/short.yaml" --history "$history" --mute <<'END'
- 5:00: screen
- 5:01: enter
END
seen 'Well done.'
seen 'This week'
seen 'Full routine'
counted 'Full mobility routine' 1
counted 'Belly breathing' 1

# The week at home opens the list; the row above its first button is the water of today.
tick='- 0:09: focus-back
- 0:10: focus-back
- 0:11: focus-back
- 0:12: enter
- 0:13: screen
- 0:14: up
- 0:15: enter
- 0:16: esc
- 0:17: esc'
echo "$tick" | show home
seen 'Myofascial release'
seen '1 of 4'
counted 'Enough water' 1
echo "$tick" | show home
counted 'Enough water' 0

# Twelve weeks say which one it is.
show home <<'END'
- 0:09: focus-back
- 0:10: focus-back
- 0:11: focus-back
- 0:12: enter
- 0:13: enter
- 0:14: screen
- 0:15: esc
- 0:16: esc
END
seen '1 day with a session'
seen 'Week 1. Most people notice a change in weeks 2 to 4.'

# Who keeps nothing is shown nothing of it.
printf -- '- 0:09: screen\n- 0:10: esc\n' | show home --no-history
unseen 'This week'

# Something that opens for ever, and something that is no file.
rm "$history"
mkfifo "$history"
echo "$tick" | show home
seen '0 of 4'
rm "$history"
mkdir "$history"
echo "$tick" | show home
seen '0 of 4'
exit "$wrong"
