# SPDX-License-Identifier: MIT
# awk -f near.awk EXPECTED GOT: two files of draw lists are the same but for what moves by itself: a pixel, or
# a twentieth of a turn. What is said, in which colours, and in which order, has to be exact.
FNR == NR { expected[FNR] = $0; lines = FNR; next }
!same(expected[FNR], $0) { print FILENAME ":" FNR ":"; print "-" expected[FNR]; print "+" $0; differ++ }
{ got = FNR }
END {
    if (got != lines) print "there are " got + 0 " lines, expected " lines + 0
    exit differ > 0 || got != lines
}

function same(a, b,    words_a, words_b, count, i, limit) {
    if (a == b)
        return 1
    if (quoted(a) != quoted(b))
        return 0
    count = split(unquoted(a), words_a, /[ ,x\/]+/)
    if (split(unquoted(b), words_b, /[ ,x\/]+/) != count)
        return 0
    for (i = 1; i <= count; i++) {
        limit = words_a[i - 1] == "from" || words_a[i - 1] == "sweep" ? 0.05 : 1.05
        if (!near(words_a[i], words_b[i], limit) && !(words_a[1] == "glow" && paler(words_a[i], words_b[i])))
            return 0
    }
    return 1
}

function near(a, b, limit) {
    if (a == b)
        return 1
    if (a !~ /^-?[0-9.]+$/ || b !~ /^-?[0-9.]+$/)
        return 0
    return a - b <= limit && b - a <= limit
}

# A colour, but for how much of it there is: light that breathes.
function paler(a, b) {
    return substr(a, 1, 7) == substr(b, 1, 7)
}

function quoted(line) {
    return index(line, "\"") ? substr(line, index(line, "\"")) : ""
}

function unquoted(line) {
    return index(line, "\"") ? substr(line, 1, index(line, "\"") - 1) : line
}
