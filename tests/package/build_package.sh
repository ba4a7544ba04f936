#!/usr/bin/env bash
# build_package.sh BUILD_DIR: makes the Debian packages as the README says, and nothing else of that build.
set -euo pipefail
build=$1
mkdir -p "$build"
exec 9>"$build/lock" # two test runs may want it at once, and ninja has no lock of its own
flock 9
rm -f "$build"/latchkey_*.deb "$build"/latchkeyd_*.deb
[ -e "$build/CMakeCache.txt" ] || cmake --preset release
cmake --build "$build" --target package --parallel "$(nproc)"
