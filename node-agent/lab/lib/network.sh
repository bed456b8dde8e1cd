# shellcheck shell=bash
# Sourced by lab-net and lab-host: names, addresses and namespaces of a lab.
# shellcheck disable=SC2034,SC2154

die() { echo "${0##*/}: $*" >&2; exit 1; }
say() { echo "${0##*/}: $*" >&2; }

require_root() {
  ((EUID == 0)) || die "needs root: namespaces, bridges and taps cannot be made without it"
  command -v ip >/dev/null || die "ip not found: install the packages listed in packages/lab.txt"
}

set_lab() {
  [[ $1 =~ ^[0-9]$ ]] || die "LAB_ID must be 0 to 9, not '$1'"
  lab=$1
  prefix=10.$((180 + lab))
  lan_ns=jr$lab-lan
  out_ns=jr$lab-out
  main_link=jr$lab-main
  main_address=$prefix.255.254 out_address=$prefix.255.253
}

# A name left in /run/netns by a crash or a reboot may no longer lead to a namespace.
namespace_works() { ip -n "$1" link show dev lo >/dev/null 2>&1; }

ensure_namespace() {
  if ! namespace_works "$1"; then
    remove_namespace "$1"
    ip netns add "$1"
  fi
  ip -n "$1" link set lo up
}

remove_namespace() {
  [[ -e /run/netns/$1 ]] || return 0
  ip netns del "$1" 2>/dev/null || rm -f "/run/netns/$1"
}

# ensure_link NAMESPACE LINK LAN_PORT: a cable from LINK in NAMESPACE ("" = the machine's own) into the zone's switch.
# A pair always dies as a whole, so half a cable means that it was plugged in elsewhere: lay a new one.
ensure_link() {
  local in=()
  [[ -z $1 ]] || in=(-n "$1")
  if ! ip "${in[@]}" link show dev "$2" >/dev/null 2>&1 || ! ip -n "$lan_ns" link show dev "$3" >/dev/null 2>&1; then
    ip "${in[@]}" link del dev "$2" 2>/dev/null || true
    ip -n "$lan_ns" link del dev "$3" 2>/dev/null || true
    ip "${in[@]}" link add "$2" type veth peer name "$3" netns "$lan_ns"
  fi
  ip "${in[@]}" link set "$2" up
  ip -n "$lan_ns" link set "$3" master lan0 up
}

# ensure_bridge NAMESPACE NAME MAC: with a MAC of its own, or it would change with every guest that is plugged in.
ensure_bridge() {
  ip -n "$1" link show dev "$2" >/dev/null 2>&1 || ip -n "$1" link add "$2" address "$3" type bridge
  ip -n "$1" link set "$2" up
}

# Every host answers for the metadata address; a guest's question for it must reach its own host only, also that of a
# guest that came from another host and takes that for its router.
keep_metadata_local() {
  nsenter --net="/run/netns/$ns" nft -f - <<EOF
table bridge lab
delete table bridge lab
table bridge lab {
  chain forward {
    type filter hook forward priority 0;
    oifname "uplink" arp daddr ip 169.254.169.254 drop
  }
  chain prerouting {
    type filter hook prerouting priority dstnat;
    iifname != "uplink" ip daddr 169.254.169.254 ether daddr set $bridge_mac meta pkttype set host
  }
}
EOF
  # shellcheck disable=SC2016
  nsenter --net="/run/netns/$ns" sh -c 'echo 2 >/proc/sys/net/ipv4/conf/br0/arp_announce'
}
