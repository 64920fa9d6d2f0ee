# SPDX-License-Identifier: MIT
# shellcheck shell=sh
# What moves on the display, for scripts that have read display.sh.

# shellcheck disable=SC2154 # `work` is set there
picture() {
    import -window root -depth 8 "rgb:$work/$1"
}
# expect_change WORD: two pictures, until they differ. On a busy machine the voice is measured for a while first.
expect_change() {
    for _ in $(seq 60); do
        picture a
        sleep 0.4
        picture b
        cmp -s "$work/a" "$work/b" || return 0
    done
    fail "nothing moves: $1"
}
# expect_rest WORD: until two pictures are the same; a figure of the home screen moves for 24 s.
expect_rest() {
    for _ in $(seq 40); do
        picture a
        sleep 0.6
        picture b
        ! cmp -s "$work/a" "$work/b" || return 0
    done
    fail "something still moves: $1"
}
