# SPDX-License-Identifier: MIT
# Read by ./play and tests/run: installs what is missing from the distribution.

# setup_packages HEADING...: prints the package names under these headings of packages.txt.
setup_packages() {
    for heading in "$@"; do
        sed -n "/^\[$heading\]/,/^\[/ { /^[a-z]/p }" "$top/src/packages.txt"
    done
}

# setup_install WHY HEADING...: asks for sudo once, and only when something is missing.
setup_install() {
    why=$1
    shift
    wanted=$(setup_packages "$@")
    if ! command -v dpkg-query >/dev/null; then
        setup_without_dpkg && return 0
        echo "unknot: this is not a Debian-like system; please install what these Debian packages hold:" >&2
        echo "$wanted" | sed 's/^/    /' >&2
        return 3
    fi
    # Names of what is installed, one per line; dpkg-query fails when any is unknown, which is fine here.
    installed=$(dpkg-query -W -f '${db:Status-Abbrev}${Package}\n' $wanted 2>/dev/null |
        sed -n 's/^ii *//p') || true
    missing=$(echo "$wanted" | grep -vxF -e "${installed:-none}") || true
    [ -n "$missing" ] || return 0
    # shellcheck disable=SC2086 # one word per package
    set -- $missing
    echo "unknot: $# packages from your distribution are needed to $why:" >&2
    echo "    $*" | fold -s -w 92 | sed '2,$s/^/    /' >&2
    sudo=
    if [ "$(id -u)" != 0 ]; then
        if ! command -v sudo >/dev/null; then
            echo "unknot: there is no sudo here; as root, run: apt-get install $*" >&2
            return 3
        fi
        echo "unknot: installing them with apt-get; sudo may ask for your password." >&2
        sudo=sudo
    fi
    # One sudo for both steps, so that the password is asked for once.
    if ! $sudo sh -c 'apt-get -q update && DEBIAN_FRONTEND=noninteractive \
            apt-get -q install -y --no-install-recommends "$@"' sh "$@" >"$setup_log" 2>&1; then
        tail -n 15 "$setup_log" >&2
        echo "unknot: the packages could not be installed; the lines above say why." >&2
        return 3
    fi
}

# Elsewhere than on Debian the libraries may be there already, under other package names.
setup_without_dpkg() {
    command -v cmake >/dev/null && command -v ninja >/dev/null && command -v pkg-config >/dev/null &&
        pkg-config --exists sdl2 SDL2_ttf SDL2_mixer sndfile samplerate yaml-0.1 sqlite3 json-c fontconfig \
            libseccomp libsystemd xscrnsaver xrandr
}

# setup_build PRESET [TARGET...]: configures once, builds what changed, and is silent unless something is
# wrong.
setup_build() {
    preset=$1
    shift
    log=$(mktemp)
    if { [ -f "$top/build/$preset/build.ninja" ] || cmake --preset "$preset"; } >"$log" 2>&1 &&
        cmake --build --preset "$preset" --target "${@:-all}" >>"$log" 2>&1; then
        rm -f "$log"
    else
        tail -n 40 "$log" >&2
        rm -f "$log"
        echo "unknot: the $preset build failed; the lines above say why." >&2
        return 1
    fi
}

setup_log=$(mktemp)
trap 'rm -f "$setup_log"' EXIT
