# SPDX-License-Identifier: MIT
# shellcheck shell=sh
# For scripts that play in a window: a display and a folder of their own (`work`), both gone at the end
# together with the player whose id is in `play_pid`, and what the libraries behind a window leak.

# shellcheck source=tests/app/await.sh
. "$(dirname "$0")/await.sh"
LSAN_OPTIONS=suppressions=$(cd "$(dirname "$0")/.." && pwd)/lsan.supp:print_suppressions=0
SDL_VIDEODRIVER=x11 SDL_AUDIODRIVER=dummy
export LSAN_OPTIONS SDL_VIDEODRIVER SDL_AUDIODRIVER

work=$(mktemp -d)
x_pid="" play_pid=""
: >"$work/log"

# What is done here was done by nobody.
export XDG_DATA_HOME="$work/data"

# What lives in the display ends with it and may still write: that is no failure.
finish() {
    [ -z "$play_pid" ] || put_down "$play_pid"
    [ -z "$x_pid" ] || end_display
    rm -rf "$work" 2>/dev/null || true
}
trap finish EXIT

# fail WORDS: says what went wrong and what the player wrote to $work/log.
fail() {
    echo "$1" >&2
    cat "$work/log" >&2
    exit 1
}

# begin COMMAND...: in the background, as the player. What it says goes into the log, which is empty before it begins:
# nobody is to wait for what the one before it said.
begin() {
    : >"$work/log"
    "$@" >"$work/log" 2>&1 &
    play_pid=$!
}

# wait_for WORDS [LINES]: in the log.
wait_for() {
    eventually stands_in "$work/log" "$@" || fail "'$1' did not come"
}

# wait_for_window: of the player; its id is in `window`.
wait_for_window() {
    eventually has_window || fail "no window came"
}
has_window() {
    window=$(xdotool search --onlyvisible --class unknot 2>/dev/null | head -n 1)
    [ -n "$window" ]
}

# expect_end CODE WORDS: the player ends by itself, with this exit code.
expect_end() {
    eventually is_over "$play_pid" || fail "it goes on: $2"
    code=0
    wait "$play_pid" 2>/dev/null || code=$?
    play_pid=
    [ "$code" = "$1" ] || fail "exit code $code, expected $1: $2"
}

# Sets DISPLAY.
start_display() {
    start_server Xvfb -screen 0 1280x720x24 || fail "Xvfb does not start: $(tail -n 5 "$work/server.log")"
}
# Asked to, not killed: a server that is killed leaves its lock behind, with a number that another process may get.
end_display() {
    kill "$x_pid" 2>/dev/null || true
    eventually is_over "$x_pid" || true
    put_down "$x_pid"
    x_pid=
}

# start_server COMMAND...: an X server that chooses its display. Sets DISPLAY; false: it does not start here. A lock that
# somebody leaves behind at this moment makes it give up: it is asked again.
start_server() {
    for _ in 1 2 3; do
        : >"$work/display"
        "$@" -displayfd 3 -noreset -nolisten tcp 3>"$work/display" >"$work/server.log" 2>&1 &
        x_pid=$!
        eventually server_has_begun || true
        if [ -s "$work/display" ]; then
            DISPLAY=:$(cat "$work/display")
            export DISPLAY
            return 0
        fi
        end_display
    done
    return 1
}
server_has_begun() {
    [ -s "$work/display" ] || is_over "$x_pid"
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
    start_server "$xorg" -config "$work/xorg.conf" -logfile "$work/xorg.log" "$@"
}
