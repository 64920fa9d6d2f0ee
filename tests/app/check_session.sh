#!/bin/sh
# SPDX-License-Identifier: MIT
# Plays a whole session on a simulated clock with scripted keys and compares what it prints.
# usage: check_session.sh UNKNOT FOLDER      UPDATE=1 writes the expectation anew
# FOLDER holds `arguments` (one line), perhaps keys.yaml and *.yaml routines, `expected.txt` and
# perhaps `exit` (the expected exit code; 0 if there is none).
set -eu
unknot=$1
cd "$2"
expected_code=0
[ ! -f exit ] || expected_code=$(cat exit)
got=$(mktemp)
trap 'rm -f "$got"' EXIT
keys=
[ ! -f keys.yaml ] || keys='--keys keys.yaml'
code=0
# shellcheck disable=SC2046,SC2086 # the words of `arguments` are meant to be split
"$unknot" play --terminal --simulate $keys $(cat arguments) >"$got" 2>&1 </dev/null || code=$?
[ -z "${UPDATE:-}" ] || cp "$got" expected.txt
diff -u expected.txt "$got"
if [ "$code" != "$expected_code" ]; then
    echo "exit code $code, expected $expected_code" >&2
    exit 1
fi
