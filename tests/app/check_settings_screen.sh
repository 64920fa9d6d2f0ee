#!/bin/sh
# SPDX-License-Identifier: MIT
# What is chosen on the settings screen, and before a routine, counts at once, is kept, and counts the next time.
# usage: check_settings_screen.sh UNKNOT RUSH_CLOCK
set -u
unknot=$1 rush_clock=$2
# shellcheck source=tests/app/await.sh
. "$(dirname "$0")/await.sh"
LSAN_OPTIONS=suppressions=$(cd "$(dirname "$0")/.." && pwd)/lsan.supp:print_suppressions=0
SDL_VIDEODRIVER=dummy SDL_AUDIODRIVER=dummy LC_ALL=C ASAN_OPTIONS=verify_asan_link_order=0
export ASAN_OPTIONS LSAN_OPTIONS SDL_VIDEODRIVER SDL_AUDIODRIVER LC_ALL
work=$(mktemp -d)
player=
finish() {
    [ -z "$player" ] || put_down "$player"
    rm -rf "$work"
}
trap finish EXIT
export HOME="$work" XDG_CONFIG_HOME="$work/config"
settings=$XDG_CONFIG_HOME/unknot/settings.yaml
wrong=0

fail() {
    echo "$1" >&2
    cat "$work/err" "$settings" >&2 2>/dev/null
    wrong=1
}

# keys ACTION...: one each quarter of a second.
keys() {
    hundredths=100
    : >"$work/keys.yaml"
    for action in "$@"; do
        hundredths=$((hundredths + 25))
        printf -- '- %d.%02d s: %s\n' $((hundredths / 100)) $((hundredths % 100)) "$action" >>"$work/keys.yaml"
    done
}
# visit ACTION...
visit() {
    keys "$@"
    timeout 300 env LD_PRELOAD="$rush_clock" "$unknot" --size 1280x720 --keys "$work/keys.yaml" $options \
        >"$work/out" 2>"$work/err" || fail "it ended with $?"
}
kept() { grep -qx "$1" "$settings" || fail "'$1' is not kept"; }
seen() { grep -qF -- "$1" "$work/out" || fail "'$1' was not on the screen"; }

options=
# The choice before the first one is the last one.
open='focus-back enter'
# Softer; contrast, which is the one before night; reduced motion; the last thing is not here.
visit $open left down down down down down left down right up up up up up up up up enter screen esc \
    esc
kept 'volume: 70'
kept 'theme: contrast'
kept 'motion: reduced'
grep -q '^equipment: \[.*mat.*\]$' "$settings" || fail "what is at hand is not kept"
seen '"I do not"'
seen '"High contrast"'

# A volume that is changed is heard.
heard() {
    [ -s "$work/heard" ] || return 1
    head -c "$(wc -c <"$work/heard")" "$work/heard" | od -An -v -t d2 |
        awk '{ for (i = 1; i <= NF; i++) if ($i > 500) { loud = 1; exit } } END { exit !loud }'
}
keys $open left
SDL_AUDIODRIVER=disk SDL_DISKAUDIOFILE=$work/heard "$unknot" --size 1280x720 --speed 10 --keys "$work/keys.yaml" \
    >"$work/out" 2>"$work/err" &
player=$!
eventually heard || fail "a volume makes no sound"
put_down "$player"
player=

# It is so the next time, also when a person has written it.
sed -i 's/^theme: .*/theme: light  # by day/' "$settings"
visit $open screen esc esc
seen '"Light"'
kept 'theme: light  # by day'

options='--no-settings'
cp "$settings" "$work/before"
visit $open left esc esc
cmp -s "$settings" "$work/before" || fail "settings are written where none belong"

# A broken file is said, nothing is lost, and the screen begins as usual.
options=
printf 'settings: 1\ntheme: nite\n' >"$settings"
visit $open screen left esc esc
grep -q "'theme' takes night, light or contrast" "$work/err" || fail "no message"
seen '"Night"'
kept 'volume: 70'
grep -q nite "$settings.broken" || fail "the broken file is lost"

# What a routine can do without is said right before it, and it is another one at once.
rm "$settings"
visit enter screen right right enter screen esc esc
seen '"Foam roller: I have it"'
seen '"mat, foam roller, doorway"'
seen '"Foam roller: I do not"'
seen '"mat, doorway"'
grep -q '^equipment: .*mat' "$settings" || fail "what is at hand is not kept"
grep -q '^equipment: .*roller' "$settings" && fail "what is not at hand is kept"

# What keys are on: they are called so at once, here and in a session, whatever the first key is.
rm "$settings"
visit $open down down down down down down down down down down left screen esc screen esc
kept 'keys are on: remote'
seen '"A remote"'
seen 'OK opens, Menu shows all keys'
visit screen esc
seen 'OK opens, Menu shows all keys'
keys help screen esc esc esc
timeout 300 env LD_PRELOAD="$rush_clock" "$unknot" play --size 1280x720 --keys "$work/keys.yaml" breathing-4-6 \
    >"$work/out" 2>"$work/err"
seen '"OK"'
exit "$wrong"
