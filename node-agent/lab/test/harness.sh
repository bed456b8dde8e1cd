# shellcheck shell=bash
# Sourced by lab-selftest: counting checks, bounded waiting, the guest under test, and what the machine looks like.
# shellcheck disable=SC2034,SC2154

passed=0 failed=0

# check NAME COMMAND...: its output is shown only when it fails.
check() {
  local name=$1 output
  shift
  if output=$("$@" 2>&1); then
    passed=$((passed + 1))
    echo "ok      $name"
  else
    failed=$((failed + 1))
    echo "FAILED  $name"
    echo "        ${output//$'\n'/$'\n'        }"
  fi
}

fails() { ! "$@"; }

# await SECONDS COMMAND...: polls until it succeeds.
await() {
  local limit=$((SECONDS + $1))
  shift
  until "$@" >/dev/null 2>&1; do
    ((SECONDS < limit)) || { echo "not within the time limit: $*"; return 1; }
    sleep 0.2
  done
}

virsh1() { timeout 60 virsh -q -c "qemu+unix:///system?socket=$scratch/host-1/libvirt/run/libvirt-sock" "$@"; }
domain_state() { [[ $(virsh1 domstate guest) == "$1" ]]; }
console_has() { grep -e "$1" "$scratch/console" >/dev/null || { tail -n 15 "$scratch/console"; return 1; }; }
# Does anything on this machine run with the scratch directory in its command line? (grep's own must not have it.)
runs_in_scratch() { grep -lzF -f <(echo "$scratch") /proc/[0-9]*/cmdline 2>/dev/null; }

guest_ssh() {
  timeout 60 ssh -q -i "$scratch/key" -o BatchMode=yes -o ConnectTimeout=20 -o StrictHostKeyChecking=no \
    -o UserKnownHostsFile=/dev/null "root@$guest_address" "$@"
}

# Everything that a lab could leave behind on the machine.
machine_state() {
  ip -o link show | sed 's/^[0-9]*: //; s/ qdisc.*//'
  ip -o addr show
  ip route show table all
  ip netns list | sort
  findmnt -rno TARGET | grep -v '^/run/netns' | sort
  cat /proc/sys/net/ipv4/ip_forward
  nft list ruleset
}

write_metadata() {
  local data=$scratch/metadata/latest
  mkdir -p "$data/meta-data/public-keys/0"
  ssh-keygen -q -t ed25519 -N '' -C selftest -f "$scratch/key"
  printf i-5e1f7e57000000001 >"$data/meta-data/instance-id"
  printf selftest-guest >"$data/meta-data/local-hostname"
  printf 0=selftest >"$data/meta-data/public-keys/index"
  cp "$scratch/key.pub" "$data/meta-data/public-keys/0/openssh-key"
  # shellcheck disable=SC2016
  printf '#!/bin/sh\necho "user data runs as $(id -un)"\n' >"$data/user-data"
}

write_dnsmasq() {
  cat >"$scratch/dnsmasq.conf" <<EOF
port=0
interface=br0
bind-interfaces
user=root
no-ping
dhcp-range=$prefix.0.0,static,255.255.0.0,1h
dhcp-option=option:router,$prefix.0.1
dhcp-host=$guest_mac,$guest_address
dhcp-ignore=tag:!known
dhcp-leasefile=$scratch/leases
pid-file=$scratch/dnsmasq.pid
EOF
}

write_domain() {
  cat >"$scratch/domain.xml" <<EOF
<domain type='qemu'>
  <name>guest</name>
  <uuid>6a617272-6168-4c61-8267-756573740009</uuid>
  <memory unit='MiB'>96</memory>
  <vcpu>1</vcpu>
  <cpu mode='maximum'/>
  <os>
    <type arch='x86_64' machine='pc'>hvm</type>
    <kernel>$guest_dir/vmlinuz</kernel>
    <initrd>$guest_dir/initrd.gz</initrd>
    <cmdline>console=ttyS0 root=/dev/vda quiet panic=1 no_timer_check</cmdline>
  </os>
  <features><acpi/><apic/><tcg><tb-cache unit='MiB'>32</tb-cache></tcg></features>
  <on_poweroff>destroy</on_poweroff>
  <devices>
    <disk type='file' device='disk'>
      <driver name='qemu' type='raw'/><source file='$scratch/disk.img'/><target dev='vda' bus='virtio'/>
    </disk>
    <interface type='bridge'>
      <mac address='$guest_mac'/><source bridge='br0'/><model type='virtio'/><rom enabled='no'/>
    </interface>
    <serial type='file'><source path='$scratch/console'/></serial>
    <rng model='virtio'><backend model='random'>/dev/urandom</backend></rng>
  </devices>
</domain>
EOF
}
