#!/usr/bin/env bash
# Takes the pictures of docs/screenshots from the real program with sample data, on a virtual display.
# Needs what ./test.sh installs and imagemagick. scripts/screenshots.sh [PROGRAM [FOLDER]]
set -euo pipefail
cd "$(dirname "$0")/.."
program=$(realpath "${1:-build/release/bin/latchkey}")
out=${2:-docs/screenshots}
mkdir -p "$out"
work=$(mktemp -d)
server='' manager='' app=''
finish() {
  for p in "$app" "$manager" "$server"; do [ -z "$p" ] || kill "$p" 2>/dev/null || true; done
  wait 2>/dev/null || true
  rm -rf "$work"
}
trap finish EXIT
Xvfb -displayfd 3 -screen 0 1280x840x24 -nolisten tcp 3>"$work/display" >/dev/null 2>&1 &
server=$!
for _ in $(seq 100); do [ -s "$work/display" ] && break; sleep 0.1; done
DISPLAY=":$(cat "$work/display")"
export DISPLAY QT_QPA_PLATFORM=xcb HOME=$work XDG_DATA_HOME=$work/data XDG_CONFIG_HOME=$work/config DBUS_SESSION_BUS_ADDRESS=disabled:
openbox --sm-disable >/dev/null 2>&1 &
manager=$!

begin() { # begin THEME ARGUMENT…
  local theme=$1
  shift
  mkdir -p "$work/config/latchkey"
  printf '[appearance]\ntheme=%s\n' "$theme" >"$work/config/latchkey/latchkey.ini"
  "$program" "$@" >"$work/log" 2>&1 &
  app=$!
  await Latchkey
}
await() { for _ in $(seq 100); do xdotool search --onlyvisible --name "$1" >/dev/null 2>&1 && return; sleep 0.1; done; cat "$work/log" >&2; return 1; }
end() { kill "$app"; wait "$app" 2>/dev/null || true; app=''; }
picture() { sleep 1.2; import -silent -window root "png:$out/$1.png"; echo "$out/$1.png"; }
keys() { xdotool key --clearmodifiers "$@"; sleep 0.4; }

begin 1
picture first-run
keys Tab space
await 'Local vault'
picture light
keys F9
picture detail
keys F9 ctrl+n
await 'Create'
xdotool type --delay 15 'Production Email API 2'
picture create
end
begin 2 --vault "$work/data/latchkey/vault.latchkey"
picture dark
end
begin 1 --vault "$work/empty.latchkey"
picture empty
end
