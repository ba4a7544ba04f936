#!/usr/bin/env bash
# verify_bench.sh BUILD [KEYS [SECONDS [ROUNDS]]]: what latchkeyd does with many keys, on one processor (SERVER_CPU) and
# free, always beside nginx `return 200` in the same round, with wrk on another processor (CLIENT_CPU):
#   its start and its memory; verifications a second with p50, p99 and p99.9; the same at 70 % of that load, where nginx
#   asked as fast says what of it is the machine's; behind
#   nginx' auth_request, beside nginx alone and beside auth_request to an empty 200 of the same HTTP library.
# VAULT=FILE takes a copy of that vault in place of a new one. SOAK=SECONDS adds a soak at 70 % load, or at SOAK_RATE a second, and what memory does.
# NODES=CHANGES adds three nodes on PostgreSQL: start, memory, and how long a revocation takes to the last of them.
# Ratios of one round are what counts: the machine may be busy, and one wrk with tokens to choose may be slower than what it
# asks. So the ratios are of requests a second of the processor time that the server took: of all of its threads, and of
# those that answer. Needs nginx, wrk, taskset, python3.
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
of() { python3 -c "print(f'{$1 / max($2, 1):.2f}')"; }
mib() { echo $(($(awk -v what="$1:" '$1 == what {print $2}' "/proc/$daemon/status") / 1024)); }

if [ -n "${VAULT:-}" ]; then
  cp "$VAULT" "$tmp/v.latchkey"
else
  "$build/bin/latchkey-make-vault" "$tmp/v.latchkey" --keys "$keys" 2>/dev/null
fi
"$build/bin/latchkey-make-tokens" "$tmp/v.latchkey" "$tmp/tokens" 20000
[ -x "$build/bin/latchkey-empty-http" ] || cmake --build "$build" --target latchkey-empty-http >/dev/null
nginx_port=$(port) gate_port=$(port) empty_gate_port=$(port) empty_port=$(port) daemon_port=$(port)
cat >"$tmp/c.json" <<JSON
{"listen": ["127.0.0.1:$daemon_port"], "threads": ${THREADS:-1}, "environment": "production",
 "trustedProxies": ["127.0.0.1"], "rules": [{"method": "GET", "path": "/v1/leads/**", "scope": "leads:read"}]}
