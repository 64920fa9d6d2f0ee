#!/bin/sh
# SPDX-License-Identifier: MIT
# A kiosk in a real window, under a window manager with all its shortcuts: keys, clicks, fingers, resizes, moves,
# a closed and a minimised window at random, and the signals of a keyboard. It neither leaves nor stops;
# at last its PIN leaves it.
# usage: check_kiosk_monkey.sh UNKNOT TOUCH_IT [SECONDS [SEED]]
# The test run gives it 10 seconds, tests/README.md a longer time. UNKNOT_WINDOW_MANAGER: instead of openbox.
set -eu
unknot=$1 touch_it=$2
seconds=${3:-10}
seed=${4:-1}
manager=${UNKNOT_WINDOW_MANAGER:-openbox}
for program in "$manager" xdotool; do
    command -v "$program" >/dev/null || {
        echo "$program is not here"
        exit 77
    }
done
# shellcheck source=tests/app/display.sh
. "$(dirname "$0")/display.sh"

start_display
HOME=$work "$manager" >/dev/null 2>&1 &
manager_pid=$!
trap 'put_down "$manager_pid"; finish' EXIT
sleep 1

# Longer than anything finds by chance. `nobody there` is as short as it may be.
cat >"$work/kiosk.yaml" <<'EOF'
kiosk: Monkey
languages: [en, de]
leave: {pin: "904857361542"}
nobody there: {after: 30 s, warning: 5 s, waits: 10 s}
tips: 5 s
EOF
cat >"$work/more-keys.yaml" <<'EOF'
- 0:01: quit
- 0:02: full-screen
EOF
export XDG_STATE_HOME="$work/state"
begin env ASAN_OPTIONS=verify_asan_link_order=0 LD_PRELOAD="$touch_it" TOUCH_IT="$seconds $seed" \
    "$unknot" kiosk --config "$work/kiosk.yaml" --keys "$work/more-keys.yaml"
wait_for_window
sleep 3

# Lines for xdotool: what a hand on the keyboard and the mouse can do, the window manager's own
# shortcuts and menus among it, and what other programs may ask of the window.
monkey() {
    awk -v seed="$1" -v window="$window" -v count="$2" 'BEGIN {
        srand(seed)
        keys = split("Escape Escape Escape Return space Tab shift+Tab Up Down Left Right BackSpace a m e f h r q w " \
            "0 1 2 3 4 5 6 7 8 9 plus minus question F1 F4 F5 F11 F12 Print Menu Pause Delete Super_L " \
            "ctrl+q ctrl+w ctrl+c ctrl+z ctrl+d alt+F4 alt+F2 alt+F5 alt+F9 alt+F10 alt+Tab alt+shift+Tab " \
            "alt+space alt+Escape alt+Return super+d super+e super+Tab ctrl+alt+BackSpace ctrl+alt+Delete " \
            "ctrl+alt+F1 ctrl+alt+Right ctrl+alt+d ctrl+Escape ctrl+shift+q XF86AudioPlay XF86Back XF86HomePage", key, " ")
        for (i = 0; i < count; i++) {
            r = rand()
            if (r < 0.6)
                print "key --delay 0 " key[1 + int(rand() * keys)]
            else if (r < 0.84)
                print "mousemove " int(rand() * 1280) " " int(rand() * 720) " click " 1 + int(rand() * 5)
            else if (r < 0.88)
                print "windowsize " window " " 40 + int(rand() * 1400) " " 40 + int(rand() * 900)
            else if (r < 0.92)
                print "windowmove " window " " int(rand() * 900) - 200 " " int(rand() * 900) - 200
            else if (r < 0.97)
                print "windowminimize " window
            else
                print "windowraise " window
            print "sleep 0.02"
        }
    }'
}

end=$(($(date +%s) + seconds))
round=0
while [ "$(date +%s)" -lt "$end" ]; do
    round=$((round + 1))
    window=$(xdotool search --class unknot 2>/dev/null | tail -n 1)
    monkey "$((seed * 10000 + round))" 60 >"$work/moves"
    timeout 300 xdotool "$work/moves" >/dev/null 2>&1 || true
    kill -INT "$play_pid" && kill -QUIT "$play_pid" && kill -TSTP "$play_pid" ||
        fail "it ended in round $round of seed $seed"
    [ $((round % 5)) != 0 ] || kill -HUP "$play_pid"
done

# What it holds after all that, to be compared between runs.
numbers=$(sed -n 's/^\(VmRSS\|Threads\):[^0-9]*/, \1 /p' "/proc/$play_pid/status" | tr -d '\n')
numbers="$numbers, $(find "/proc/$play_pid/fd" | wc -l) descriptors"

# It comes back to where it was: the whole screen.
is_whole() {
    has_window && timeout 20 xdotool getwindowgeometry "$window" | grep -q "Geometry: 1280x720"
}
eventually is_whole || fail "the window did not come back after $round rounds of seed $seed"

# left_by_pin: a menu or a question that is still open takes some of the presses; what is left of them is forgotten after
# four seconds, and the next time they count.
left_by_pin() {
    xdotool key --delay 100 Escape Escape Escape Escape Escape sleep 1
    xdotool key --delay 60 9 0 4 8 5 7 3 6 1 5 4 2 Return sleep 5
    is_over "$play_pid"
}
# Wrong PINs may have been tried: then it waits, as it should, and a signal ends it instead.
if [ ! -s "$work/state/unknot/kiosk-tries.yaml" ]; then
    left_by_pin || left_by_pin || left_by_pin || fail "its PIN does not leave it after $round rounds of seed $seed"
    expect_end 4 "its PIN"
else
    kill "$play_pid"
    expect_end 0 "a signal"
fi
! grep -qE "ERROR:|runtime error" "$work/log" || fail "the sanitizers found something"
echo "$round rounds$numbers"
