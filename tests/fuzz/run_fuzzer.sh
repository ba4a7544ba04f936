#!/usr/bin/env bash
# run_fuzzer.sh NAME SECONDS: runs a built fuzz target over its kept corpus. New inputs go to build/fuzz/found/NAME; those that are worth
# keeping belong into tests/fuzz/corpus/NAME. An input that breaks it stays in build/fuzz/crashes.
set -euo pipefail
name=$1 seconds=$2
mkdir -p "build/fuzz/found/$name" build/fuzz/crashes
exec "build/fuzz/fuzz/fuzz_$name" -max_total_time="$seconds" -timeout=20 -rss_limit_mb=2048 -print_final_stats=1 -verbosity=0 \
  -artifact_prefix="build/fuzz/crashes/$name-" "build/fuzz/found/$name" "tests/fuzz/corpus/$name"
