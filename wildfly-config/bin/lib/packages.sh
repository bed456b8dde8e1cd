# What a purpose needs of the system, and how it gets there. Sourced, never run.
# shellcheck shell=bash

PACKAGE_LIST=$JARRAH_ROOT/wildfly-config/bin/packages.txt
LAB_PACKAGES=$JARRAH_ROOT/node-agent/lab/packages

is_installed() { [[ $(dpkg-query -W -f '${db:Status-Status}' "$1" 2> /dev/null) == installed ]]; }

# Packages of the given purposes that are missing here, one a line.
missing_packages() {
  local purpose command package wanted=" $* "
  while read -r purpose command package; do
    if [[ $wanted != *" $purpose "* ]]; then continue; fi
    if [[ $command == - ]]; then
      is_installed "$package" || echo "$package"
    else
      command -v "$command" > /dev/null || echo "$package"
    fi
  done < <(grep -v '^#' "$PACKAGE_LIST")
  if [[ $wanted == *" lab "* ]]; then missing_of_lists "$LAB_PACKAGES/lab.txt" "$LAB_PACKAGES/guest.txt"; fi
}

missing_of_lists() {
  local wanted installed
  wanted=$(sed 's/#.*//' "$@" | sort -u)
  # shellcheck disable=SC2086 # a list of words
  # It fails as soon as it knows nothing of one of them, and has then still told of the others.
  installed=$({ dpkg-query -W -f '${Package} ${db:Status-Status}\n' $wanted 2> /dev/null || true; } | sed -n 's/ installed$//p' | sort -u)
  comm -23 <(grep . <<< "$wanted" | sort -u) <(echo "$installed")
}

# ensure_packages YES PURPOSE...: says what it would install, asks unless YES is 1, installs.
ensure_packages() {
  local yes=$1 names missing
  shift
  # Not read from a process substitution: a failure in there would look like 'nothing is missing'.
  names=$(missing_packages "$@" | sort -u)
  if [[ -z $names ]]; then return 0; fi
  mapfile -t missing <<< "$names"
  command -v apt-get > /dev/null ||
    fail "these are missing, and only Debian and Ubuntu are installed on automatically: ${missing[*]}"
  if ! is_root; then fail "missing packages; as root: apt-get install --no-install-recommends ${missing[*]}"; fi
  say "to be installed: ${missing[*]}"
  confirm "$yes"
  install_packages "${missing[@]}"
  names=$(missing_packages "$@" | sort -u)
  if [[ -n $names ]]; then fail "still missing after the installation: ${names//$'\n'/ }"; fi
}

confirm() {
  local answer
  if [[ $1 == 1 ]]; then return 0; fi
  [[ -t 0 ]] || fail "nobody is there to ask: add --yes to install them"
  read -r -p 'jarrah: install them now? [y/N] ' answer
  [[ $answer == [yY]* ]] || fail "not installed"
}

# Daemons of packages must not start by themselves: the cloud starts its own. The policy is put back afterwards.
install_packages() {
  local policy=/usr/sbin/policy-rc.d made='' log=$JARRAH_DATA/log/apt.log
  mkdir -p "$JARRAH_DATA/log"
  if [[ ! -e $policy ]]; then
    printf '#!/bin/sh\nexit 101\n' > "$policy"
    chmod 755 "$policy"
    made=1
  fi
  say "installing ${#*} packages (log: $log) ..."
  export DEBIAN_FRONTEND=noninteractive
  local result=0
  { apt-get update && apt-get install -y --no-install-recommends "$@"; } > "$log" 2>&1 < /dev/null || result=$?
  if [[ -n $made ]]; then rm -f "$policy"; fi
  if ((result != 0)); then
    tail -n 5 "$log" >&2
    fail "the packages were not installed"
  fi
}

require_java_17() {
  local version
  version=$("${JAVA_HOME:+$JAVA_HOME/bin/}java" -version 2>&1 | sed -n 's/.*version "\([0-9]*\).*/\1/p' | head -n 1)
  [[ ${version:-0} -ge 17 ]] || fail "Java 17 or newer is needed, this one is ${version:-unknown}: set JAVA_HOME"
}
