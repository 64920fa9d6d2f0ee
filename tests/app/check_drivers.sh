#!/bin/sh
# SPDX-License-Identifier: MIT
# Where no display can be had, whatever SDL is told to take: a session plays in the terminal and says why; what is
# nothing without a window ends with a message.
# usage: check_drivers.sh UNKNOT
set -u
unknot=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export HOME="$work" XDG_CONFIG_HOME="$work/config" XDG_STATE_HOME="$work/state" XDG_RUNTIME_DIR="$work"
export SDL_AUDIODRIVER=dummy
unset DISPLAY WAYLAND_DISPLAY
printf 'routine: Brief\nsteps:\n  - step: Stand tall\n    dose: 1 s\n' >"$work/brief.yaml"
wrong=0

# expect CODE WORDS COMMAND...
expect() {
    code=0
    expected=$1 words=$2
    shift 2
    timeout 300 "$unknot" "$@" >"$work/out" 2>"$work/err" </dev/null || code=$?
    if [ "$code" != "$expected" ] || ! grep -q "$words" "$work/err"; then
        echo "SDL_VIDEODRIVER=${SDL_VIDEODRIVER-} $*: exit code $code, expected $expected and '$words'" >&2
        cat "$work/err" >&2
        wrong=1
    fi
}
for driver in kmsdrm nonsense x11 wayland none; do
    case $driver in
    none) unset SDL_VIDEODRIVER ;;
    # A machine with a screen of its own has that one.
    kmsdrm) [ ! -e /dev/dri/card0 ] && export SDL_VIDEODRIVER=$driver || continue ;;
    *) export SDL_VIDEODRIVER=$driver ;;
    esac
    expect 0 "there is no window: .* in the terminal instead" play "$work/brief.yaml" --no-settings
    grep -q '"Stand tall."' "$work/out" || { echo "$driver: nothing was played in the terminal" >&2; wrong=1; }
    expect 3 "error: there is no window: no display" home
    expect 3 "error: there is no window: no display" kiosk
    expect 3 "neither DISPLAY nor WAYLAND_DISPLAY" remind
done
exit $wrong
