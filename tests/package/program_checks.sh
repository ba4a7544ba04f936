# shellcheck shell=bash
# Sourced by the checks of packages: what each program in them must be. Needs $work and fail().

# check_program PROGRAM
check_program() {
  local program=$1
  ! ldd "$program" | grep 'not found' || fail "$program: a library is missing"
  ! readelf -d "$program" | grep -E 'RPATH|RUNPATH' || fail "$program would load libraries from where it was built"
  ! readelf -S "$program" | grep -E 'debug_info|\.symtab' || fail "$program is not stripped"
  # What the hardening flags leave in the file.
  readelf -hldsW "$program" >"$work/elf"
  hardened 'Type: *DYN' "$program is loaded at a fixed address"
  hardened GNU_RELRO "the tables of $program stay writable"
  hardened 'FLAGS_1.*NOW.*PIE' "$program binds its symbols late"
  hardened 'GNU_STACK.* RW ' "the stack of $program can be executed"
  hardened __stack_chk_fail "the stack of $program has no guard"
}
hardened() { grep -qE "$1" "$work/elf" || fail "$2"; }

# check_manual PAGE.gz PROGRAM OPTION…: no warnings, and the options stand in it and in --help.
check_manual() {
  local page=$1 program=$2 option
  shift 2
  zcat "$page" >"$work/page"
  [ -z "$(man --warnings -E UTF-8 -l "$work/page" 2>&1 >/dev/null)" ] || fail "$page has warnings"
  for option in "$@"; do
    grep -q -- "$(sed 's/-/\\\\-/g' <<<"$option")" "$work/page" || fail "$page does not know $option"
    "$program" --help 2>&1 | grep -q -- "$option" || fail "$program --help does not know $option"
  done
}
