#!/bin/sh
# SPDX-License-Identifier: MIT
# play --watch in a real window: every way in which editors save is seen, mistakes and what mends them,
# a folder that goes and comes, files cut off anywhere; and no reading leaves anything behind.
# usage: check_watch.sh UNKNOT
set -eu
unknot=$1
# shellcheck source=tests/app/display.sh
. "$(dirname "$0")/display.sh"
start_display

lib=$work/lib
mkdir -p "$lib/exercises" "$work/elsewhere"

# routine SECONDS: the file's text
routine() {
    printf 'routine: Watched\nsteps:\n  - lean: 10 min\n  - step: Shake\n    dose: %s s\n' "$1"
}
exercise() {
    printf 'exercise: Lean %s\nmuscles: [back]\n' "$1"
}
translation() {
    printf 'translation: watched\nlanguage: de\ntexts:\n  Watched: %s\n' "$1"
}
routine 10 >"$lib/watched.yaml"
exercise 1 >"$lib/exercises/lean.yaml"

lines() {
    grep -c "$1" "$work/log" || true
}
good=0 bad=0
# expect_good WORDS, expect_bad WORDS: one more of the player's lines than before. A save that is seen in
# two parts may bring one more.
expect() {
    for _ in $(seq 150); do
        [ "$(lines "$2")" -gt "$1" ] && break
        sleep 0.1
    done
    [ "$(lines "$2")" -gt "$1" ] || fail "not seen: $3"
    sleep 0.3
    good=$(lines "goes on with") bad=$(lines "has mistakes")
    kill -0 "$play_pid" || fail "it ended: $3"
}
expect_good() {
    expect "$good" "goes on with" "$1"
}
expect_bad() {
    expect "$bad" "has mistakes" "$1"
}
things() {
    find "/proc/$play_pid/$1" -mindepth 1 -maxdepth 1 | wc -l
}

"$unknot" play "$lib/watched.yaml" --routines "$lib" --watch --verbose --windowed --size 640x360 \
    --language de --no-settings --no-resume --no-voice >"$work/log" 2>&1 &
play_pid=$!
for _ in $(seq 100); do
    [ "$(lines "first picture")" -gt 0 ] && break
    sleep 0.1
done
sleep 1

routine 11 >"$lib/watched.yaml"
expect_good "written over"
routine 12 >"$lib/new"
mv "$lib/new" "$lib/watched.yaml"
expect_good "another one renamed over it"
mv "$lib/watched.yaml" "$lib/watched.yaml~"
routine 13 >"$lib/watched.yaml"
rm "$lib/watched.yaml~"
expect_good "renamed away and written anew"
descriptors=$(things fd) threads=$(things task)
exercise 2 >"$lib/exercises/lean.yaml"
expect_good "its exercise"
translation Beobachtet >"$lib/watched.de.yaml"
expect_good "a translation comes"
translation Angesehen >"$lib/watched.de.yaml"
expect_good "its translation"
printf 'translation: watched\nlanguage: de\ntxets:\n' >"$lib/watched.de.yaml"
expect_bad "a mistake in its translation"
rm "$lib/watched.de.yaml"
expect_good "the translation is gone"
printf 'translation: lean\nlanguage: de\ntexts:\n  Lean 2: Lehnen\n' >"$lib/exercises/lean.de.yaml"
expect_good "the translation of its exercise"
printf 'routine: Watched\nsteps:\n  - laen: 10 min\n' >"$lib/watched.yaml"
expect_bad "a mistake"
exercise 3 >"$lib/exercises/laen.yaml"
expect_good "the exercise that was missing"
rm "$lib/watched.yaml"
expect_bad "the file is gone"
routine 14 >"$lib/watched.yaml"
expect_good "the file is back"
mv "$lib/watched.yaml" "$work/elsewhere/real.yaml"
ln -s "$work/elsewhere/real.yaml" "$lib/watched.yaml"
expect_good "a link to it"
routine 15 >"$work/elsewhere/new"
mv "$work/elsewhere/new" "$work/elsewhere/real.yaml"
expect_good "what the link leads to"
rm -r "$lib"
expect_bad "the folder is gone"
mkdir -p "$lib/exercises"
exercise 4 >"$lib/exercises/lean.yaml"
routine 16 >"$lib/watched.yaml"
expect_good "the folder is back"

# Another file of the folder is nobody's business.
echo "routine: Another" >"$lib/another.yaml"
sleep 1
[ "$(lines "goes on with")" = "$good" ] || fail "it followed a file that it does not play"

# Cut off anywhere, at any moment.
routine 17 >"$work/whole"
size=$(wc -c <"$work/whole")
for round in $(seq 500); do
    head -c $((round * 37 % size)) "$work/whole" >"$lib/watched.yaml"
    [ $((round % 10)) != 0 ] || sleep 0.0$((round % 7))5
    kill -0 "$play_pid" || fail "it ended after $round cut files"
done
sleep 0.5
good=$(lines "goes on with")
routine 18 >"$lib/watched.yaml"
expect_good "whole again"
[ "$(things fd)" -le "$descriptors" ] || fail "descriptors: $(things fd), before $descriptors"
[ "$(things task)" -le "$threads" ] || fail "threads: $(things task), before $threads"

xdotool search --sync --onlyvisible --class unknot >/dev/null
kill -TERM "$play_pid"
code=0
wait "$play_pid" || code=$?
play_pid=
[ "$code" = 4 ] || fail "exit code $code, expected 4"
