#!/usr/bin/env bash
# Nothing that stands for work not done, and no path of somebody's machine.
set -euo pipefail
! git grep -nIE '\b(TODO|FIXME|XXX|HACK)\b' -- app core ui tests ':!tests/lint/words.sh'
! git grep -nIE 'ignoreSslErrors *\( *\)|setInsecureFallback *\( *true|QSortFilterProxyModel|ResizeToContents' -- app core ui
