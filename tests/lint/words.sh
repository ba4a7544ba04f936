#!/usr/bin/env bash
# Nothing that stands for work not done, and no call that must not be made.
set -euo pipefail
if git grep -nIE '\b(TODO|FIXME|XXX|HACK)\b' -- app core server ui tests ':!tests/lint/words.sh'; then exit 1; fi
if git grep -nIE 'ignoreSslErrors *\( *\)|setInsecureFallback *\( *true|QSortFilterProxyModel|ResizeToContents' -- app core server ui; then exit 1; fi
