#!/bin/sh
# SPDX-License-Identifier: MIT
# The units of a kiosk and of a desk are what systemd understands, the kiosk's is kept to what it needs, and the
# X server takes its file.
# usage: check_units.sh UNKNOT FOLDER_OF_UNITS ASSETS_KIOSK
set -eu
unknot=$1 units=$2 kiosk=$3
command -v systemd-analyze >/dev/null || { echo "skipped: there is no systemd-analyze"; exit 77; }
# shellcheck source=tests/app/display.sh
. "$(dirname "$0")/display.sh"

# Programs that are not installed where the tests run stand for themselves.
for unit in kiosk display remind; do
    sed -e "s#^ExecStart=[^ ]*/unknot #ExecStart=$unknot #" -e '/^Documentation=/d' \
        -e "s#^ExecStart=/usr/bin/xinit #ExecStart=/bin/true #" \
        "$units/unknot-$unit.service" >"$work/unknot-$unit.service"
done
if ! systemd-analyze --recursive-errors=no --man=no verify "$work/unknot-kiosk.service" \
    "$work/unknot-display.service" >"$work/said" 2>&1 || [ -s "$work/said" ]; then
    cat "$work/said" >&2
    exit 1
fi
if ! XDG_RUNTIME_DIR=$work systemd-analyze --recursive-errors=no --man=no --user verify \
    "$work/unknot-remind.service" >"$work/said" 2>&1 ||
    grep -q unknot "$work/said"; then
    cat "$work/said" >&2
    exit 1
fi
# In tenths; 100 is worst.
systemd-analyze security --no-pager --offline=yes --threshold=30 "$work/unknot-kiosk.service" >"$work/said" 2>&1 || {
    cat "$work/said" >&2
    exit 1
}
systemd-sysusers --dry-run "$kiosk/unknot.sysusers" >/dev/null

for line in 'Restart=always' 'StartLimitIntervalSec=0' 'Type=notify' 'WatchdogSec=' 'ExecReload=.*HUP'; do
    grep -q "^$line" "$work/unknot-kiosk.service" || { echo "the unit lacks $line" >&2; exit 1; }
done

[ -n "$xorg" ] || exit 0
start_dummy_displays "$kiosk/xorg.conf" -novtswitch || { echo "Xorg does not start here: its file is not tried"; exit 0; }
kill "$x_pid"
wait "$x_pid" || true
x_pid=""
for option in DontVTSwitch DontZap; do
    grep -q "Option \"$option\" \"true\"" "$work/xorg.log" ||
        { echo "Xorg does not take $option" >&2; cat "$work/xorg.log" >&2; exit 1; }
done
if grep '(EE)' "$work/xorg.log" | grep -v 'error, (NI)' | grep -qi 'parse\|option'; then
    cat "$work/xorg.log" >&2
    exit 1
fi
