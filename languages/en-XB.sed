# English written with Hebrew letters, from right to left.
/^msgstr ""$/b
/^msgstr/{
    s/^\(msgstr[^"]*"\)\(.*\)"$/\1\n\2\n"/
    h
    s/.*\n\(.*\)\n.*/\1/
    y/abcdefghijklmnopqrstuvwxyz/אבגדהוזחטיכלמנסעפצקרשתאבגד/
    y/ABCDEFGHIJKLMNOPQRSTUVWXYZ/אבגדהוזחטיכלמנסעפצקרשתאבגד/
    G
    s/^\(.*\)\n\(.*\)\n.*\n\(.*\)$/\2\1\3/
}
