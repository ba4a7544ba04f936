#!/bin/sh
# update.sh LUPDATE FOLDER: brings the .ts files in FOLDER up to date with ui/ and app/. Run in the project's folder.
set -eu
common="-silent -no-obsolete -locations none -no-ui-lines -I . -source-language en"
for ts in "$2"/latchkey_*.ts; do
  case $ts in
  *_en.ts) only=-pluralonly ;; # the other texts are English already
  *) only= ;;
  esac
  # shellcheck disable=SC2086
  "$1" $common $only ui app -ts "$ts" 2>&1 | grep -v "undeclared qualified class" || true
done
