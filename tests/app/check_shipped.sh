#!/bin/sh
# SPDX-License-Identifier: MIT
# Every file that is shipped passes `check --strict`: no mistake, no warning, nothing that is named
# but not there. usage: check_shipped.sh UNKNOT SOURCE
set -eu
unknot=$1
source=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
unset DISPLAY WAYLAND_DISPLAY

fail() {
    echo "shipped: $*" >&2
    cat "$work/log" >&2
    exit 1
}
# check FOLDER: all YAML files below it.
check() {
    find "$1" -name '*.yaml' -exec timeout 120 "$unknot" check --strict {} + >"$work/log" 2>&1
}

check "$source/routines" || fail "something in routines/ does not pass"
check "$source/assets" || fail "something in assets/ does not pass"

# It would be seen: a warning alone is enough.
printf 'exercise: E\nfigure: nobody\n' >"$work/exercise.yaml"
if check "$work"; then
    fail "a missing figure is not noticed"
fi
grep -q "no figure is called 'nobody'" "$work/log" || fail "a missing figure is not named"
