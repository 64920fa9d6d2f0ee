# SPDX-License-Identifier: MIT
# usage: awk -f write-down.awk [-v titles="at the desk|..."] EVENTS: a session as a table, from what was
# heard of it: a line a step, of "AT KIND LENGTH [free|guide WORDS]" by time. A step ends with its
# sound; before it starts, its title, dose and first side are said. Sets are done on one side, then
# on the other. Lengths of breath phases are the
# middle one of all in a step, to a fifth of a second: as exact as pitch tells.
BEGIN {
    title_count = split(titles, title_names, "|")
    form = "%6s  %-4s  %-24s  %-24s  %-12s  %-4s  %-7s  %-7s  %s\n"
    printf form, "time", "step", "title heard", "dose heard", "sides", "sets", "reps", "breaths", "breath pattern, s"
    step_begin(-1)
}

function step_begin(at) {
    began = at
    title = dose = side = ""
    switches = set_count = knocks = tops = rep_sets = 0
    split("", rep_count)
    split("", lengths)
    split("", counts)
    in_end = out_end = -1
    started = 0
}

function set_end() {
    # The first rep begins with the start sound.
    rep_count[++rep_sets] = tops > 0 ? tops : knocks > 0 ? knocks + 1 : 0
    knocks = tops = 0
}

function keep(phase, length_s) {
    lengths[phase, ++counts[phase]] = length_s
}

function middle(phase,    n, i, j, value) {
    n = counts[phase]
    for (i = 2; i <= n; i++)
        for (j = i; j > 1 && lengths[phase, j] < lengths[phase, j - 1]; j--) {
            value = lengths[phase, j]
            lengths[phase, j] = lengths[phase, j - 1]
            lengths[phase, j - 1] = value
        }
    return lengths[phase, int((n + 1) / 2)]
}

function to_a_fifth(seconds) {
    return int(seconds / 0.2 + 0.5) * 0.2
}

# From one beginning to the next, less the breath: beginnings are heard more exactly than ends.
function held(phase, breath) {
    return to_a_fifth(middle(phase) - to_a_fifth(middle(breath)))
}

# A phase is held if there is a pause in most of the breaths.
function pattern(    text) {
    if (counts["in"] + counts["out"] == 0)
        return "-"
    text = sprintf("in %.1f", to_a_fifth(middle("in")))
    if (2 * counts["hold"] > counts["in"])
        text = text sprintf(", hold %.1f", held("hold", "in"))
    text = text sprintf(", out %.1f", to_a_fifth(middle("out")))
    if (2 * counts["rest"] > counts["out"])
        text = text sprintf(", rest %.1f", held("rest", "out"))
    return text
}

function sides() {
    if (switches == 0)
        return "-"
    return side != "" ? side : "two"
}

function reps(    i, text) {
    for (i = 1; i <= rep_sets; i++)
        text = text (i > 1 ? "+" : "") rep_count[i]
    return rep_count[1] > 0 ? text : "-"
}

function or_unknown(text) {
    return text != "" ? text : "?"
}

function step_end() {
    set_end()
    steps++
    breaths = counts["in"] > counts["out"] ? counts["in"] : counts["out"]
    printf(form, sprintf("%d:%02d", began / 60, began % 60), steps, or_unknown(title), or_unknown(dose), sides(),
        set_count / (switches > 0 ? 2 : 1) + 1, reps(), (breaths > 0 ? breaths : "-"), pattern())
    step_begin(-1)
}

function said(words,    i, place) {
    if (began < 0)
        return
    place = "^(last( exercise)?|(exercise )?[a-z]+ of [a-z]+) "
    if (!started) {
        sub(place, "", words)
        for (i = 1; i <= title_count; i++)
            if (index(words " ", title_names[i] " ") == 1) {
                title = title_names[i]
                words = substr(words, length(title) + 2)
            }
    }
    sub(/^this one ?/, "", words)
    if (words ~ /^(left|right) side first$/)
        side = (words ~ /^left/ ? "left" : "right")
    else if (words ~ /^switch to the/ && switches == 1)
        side = (words ~ /right/ ? "left, right" : "right, left")
    else if (dose == "" && title != "" && words ~ /(minute|second|hour|time|breath)s?( per side| changing sides)?$|sets of|as you like/)
        dose = words
}

began < 0 { began = $1 }
$2 == "speech" && $4 == "guide" {
    words = $0
    sub(/^[^ ]+ [^ ]+ [^ ]+ [^ ]+ /, "", words)
    said(words)
}
$2 == "step-start" { started = 1 }
$2 == "switch" { switches++ }
started && $2 == "rep" { knocks++ }
started && $2 == "rep-top" { tops++ }
$2 == "set-done" { set_count++; set_end() }
$2 == "breathe-in" {
    keep("in", $3)
    if (out_end >= 0 && $1 - out_end > 0.4 && $1 - out_end < 10)
        keep("rest", $1 - out_at)
    in_at = $1
    in_end = $1 + $3
}
$2 == "breathe-out" {
    keep("out", $3)
    if (in_end >= 0 && $1 - in_end > 0.4 && $1 - in_end < 10)
        keep("hold", $1 - in_at)
    out_at = $1
    out_end = $1 + $3
}
$2 == "step-done" || $2 == "session-done" { step_end() }
