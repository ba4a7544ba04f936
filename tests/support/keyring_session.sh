#!/usr/bin/env bash
# keyring_session.sh unlocked|locked|missing|nobus COMMAND…: runs COMMAND in a D-Bus session of its own with a real
# gnome-keyring in that state, in a temporary HOME. Nothing of the person's own session is touched.
set -uo pipefail
mode=$1
shift
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -m 700 "$work/home" "$work/run"
cat >"$work/bus.conf" <<XML
<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN" "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><keep_umask/><listen>unix:dir=$work/run</listen>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy></busconfig>
XML
clean=(env -u GNOME_KEYRING_CONTROL -u XDG_DATA_HOME -u XDG_CONFIG_HOME -u DISPLAY HOME="$work/home" XDG_RUNTIME_DIR="$work/run" KEYRING_MODE="$mode")
if [ "$mode" = nobus ]; then
  "${clean[@]}" DBUS_SESSION_BUS_ADDRESS="unix:path=$work/none" "$@"
  exit
fi
cat >"$work/inner" <<'SH'
if [ "$KEYRING_MODE" != missing ]; then
  printf 'test-password' | gnome-keyring-daemon --foreground --unlock --components=secrets >"$XDG_RUNTIME_DIR/keyring.log" 2>&1 &
  keyring=$!
  trap 'kill "$keyring" 2>/dev/null; wait "$keyring" 2>/dev/null' EXIT
  ask() { dbus-send --session --print-reply --dest=org.freedesktop.secrets "$@" 2>/dev/null; }
  for _ in $(seq 200); do
    ask /org/freedesktop/secrets org.freedesktop.Secret.Service.ReadAlias string:default | grep -q collection && break
    sleep 0.05
  done
  [ "$KEYRING_MODE" != locked ] ||
    ask /org/freedesktop/secrets org.freedesktop.Secret.Service.Lock array:objpath:/org/freedesktop/secrets/collection/login >/dev/null
fi
"$@"
SH
"${clean[@]}" dbus-run-session --config-file="$work/bus.conf" -- bash "$work/inner" "$@"
