#!/usr/bin/env bash
# run_fuzzers.sh SECONDS NAME…: runs fuzz targets beside each other; fails, after all have ended, if one does.
set -uo pipefail
seconds=$1
shift
declare -A running
out=$(mktemp -d)
trap 'kill $(jobs -p) 2>/dev/null; rm -rf "$out"' EXIT
trap 'exit 143' TERM INT
for name in "$@"; do
  "$(dirname "$0")/run_fuzzer.sh" "$name" "$seconds" >"$out/$name" 2>&1 &
  running[$name]=$!
done
failed=0
for name in "$@"; do
  wait "${running[$name]}" || failed=1
  printf '== %s\n' "$name"
  cat "$out/$name"
done
exit $failed
