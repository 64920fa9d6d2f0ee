# SPDX-License-Identifier: MIT
# shellcheck shell=sh
# What moves on the display, for scripts that have read display.sh.

# shellcheck disable=SC2154 # `work` is set there
picture() {
    import -window root -depth 8 "rgb:$work/$1"
}
# rests SECONDS: two pictures so far apart are the same.
rests() {
    picture a
    sleep "$1"
    picture b
    cmp -s "$work/a" "$work/b"
}
moves() {
    ! rests 0.4
}
# expect_change WORDS: on a busy machine the voice is measured for a while first.
expect_change() {
    eventually moves || fail "nothing moves: $1"
}
# expect_rest WORDS: a figure of the home screen moves for 24 s.
expect_rest() {
    eventually rests 0.6 || fail "something still moves: $1"
}
# differs FILE: from what is seen now.
differs() {
    picture now
    ! cmp -s "$work/now" "$work/$1"
}
# expect_other FILE WORDS: the screen differs from the picture.
expect_other() {
    eventually differs "$1" || fail "nothing changed: $2"
}
