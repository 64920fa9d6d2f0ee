#!/bin/sh
# SPDX-License-Identifier: MIT
# Pictures that are missing, broken or made to do harm: one message each from `check`, and a session
# that goes on. usage: check_pictures.sh UNKNOT
set -eu
unknot=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
unset DISPLAY WAYLAND_DISPLAY

fail() {
    echo "pictures: $*" >&2
    cat "$work/log" >&2
    exit 1
}

# routine NAME: one step that shows NAME.
routine() {
    printf 'routine: R\nsteps:\n  - step: S\n    dose: 5 s\n    setup: {for: 1 s}\n    picture: %s\n' \
        "$1" >"$work/r.yaml"
}
# expect_code WANTED COMMAND...
expect_code() {
    wanted=$1
    shift
    code=0
    timeout 300 "$@" >"$work/log" 2>&1 || code=$?
    [ "$code" = "$wanted" ] || fail "exit code $code instead of $wanted: $*"
}
# expect_once TEXT: in one line of what was printed, and there is no other warning or error.
expect_once() {
    [ "$(grep -c "$1" "$work/log")" = 1 ] || fail "'$1' is not said once"
    [ "$(grep -c -E 'warning|error' "$work/log")" = 1 ] || fail "more is said"
}
# expect_placeholder NAME CHECK_SAYS SHOT_SAYS
expect_placeholder() {
    routine "$1"
    expect_code 0 "$unknot" check "$work/r.yaml"
    expect_once "r.yaml:6:14: warning: .*$2"
    expect_code 1 "$unknot" check --strict "$work/r.yaml"
    expect_code 0 "$unknot" shot "$work/r.yaml" --at 0:03 --size 640x360 -o "$work/shot.png"
    expect_once "$3"
    expect_code 0 "$unknot" play "$work/r.yaml" --terminal --simulate
}
expect_refused() {
    routine "$1"
    expect_code 1 "$unknot" check "$work/r.yaml"
    expect_once "r.yaml:6:14: error: .*$2"
    expect_code 1 "$unknot" shot "$work/r.yaml" -o "$work/shot.png"
    expect_code 1 "$unknot" play "$work/r.yaml" --terminal --simulate
}

# A picture that is fine says nothing.
routine good.png
printf 'routine: G\nsteps:\n  - step: S\n    dose: 5 s\n' >"$work/g.yaml"
expect_code 0 "$unknot" shot "$work/g.yaml" --size 320x180 -o "$work/good.png"
expect_code 0 "$unknot" check --strict "$work/r.yaml"
[ ! -s "$work/log" ] || fail "a good picture is named"

head -c 300 "$work/good.png" >"$work/broken.png"
# 30000 pixels wide and high.
{
    printf '\211PNG\r\n\032\n\000\000\000\rIHDR\000\000\165\060\000\000\165\060\010\002\000\000\000\000\000\000\000'
    tail -c +34 "$work/good.png"
} >"$work/bomb.png"
printf '\377\330\377\340\000\020JFIF\000\001\001\000' >"$work/cut.jpg"
echo 'not a picture at all' >"$work/text.png"
mkdir "$work/folder.png"
mkfifo "$work/pipe.png"
damaged='the file is damaged'
expect_placeholder missing.png 'there is no picture' 'there is no picture'
expect_placeholder broken.png "$damaged" "$damaged"
expect_placeholder cut.jpg "$damaged" "$damaged"
expect_placeholder bomb.png 'the picture is too large' 'the picture is too large'
expect_placeholder text.png 'neither a PNG nor a JPEG' 'neither a PNG nor a JPEG'
expect_placeholder folder.png 'is not a file' 'is not a file'
expect_placeholder pipe.png 'is not a file' 'is not a file'
if [ "$(id -u)" != 0 ]; then
    cp "$work/good.png" "$work/locked.png"
    chmod 0 "$work/locked.png"
    expect_placeholder locked.png 'Permission denied' 'Permission denied'
fi

# What a person sees of a picture that lacks is the same whatever is wrong with it.
routine missing.png
expect_code 0 "$unknot" shot "$work/r.yaml" --at 0:03 --size 640x360 -o "$work/missing.shot.png"
cmp -s "$work/shot.png" "$work/missing.shot.png" || fail "placeholders differ"

ln -s /etc/hostname "$work/link.png"
expect_refused link.png 'link out of its folder'
expect_refused ../up.png 'leads out'
expect_refused /etc/hostname.png 'leads out'
