#!/usr/bin/env bash
# slow_bench.sh BUILD [CONNECTIONS [SECONDS]]: the p99 of other clients' verifications while that many connections send
# their heads or bodies a byte now and then, or nothing at all, beside the p99 without them, in the same run. Needs wrk,
# slowhttptest, python3.
set -euo pipefail
build=$1 connections=${2:-2000} seconds=${3:-8}
ulimit -n "$(ulimit -Hn)"
tmp=$(mktemp -d)
pids=()
# shellcheck disable=SC2317
end() {
  for p in "${pids[@]}"; do kill "$p" 2>/dev/null || true; done
  wait 2>/dev/null || true
  rm -rf "$tmp"
}
trap end EXIT
"$build/bin/latchkey-make-vault" "$tmp/v.latchkey" --keys 1000 2>/dev/null
"$build/bin/latchkey-make-tokens" "$tmp/v.latchkey" "$tmp/tokens" 1000
cat >"$tmp/c.json" <<JSON
{"listen": ["127.0.0.1:0"], "threads": 1, "environment": "production",
 "rules": [{"method": "GET", "path": "/v1/leads/**", "scope": "leads:read"}]}
JSON
"$build/bin/latchkeyd" serve --vault "$tmp/v.latchkey" --config "$tmp/c.json" --ready-file "$tmp/r.json" 2>"$tmp/log" &
pids+=($!)
for _ in $(seq 100); do grep -q '"ready"' "$tmp/log" && break; sleep 0.1; done
base="http://$(python3 -c 'import json, sys; print(json.load(open(sys.argv[1]))["addresses"][0])' "$tmp/r.json")"
cat >"$tmp/ask.lua" <<LUA
local tokens = {}
for line in io.lines("$tmp/tokens") do tokens[#tokens + 1] = "Bearer " .. line end
local i = 0
function request()
  i = i % #tokens + 1
  return wrk.format("GET", "/v1/forward-auth", { ["Authorization"] = tokens[i], ["X-Forwarded-Method"] = "GET",
    ["X-Forwarded-Uri"] = "/v1/leads/7" })
end
function done(summary, latency)
  io.write(string.format("%.3f %d %d\n", latency:percentile(99) / 1000, summary.requests,
    summary.errors.connect + summary.errors.read + summary.errors.timeout))
end
LUA
opened() { curl -fsS "$base/metrics" | awk '$1 == "latchkeyd_http_connections" {print $2}'; }
measure() { # name, and what makes it slow
  local name=$1
  shift
  local slow=
  if [ $# -gt 0 ]; then
    "$@" >"$tmp/slow.log" 2>&1 &
    slow=$!
    pids+=("$slow")
    for _ in $(seq 40); do # until most of them are there
      [ "$(opened)" -lt $((connections * 9 / 10)) ] || break
      sleep 0.25
    done
  fi
  local open
  open=$(opened)
  local p99 requests errors
  read -r p99 requests errors < <(wrk -t1 -c8 -d"${seconds}s" -s "$tmp/ask.lua" "$base/" | tail -1)
  [ -z "$slow" ] || { kill "$slow" 2>/dev/null; wait "$slow" 2>/dev/null; } || true
  [ -n "${alone:-}" ] || alone=$p99
  python3 -c 'import sys; n, p, a, r, e, o = sys.argv[1:]
print(f"{n:12} p99 {float(p):8.3f} ms, {float(p) / float(a):5.2f} of alone; {r} answers, {e} errors, {o} connections")' \
    "$name" "$p99" "$alone" "$requests" "$errors" "$open"
}
rate=$((connections / 2))
measure alone
measure "slow heads" slowhttptest -c "$connections" -H -i 2 -r "$rate" -l $((seconds + 14)) -t GET -u "$base/v1/forward-auth"
measure "slow bodies" slowhttptest -c "$connections" -B -i 2 -r "$rate" -s 8192 -l $((seconds + 14)) -t POST \
  -f application/json -u "$base/v1/verify"
measure idle python3 -c 'import socket, sys, time
host, port = sys.argv[1].split("//")[1].split(":")
end = time.time() + float(sys.argv[3])
while time.time() < end:  # whoever is ended comes again
    all = [socket.create_connection((host, int(port))) for _ in range(int(sys.argv[2]))]
    time.sleep(9)
    for s in all: s.close()' "$base" "$connections" "$((seconds + 14))"
measure "alone again"
