#!/bin/sh
# SPDX-License-Identifier: MIT
# Every exercise has its entry and its picture in the gallery of routines/README.md, and the entries
# say what the files say. usage: check_gallery.sh UNKNOT ROUTINES
set -eu
unknot=$1
routines=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
unset DISPLAY WAYLAND_DISPLAY

fail() {
    echo "gallery: $*; assets/make-pictures draws and writes it anew" >&2
    exit 1
}

XDG_DATA_HOME="$work" "$unknot" figures --routines "$routines" --gallery "$work/gallery" \
    >"$work/page" 2>"$work/log" || fail "the gallery cannot be drawn: $(cat "$work/log")"
sed -n '/<!-- gallery -->/,/<!-- end of gallery -->/p' "$routines/README.md" | grep -v '^<!--' \
    >"$work/written" || fail "routines/README.md has no gallery"

for file in "$routines"/exercises/*.yaml; do
    id=$(basename "$file" .yaml)
    case $id in *.*) continue ;; esac # the same exercise in another language
    grep -q "(gallery/$id.png)" "$work/written" || fail "'$id' has no entry in routines/README.md"
    [ -s "$routines/gallery/$id.png" ] || fail "'$id' has no picture in routines/gallery"
    [ "$(wc -c <"$routines/gallery/$id.png")" -lt 40960 ] || fail "the picture of '$id' is too large"
done
for picture in "$routines"/gallery/*.png; do
    id=$(basename "$picture" .png)
    [ -e "$routines/exercises/$id.yaml" ] || fail "there is no exercise '$id' to its picture"
done
diff "$work/written" "$work/page" >"$work/difference" ||
    fail "the entries are not what the files say: $(cat "$work/difference")"
