#!/bin/sh
# SPDX-License-Identifier: MIT
# The volume is remembered, and nothing about it keeps a session from playing.
# usage: check_settings.sh UNKNOT
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
export HOME="$work" XDG_CONFIG_HOME="$work/config" SDL_AUDIODRIVER=dummy
settings=$XDG_CONFIG_HOME/unknot/settings.yaml
wrong=0

fail() {
    echo "$1" >&2
    cat "$work/err" "$settings" >&2 2>/dev/null
    wrong=1
}

# play KEYS OPTIONS...: at twenty times the speed, left after half a minute.
play() {
    printf '%b- 0:30: esc\n- 0:35: esc\n' "$1" >"$work/keys.yaml"
    shift
    timeout 60 "$unknot" play --terminal --keys "$work/keys.yaml" "$@" breathing-4-6 \
        >"$work/out" 2>"$work/err" </dev/null
    code=$?
    [ "$code" = 4 ] || fail "exit code $code, expected 4: $*"
}
kept() { grep -qx "volume: $1" "$settings" || fail "'volume: $1' is not kept"; }

louder='- 0:10: "+"\n'
play '' --speed 20
[ ! -e "$settings" ] || fail "settings are written without a reason"
play "$louder" --speed 20 --no-settings
play "$louder" --simulate
[ ! -e "$settings" ] || fail "settings are written where none belong"
play "$louder" --speed 20
kept 90
play "$louder" --speed 20 --volume 40
kept 50
play '' --speed 20 --volume 10
kept 50
! grep -q settings "$work/err" || fail "a message where none belongs"

# What cannot be used is said, does not stop the session, and is not lost.
printf 'settings: 1\nvolume: loud\n' >"$settings"
play '' --speed 20
grep -q "settings.yaml:2:9: error: 'volume' takes a whole number" "$work/err" || fail "no message"
kept loud
play "$louder" --speed 20
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
play "$louder" --speed 20
grep -q "the volume cannot be kept" "$work/err" || fail "no message about what cannot be kept"
exit "$wrong"
