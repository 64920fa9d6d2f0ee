# SPDX-License-Identifier: MIT
# usage: awk -f voice.awk SPOKEN HEARD: the words of both in the same order, as the longest sequence
# that both have. SPOKEN has "AT LENGTH WORDS" on each line, HEARD "WORDS (NAME SCORE)".
BEGIN {
    split("one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen " \
          "sixteen seventeen eighteen nineteen", small)
    split("ten twenty thirty forty fifty sixty seventy eighty ninety", tens)
}

function number(n) {
    if (n < 20)
        return small[n]
    return tens[int(n / 10)] (n % 10 ? " " small[n % 10] : "")
}

function plain(text,    words, count, i, out) {
    text = tolower(text)
    gsub(/–|-/, " ", text)
    gsub(/[^a-z0-9' ]/, "", text)
    count = split(text, words)
    for (i = 1; i <= count; i++)
        out = out " " (words[i] ~ /^[0-9]+$/ ? number(words[i]) : words[i])
    return out
}

function common(a, b,    i, j, best) {
    na = split(a, left)
    nb = split(b, right)
    for (i = 0; i <= na; i++)
        for (j = 0; j <= nb; j++) {
            if (i == 0 || j == 0)
                best[i, j] = 0
            else if (left[i] == right[j])
                best[i, j] = best[i - 1, j - 1] + 1
            else
                best[i, j] = best[i - 1, j] > best[i, j - 1] ? best[i - 1, j] : best[i, j - 1]
        }
    return best[na, nb]
}

FNR == NR {
    sub(/^[^ ]+ [^ ]+ /, "")
    spoken[FNR] = plain($0)
    next
}

{
    sub(/ *\([^()]*\)$/, "")
    heard = plain($0)
    got = common(spoken[FNR], heard)
    words += na
    right_words += got
    if (print_lines)
        printf "\n%2d of %2d  %s\n          %s", got, na, spoken[FNR], heard
}

END {
    if (print_lines)
        print ""
    printf "%d of %d words (%.0f %%) in %d lines\n", right_words, words, 100 * right_words / words, FNR
}
