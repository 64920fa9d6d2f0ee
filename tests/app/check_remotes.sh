#!/bin/sh
# SPDX-License-Identifier: MIT
# udev takes the file for remote controls, and finds its keys for a CEC receiver and for nothing else.
# usage: check_remotes.sh FILE
set -eu
command -v systemd-hwdb >/dev/null || { echo "skipped: there is no systemd-hwdb"; exit 77; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/etc/udev/hwdb.d"
cp "$1" "$work/etc/udev/hwdb.d"
systemd-hwdb --strict --root="$work" update
systemd-hwdb --root="$work" query 'evdev:input:b001Ev0000p0000e0000-e0,1' >"$work/found"
for key in 00=enter 0d=esc 09=menu 10=menu; do
    grep -qx "KEYBOARD_KEY_$key" "$work/found" || { echo "$key is missing"; cat "$work/found"; exit 1; }
done
[ -z "$(systemd-hwdb --root="$work" query 'evdev:input:b0003v046Dp0000e0000-e0,1')" ]