JSON
asking() { # asking UPSTREAM PATH: an auth_request as packaging/gateways/nginx makes it
  cat <<CONF
    location / { auth_request /ask; try_files /nowhere @ok; }
    location @ok { return 200; }
    location = /ask {
      internal; proxy_pass_request_headers off; proxy_pass_request_body off;
      proxy_set_header Authorization \$http_authorization; proxy_set_header X-Original-Method \$request_method;
      proxy_set_header X-Original-URI \$request_uri; proxy_set_header X-Forwarded-For \$remote_addr;
      proxy_set_header Content-Length ""; proxy_set_header Connection ""; proxy_http_version 1.1;
      proxy_pass http://$1$2;
    }
CONF
}
cat >"$tmp/nginx.conf" <<CONF
worker_processes 1; daemon off; master_process off; pid $tmp/pid; error_log stderr crit;
events { worker_connections 1024; }
http {
  access_log off; keepalive_requests 1000000000; client_body_temp_path $tmp/b; proxy_temp_path $tmp/p;
  fastcgi_temp_path $tmp/f; uwsgi_temp_path $tmp/u; scgi_temp_path $tmp/s; root $tmp/nothing;
  upstream latchkeyd { server 127.0.0.1:$daemon_port; keepalive 64; keepalive_requests 1000000000; }
  upstream empty { server 127.0.0.1:$empty_port; keepalive 64; keepalive_requests 1000000000; }
  server { listen 127.0.0.1:$nginx_port; location / { return 200; } }
  server { listen 127.0.0.1:$gate_port; $(asking latchkeyd '/v1/forward-auth?mode=nginx') }
  server { listen 127.0.0.1:$empty_gate_port; $(asking empty /) }
}
CONF
cat >"$tmp/ask.lua" <<LUA
local tokens, i, wait = {}, 0, tonumber(os.getenv("WAIT") or "0")
for line in io.lines("$tmp/tokens") do tokens[#tokens + 1] = "Bearer " .. line end
local path, target = os.getenv("ASK_PATH"), { ["X-Forwarded-Method"] = "GET", ["X-Forwarded-Uri"] = "/v1/leads/7" }
function request()
  i = i % #tokens + 1
  target["Authorization"] = tokens[i]
  return wrk.format("GET", path, target)
end
if wait > 0 then
  function delay() return math.floor(wait * 2 * math.random() + 0.5) end
end
function done(summary, latency)
  local bad = summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.timeout
  io.write(string.format("RESULT %d %.2f %.2f %.2f %d\n", summary.requests / summary.duration * 1e6,
    latency:percentile(50) / 1000, latency:percentile(99) / 1000, latency:percentile(99.9) / 1000, bad))
end
LUA
wait_for() { # wait_for SECONDS COMMAND…
  local tries=$(($1 * 10))
  shift
  for _ in $(seq "$tries"); do
    "$@" 2>/dev/null && return
    sleep 0.1
  done
  echo "waited in vain: $*" >&2
  return 1
}
start() { # says how long it takes until every key is in memory
  rm -f "$tmp/r.json"
  "$@" "$build/bin/latchkeyd" serve --vault "$tmp/v.latchkey" --config "$tmp/c.json" --ready-file "$tmp/r.json" \
    >/dev/null 2>"$tmp/log" &
  daemon=$!
  pids+=("$daemon")
  wait_for 300 grep -q '"ready"' "$tmp/log"
  echo "start, $*: $(grep -o '"ms":[0-9]*' "$tmp/log" | cut -d: -f2) ms for $(grep -o '"keys":[0-9]*' "$tmp/log" | cut -d: -f2) keys," \
    "$(awk '{printf "%.1f", ($14 + $15) / 100}' "/proc/$daemon/stat") s of processor time"
}
stop() {
  kill "$daemon"
  wait "$daemon" || true
}
# ask PORT PATH [CONNECTIONS [SECONDS]]: "rate p50 p99 p99.9 refused", times in milliseconds
ask() {
  ASK_PATH=$2 taskset -c "$client_cpu" wrk -t1 "-c${3:-32}" "-d${4:-$seconds}s" --latency -s "$tmp/ask.lua" "http://127.0.0.1:$1" >"$tmp/wrk"
  grep -q '^RESULT' "$tmp/wrk" || cat "$tmp/wrk" >&2
  sed -n 's/^RESULT //p' "$tmp/wrk"
}
ticks() { # ticks PID [THREADS]: processor time so far, of all threads or those of this name
  if [ $# = 1 ]; then
    awk '{print $14 + $15}' "/proc/$1/stat"
  else
    cat /proc/"$1"/task/*/stat 2>/dev/null | awk -v name="($2" 'index($0, name) {sum += $(NF - 38) + $(NF - 37)} END {print sum + 0}'
  fi
}
# asked PID PORT PATH: as ask(), with the requests for a second of processor time: of all threads in $each, of those that
# answer in $hot
asked() {
  local all answering
  all=$(ticks "$1") answering=$(ticks "$1" answer)
  result=$(ask "$2" "$3")
  all=$(($(ticks "$1") - all)) answering=$(($(ticks "$1" answer) - answering))
  each=$(python3 -c "print(round(${result%% *} * $seconds * 100 / max($all, 1)))")
  hot=$(python3 -c "print(round(${result%% *} * $seconds * 100 / max($answering, 1)))")
}
at70() { # at70 RATE: WAIT so that 64 connections ask 0.7 × RATE times a second
  python3 -c "print(round(64 * 1000 / (0.7 * max($1, 1)), 2))"
}

echo "load of the machine: $(cut -d' ' -f1-3 /proc/loadavg)"
start nice -n 0
stop
start taskset -c "$server_cpu"
echo "resident: $(mib VmRSS) MiB, of it private $(mib RssAnon) MiB; most so far $(mib VmHWM) MiB"
taskset -c "$server_cpu" nginx -p "$tmp" -c "$tmp/nginx.conf" -e stderr &
nginx=$!
pids+=("$nginx")
taskset -c "$server_cpu" "$build/bin/latchkey-empty-http" "$empty_port" &
pids+=("$!")
wait_for 20 python3 -c "import urllib.request; urllib.request.urlopen('http://127.0.0.1:$empty_gate_port/')"
shown() { # shown "rate p50 p99 p99.9 refused"
  # shellcheck disable=SC2086
  set -- $1
  printf '%s/s, p50 %s ms, p99 %s ms, p99.9 %s ms' "$1" "$2" "$3" "$4"
  [ "$5" = 0 ] || printf ', %s FAILED' "$5"
}
for round in $(seq "$rounds"); do
  asked "$nginx" "$nginx_port" /
  alone=$each wall=${result%% *}
  echo "round $round, one processor: nginx return 200: $wall/s, $alone for a second of its processor time"
  asked "$daemon" "$daemon_port" /v1/forward-auth
  echo "round $round, one processor: latchkeyd: $(shown "$result"), $each for a second of its processor time, $hot of its answering thread's;" \
    "shares $(of "${result%% *}" "$wall"), $(of "$each" "$alone"), $(of "$hot" "$alone")"
  wait=$(at70 "${result%% *}")
  echo "round $round, at 70 % load: $(shown "$(WAIT=$wait ask "$daemon_port" /v1/forward-auth 64)");" \
    "nginx return 200 asked as fast: $(shown "$(WAIT=$wait ask "$nginx_port" / 64)")"
  asked "$nginx" "$empty_gate_port" /v1/leads/7
  empty=${result%% *}
  asked "$nginx" "$gate_port" /v1/leads/7
  echo "round $round, auth_request on one processor: to latchkeyd $(shown "$result"); to an empty 200 $empty/s, share $(of "${result%% *}" "$empty");" \
    "of nginx alone $(of "${result%% *}" "$wall")"
done
echo "resident after: $(mib VmRSS) MiB, of it private $(mib RssAnon) MiB"
stop
start nice -n 0
a=$(ask "$nginx_port" /)
b=$(ask "$daemon_port" /v1/forward-auth)
echo "free: nginx return 200 (its processor pinned) ${a%% *}/s; latchkeyd $(shown "$b"); share $(of "${b%% *}" "${a%% *}")"
if [ -n "${SOAK:-}" ]; then
  before="$(mib VmRSS) MiB"
  at=''
  (
    for _ in $(seq 4); do
      sleep $((SOAK / 5))
      echo "soak: resident $(mib VmRSS) MiB"
    done
  ) &
  pids+=("$!")
  at=$(WAIT=$(at70 "${SOAK_RATE:+$SOAK_RATE / 0.7 + 0 * }${b%% *}") ask "$daemon_port" /v1/forward-auth 64 "$SOAK")
  echo "soak of $SOAK s: $(shown "$at"); resident $before before, $(mib VmRSS) MiB after"
fi
stop
if [ -n "${NODES:-}" ]; then
  "$build/bin/latchkey-nodes-bench" --keys "${NODES_KEYS:-$keys}" --changes "$NODES"
fi
