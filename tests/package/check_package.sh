#!/usr/bin/env bash
# check_package.sh DEB: looks into the Debian package and starts the program from it. DEB may be a pattern that one file fits.
set -euo pipefail
# shellcheck disable=SC2206
debs=($1)
deb=${debs[0]}
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
fail() { echo "check_package: $*" >&2; exit 1; }
# shellcheck source-path=SCRIPTDIR
. "$here/program_checks.sh"

[ ${#debs[@]} = 1 ] && [ -s "$deb" ] || fail "there is no package, or more than one: ${debs[*]}"
deb=$(realpath "$deb")
dpkg-deb -x "$deb" "$work/root"
cd "$work/root/usr"

for file in bin/latchkey share/applications/org.latchkey.Latchkey.desktop share/man/man1/latchkey.1.gz \
  share/metainfo/org.latchkey.Latchkey.metainfo.xml share/icons/hicolor/scalable/apps/org.latchkey.Latchkey.svg \
  share/doc/latchkey/copyright share/doc/latchkey/changelog.gz; do
  [ -s "$file" ] || fail "$file is missing"
done
[ "$(find "$work/root" -type f | wc -l)" = 7 ] || fail "there is something else in it: $(find "$work/root" -type f)"
[ -z "$(find "$work/root" -perm /022)" ] || fail "others can write in it"
desktop-file-validate share/applications/*.desktop
appstreamcli validate --no-net share/metainfo/*.xml >"$work/metainfo.log" || { cat "$work/metainfo.log"; exit 1; }
for icon in $(sed -n 's/^Icon=//p' share/applications/*.desktop); do
  [ -e "share/icons/hicolor/scalable/apps/$icon.svg" ] || fail "no icon $icon"
done
check_manual share/man/man1/latchkey.1.gz bin/latchkey --vault --config-dir --language --verify-audit --version --help

# Libraries that it links come by dpkg-shlibdeps; plugins must be named.
depends=$(dpkg-deb -f "$deb" Depends)
for package in libqt6sql6-sqlite libqt6sql6-psql libqt6svg6 libsecret-1-0 libqt6keychain1 libqt6widgets6 libqt6sql6 libqt6dbus6; do
  grep -qw "$package" <<<"$depends" || fail "$package is no dependency: $depends"
done
check_program bin/latchkey

version=$(dpkg-deb -f "$deb" Version)
[ "$(env -u DISPLAY bin/latchkey --version)" = "latchkey $version" ] || fail "the versions differ"
grep -q "release version=\"$version\"" share/metainfo/*.xml || fail "the metainfo names another version"
if env -u DISPLAY -u WAYLAND_DISPLAY -u QT_QPA_PLATFORM bin/latchkey --no-such-option 2>"$work/bad"; then fail "a bad option is taken"; fi
grep -q 'no-such-option' "$work/bad" || fail "a bad option is not named"
if env -u DISPLAY -u WAYLAND_DISPLAY -u QT_QPA_PLATFORM bin/latchkey 2>"$work/bad"; then fail "it starts without a display"; fi
grep -q 'DISPLAY' "$work/bad" || fail "it does not say that it needs a display"

# A window comes up in a new home, from the package alone.
mkdir -m 700 "$work/home" "$work/run"
cat >"$work/start" <<'SH'
"$1" --vault "$HOME/made/first.latchkey" & app=$!
for _ in $(seq 300); do
  xdotool search --onlyvisible --name Latchkey >/dev/null 2>&1 && break
  kill -0 "$app" || exit 1
  sleep 0.1
done
xdotool search --onlyvisible --name Latchkey >/dev/null || exit 1
"$2" "$3" "$app" || exit 1
kill "$app"
wait "$app"
[ "$(stat -c %a "$HOME/made/first.latchkey")" = 600 ]
SH
env -u XDG_DATA_HOME -u XDG_CONFIG_HOME HOME="$work/home" XDG_RUNTIME_DIR="$work/run" DBUS_SESSION_BUS_ADDRESS=disabled: \
  "$here/../support/xvfb_run.sh" bash "$work/start" "$work/root/usr/bin/latchkey" "$here/covered.py" \
  "$depends, $(dpkg-deb -f "$deb" Recommends)" || fail "it does not start as it should"
echo "$(basename "$deb"): good"
