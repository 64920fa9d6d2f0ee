#!/bin/sh
# SPDX-License-Identifier: MIT
# The volume is remembered, and nothing about it keeps a session from playing.
# usage: check_settings.sh UNKNOT RUSH_CLOCK
set -u
unknot=$1 rush_clock=$2
# shellcheck source=tests/app/await.sh
. "$(dirname "$0")/await.sh"
work=$(mktemp -d)
player=
finish() {
    [ -z "$player" ] || put_down "$player"
    rm -rf "$work"
}
trap finish EXIT
export HOME="$work" XDG_CONFIG_HOME="$work/config" SDL_AUDIODRIVER=dummy ASAN_OPTIONS=verify_asan_link_order=0
settings=$XDG_CONFIG_HOME/unknot/settings.yaml
wrong=0

fail() {
    echo "$1" >&2
    cat "$work/err" "$settings" >&2 2>/dev/null
    wrong=1
}

# play KEYS OPTIONS...: left after half a minute, on a display that nobody sees.
play() {
    printf '%b- 0:30: esc\n- 0:35: esc\n' "$1" >"$work/keys.yaml"
    shift
    timeout 300 env LD_PRELOAD="$rush_clock" SDL_VIDEODRIVER=dummy "$unknot" play --size 320x180 --keys "$work/keys.yaml" "$@" \
        breathing-4-6 >"$work/out" 2>"$work/err" </dev/null
    code=$?
    [ "$code" = 4 ] || fail "exit code $code, expected 4: $*"
}
kept() { grep -qx "volume: $1" "$settings" || fail "'volume: $1' is not kept"; }

louder='- 0:10: "+"\n'
play ''
[ ! -e "$settings" ] || fail "settings are written without a reason"
play "$louder" --no-settings
play "$louder" --terminal --simulate
[ ! -e "$settings" ] || fail "settings are written where none belong"
play "$louder"
kept 90
play "$louder" --volume 40
kept 50
play '' --volume 10
kept 50
! grep -q settings "$work/err" || fail "a message where none belongs"

# What cannot be used is said, does not stop the session, and is not lost.
printf 'settings: 1\nvolume: loud\n' >"$settings"
play ''
grep -q "settings.yaml:2:9: error: 'volume' takes a whole number" "$work/err" || fail "no message"
kept loud
play "$louder"
kept 90
grep -q loud "$settings.broken" || fail "the broken file is lost"

# Kept as soon as it has settled, not only at the end.
printf -- '- 0:01: "-"\n' >"$work/keys.yaml"
"$unknot" play --terminal --keys "$work/keys.yaml" breathing-4-6 >"$work/out" 2>"$work/err" &
player=$!
eventually stands_in "$settings" '^volume: 80$'
put_down "$player"
kept 80

"$unknot" check "$settings" 2>"$work/err" || fail "its own file has mistakes"
rm -r "$XDG_CONFIG_HOME"
: >"$XDG_CONFIG_HOME"
play "$louder"
grep -q "the volume cannot be kept" "$work/err" || fail "no message about what cannot be kept"
exit "$wrong"
