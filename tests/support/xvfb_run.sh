#!/bin/bash
# xvfb_run.sh CMD [ARG...]: runs CMD on a virtual X server of its own (XVFB_SCREEN large), with a window manager, and ends both.
set -uo pipefail
for tool in Xvfb openbox xprop; do
  command -v "$tool" >/dev/null || { echo "xvfb_run: $tool is missing" >&2; exit 1; }
done
tmp=$(mktemp -d) xpid='' wmpid=''
trap 'kill $wmpid $xpid 2>/dev/null; wait 2>/dev/null; rm -rf "$tmp"' EXIT
trap 'exit 130' INT TERM
Xvfb -displayfd 3 -screen 0 "${XVFB_SCREEN:-1280x800}x24" -nolisten tcp -noreset 3>"$tmp/display" >"$tmp/log" 2>&1 & xpid=$!
for _ in $(seq 200); do
  [ -s "$tmp/display" ] && break
  kill -0 "$xpid" 2>/dev/null || { cat "$tmp/log" >&2; exit 1; }
  sleep 0.05
done
[ -s "$tmp/display" ] || { echo "xvfb_run: Xvfb gave no display" >&2; exit 1; }
DISPLAY=:$(<"$tmp/display"); export DISPLAY QT_QPA_PLATFORM=xcb; unset WAYLAND_DISPLAY XAUTHORITY
[ -n "${XDG_RUNTIME_DIR:-}" ] || { mkdir -m 700 "$tmp/run"; export XDG_RUNTIME_DIR=$tmp/run; }
openbox --sm-disable >"$tmp/wm.log" 2>&1 & wmpid=$!
for _ in $(seq 200); do
  xprop -root _NET_SUPPORTING_WM_CHECK 2>/dev/null | grep -q 'window id' && break
  sleep 0.05
done
"$@"
