# shellcheck shell=bash
# Sourced by lab-host: one libvirtd for one lab host, with configuration and state of its own under $base,
# in the host's network namespace and in a mount namespace where $base's directories take the usual places.
# shellcheck disable=SC2154

libvirt_places="etc:/etc/libvirt run:/run/libvirt lib:/var/lib/libvirt cache:/var/cache/libvirt log:/var/log/libvirt"

libvirt_uri() { echo "qemu+unix:///system?socket=$base/run/libvirt-sock"; }

write_libvirt_config() {
  mkdir -p "$base"/{etc/qemu,run,lib,cache,log}
  # Two hosts with the same id would refuse to migrate guests to each other, so each has its own and keeps it.
  [[ -s $base/host-uuid ]] || cat /proc/sys/kernel/random/uuid >"$base/host-uuid"
  cat >"$base/etc/qemu.conf" <<'EOF'
security_driver = "none"
user = "root"
group = "root"
dynamic_ownership = 0
remember_owner = 0
cgroup_controllers = [ ]
namespaces = [ ]
stdio_handler = "file"
vnc_listen = "127.0.0.1"
EOF
  cat >"$base/etc/libvirtd.conf" <<EOF
host_uuid = "$(<"$base/host-uuid")"
auth_unix_rw = "none"
auth_unix_ro = "none"
unix_sock_rw_perms = "0700"
unix_sock_ro_perms = "0700"
log_outputs = "2:file:/var/log/libvirt/libvirtd.log"
EOF
}

# Probing the emulators takes a libvirtd 8 s at its first start; a sibling's answers are as good.
borrow_capabilities() {
  local mine=$base/cache/qemu/capabilities sibling
  ! compgen -G "$mine/*.xml" >/dev/null || return 0
  for sibling in "${hostdir%/*}"/*/libvirt/cache/qemu/capabilities; do
    if compgen -G "$sibling/*.xml" >/dev/null; then
      mkdir -p "$mine"
      cp -p "$sibling"/*.xml "$mine/"
      return
    fi
  done
}

libvirt_answers() { timeout 10 virsh -q -c "$(libvirt_uri)" uri >/dev/null 2>&1; }

# Runs in the new mount namespace. A sysfs of its own shows the host's network devices, and hides the control groups;
# with them the system bus is hidden, lest a machine with systemd registers the guests of several hosts under one name.
# shellcheck disable=SC2016
libvirtd_start_script='
set -e
for place in $places; do
  mkdir -p "${place#*:}"
  mount --bind "$base/${place%%:*}" "${place#*:}"
done
[ ! -d /run/dbus ] || mount -t tmpfs -o size=4k tmpfs /run/dbus
umount -lR /sys
mount -t sysfs sysfs /sys
exec setsid libvirtd -f /etc/libvirt/libvirtd.conf --pid-file "$rundir/libvirtd.pid"
'

# Slave propagation: the removal of another host's namespace must be seen here, or this libvirtd would keep it alive.
start_libvirtd() {
  rm -f "$rundir/libvirtd.pid" "$base/run/libvirt-sock" "$base/run/libvirt-sock-ro"
  places=$libvirt_places base=$base rundir=$rundir \
    nsenter --net="/run/netns/$ns" unshare -m --propagation slave sh -c "$libvirtd_start_script" \
    </dev/null >"$base/log/libvirtd.out" 2>&1 9>&- &
  local starter=$! limit=$((SECONDS + 120))
  while ((SECONDS < limit)); do
    ! libvirt_answers || return 0
    alive "$starter" || die "libvirtd of $ns ended at once: $(tail -n 3 "$base/log/libvirtd.out" "$base/log/libvirtd.log" 2>&1)"
    sleep 0.1
  done
  die "libvirtd of $ns does not answer after 120 s: see $base/log"
}

ensure_libvirtd() {
  local pids
  mapfile -t pids < <(member_pids libvirtd)
  if ((${#pids[@]} == 1)) && [[ /proc/${pids[0]}/ns/net -ef /run/netns/$ns ]] && libvirt_answers; then
    return 0
  fi
  if ((${#pids[@]})); then
    say "libvirtd of $ns (pid ${pids[*]}) does not answer: starting it again"
    end_processes 10 "${pids[@]}"
  fi
  write_libvirt_config
  # Status files of guests that are gone name process ids that may belong to others by now.
  [[ $(member_pids guests) ]] || rm -rf "${base:?}/run/"*
  borrow_capabilities
  start_libvirtd
}
