#!/usr/bin/env bash
# Builds Latchkey and opens its window on the local vault. What is missing is installed from Debian first.
#
#   ./run.sh [latchkey options]     e.g. ./run.sh --vault team.latchkey
#   ./run.sh --screenshot FILE      writes a picture (PNG) of the window and ends
#
# Without a display the real window opens on a virtual one that a VNC viewer on this machine can reach.
set -euo pipefail
started_in=$PWD
cd "$(dirname "$0")"
# shellcheck source=scripts/setup.sh
. scripts/setup.sh

screenshot=''
if [ "${1:-}" = --screenshot ]; then
  screenshot=$(cd "$started_in" && realpath -m -- "${2:?--screenshot needs a file name}")
  shift 2
fi
program=$PWD/build/release/bin/latchkey
if [ -z "$screenshot" ] && [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
  need "${build_packages[@]}" "${run_packages[@]}"
  build release latchkey
  cd "$started_in"
  exec "$program" "$@"
fi
need "${build_packages[@]}" "${run_packages[@]}" "${display_packages[@]}"
build release latchkey
cd "$started_in"

work=$(mktemp -d)
# Closed when this script ends, in whatever way: then the folder goes. What it starts must not hold it open.
# shellcheck disable=SC2016
exec 8> >(exec setsid bash -c 'cat >/dev/null; rm -rf "$1"' cleaner "$work")
children=()
start() { # start COMMAND…: ends with this script, even if that is killed
  setpriv --pdeathsig TERM "$@" 8>&- &
  children+=($!)
}
finish_children() { # the last one first; no `wait` here: in a trap it can wait for ever
  local i
  for ((i = ${#children[@]} - 1; i >= 0; i--)); do
    kill "${children[i]}" 2>/dev/null || continue
    for _ in $(seq 100); do
      kill -0 "${children[i]}" 2>/dev/null || break
      sleep 0.05
    done
  done
}
finish() {
  finish_children
  rm -rf "$work"
}
trap finish EXIT
trap 'exit 130' INT TERM HUP
fail() { cat "$1" >&2; say "$2" >&2; exit 1; }

[ -n "$screenshot" ] || say "There is no display here. Starting a virtual one."
# A password of its own for each start, in a file that only its owner can read.
password=$(od -An -N6 -tx1 /dev/urandom | tr -d ' \n' | cut -c1-8)
(umask 077 && tigervncpasswd -f <<<"$password" >"$work/passwd" 2>"$work/passwd.log") || fail "$work/passwd.log" "No password could be set."
unset WAYLAND_DISPLAY XAUTHORITY
server_is_up() {
  for _ in $(seq 100); do
    kill -0 "${children[0]}" 2>/dev/null || return 1
    [ ! -s "$work/display" ] || return 0
    sleep 0.1
  done
  return 1
}
for port in $(seq 5910 5960); do # the server takes a free display; it ends at once if the port is not free
  children=()
  start Xtigervnc -displayfd 3 -geometry 1280x840 -depth 24 -localhost=1 -rfbport "$port" \
    -SecurityTypes VncAuth -PasswordFile "$work/passwd" 3>"$work/display" >"$work/server.log" 2>&1
  ! server_is_up || break
  finish_children
done
kill -0 "${children[0]:-0}" 2>/dev/null || fail "$work/server.log" "The virtual display did not start."
DISPLAY=":$(<"$work/display")"
export DISPLAY QT_QPA_PLATFORM=xcb
# Without a session bus libdbus would start one that outlives us.
[ -n "${DBUS_SESSION_BUS_ADDRESS:-}" ] || [ -e "${XDG_RUNTIME_DIR:-/none}/bus" ] || export DBUS_SESSION_BUS_ADDRESS=disabled:
[ -n "${XDG_RUNTIME_DIR:-}" ] || { mkdir -m 700 "$work/run"; export XDG_RUNTIME_DIR=$work/run; }
start openbox --sm-disable >"$work/openbox.log" 2>&1
for _ in $(seq 100); do # a window that is shown while openbox starts would stay unseen
  ! xprop -root _NET_SUPPORTING_WM_CHECK 2>/dev/null | grep -q 'window id' || break
  sleep 0.1
done
start "$program" "$@"
app=${children[-1]}
window() { xdotool search --all --onlyvisible --pid "$app" --name Latchkey 2>/dev/null; }
for _ in $(seq 300); do
  ! window >/dev/null || break
  kill -0 "$app" 2>/dev/null || { wait "$app"; exit; }
  sleep 0.1
done
window >/dev/null || fail "$work/server.log" "The window did not come up."

if [ -n "$screenshot" ]; then
  id=$(window | tail -n 1)
  previous=''
  for _ in $(seq 20); do # until two pictures are equal
    sleep 0.3
    now=$(import -silent -window "$id" rgb:- | md5sum)
    [ "$now" != "$previous" ] || break
    previous=$now
  done
  import -silent -window "$id" "png:$screenshot"
  say "Wrote $screenshot"
  exit 0
fi
say "The window is open. See it with a VNC viewer on this machine: 127.0.0.1:$port, password $password"
say "(from elsewhere: ssh -L $port:127.0.0.1:$port this-machine). Ctrl+C ends it."
wait "$app"
