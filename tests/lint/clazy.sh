#!/usr/bin/env bash
# clazy's Qt checks over the program's own sources. clazy.sh BUILD_DIR.
set -euo pipefail
. "$(dirname "$0")/each_source.sh"
export CLAZY_CHECKS=level1,no-overridden-signal,no-connect-3arg-lambda,no-qproperty-without-notify,no-non-pod-global-static
each_source clazy "$1" tests/lint/clazy.sh clazy-standalone -p "$1" --header-filter='/(core|ui|app)/' --extra-arg=-Werror --extra-arg=-Wno-unknown-warning-option --extra-arg=-fno-stack-clash-protection
