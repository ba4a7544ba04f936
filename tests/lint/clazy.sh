#!/usr/bin/env bash
# clazy's Qt checks over the program's own sources.
set -euo pipefail
. "$(dirname "$0")/each_room.sh"
export CLAZY_CHECKS=level1,no-overridden-signal,no-connect-3arg-lambda,no-qproperty-without-notify,no-non-pod-global-static
each_room clazy tests/lint/clazy.sh clazy-standalone -p build/lint --header-filter='/(core|ui|app)/' --extra-arg=-Werror --extra-arg=-Wno-unknown-warning-option --extra-arg=-fno-stack-clash-protection
