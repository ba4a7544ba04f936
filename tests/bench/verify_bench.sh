#!/usr/bin/env bash
# verify_bench.sh BUILD [KEYS [SECONDS [ROUNDS]]]: what latchkeyd's /v1/forward-auth answers a second on one processor,
# beside nginx `return 200` on the same one in the same run, with wrk on another; its memory, and how long it takes to
# start. VAULT=FILE takes a copy of that vault in place of a new one. Needs nginx, wrk, taskset.
set -euo pipefail
build=$1 keys=${2:-1000000} seconds=${3:-10} rounds=${4:-3}
server_cpu=${SERVER_CPU:-0} client_cpu=${CLIENT_CPU:-1}
tmp=$(mktemp -d)
pids=()
# shellcheck disable=SC2317
end() {
  for p in "${pids[@]}"; do kill "$p" 2>/dev/null || true; done
  wait 2>/dev/null || true
  rm -rf "$tmp"
}
trap end EXIT
port() { python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }

if [ -n "${VAULT:-}" ]; then
  cp "$VAULT" "$tmp/v.latchkey"
else
  "$build/bin/latchkey-make-vault" "$tmp/v.latchkey" --keys "$keys" 2>/dev/null
fi
"$build/bin/latchkey-make-tokens" "$tmp/v.latchkey" "$tmp/tokens" 20000
cat >"$tmp/c.json" <<JSON
{"listen": ["127.0.0.1:0"], "threads": 1, "environment": "production",
 "rules": [{"method": "GET", "path": "/v1/leads/**", "scope": "leads:read"}]}
JSON
nginx_port=$(port)
cat >"$tmp/nginx.conf" <<CONF
worker_processes 1; daemon off; master_process off; pid $tmp/pid; error_log stderr crit;
events { worker_connections 1024; }
http {
  access_log off; keepalive_requests 1000000000; client_body_temp_path $tmp/b; proxy_temp_path $tmp/p;
  fastcgi_temp_path $tmp/f; uwsgi_temp_path $tmp/u; scgi_temp_path $tmp/s;
  server { listen 127.0.0.1:$nginx_port; location / { return 200; } }
}
CONF
cat >"$tmp/ask.lua" <<LUA
local tokens = {}
for line in io.lines("$tmp/tokens") do tokens[#tokens + 1] = "Bearer " .. line end
local i = 0
function request()
  i = i % #tokens + 1
  return wrk.format("GET", "/v1/forward-auth", { ["Authorization"] = tokens[i], ["X-Forwarded-Method"] = "GET",
    ["X-Forwarded-Uri"] = "/v1/leads/7" })
end
LUA
start() { # says how long it takes until every key is in memory
  rm -f "$tmp/r.json"
  "$@" "$build/bin/latchkeyd" serve --vault "$tmp/v.latchkey" --config "$tmp/c.json" --ready-file "$tmp/r.json" \
    >/dev/null 2>"$tmp/log" &
  daemon=$!
  pids+=("$daemon")
  for _ in $(seq 1200); do
    grep -q '"ready"' "$tmp/log" && break
    sleep 0.1
  done
  echo "start, $*: $(grep -o '"ms":[0-9]*' "$tmp/log" | cut -d: -f2) ms for $(grep -o '"keys":[0-9]*' "$tmp/log" | cut -d: -f2) keys"
}
start nice -n 0
kill "$daemon"
wait "$daemon" || true
start taskset -c "$server_cpu"
echo "resident: $(($(awk '/VmRSS/ {print $2}' "/proc/$daemon/status") / 1024)) MiB, of it private $(($(awk '/RssAnon/ {print $2}' "/proc/$daemon/status") / 1024)) MiB"
daemon_port=$(python3 -c "import json; print(json.load(open('$tmp/r.json'))['addresses'][0].rsplit(':', 1)[1])")
taskset -c "$server_cpu" nginx -p "$tmp" -c "$tmp/nginx.conf" -e stderr &
pids+=("$!")
sleep 2
rate() { taskset -c "$client_cpu" wrk -t1 -c32 "-d${seconds}s" --latency -s "$tmp/ask.lua" "http://127.0.0.1:$1" >"$tmp/wrk"; awk '/Requests\/sec/ {printf "%d", $2}' "$tmp/wrk"; }
for round in $(seq "$rounds"); do
  a=$(rate "$nginx_port")
  b=$(rate "$daemon_port")
  bad=$(awk '/Non-2xx/ {print $NF}' "$tmp/wrk")
  echo "round $round: nginx return 200 $a/s, latchkeyd $b/s, share $(python3 -c "print(f'{$b / max($a, 1):.2f}')"), p50 $(awk '/50%/ {print $2; exit}' "$tmp/wrk") p99 $(awk '/99%/ {print $2; exit}' "$tmp/wrk")${bad:+, $bad refused}"
done
echo "resident after: $(($(awk '/VmRSS/ {print $2}' "/proc/$daemon/status") / 1024)) MiB"
