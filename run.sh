#!/usr/bin/env bash
# Builds Latchkey and opens its window on the local vault. What is missing is installed from Debian first.
#
#   ./run.sh [latchkey options]     e.g. ./run.sh --vault team.latchkey
#   ./run.sh --screenshot FILE      writes a picture (PNG) of the window and ends
#
# Without a display the real window opens on a virtual one that a VNC viewer on this machine can reach.
set -euo pipefail
cd "$(dirname "$0")"
# shellcheck source=scripts/setup.sh
. scripts/setup.sh

screenshot=''
if [ "${1:-}" = --screenshot ]; then
  screenshot=${2:?--screenshot needs a file name}
  shift 2
fi
need "${build_packages[@]}" "${run_packages[@]}"
build release latchkey
program=build/release/bin/latchkey

if [ -z "$screenshot" ] && [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
  exec "$program" "$@"
fi

need "${display_packages[@]}"
work=$(mktemp -d)
server='' manager='' app=''
finish() {
  for p in "$app" "$manager" "$server"; do [ -z "$p" ] || kill "$p" 2>/dev/null || true; done
  wait 2>/dev/null || true
  rm -rf "$work"
}
trap finish EXIT
trap 'exit 130' INT TERM

[ -n "$screenshot" ] || say "There is no display here. Starting a virtual one."
# A password of its own for each start, in a file that only its owner can read.
password=$(od -An -N6 -tx1 /dev/urandom | tr -d ' \n' | cut -c1-8)
(umask 077; printf '%s\n' "$password" | vncpasswd -f >"$work/passwd")
number=10
while [ -e "/tmp/.X$number-lock" ] || [ -e "/tmp/.X11-unix/X$number" ]; do number=$((number + 1)); done
port=$((5900 + number))
Xtigervnc ":$number" -geometry 1280x840 -depth 24 -localhost=1 -rfbport "$port" -SecurityTypes VncAuth -PasswordFile "$work/passwd" >"$work/server.log" 2>&1 &
server=$!
export DISPLAY=":$number" QT_QPA_PLATFORM=xcb
unset WAYLAND_DISPLAY
for _ in $(seq 100); do xdpyinfo >/dev/null 2>&1 && break; kill -0 "$server" 2>/dev/null || { cat "$work/server.log" >&2; exit 1; }; sleep 0.1; done
openbox --sm-disable >"$work/openbox.log" 2>&1 &
manager=$!
"$program" "$@" &
app=$!
for _ in $(seq 150); do xdotool search --onlyvisible --name Latchkey >/dev/null 2>&1 && break; kill -0 "$app" 2>/dev/null || exit 1; sleep 0.1; done

if [ -n "$screenshot" ]; then
  previous=''
  for _ in $(seq 20); do # until two pictures are equal
    sleep 0.3
    now=$(import -silent -window root rgb:- | md5sum)
    [ "$now" != "$previous" ] || break
    previous=$now
  done
  import -silent -window root "png:$screenshot"
  say "Wrote $screenshot"
  exit 0
fi
say "The window is open. See it with a VNC viewer on this machine: 127.0.0.1:$port, password $password"
say "(from elsewhere: ssh -L $port:127.0.0.1:$port this-machine). Ctrl+C ends it."
wait "$app"
