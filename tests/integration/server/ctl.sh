#!/usr/bin/env bash
# ctl.sh LATCHKEYCTL LATCHKEYD COMPLETION MAN: the command line on a vault file and through a real server.
set -euo pipefail
ctl=$1 daemon=$2 completion=$3 man=$4
work=$(mktemp -d)
server='' gateway=''
finish() {
  [ -z "$server" ] || kill -9 "$server" 2>/dev/null || true
  [ -z "$gateway" ] || kill -9 "$gateway" 2>/dev/null || true
  rm -rf "$work"
}
trap finish EXIT
cd "$work"
say() { printf '%s\n' "$*" >&2; }
# wants STATUS COMMAND…
wants() {
  local wanted=$1 status=0
  shift
  "$@" >out 2>err || status=$?
  [ "$status" = "$wanted" ] || { say "$*: status $status, not $wanted"; cat out err >&2; exit 1; }
}
field() { python3 -c 'import json,sys; v=json.load(open("out"))
for k in sys.argv[1:]: v=v[int(k)] if isinstance(v,list) else v[k]
print(v)' "$@"; }

scenario() {
  local go=("$ctl" "$@") id
  rm -f ./*.token ./*.jsonl
  wants 0 "${go[@]}" create --name 'From a script' --environment production --scope leads:read --rate minute=10 --expires 90d --owner ops --note 'For the nightly run' --out new.token
  grep -q 'From a script' out
  [ "$(stat -c %a new.token)" = 600 ]
  if grep -qFf new.token out err; then say 'the token was shown'; exit 1; fi
  wants 0 "${go[@]}" verify <new.token
  wants 0 "${go[@]}" --json list --query script
  id=$(field keys 0 id)
  [ "$(field keys 0 limits minute)" = 10 ]
  wants 0 "${go[@]}" --json show "$id"
  [ "$(field note)" = 'For the nightly run' ]
  [ "$(field scopes 0)" = leads:read ]
  wants 0 "${go[@]}" show "$id"
  for row in 'Name: +From a script' "Id: +$id" 'Token: +lk_live_.+' 'Status: +active' 'Environment: +production' 'Type: +general' \
    'Permissions: +leads:read' 'Expires: +20.* UTC' 'Limits: +10 a minute' 'Networks: +anywhere' 'Customers: +all' 'Last used: +never' \
    'Owner: +ops' 'Note: +For the nightly run' 'Created: +20.* UTC by .+'; do
    grep -qE "^$row\$" out || { say "show: no $row"; cat out >&2; exit 1; }
  done
  wants 2 "${go[@]}" create --name x --environment staging --scope leads:raed --out none.token
  grep -q 'nearest is leads:read' err
  wants 1 "${go[@]}" rotate "$id" --out new.token # never over something
  wants 0 "${go[@]}" rotate "$id" --overlap 1h --out second.token
  wants 0 "${go[@]}" verify <new.token
  wants 0 "${go[@]}" --json verify <second.token
  [ "$(field replaced)" = False ]
  wants 0 "${go[@]}" rotate "$id"
  cp out third.token
  wants 1 "${go[@]}" verify <second.token
  grep -q ' replaced ' out
  grep -q 'this token was replaced by a rotation' err
  wants 0 "${go[@]}" verify <third.token
  wants 3 "${go[@]}" verify <new.token
  grep -q 'or its key was deleted for good' err
  wants 0 "${go[@]}" deactivate "$id"
  wants 1 "${go[@]}" verify <third.token
  grep -q 'the key is inactive' err
  wants 1 "${go[@]}" --json verify <third.token
  [ "$(field reason)" = inactive ]
  wants 0 "${go[@]}" activate "$id"
  wants 0 "${go[@]}" export --format json
  if grep -qF "$(cut -c 22- third.token)" out; then say 'the export has a token'; exit 1; fi
  wants 0 "${go[@]}" revoke "$id" --reason 'tried out'
  wants 5 "${go[@]}" activate "$id"
  grep -q 'with a key that is revoked' err
  wants 0 "${go[@]}" delete "$id"
  wants 0 "${go[@]}" list # reads its own change
  if grep -qF "$id" out; then say 'a deleted key is still listed'; exit 1; fi
  wants 5 "${go[@]}" delete "$id" # not for good
  grep -q 'with a key that is deleted' err
  wants 3 "${go[@]}" show abcdefABCDEF
  grep -q 'there is no such key' err
  wants 2 "${go[@]}" create --name x --environment staging --scope leads:read --expires 0d --out none.token
  [ ! -e none.token ]
  wants 2 "${go[@]}" create --name x --environment mars --scope leads:read
  wants 2 "${go[@]}" create --name x --environment staging
  # Nobody has said when: 90 days, as in the window, and it is said.
  wants 0 "${go[@]}" create --name 'By default' --environment staging --scope leads:read --out default.token
  grep -q 'the key expires on 20.* UTC; --expires takes another time, or never' err
  wants 0 "${go[@]}" --json list --query 'default expires:<91d -expires:<89d'
  [ "$(field keys 0 name)" = 'By default' ]
  wants 0 "${go[@]}" --json create --name 'On purpose' --environment staging --scope leads:read --expires never --out never.token
  [ "$(field expires)" = None ]
  [ ! -s err ]
  # Nobody has listed it: it is taken all the same.
  wants 0 "${go[@]}" --json create --name 'For a customer' --environment staging --scope leads:read --customer acme --expires never --out customer.token
  [ "$(field customers 0)" = acme ]
  [ "$(cat err)" = 'latchkeyctl: customer acme is not listed' ]
  wants 0 "${go[@]}" --json create --name 'By the second' --environment staging --scope leads:read --expires 2099-01-01T12:30:00+02:00 --out whole_second.token
  [ "$(field expires)" = 2099-01-01T10:30:00.000Z ]
  wants 2 "${go[@]}" create --name x --environment staging --scope leads:read --expires 2099-01-01T12:30:00
  wants 2 "${go[@]}" list --reason x
  wants 2 "${go[@]}" list --sort nme
  grep -q -- '--sort: this word is not known there: nme; see latchkeyctl(1)' err
  wants 2 "${go[@]}" list --query 'status:xyz'
  grep -q -- '--query: this word is not known there: status:xyz' err
  wants 2 "${go[@]}" list --query 'script statuss:active'
  grep -q -- '--query: there is no term statuss:; the nearest is status:; as text it stands in quotes: "statuss:active"' err
  wants 2 "${go[@]}" export --query 'urn:x'
  grep -q -- '--query: there is no term urn:; as text' err
  wants 0 "${go[@]}" list --query '"statuss:active"'
  wants 2 "${go[@]}" list --query "$(printf 'x%.0s' $(seq 3000))"
  grep -qE -- '--query: at most [0-9]+ characters$' err
  # The error stands last, but for where to read on; for a program it is a problem document.
  wants 2 "${go[@]}" list --what
  [ "$(wc -l <err)" = 2 ]
  [ "$(tail -1 err)" = 'See latchkeyctl list --help.' ]
  for call in 'list --what' 'what' 'show' 'list --limit' 'show x' 'create --name x --environment staging' \
    'create --name x --environment staging --scope leads:read --expires 0d'; do
    read -ra words <<<"$call"
    wants 2 "${go[@]}" --json "${words[@]}"
    [ -n "$(field detail)" ] && [ -n "$(field code)" ] || { say "$call: no problem"; exit 1; }
  done
  wants 2 "${go[@]}" --json list --what
  [ "$(field code)" = wrong_call ]
  wants 1 "${go[@]}" --json verify <<<'no token'
  [ "$(field code)" = failed ]
  wants 2 "${go[@]}" audit
  grep -q 'audit needs a second word: audit verify or audit export' err
  wants 0 "${go[@]}" audit verify
  wants 0 "${go[@]}" audit export --out log.jsonl
  grep -q key.revoke log.jsonl
}

"$daemon" init --vault v/ctl.latchkey >admin.secret 2>/dev/null
chmod 600 admin.secret
# A permission that is mistyped in a rule is known where there is a vault to ask.
printf '{"rules":[{"path":"/a","scope":"leads:raed"}]}' >rules.json
wants 0 "$daemon" check --config rules.json
wants 1 "$daemon" check --config rules.json --vault v/ctl.latchkey
grep -q 'rules.json:1:32: $.rules\[0\].scope: the catalogue of the vault has no permission leads:raed' err
wants 1 "$daemon" check --config rules.json --vault v/none.latchkey
grep -q 'there is no vault at' err
scenario --vault v/ctl.latchkey
"$daemon" serve --vault v/ctl.latchkey --listen 127.0.0.1:0 --ready-file ready 2>log &
server=$!
for _ in $(seq 100); do [ -s ready ] && break; sleep 0.1; done
address=$(python3 -c 'import json; print(json.load(open("ready"))["addresses"][0])')
scenario --server "http://$address" --token-file admin.secret
chmod 644 admin.secret
wants 1 "$ctl" --server "http://$address" --token-file admin.secret list
grep -q 'chmod 600' err
chmod 600 admin.secret
cp third.token other.secret
chmod 600 other.secret
wants 4 "$ctl" --server "http://$address" --token-file other.secret list
grep -q 'does not accept this admin token' err
wants 4 "$ctl" --json --server "http://$address" --token-file other.secret list
[ "$(field status) $(field code) $(field title)" = '401 invalid_token This token is not valid' ]
# What the role of a token does not allow is said so before the server is asked.
wants 0 "$ctl" --server "http://$address" --token-file admin.secret --json create --name 'Looked at' --environment staging --scope leads:read --out kept.secret
id=$(field id)
python3 - "$address" <<'PY'
import json, os, sys, urllib.request
for role, more in ("viewer", {}), ("auditor", {}), ("operator", {"scopes": ["leads:read"]}):
    request = urllib.request.Request(f"http://{sys.argv[1]}/v1/principals", json.dumps({"name": role.title(), "role": role} | more).encode(),
                                     {"Content-Type": "application/json", "Authorization": "Bearer " + open("admin.secret").read().strip()})
    with open(os.open(f"{role}.secret", os.O_WRONLY | os.O_CREAT, 0o600), "w") as f:
        f.write(json.load(urllib.request.build_opener(urllib.request.ProxyHandler({})).open(request))["token"])
PY
# An auditor reads the audit log and nothing else.
wants 0 "$ctl" --server "http://$address" --token-file auditor.secret audit verify
wants 0 "$ctl" --server "http://$address" --token-file auditor.secret audit export --out audited.jsonl
test -s audited.jsonl
wants 4 "$ctl" --server "http://$address" --token-file auditor.secret list
wants 0 "$ctl" --server "http://$address" --token-file viewer.secret show "$id"
wants 4 "$ctl" --server "http://$address" --token-file viewer.secret revoke "$id"
grep -q 'the role of this admin token does not allow that' err
# as ROLE STATUS COMMAND…
as() { wants "$2" "$ctl" --server "http://$address" --token-file "$1.secret" "${@:3}"; }
new=(create --name x --environment staging)
for command in "show $id" "rotate $id" "revoke $id" "activate $id" "deactivate $id" "delete $id" export; do
  read -ra words <<<"$command"
  as auditor 4 "${words[@]}"
done
as auditor 4 "${new[@]}" --scope leads:read
as viewer 4 "${new[@]}" --scope leads:read
as viewer 4 --json audit verify
[ "$(field status) $(field code)" = '403 insufficient_role' ]
as operator 4 --json "${new[@]}" --scope leads:write
[ "$(field code)" = insufficient_scope ]
if grep -q '"status"' out; then say 'a status of HTTP, and nobody was asked'; exit 1; fi
grep -q 'you cannot grant leads:write' err
as operator 0 "${new[@]}" --scope leads:read --out operated.token
kill "$server"
wait "$server" || true
server=''
wants 6 "$ctl" --server "http://$address" --token-file admin.secret list
grep -q 'does not answer' err
if grep -q 'Nothing was changed' err; then say 'a list changes nothing'; exit 1; fi
wants 6 "$ctl" --json --server "http://$address" --token-file admin.secret list
[ "$(field code)" = unreachable ]
if grep -q '"status"' out; then say 'a status of HTTP, and nobody answered'; exit 1; fi

# What a server did not answer has no status of HTTP: files of this computer, say.
printf 'no vault' >text.latchkey
mkdir folder.latchkey
# withoutStatus EXIT CODE OPTION…
withoutStatus() {
  local exit=$1 code=$2
  shift 2
  wants "$exit" "$ctl" --json "$@"
  [ "$(field code)" = "$code" ] || { cat out >&2; exit 1; }
  python3 -c 'import json; exit("status" in json.load(open("out")))' || { say "$*: a status of HTTP"; cat out >&2; exit 1; }
}
withoutStatus 3 not_found --vault v/none.latchkey list
withoutStatus 1 not_a_vault --vault text.latchkey list
withoutStatus 1 is_a_folder --vault folder.latchkey list
withoutStatus 1 invalid_input --server "http://$address" --token-file none.secret list
withoutStatus 1 invalid_input --server "http://$address" --token-file admin.secret --ca none.pem list
withoutStatus 3 not_found --vault v/ctl.latchkey show abcdefABCDEF

# A gateway that answers in place of the server knows nothing of changes.
python3 -c 'import http.server, socketserver
class Gateway(http.server.BaseHTTPRequestHandler):
    def do_GET(self): self.send_error(502)
server = socketserver.TCPServer(("127.0.0.1", 0), Gateway)
print(server.server_address[1], flush=True)
server.serve_forever()' >gateway 2>/dev/null &
gateway=$!
for _ in $(seq 100); do [ -s gateway ] && break; sleep 0.1; done
wants 6 "$ctl" --server "http://127.0.0.1:$(cat gateway)" --token-file admin.secret list
grep -q 'does not answer: HTTP 502' err
if grep -q 'Nothing was changed' err; then say 'a gateway cannot know that'; exit 1; fi

# What the completion and the man page name is what there is.
"$ctl" --help >help
grep -oE -- '--[a-z-]+' help | sort -u >options
while read -r option; do
  grep -q -- "$option" "$completion" || { say "completion: no $option"; exit 1; }
  grep -q -- "${option//-/\\\\-}" "$man" || { say "man page: no $option"; exit 1; }
done <options
offered() { bash -c '. "$1"; shift; COMP_WORDS=(latchkeyctl "$@") COMP_CWORD=$#; _latchkeyctl; printf "%s\n" "${COMPREPLY[@]}"' - "$completion" "$@"; }
# offers 'WORDS' WORD…: the completion of the last of these
offers() {
  local words=$1
  shift
  [ "$(offered "$@" | xargs)" = "$words" ] || { say "completion of $*: $(offered "$@" | xargs)"; exit 1; }
}
offers revoke rev
offers 'production staging development' export --environment ''
offers staging export --environment = st
offers 'csv json' export --format ''
offers '-created -customers' list --sort -c
offers 'active' list --query status : ac
offers 'status:' list --query st
offers '' revoke --reason ''
for command in list show create rotate revoke activate deactivate delete verify export 'audit verify' 'audit export'; do
  read -ra words <<<"$command"
  "$ctl" "${words[@]}" --help | grep -oE -- '--[a-z-]+' | sort -u >named
  offered "${words[@]}" -- | grep -vxE -- '--(help|version)' | sort -u | diff named - || { say "completion of $command"; exit 1; }
done
say "done"
