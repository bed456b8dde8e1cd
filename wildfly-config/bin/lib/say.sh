# Messages go to standard error; standard output is for what a caller reads. Sourced, never run.
# shellcheck shell=bash

say() { printf 'jarrah: %s\n' "$*" >&2; }

fail() {
  say "$*"
  exit 1
}

# A wrong call: exit code 2, as a contract.
misuse() {
  say "$*"
  exit 2
}

is_root() { [[ $EUID -eq 0 ]]; }

# The value of an option that needs one: option_value --hosts "$@" after the option itself was looked at.
require_value() {
  [[ $# -ge 2 && -n $2 ]] || misuse "option $1 needs a value"
}

require_count() {
  [[ $2 =~ ^[0-9]+$ && $2 -ge ${3:-1} && $2 -le ${4:-1000} ]] ||
    misuse "option $1 needs a number between ${3:-1} and ${4:-1000}, not '$2'"
}

# write_if_changed FILE: from standard input; true when the file is another than before.
write_if_changed() {
  cat > "$1.new"
  if cmp -s "$1.new" "$1"; then
    rm "$1.new"
    return 1
  fi
  mv "$1.new" "$1"
}
