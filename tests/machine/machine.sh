# SPDX-License-Identifier: MIT
# shellcheck shell=sh
# Read by the walks beside it: a machine with a screen, a keyboard and power that can be cut. `work` is the folder of make.
pictures=${work:?the folder of make}/pictures
mkdir -p "$pictures"
passed=0 failed=0

# machine_on: until somebody can log in. Emulated; ACCEL=kvm is much faster where it works.
machine_on() {
    [ -e "$work/disk.qcow2" ] || qemu-img create -q -f qcow2 -b "$work/disk.raw" -F raw "$work/disk.qcow2"
    rm -f "$work/pid"
    forget_line
    nice -n 19 qemu-system-x86_64 -accel "${ACCEL:-tcg}" -cpu max -m 2G -smp 2 \
        -kernel "$work/kernel" -initrd "$work/initrd" -append 'root=/dev/vda quiet console=tty0' \
        -drive "file=$work/disk.qcow2,if=virtio" -vga none -device "${GRAPHICS:-VGA,vgamem_mb=32,xres=1920,yres=1080}" \
        -nic "user,model=virtio,hostfwd=tcp:127.0.0.1:${PORT:=52022}-:22" \
        -audiodev none,id=sound -device intel-hda -device hda-output,audiodev=sound \
        -display none -monitor "unix:$work/monitor,server,nowait" -pidfile "$work/pid" -daemonize
    wait_until 300 inside true
}
machine_power_cut() {
    [ ! -s "$work/pid" ] || kill -9 "$(cat "$work/pid")" 2>/dev/null || true
    rm -f "$work/pid"
    forget_line
}
trap machine_power_cut EXIT
monitor() { (echo "$1"; sleep 0.5) | timeout 20 socat - "unix-connect:$work/monitor" >/dev/null; }
# inside COMMAND: as the one who looks after the machine, over SSH.
inside() {
    timeout 300 ssh -q -i "$work/key" -p "$PORT" -o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null \
        -o ConnectTimeout=5 -o ControlMaster=auto -o ControlPersist=600 -o ControlPath="$work/line" admin@127.0.0.1 "$@"
}
forget_line() { ssh -q -O exit -o ControlPath="$work/line" admin@127.0.0.1 2>/dev/null || true; }
# keys NAME...: pressed one after the other, as QEMU names them: ctrl-alt-f2.
keys() {
    for key in "$@"; do
        monitor "sendkey $key"
    done
}
# types TEXT: on the keyboard, and Enter.
types() {
    # shellcheck disable=SC2046 # a list
    keys $(echo "$1" | sed 's/./&\n/g' | sed 's/^ $/spc/; s/^-$/minus/; s/^\.$/dot/; s/^\/$/slash/; /^$/d') ret
}
# picture NAME: what the screen shows.
picture() {
    rm -f "$pictures/$1.png"
    monitor "screendump $pictures/$1.png -f png"
    sleep 1
}
# wait_until SECONDS COMMAND...
wait_until() {
    left=$1
    shift
    until "$@" >/dev/null 2>&1; do
        left=$((left - 1))
        [ "$left" -gt 0 ] || return 1
        sleep 1
    done
}
# expect WHAT COMMAND...: within two minutes, since an emulated machine is slow.
expect() {
    what=$1
    shift
    if wait_until "${PATIENCE:-120}" "$@"; then
        passed=$((passed + 1))
        echo "ok: $what"
    else
        failed=$((failed + 1))
        echo "WRONG: $what"
    fi
}
report() {
    echo "$passed passed, $failed failed; the pictures are in $pictures"
    [ "$failed" = 0 ]
}
