#!/bin/sh
# SPDX-License-Identifier: MIT
# Wrong command lines, wrong files and closed or full outputs: each has its exit code and a message
# that says what is wrong.
# usage: check_usage.sh UNKNOT
set -u
unknot=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
wrong=0
ran=0

# expect CODE MESSAGE COMMAND...: the message is a part of what stderr gets, '' for nothing at all.
expect() {
    code=$1 message=$2 got=0
    shift 2
    timeout 300 "$@" >"$work/out" 2>"$work/err" </dev/null || got=$?
    ran=$((ran + 1))
    if [ "$got" != "$code" ]; then
        echo "exit code $got, expected $code: $*" >&2
    elif [ -z "$message" ] && [ -s "$work/err" ]; then
        echo "a message where none belongs: $*" >&2
    elif [ -n "$message" ] && ! grep -qF -- "$message" "$work/err"; then
        echo "no message with \"$message\": $*" >&2
    else
        return 0
    fi
    head -c 2000 "$work/err" >&2
    wrong=$((wrong + 1))
}

bad_bytes=$(printf '\377\376')
long=$(head -c 100000 /dev/zero | tr '\0' a)
play="play --terminal --simulate breathing-4-6"

# The command.
expect 2 "usage: unknot" env -u DISPLAY -u WAYLAND_DISPLAY SDL_VIDEODRIVER=x11 "$unknot"
expect 2 "no option '--nope'" "$unknot" --nope
expect 2 "'b' is one too many" "$unknot" --mute b
expect 2 "no command ''" "$unknot" ''
expect 2 "did you mean 'play'" "$unknot" pla
expect 2 "no command" "$unknot" "$bad_bytes"
expect 2 "no command" "$unknot" "$long"
expect 2 "'b' is one too many" "$unknot" plan a b
expect 2 "name at least one" "$unknot" check

# Options. The words of $play are meant to be split.
# shellcheck disable=SC2086
{
    expect 2 "no option '--nope'" "$unknot" $play --nope
    expect 2 "did you mean '--theme'" "$unknot" $play --thme=light
    expect 2 "no option '-Z'" "$unknot" $play -Z
    expect 2 "no option '-Z'" "$unknot" $play -mZh
    expect 2 "--json takes no value" "$unknot" plan --json=1
    expect 2 "--size needs" "$unknot" $play --size
    for size in '' x 64x 63x64 64x64x 16385x64 99999999999999999999x64 "$bad_bytes"; do
        expect 2 "--size takes a size from" "$unknot" $play "--size=$size"
    done
    for speed in '' 0 -1 nan inf 1e400 5x 100.01; do
        expect 2 "--speed takes a number" "$unknot" $play "--speed=$speed"
    done
    for volume in '' -1 101 1e1 99999999999999999999; do
        expect 2 "--volume takes a number" "$unknot" $play "--volume=$volume"
    done
    expect 2 "--voice-volume takes a number" "$unknot" $play --voice-volume=101
    expect 2 "--cue-volume takes a number" "$unknot" $play --cue-volume=101
    expect 2 "--breath-volume takes a number" "$unknot" $play --breath-volume=101
    expect 2 "--ambience-volume takes a number" "$unknot" $play --ambience-volume=101
    for from in '' -1 1:99 nan 9999999h "$bad_bytes"; do
        expect 2 "--from takes a time" "$unknot" $play "--from=$from"
    done
    expect 2 "--fit takes a time" "$unknot" $play --fit=0
    expect 2 "no theme ''" "$unknot" $play --theme=
    expect 0 '' "$unknot" $play --from=2h
    expect 1 "it is a directory" "$unknot" $play --keys=/
    expect 1 "it is not a regular file" "$unknot" $play --keys=/dev/zero
}
expect 2 "--simulate goes with --terminal" "$unknot" play --simulate
expect 2 "--routines takes a folder" "$unknot" plan --routines "$work/none"
expect 2 "--routines takes a folder" "$unknot" plan --routines ''
expect 2 "say where the picture goes" "$unknot" shot
expect 2 "did you mean 'paused'" "$unknot" shot --screen=pausd -o "$work/x.png"
expect 2 "the routine ends at" "$unknot" shot breathing-4-6 --at=2h -o "$work/x.png"
expect 2 "say where the session was left" "$unknot" shot --screen resume -o "$work/x.png"
expect 3 "no routine has mistakes" "$unknot" shot --screen trouble -o "$work/x.png"
expect 2 "say where the drawing goes" "$unknot" figures
expect 2 "say where the drawing goes" "$unknot" figures --sheet "$work/x.png" --gallery "$work"
expect 2 "say where the drawing goes" "$unknot" figures --picture "$work/x.png"
expect 1 "did you mean 'cat-cow'" "$unknot" figures cat-caw --sheet "$work/x.png"
expect 0 '' "$unknot" figures cat-cow --sheet "$work/x.png" --size 640x64

