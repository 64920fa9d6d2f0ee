# English with marks on its letters, about 40 % longer, in brackets that show what was cut off.
/^msgstr.*charset\|^msgstr ""$/b
/^msgstr/{
    s/^\(msgstr[^"]*"\)\(.*\)"$/\1\n\2\n"/
    h
    s/.*\n\(.*\)\n.*/\1/
    s/\([[:alpha:]]\{5\}\)/\1õm/g
    s/\([[:alpha:]]\{3\}\) /\1ar /g
    y/aeiouyAEIOU/äéîöüÿÄÉÎÖÜ/
    s/.*/[&]/
    G
    s/^\(.*\)\n\(.*\)\n.*\n\(.*\)$/\2\1\3/
}
