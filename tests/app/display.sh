# SPDX-License-Identifier: MIT
# shellcheck shell=sh
# For scripts that need a display of their own: a virtual one, and what the libraries behind a window
# leak. `work` is a folder of the caller's.

LSAN_OPTIONS=suppressions=$(cd "$(dirname "$0")/.." && pwd)/lsan.supp:print_suppressions=0
SDL_VIDEODRIVER=x11 SDL_AUDIODRIVER=dummy
export LSAN_OPTIONS SDL_VIDEODRIVER SDL_AUDIODRIVER

# Sets `x_pid` and DISPLAY.
start_display() {
    : >"${work:?}/display"
    Xvfb -displayfd 3 -screen 0 1280x720x24 -nolisten tcp 3>"$work/display" >/dev/null 2>&1 &
    # shellcheck disable=SC2034 # the caller ends it
    x_pid=$!
    for _ in $(seq 100); do
        [ -s "$work/display" ] && break
        sleep 0.1
    done
    DISPLAY=:$(cat "$work/display")
    export DISPLAY
}
