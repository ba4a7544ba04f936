#!/usr/bin/env bash
# clang-tidy over the program's own sources. tidy.sh BUILD_DIR. A file that passed stays passed until it, a header or
# the rules change: stamps in BUILD_DIR/lint.
set -euo pipefail
. "$(dirname "$0")/each_source.sh"
each_source tidy "$1" .clang-tidy clang-tidy --quiet --extra-arg=-Wno-unknown-warning-option -p "$1"
