#!/usr/bin/env bash
# check_server_package.sh DEB: looks into the Debian package of the server and runs it from there. DEB may be a pattern.
set -euo pipefail
# shellcheck disable=SC2206
debs=($1)
deb=${debs[0]}
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
daemon=''
# shellcheck disable=SC2317
end() {
  [ -z "$daemon" ] || kill -9 "$daemon" 2>/dev/null || true
  rm -rf "$work"
}
trap end EXIT
fail() { echo "check_server_package: $*" >&2; exit 1; }
# shellcheck source-path=SCRIPTDIR
. "$here/program_checks.sh"

[ ${#debs[@]} = 1 ] && [ -s "$deb" ] || fail "there is no package, or more than one: ${debs[*]}"
deb=$(realpath "$deb")
dpkg-deb -R "$deb" "$work/root"
cd "$work/root"

(cd "$here/../../packaging" && find gateways -type f | sed 's|^|usr/share/doc/latchkeyd/examples/|') >"$work/expected"
cat >>"$work/expected" <<'LIST'
etc/latchkey/latchkeyd.json
lib/systemd/system/latchkeyd.service
usr/bin/latchkeyctl
usr/bin/latchkeyd
usr/share/bash-completion/completions/latchkeyctl
usr/share/bash-completion/completions/latchkeyd
usr/share/doc/latchkeyd/changelog.gz
usr/share/doc/latchkeyd/copyright
usr/share/man/man1/latchkeyctl.1.gz
usr/share/man/man8/latchkeyd.8.gz
LIST
find etc lib usr -type f | sort | diff <(sort "$work/expected") - >"$work/files" || fail "files: $(cat "$work/files")"
[ -z "$(find etc lib usr -perm /022)" ] || fail "others can write in it"
[ "$(cat DEBIAN/conffiles)" = /etc/latchkey/latchkeyd.json ] || fail "the configuration is no conffile"
for script in postinst prerm postrm; do
  [ -x "DEBIAN/$script" ] && sh -n "DEBIAN/$script" || fail "$script"
done
depends=$(dpkg-deb -f "$deb" Depends)
for package in libqt6sql6-sqlite libqt6sql6-psql libqt6sql6 libqt6network6 libsqlite3-0 libpq5 libssl3; do
  grep -qw "$package" <<<"$depends" || fail "$package is no dependency: $depends"
done
! grep -qE 'libqt6(gui|widgets)6' <<<"$depends" || fail "a server needs no window: $depends"
check_program usr/bin/latchkeyd
check_program usr/bin/latchkeyctl
check_manual usr/share/man/man8/latchkeyd.8.gz usr/bin/latchkeyd --vault --postgres --config --listen --ready-file --name --prefix
check_manual usr/share/man/man1/latchkeyctl.1.gz usr/bin/latchkeyctl --server --token-file --ca --vault --json
version=$(dpkg-deb -f "$deb" Version)
for program in latchkeyd latchkeyctl; do
  [ "$("usr/bin/$program" --version)" = "$program $version" ] || fail "the versions differ"
  bash -c ". usr/share/bash-completion/completions/$program && complete -p $program" >/dev/null || fail "no completion of $program"
done
words=$(bash -c '. usr/share/bash-completion/completions/latchkeyd; COMP_WORDS=(latchkeyd serve --v) COMP_CWORD=2; _latchkeyd; echo "${COMPREPLY[*]}"')
[ "$words" = --vault ] || fail "completion offers: $words"

# The unit, with the programs where they are now.
sed "s|/usr/bin/|$work/root/usr/bin/|" lib/systemd/system/latchkeyd.service >"$work/latchkeyd.service"
said=$(systemd-analyze verify "$work/latchkeyd.service" 2>&1 | grep latchkeyd || true)
[ -z "$said" ] || fail "the unit: $said"
systemd-analyze security --offline=true --threshold=20 --no-pager "$work/latchkeyd.service" >"$work/security" 2>&1 ||
  fail "its sandbox is weaker than it was: $(tail -1 "$work/security")"

# An enabled service stays so until its package is purged.
mkdir "$work/control" && dpkg-deb -e "$deb" "$work/control"
wants=$work/machine/etc/systemd/system/multi-user.target.wants
mkdir -p "$wants"
ln -s /lib/systemd/system/latchkeyd.service "$wants/latchkeyd.service"
DPKG_ROOT=$work/machine "$work/control/postrm" remove
[ -L "$wants/latchkeyd.service" ] || fail "removing it forgets that the service was enabled"
DPKG_ROOT=$work/machine "$work/control/postrm" purge
[ ! -L "$wants/latchkeyd.service" ] || fail "a link to the unit stays after a purge"

# A vault, and the server on it as the unit starts it, but for the port.
export HOME="$work/home" LC_ALL=C.UTF-8
mkdir -m 700 "$HOME"
usr/bin/latchkeyd check --config etc/latchkey/latchkeyd.json >/dev/null || fail "the configuration that comes with it is bad"
(umask 077 && usr/bin/latchkeyd init --vault "$work/v/vault.latchkey" >"$work/token" 2>"$work/log") || fail "init: $(cat "$work/log")"
usr/bin/latchkeyd serve --vault "$work/v/vault.latchkey" --config etc/latchkey/latchkeyd.json --listen 127.0.0.1:0 \
  --ready-file "$work/ready.json" 2>"$work/log" &
daemon=$!
for _ in $(seq 600); do
  grep -q '"event":"ready"' "$work/log" && break
  kill -0 "$daemon" 2>/dev/null || fail "it ended: $(cat "$work/log")"
  sleep 0.1
done
address=$(python3 -c 'import json, sys; print(json.load(open(sys.argv[1]))["addresses"][0])' "$work/ready.json")
export LATCHKEY_SERVER="http://$address" LATCHKEY_TOKEN_FILE="$work/token"
usr/bin/latchkeyctl create --name "CRM sync" --environment production --scope leads:read --expires 30d --out "$work/key" >/dev/null || fail "no key"
usr/bin/latchkeyctl list | grep -q 'CRM sync' || fail "the key is not listed"
usr/bin/latchkeyctl verify <"$work/key" >/dev/null || fail "the key does not work"
"$here/covered.py" "$depends" "$daemon" || fail "a library comes with no dependency"
kill "$daemon"
status=0
wait "$daemon" || status=$?
daemon=''
[ "$status" = 0 ] || fail "it ends with $status: $(cat "$work/log")"
echo "$(basename "$deb"): good"
