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
