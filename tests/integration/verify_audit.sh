#!/usr/bin/env bash
# verify_audit.sh PROGRAM: the command line answers without a display, and tells a whole file from a changed one.
set -euo pipefail
program=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
unset DISPLAY WAYLAND_DISPLAY QT_QPA_PLATFORM
python3 - "$work/good.jsonl" <<'PY'
# Written from docs/storage.md and docs/audit-export.md alone, without the product's code.
import hashlib, json, struct, sys
line = lambda o: (json.dumps(o, sort_keys=True, separators=(",", ":"), ensure_ascii=False) + "\n").encode()
out = line({"latchkeyAudit": 1, "vault": "0123456789abcdef", "name": "Acme"})
head = bytes(32)
for seq in range(1, 6):
    payload = {"at": 1800000000000 + seq, "actor": "Änne", "action": "key.create", "key": "000000000000",
               "name": f"Key {seq}", "before": {}, "after": {"state": "active"}}
    text = line(payload)[:-1]
    head = hashlib.sha256(b"latchkey-audit-v1\0" + struct.pack(">Q", seq) + head + hashlib.sha256(text).digest()).digest()
    out += line({"seq": seq, "payload": payload, "hash": head.hex()})
out += line({"rows": 5, "head": head.hex(), "file": hashlib.sha256(out).hexdigest()})
open(sys.argv[1], "wb").write(out)
PY
"$program" --verify-audit "$work/good.jsonl" | tee "$work/said"
grep -q 'intact. 5 rows of the vault "Acme"' "$work/said"
sed 's/Key 3/Key 4/' "$work/good.jsonl" >"$work/bad.jsonl"
code=0
"$program" --verify-audit "$work/bad.jsonl" >"$work/said" || code=$?
cat "$work/said"
[ "$code" = 1 ]
grep -q 'NOT intact. Line 4, row 3: it was changed' "$work/said"
# In the language that is asked for, on either side of the file.
"$program" --language de --verify-audit "$work/good.jsonl" >"$work/said"
grep -q 'unversehrt. 5 Einträge des Tresors „Acme“' "$work/said"
code=0
"$program" --verify-audit="$work/bad.jsonl" --language=de >"$work/said" || code=$?
[ "$code" = 1 ]
grep -q 'NICHT unversehrt. Zeile 4, Eintrag 3: Der Inhalt wurde geändert' "$work/said"
# The last line is no row that a pronoun could stand for.
sed 's/"rows":5/"rows":6/' "$work/good.jsonl" >"$work/end.jsonl"
code=0
"$program" --language de --verify-audit "$work/end.jsonl" >"$work/said" || code=$?
[ "$code" = 1 ]
grep -q 'NICHT unversehrt. Zeile 7: Der Inhalt wurde geändert' "$work/said"
code=0
"$program" --verify-audit "$work/none.jsonl" 2>"$work/said" || code=$?
[ "$code" = 2 ]
grep -q 'none.jsonl' "$work/said"
