# Where other machines reach the cloud, as its operator says. Sourced, never run.
# shellcheck shell=bash

is_ipv4() {
  local part
  [[ $1 =~ ^([0-9]{1,3})\.([0-9]{1,3})\.([0-9]{1,3})\.([0-9]{1,3})$ ]] || return 1
  for part in "${BASH_REMATCH[@]:1}"; do ((10#$part <= 255)) || return 1; done
}

# Addresses of this machine's interfaces, one a line.
own_addresses() { awk '$1 == "|--" { address = $2 } /\/32 host LOCAL/ { print address }' /proc/net/fib_trie | sort -u; }

# require_own_address OPTION ADDRESS: one address, never all: nothing listens where nobody meant it to.
require_own_address() {
  is_ipv4 "$2" || misuse "option $1 needs an IPv4 address of this machine, not '$2'"
  [[ $2 != 0.0.0.0 ]] || misuse "option $1 needs one address of this machine: 0.0.0.0 would be all of them"
  grep -qxF "$2" <(own_addresses) || misuse "no interface of this machine has the address $2; it has: $(own_addresses | paste -sd' ')"
}

# A name that certificates may carry: of the domain name system, or an address.
require_name() {
  if is_ipv4 "$2"; then return 0; fi
  [[ ${#2} -le 253 && $2 =~ ^([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)*[A-Za-z]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?$ ]] ||
    misuse "option $1 needs a host name or an IPv4 address, not '$2'"
}

require_subnet() {
  is_ipv4 "${2%/*}" && [[ ${2#*/} =~ ^[0-9]+$ && ${2#*/} -ge 8 && ${2#*/} -le 22 ]] ||
    misuse "option $1 needs a network of 8 to 22 bits such as 10.180.0.0/16, not '$2'"
}

# shellcheck disable=SC2034 # lib/settings.sh saves and exports them
settle_addresses() {
  if [[ -n $want_listen ]]; then LISTEN=$want_listen; fi
  if [[ -n $want_names ]]; then NAMES=$want_names; fi
  if [[ -n $want_subnet && $want_subnet != "$SUBNET" ]]; then
    if was_started; then misuse "the instances' network is chosen at the first up and stays: ${SUBNET:-the default}"; fi
    SUBNET=$want_subnet
  fi
  if [[ $MODE == lab && -n $SUBNET ]]; then
    misuse "lab hosts have a network of their own: --subnet is for --hosts 0 and --simulate N"
  fi
}
