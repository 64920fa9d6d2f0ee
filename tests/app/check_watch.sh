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
# counted: how many there are of both; whether they are as many as before.
counted() {
    before=$good-$bad
    good=$(lines "goes on with") bad=$(lines "has mistakes")
    [ "$good-$bad" = "$before" ]
}
# settle SECONDS: until for so long no more came, since a save that is seen in two parts may bring one more.
settle() {
    counted || true
    sleep "$1"
    until counted; do
        sleep "$1"
    done
}
# expect_good WORDS, expect_bad WORDS: one more of the player's lines than before.
expect() {
    wait_for "$2" $(($1 + 1))
    settle 0.3
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
# no_more KIND THAN: of its things; while a file is read, there are.
no_more() {
    [ "$(things "$1")" -le "$2" ]
}

begin "$unknot" play "$lib/watched.yaml" --routines "$lib" --watch --verbose --windowed --size 640x360 \
    --language de --no-settings --no-resume --no-voice
wait_for "first picture"
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
settle 2
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
settle 1
routine 18 >"$lib/watched.yaml"
expect_good "whole again"
eventually no_more fd "$descriptors" || fail "descriptors: $(things fd), before $descriptors"
eventually no_more task "$threads" || fail "threads: $(things task), before $threads"

kill -TERM "$play_pid"
expect_end 4 "a signal"
