#!/bin/sh
# SPDX-License-Identifier: MIT
# A routine that was left says so on its card; what is chosen there is not asked again; at its end the mark
# is gone. With other things at hand, the cards tell at once how long a routine takes then.
# usage: check_home_resume.sh UNKNOT RUSH_CLOCK
set -u
unknot=$1 rush_clock=$2
LSAN_OPTIONS=suppressions=$(cd "$(dirname "$0")/.." && pwd)/lsan.supp:print_suppressions=0
SDL_VIDEODRIVER=dummy SDL_AUDIODRIVER=dummy LC_ALL=C ASAN_OPTIONS=verify_asan_link_order=0
export ASAN_OPTIONS LSAN_OPTIONS SDL_VIDEODRIVER SDL_AUDIODRIVER LC_ALL
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export HOME="$work" XDG_CONFIG_HOME="$work/config" XDG_STATE_HOME="$work/state"
place=$XDG_STATE_HOME/unknot/places/zz-short.yaml
mkdir "$work/routines"
cat >"$work/routines/zz-short.yaml" <<'END'
routine: Zz short
steps:
  - step: Stand tall
    dose: 1 min
  - with: stool
    steps:
      - step: Stand on it
        dose: 2 min
END
wrong=0

fail() {
    echo "$1" >&2
    grep '^text' "$work/out" >&2
    cat "$work/err" "$place" >&2 2>/dev/null
    wrong=1
}
# visit <KEYS: an hour after the one before.
RUSH_FROM=$(date +%s)
export RUSH_FROM
visit() {
    cat >"$work/keys.yaml"
    RUSH_FROM=$((RUSH_FROM + 3600))
    timeout 300 env LD_PRELOAD="$rush_clock" "$unknot" --size 1280x720 --mute --routines "$work/routines" \
        --keys "$work/keys.yaml" >"$work/out" 2>"$work/err" || fail "it ended with $?"
}
seen() { grep -qF -- "$1" "$work/out" || fail "'$1' was not on the screen"; }
unseen() { ! grep -qF -- "$1" "$work/out" || fail "'$1' was on the screen"; }

# The last routine, which is the fourth choice back; left in the middle, without a question before.
visit <<'END'
- 0:08: focus-back
- 0:09: focus-back
- 0:10: focus-back
- 0:11: focus-back
- 0:12: screen
- 0:14: enter
- 0:15: screen
- 0:16: enter
- 0:17: enter
- 1:40: esc
- 1:41: esc
- 5:00: screen
- 5:01: esc
END
seen '"Start"'
seen '"Resume at 1:'
[ -e "$place" ] || fail "the place is not kept"

# Each choice is made before the session and not asked again; the routine's end takes the mark away.
visit <<'END'
- 0:08: focus-back
- 0:09: focus-back
- 0:10: focus-back
- 0:11: focus-back
- 0:12: screen
- 0:14: enter
- 0:15: screen
- 0:16: enter
- 0:17: enter
- 0:20: screen
- 4:10: enter
- 8:00: screen
- 8:01: esc
END
seen 'Begin anew'
seen '"Stand on it"'
unseen 'You left before'
of_card=$(grep -A1 '"Zz short"' "$work/out" | tail -n 1)
echo "$of_card" | grep -q '"3 min' || fail "the card says $of_card at the end"
[ ! -e "$place" ] || fail "the mark is still there at the end"

# The last thing is the stool: without it the routine is short.
visit <<'END'
- 0:08: focus-back
- 0:08: focus-back
- 0:08: focus-back
- 0:08: focus-back
- 0:10: screen
- 0:11: focus-next
- 0:11: focus-next
- 0:11: focus-next
- 0:11: enter
- 0:12: focus-back
- 0:13: focus-back
- 0:14: enter
- 0:15: screen
- 0:16: esc
- 1:25: screen
- 1:26: esc
END
of_card=$(grep -A1 '"Zz short"' "$work/out" | grep -o '"[0-9]* min' | tr -d '\n')
[ "$of_card" = '"3 min"1 min' ] || fail "the card says $of_card, expected 3 minutes, then 1"
exit "$wrong"
