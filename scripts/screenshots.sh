#!/usr/bin/env bash
# Takes the pictures of docs/screenshots from the real program with sample data, on a virtual display, beside a keyring of
# its own. Needs what ./test.sh installs and imagemagick. scripts/screenshots.sh [PROGRAM [FOLDER [WIDTHxHEIGHT]]]
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
support=$here/../tests/support

if [ -z "${LATCHKEY_PICTURES:-}" ]; then # outside: a home, a keyring and a display of their own
  program=$(realpath "${1:-$here/../build/release/bin/latchkey}")
  folder=${2:-$here/../docs/screenshots}
  mkdir -p "$folder"
  export LATCHKEY_PICTURES=home LC_ALL=C.UTF-8 TZ=UTC USER=ana XVFB_SCREEN=${3:-1280x800}
  exec "$support/keyring_session.sh" unlocked "$here/screenshots.sh" "$program" "$(realpath "$folder")"
fi
if [ "$LATCHKEY_PICTURES" = home ]; then
  mkdir -p "$HOME/.config/openbox"
  # The window fills the picture; its sheets keep their frames.
  cat >"$HOME/.config/openbox/rc.xml" <<'XML'
<openbox_config xmlns="http://openbox.org/3.4/rc"><focus><focusNew>yes</focusNew></focus><theme><name>Clearlooks</name></theme>
<applications><application type="normal" name="latchkey"><decor>no</decor><maximized>yes</maximized></application></applications></openbox_config>
XML
  LATCHKEY_PICTURES=display exec "$support/xvfb_run.sh" "$here/screenshots.sh" "$@"
fi

program=$1 out=$2 app=''
trap '[ -z "$app" ] || kill "$app" 2>/dev/null || true' EXIT

await() { # await TITLE
  for _ in $(seq 200); do
    ! xdotool search --onlyvisible --name "$1" >/dev/null 2>&1 || return 0
    sleep 0.05
  done
  cat "$HOME/log" >&2
  echo "No window \"$1\"" >&2
  return 1
}
begin() { # begin THEME TITLE ARGUMENT…
  mkdir -p "$HOME/settings"
  printf '[appearance]\ntheme=%s\n' "$1" >"$HOME/settings/latchkey.ini"
  "$program" --config-dir "$HOME/settings" --language en "${@:3}" >"$HOME/log" 2>&1 &
  app=$!
  await "$2"
}
end() {
  kill "$app"
  wait "$app" 2>/dev/null || true
  app=''
}
settled() { # until nothing moves any more
  local previous='' now
  for _ in $(seq 20); do
    sleep 0.4
    now=$(import -silent -window root rgb:- | md5sum)
    [ "$now" != "$previous" ] || return 0
    previous=$now
  done
}
keys() {
  xdotool key --clearmodifiers "$@"
  settled
}
picture() {
  settled
  import -silent -window root -strip "png:$out/$1.png"
  echo "$out/$1.png"
}

begin 1 Latchkey
picture first-run
keys Tab space
await 'Local vault'
picture light
keys F9
picture detail
keys F9 ctrl+n
await 'Create'
xdotool type --delay 15 'Production Email API 2'
keys Tab space Tab Tab Down
picture create
keys ctrl+Return
picture copy
end
begin 2 'Local vault' --vault "$HOME/.local/share/latchkey/vault.latchkey"
picture dark
end
begin 1 Latchkey --vault "$HOME/empty.latchkey"
picture empty
end
