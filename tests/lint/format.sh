#!/usr/bin/env bash
# Is every source file as clang-format would write it?
set -euo pipefail
git ls-files -z -- '*.h' '*.cpp' | xargs -0 clang-format --dry-run -Werror
