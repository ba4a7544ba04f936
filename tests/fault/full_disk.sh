#!/usr/bin/env bash
# full_disk.sh COMMAND…: runs COMMAND with FULL_DISK naming a file system of 24 MB that only it can see.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
inside='mount -t tmpfs -o size=24m,mode=700 tmpfs "$0" && FULL_DISK="$0" "$@"'
if [ "$(id -u)" = 0 ]; then
  unshare --mount bash -c "$inside" "$work" "$@"
elif unshare --map-root-user --mount true 2>/dev/null; then
  unshare --map-root-user --mount bash -c "$inside" "$work" "$@"
else
  sudo --non-interactive --preserve-env unshare --mount bash -c "$inside" "$work" "$@"
fi
