# shellcheck shell=bash
# each_room NAME RULES COMMAND…: runs COMMAND over the program's own sources, a translation unit a folder, in a process a
# processor; fails if one does. Qt's headers are what takes the time: read once a folder instead of once a file.
# The units, and what moc has written for them, are those of the build that ./test.sh makes; GCC's precompiled headers,
# which clang cannot read, are taken out of its commands.
each_room() {
  local name=$1 rules=$2 tree=build/check lint=build/lint stamps common
  shift 2
  stamps=$lint/$name
  mkdir -p "$stamps" "$tree"
  (
    flock 9
    { [ -e "$tree/build.ninja" ] || cmake --preset check; } &&
      cmake --build "$tree" --target latchkey_core_autogen latchkey_ui_autogen latchkey_server_autogen latchkey_api_autogen latchkey_ctl_autogen &&
      sed -E 's/ -include [^ ]*cmake_pch\.hxx//; s/ -Winvalid-pch//; s/ -fpch-preprocess//; s/ -DNDEBUG//; s/ -O2/ -O0/; s/ -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2//' \
        "$tree/compile_commands.json" >"$lint/compile_commands.json"
  ) 9>"$tree/lock" >"$lint/configure.log" 2>&1 || { cat "$lint/configure.log" >&2; return 1; }
  # A room that passed stays passed until it, a header or the rules change.
  common=$( (cat "$rules"; git ls-files -z -- '*.h' | xargs -0 cat) | sha256sum | cut -c1-16)
  one() {
    local common=$1 stamps=$2 unit=$3 sum out
    shift 3
    sum=$( (echo "$common"; cat "$unit"; sed -n 's/^#include "\(.*\)"$/\1/p' "$unit" | xargs cat) | sha256sum | cut -c1-32)
    [ ! -e "$stamps/$sum" ] || return 0
    # clang knows no option of GCC's that stands in the compile commands: that line is no finding.
    if out=$("$@" "$unit" 2>&1) && ! grep -qE '(warning|error):' <<<"$out"; then
      touch "$stamps/$sum"
    else
      printf '%s\n' "$out" | grep -vE '^[0-9]+ warnings? (generated|treated)|^Suppressed|^Use -header' >&2
      return 1
    fi
  }
  export -f one
  find "$PWD/$tree/core" "$PWD/$tree/ui" "$PWD/$tree/app" "$PWD/$tree/server" -name 'unity_*.cxx' -path '*/latchkey*' -print0 | sort -z |
    xargs -0 -P "$(nproc)" -I{} bash -c 'one "$@"' one "$common" "$stamps" {} "$@"
}
