# SPDX-License-Identifier: MIT
# shellcheck shell=sh
# Waiting for the thing itself, never for a time by which it has happened: for every script that starts a program.

# eventually COMMAND...: until it is true. False: it never was, which takes two minutes: far above what anything needs on
# a busy machine, so that no test needs a limit of its own.
eventually() {
    for _ in $(seq 1200); do
        ! "$@" || return 0
        sleep 0.1
    done
    return 1
}
# is_over PID: it has ended.
is_over() {
    ! kill -0 "$1" 2>/dev/null
}
# stands_in FILE WORDS [LINES]: so many lines have them; 1.
stands_in() {
    [ "$(cat "$1" 2>/dev/null | grep -c -- "$2")" -ge "${3:-1}" ]
}
# put_down PID...: it is killed, and really gone when this returns: what it held and where it wrote is free. A stopped
# process, too, hears this signal.
put_down() {
    for pid in "$@"; do
        kill -9 "$pid" 2>/dev/null || true
        wait "$pid" 2>/dev/null || true
    done
}

# Who interrupts a test leaves nothing behind either.
trap 'exit 1' HUP INT TERM
