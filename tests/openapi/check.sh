#!/usr/bin/env bash
# check.sh BUILD-FOLDER EXCHANGES-FOLDER: lints the OpenAPI document and checks the recorded answers against it.
# The tools come from npm, pinned with their hashes, once: later runs need no network.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
document=$here/../../resources/openapi/latchkey.json
tools=$1/openapi-tools
exchanges=$2
mkdir -p "$tools"
if ! cmp -s "$here/package-lock.json" "$tools/installed"; then
  cp "$here/package.json" "$here/package-lock.json" "$tools/"
  (cd "$tools" && npm ci --no-audit --no-fund --ignore-scripts --loglevel=error)
  cp "$here/package-lock.json" "$tools/installed"
fi
cd "$tools"
export REDOCLY_TELEMETRY=off REDOCLY_SUPPRESS_UPDATE_NOTICE=true CI=1
node_modules/.bin/redocly lint --config "$here/redocly.yaml" --format=stylish "$document"
node "$here/exchanges.mjs" "$document" "$exchanges"/*.jsonl
