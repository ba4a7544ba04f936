# shellcheck shell=bash disable=SC2034
# Shared by run.sh and test.sh: installs what is missing from Debian, configures and builds. Sourced, not run.

build_packages=(g++ cmake ninja-build ccache mold git ca-certificates
  qt6-base-dev qt6-base-dev-tools qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools qt6-svg-dev libgl1-mesa-dev
  qtkeychain-qt6-dev libexpected-dev zlib1g-dev libssl-dev libpq-dev libsqlite3-dev libboost1.81-dev)
run_packages=(libqt6sql6-sqlite libqt6sql6-psql libqt6svg6 libsecret-1-0 libxcursor1 qt6-translations-l10n fonts-noto-core fonts-noto-mono)
display_packages=(tigervnc-standalone-server tigervnc-tools openbox x11-utils xdotool imagemagick xauth)
test_packages=(xvfb xauth x11-utils xdotool openbox xclip dbus gnome-keyring python3 shellcheck
  clang libclang-rt-14-dev clang-format clang-tidy clazy desktop-file-utils appstream dpkg-dev man-db binutils systemd sqlite3 postgresql libbenchmark-dev nginx caddy haproxy apache2 lua-socket)

# Another Node.js than Debian's brings npm along and conflicts with Debian's.
command -v node >/dev/null && command -v npm >/dev/null || test_packages+=(nodejs npm)

say() { printf '%s\n' "$*"; }

# need PACKAGE…: installs those that are not there, and says which.
need() {
  local missing=() p
  for p in "$@"; do
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$p" 2>/dev/null)" = installed ] || missing+=("$p")
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  command -v apt-get >/dev/null || { say "These packages are missing, and this is no Debian: ${missing[*]}" >&2; return 1; }
  local root=()
  if [ "$(id -u)" != 0 ]; then
    command -v sudo >/dev/null || { say "Please install as root: apt-get install ${missing[*]}" >&2; return 1; }
    root=(sudo)
  fi
  say "Installing from Debian: ${missing[*]}"
  local log
  log=$(mktemp)
  if ! { "${root[@]}" apt-get update -q && "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 install -y -q --no-install-recommends "${missing[@]}"; } >"$log" 2>&1; then
    tail -n 20 "$log" >&2
    rm -f "$log"
    say "The installation failed." >&2
    return 1
  fi
  rm -f "$log"
}

# build PRESET [TARGET…]
build() {
  local preset=$1
  shift
  say "Building (preset $preset)"
  mkdir -p "build/$preset"
  cmake --preset "$preset" >"build/$preset/configure.log" 2>&1 || { cat "build/$preset/configure.log" >&2; return 1; }
  cmake --build --preset "$preset" --parallel "$(nproc)" ${1:+--target "$@"}
}
