#!/usr/bin/env bash
# Builds the fuzz targets with clang in build/fuzz.
set -euo pipefail
mkdir -p build/fuzz
exec 9>build/fuzz/build.lock # two test runs may want it at once, and ninja has no lock of its own
flock 9
[ -e build/fuzz/CMakeCache.txt ] || cmake --preset fuzz
cmake --build build/fuzz --target fuzzers --parallel "$(nproc)"
