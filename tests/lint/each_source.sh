# shellcheck shell=bash
# each_source NAME BUILD_DIR RULES COMMAND…: runs COMMAND FILE for every source in two processes; fails if one does.
each_source() {
  local name=$1 build=$2 rules=$3 stamps headers
  shift 3
  stamps=$build/lint/$name
  mkdir -p "$stamps"
  headers=$( (cat "$rules"; git ls-files -z -- '*.h' | xargs -0 cat) | sha256sum | cut -c1-16)
  one() {
    local headers=$1 stamps=$2 file=$3 sum out
    shift 3
    sum=$( (echo "$headers"; cat "$file") | sha256sum | cut -c1-32)
    [ ! -e "$stamps/$sum" ] || return 0
    # clang knows no option of GCC's that stands in the compile commands: that line is no finding.
    if out=$("$@" "$file" 2>&1) && ! grep -qE '(warning|error):' <<<"$out"; then
      touch "$stamps/$sum"
    else
      printf '%s\n' "$out" | grep -vE '^[0-9]+ warnings? (generated|treated)|^Suppressed|^Use -header' >&2
      return 1
    fi
  }
  export -f one
  git ls-files -z -- 'core/*.cpp' 'ui/*.cpp' 'app/*.cpp' | grep -zvE '_(windows|macos|other)\.cpp$' |
    xargs -0 -P "$(nproc)" -I{} bash -c 'one "$@"' one "$headers" "$stamps" {} "$@"
}
