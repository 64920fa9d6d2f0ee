# shellcheck shell=sh
# SPDX-License-Identifier: MIT
# Read by the scripts that listen through a sound server of their own; Debian: pulseaudio,
# pulseaudio-utils. What is played into its sink "out" can be recorded from "out.monitor".
XDG_RUNTIME_DIR=$(mktemp -d)
HOME=$XDG_RUNTIME_DIR
server=
export XDG_RUNTIME_DIR HOME
chmod 700 "$XDG_RUNTIME_DIR"

# server_start SINK: such as "rate=44100 channels=1".
server_start() {
    pulseaudio -n --daemonize=no --exit-idle-time=-1 -L module-native-protocol-unix \
        -L "module-null-sink sink_name=out $1" 2>>"$XDG_RUNTIME_DIR/log" &
    server=$!
    for _ in $(seq 100); do
        pactl info >/dev/null 2>&1 && return 0
        sleep 0.1
    done
    echo "pulseaudio does not start" >&2
    return 1
}

server_stop() {
    [ -z "$server" ] || { kill "$server" && wait "$server" || true; } 2>/dev/null
    server=
}

# recorder_start FILE.raw: two channels of signed 16-bit samples at 48,000 a second.
recorder_start() {
    parec -d out.monitor --raw --format=s16le --rate=48000 --channels=2 --latency-msec=10 >"$1" &
    recorder=$!
}
