# shellcheck shell=sh
# SPDX-License-Identifier: MIT
# Read by the scripts that listen through a sound server of their own; Debian: pulseaudio,
# pulseaudio-utils. What is played into its sink "out" can be recorded from "out.monitor".
XDG_RUNTIME_DIR=$(mktemp -d)
HOME=$XDG_RUNTIME_DIR
server=
export XDG_RUNTIME_DIR HOME
chmod 700 "$XDG_RUNTIME_DIR"

# What is to be in time goes before other work where that is allowed, so that a busy machine is not
# heard in the recording.
in_time=
chrt -f 10 true 2>/dev/null && in_time="chrt -f 10"

# server_start SINK: such as "rate=44100 channels=1".
server_start() {
    pulseaudio -n --daemonize=no --exit-idle-time=-1 -L module-native-protocol-unix \
        -L "module-null-sink sink_name=out $1" 2>>"$XDG_RUNTIME_DIR/log" &
    server=$!
    for _ in $(seq 600); do
        if pactl info >/dev/null 2>&1; then
            # It lowers itself when it starts.
            [ -z "$in_time" ] || chrt -f -a -p 10 "$server"
            return 0
        fi
        sleep 0.1
    done
    echo "pulseaudio does not start" >&2
    return 1
}

server_stop() {
    [ -z "$server" ] || { kill "$server" && wait "$server" || true; } 2>/dev/null
    server=
}

# recorder_start FILE.raw BUILD: two channels of signed 16-bit samples at 48,000 a second, and FILE.raw.pace.
# An idle sink renders two seconds ahead, and what is played into those is missing from its monitor: they
# are waited for.
recorder_start() {
    mkfifo "$1.fifo"
    $in_time parec -d out.monitor --raw --format=s16le --rate=48000 --channels=2 --latency-msec=10 >"$1.fifo" &
    recorder=$!
    $in_time "$2/tests/sound_pace" "$1" <"$1.fifo" &
    pace=$!
    sleep 4
}

# recorder_stop: when the last sounds have come.
recorder_stop() {
    sleep 1
    kill "$recorder"
    wait "$pace"
}
