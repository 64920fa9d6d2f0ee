#!/bin/sh
# SPDX-License-Identifier: MIT
# Forty readings of a routine take no more memory than five. READINGS=1000 tries longer.
# usage: check_watch_memory.sh UNKNOT
set -eu
unknot=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
ASAN_OPTIONS=quarantine_size_mb=1
export ASAN_OPTIONS

readings=${READINGS:-40}
minutes=$((readings / 60 + 1)) # one reading a second
for i in 1 2; do
    printf 'routine: R\nsteps:\n  - step: One\n    dose: %s min\n' $((minutes + i)) >"$i.yaml"
done
printf 'routine: R\nsteps: [cat-cwo: 3]\n' >3.yaml

# peak COUNT: kilobytes that so many readings need at the most.
peak() {
    for i in $(seq "$1"); do
        echo "- $i s: becomes $((i % 3 + 1)).yaml"
    done >keys.yaml
    command time -f %M -o peak "$unknot" play 1.yaml --watch --terminal --simulate --keys keys.yaml \
        >log 2>&1 || { tail -n 20 log >&2; return 1; }
    [ "$(grep -c "(updated)\|it plays on as it was" log)" = "$1" ] || {
        echo "not every reading was seen" >&2
        return 1
    }
    tail -n 1 peak
}
few=$(peak 5) many=$(peak "$readings")
if [ "$many" -gt $((few + 8192)) ]; then
    echo "5 readings needed $few kB, $readings $many" >&2
    exit 1
fi
