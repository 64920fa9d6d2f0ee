#!/bin/sh
# SPDX-License-Identifier: MIT
# Which language a routine is in: the command line, else the environment, on a machine that has no
# locale of that language. usage: check_language.sh UNKNOT
set -eu
unknot=$1
LOCPATH=/nonexistent
export LOCPATH
unset LANGUAGE LC_ALL LC_MESSAGES LANG

# expect TITLE [NAME=VALUE...] -- [OPTION...]
expect() {
    title=$1
    shift
    settings=
    while [ "$1" != -- ]; do
        settings="$settings $1"
        shift
    done
    shift
    # shellcheck disable=SC2086 # the settings are meant to be split
    got=$(env $settings "$unknot" plan posture-break "$@" | head -1)
    if [ "$got" != "$title" ]; then
        echo "language:$settings $*: '$got' instead of '$title'" >&2
        exit 1
    fi
}

expect "Posture break" --
expect "Haltungspause" -- --language de
expect "Haltungspause" LANG=xx_XX -- --language de-CH
expect "Haltungspause" LANG=de_DE.UTF-8 --
expect "Haltungspause" LANG=en_GB.UTF-8 LC_MESSAGES=de_AT --
expect "Haltungspause" LANG=en_GB.UTF-8 LANGUAGE=xx:de_CH:en --
expect "Posture break" LANG=de_DE.UTF-8 LANGUAGE=en:de --
expect "Posture break" LANG=C LANGUAGE=de --
expect "Posture break" LANG=de_DE.UTF-8 LC_ALL=C --
expect "Posture break" LANG=de_DE.UTF-8 -- --language en
expect "Posture break" LANG=xx_XX.UTF-8 --

# A translation with mistakes: the routine is played as it was written, and check says what is wrong.
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
printf 'routine: Short\nsteps:\n  - step: Shake it out\n    dose: 2 s\n' >"$folder/short.yaml"
printf 'translation: short\nlanguage: de\ntexts:\n  Short: Kurz\n  Shake it out: [a]\n' \
    >"$folder/short.de.yaml"
said=$("$unknot" play "$folder/short.yaml" --language de --terminal --simulate 2>"$folder/messages")
case $said in
*"Shake it out"*) ;;
*) echo "language: the original's text is not played: $said" >&2 && exit 1 ;;
esac
grep -q 'short.de.yaml:5:17: error: a text belongs here' "$folder/messages"
"$unknot" plan "$folder/short.yaml" --language de 2>"$folder/messages" | grep -q '^Kurz'
grep -q 'short.de.yaml:5:17: error' "$folder/messages"
if "$unknot" check "$folder/short.de.yaml" 2>/dev/null; then
    echo "language: check lets a translation with mistakes pass" >&2
    exit 1
fi
