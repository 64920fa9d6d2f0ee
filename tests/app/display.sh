# SPDX-License-Identifier: MIT
# shellcheck shell=sh
# For scripts that play in a window: a display and a folder of their own (`work`), both gone at the end
# together with the player whose id is in `play_pid`, and what the libraries behind a window leak.

LSAN_OPTIONS=suppressions=$(cd "$(dirname "$0")/.." && pwd)/lsan.supp:print_suppressions=0
SDL_VIDEODRIVER=x11 SDL_AUDIODRIVER=dummy
export LSAN_OPTIONS SDL_VIDEODRIVER SDL_AUDIODRIVER

work=$(mktemp -d)
x_pid="" play_pid=""

# What is done here was done by nobody.
export XDG_DATA_HOME="$work/data"

finish() {
    # It may be stopped, and a stopped process only hears this one.
    [ -z "$play_pid" ] || kill -9 "$play_pid" 2>/dev/null || true
    [ -z "$x_pid" ] || kill "$x_pid" 2>/dev/null || true
    rm -rf "$work"
}
trap finish EXIT

# fail WORDS: says what went wrong and what the player wrote to $work/log.
fail() {
    echo "$1" >&2
    cat "$work/log" >&2
    exit 1
}

# wait_for WORDS: in the log.
wait_for() {
    for _ in $(seq 300); do
        ! grep -q "$1" "$work/log" || return 0
        sleep 0.1
    done
    fail "'$1' did not come"
}

# Sets DISPLAY.
start_display() {
    : >"$work/display"
    Xvfb -displayfd 3 -screen 0 1280x720x24 -noreset -nolisten tcp 3>"$work/display" >/dev/null 2>&1 &
    x_pid=$!
    for _ in $(seq 100); do
        [ -s "$work/display" ] && break
        sleep 0.1
    done
    DISPLAY=:$(cat "$work/display")
    export DISPLAY
}

xorg=$(command -v /usr/lib/xorg/Xorg Xorg | head -n 1) || xorg=""

# start_dummy_displays SERVER_FLAGS [OPTION...]: Xorg without a card, and with two displays. SERVER_FLAGS is a
# file with the rest of its configuration. Sets DISPLAY; false: it does not start here, and $work/xorg.log says why.
start_dummy_displays() {
    cat "$1" - >"$work/xorg.conf" <<'END'
Section "Device"
    Identifier "card"
    Driver "dummy"
    VideoRam 64000
EndSection
Section "Screen"
    Identifier "screen"
    Device "card"
    DefaultDepth 24
    SubSection "Display"
        Depth 24
        Virtual 2048 768
    EndSubSection
EndSection
END
    shift
    : >"$work/display"
    "$xorg" -displayfd 3 -config "$work/xorg.conf" -logfile "$work/xorg.log" -noreset -nolisten tcp "$@" \
        3>"$work/display" >/dev/null 2>&1 &
    x_pid=$!
    for _ in $(seq 100); do
        [ ! -s "$work/display" ] || break
        sleep 0.1
    done
    [ -s "$work/display" ] || return 1
    DISPLAY=:$(cat "$work/display")
    export DISPLAY
}
