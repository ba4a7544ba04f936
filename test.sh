#!/usr/bin/env bash
# Installs what is missing from Debian, builds, and runs every test and every check. Options go to ctest, e.g. ./test.sh -R token
set -euo pipefail
cd "$(dirname "$0")"
# shellcheck source=scripts/setup.sh
. scripts/setup.sh
need "${build_packages[@]}" "${run_packages[@]}" "${test_packages[@]}"
build check
exec ctest --preset check "$@"