# Who is drawn.
shot="shot breathing-4-6 --size 640x360 -o $work/x.png"
mkdir -p "$work/data/unknot/routines/palettes"
own="$work/data/unknot/routines/palettes/own.yaml"
printf 'palette: Own\nhair style: short\n' >"$own"
echo 'night: {skin: C98F6C, hair: 4E3931, top: 8FAE5D, trousers: 4A5568}' >>"$own"
expect 2 "did you mean 'berry'" "$unknot" $shot --palette bery
expect 2 "there are berry, iris and lagoon" "$unknot" $shot --palette zebra
expect 2 "--palette takes" "$unknot" $shot --palette=
expect 2 "No such file" "$unknot" $shot --palette "$work/none.yaml"
expect 2 "no palette 'own'" "$unknot" $shot --palette own
expect 0 '' env XDG_DATA_HOME="$work/data" "$unknot" $shot --palette own
expect 0 '' "$unknot" $shot --palette "$own"
expect 0 '' "$unknot" check "$own"
expect 0 '' "$unknot" $play --palette iris
echo 'light: {top: red}' >>"$own"
expect 2 "top needs a colour such as" env XDG_DATA_HOME="$work/data" "$unknot" $play --palette own
expect 1 "top needs a colour such as" "$unknot" check "$own"

# What is at hand.
cat >"$work/with.yaml" <<'YAML'
routine: With
steps:
  - with: foam roller
    steps:
      - foam-roll-upper-back: 1 min
    otherwise:
      - cat-cow: 1 min
YAML
expect 0 '' sh -c "$unknot plan $work/with.yaml | grep -q 'Upper back roll'"
expect 0 '' sh -c "$unknot plan $work/with.yaml --have 'mat, foam-roller' | grep -q 'Upper back roll'"
expect 0 '' sh -c "$unknot plan $work/with.yaml --have mat | grep -q 'Cat–cow'"
expect 0 '' sh -c "$unknot plan $work/with.yaml --have '' | grep -q 'Cat–cow'"
expect 0 '' sh -c "$unknot plan $work/with.yaml --have mat | grep -q 'with foam roller: otherwise, because it is not at hand'"
sed '/otherwise/,$d' "$work/with.yaml" >"$work/only-with.yaml"
expect 0 '' "$unknot" check --have 'foam roller' "$work/only-with.yaml"
expect 1 "nothing is left to do" "$unknot" check --have mat "$work/only-with.yaml"

# Files.
mkfifo "$work/fifo.yaml"
: >"$work/empty.yaml"
printf 'routine: a\0b\n' >"$work/nul.yaml"
head -c 100000 /dev/zero | tr '\0' '[' >"$work/deep.yaml"
head -c 2000000 /dev/zero | tr '\0' a >"$work/large.yaml"
expect 1 "No such file" "$unknot" check "$work/none.yaml"
expect 1 "it is not a regular file" "$unknot" check "$work/fifo.yaml"
expect 1 "it is not a regular file" "$unknot" play --terminal --simulate "$work/fifo.yaml"
expect 1 "it is a directory" "$unknot" check "$work"
expect 1 "the file is empty" "$unknot" check "$work/empty.yaml"
expect 1 "byte 0x00" "$unknot" check "$work/nul.yaml"
expect 1 "nest more than" "$unknot" check "$work/deep.yaml"
expect 1 "it is larger than" "$unknot" check "$work/large.yaml"
expect 1 "no routine is called ''" "$unknot" plan ''
expect 1 "no routine is called ''" "$unknot" lines ''
expect 0 '' sh -c "$unknot lines --json breathing-4-6 | grep -q '\"id\":\"draw-your-navel-in-dc0767\"'"

# Outputs that take nothing.
lost="the results could not be written"
for command in 'plan breathing-4-6' 'lines breathing-4-6' 'lines --json breathing-4-6' list man '--help' 'plan --help' "$play"; do
    expect 3 "$lost" sh -c "$unknot $command >/dev/full"
    expect 3 "$lost" sh -c "$unknot $command >&-"
done
expect 3 "$lost" sh -c "$unknot $play <&- >&-"
expect 3 "$lost" sh -c "ulimit -f 1; $unknot plan breathing-4-6 --json >$work/short"
expect 3 "cannot write" sh -c "ulimit -f 1; $unknot shot breathing-4-6 -o $work/short.png"
expect 3 "cannot write" "$unknot" shot breathing-4-6 -o /dev/full
expect 3 "cannot write" "$unknot" figures --sheet "$work/none/x.png"
expect 0 '' sh -c "$unknot plan breathing-4-6 | head -n 1"
expect 0 '' sh -c "$unknot shot breathing-4-6 -o $work/x.png <&- >&- 2>&-"
expect 0 '' sh -c "ulimit -n 16; $unknot shot breathing-4-6 -o $work/x.png"
expect 0 '' env -i "$unknot" plan breathing-4-6

echo "$((ran - wrong)) passed, $wrong failed"
[ "$wrong" = 0 ]
