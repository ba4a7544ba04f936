#!/usr/bin/env bash
# clang-tidy over the program's own sources.
set -euo pipefail
. "$(dirname "$0")/each_room.sh"
each_room tidy .clang-tidy clang-tidy --quiet --extra-arg=-Wno-unknown-warning-option -p build/lint
