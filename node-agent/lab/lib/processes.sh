# shellcheck shell=bash
# Sourced by lab-net and lab-host: finding and ending the processes of a lab.
# shellcheck disable=SC2154

# Process ids whose network is that of the namespace.
namespace_pids() {
  if namespace_works "$1"; then
    ip netns pids "$1"
  fi
}

# Zombies count as ended: orphans may be reaped late.
alive() {
  local stat=
  # Not by $(<file): when the file is gone, that ends a shell with errexit even left of ||.
  read -rd '' stat 2>/dev/null <"/proc/$1/stat" || [[ $stat ]] || return 1
  stat=${stat##*) }
  [[ $stat != [ZX]* ]]
}

# end_processes SECONDS PID...: asks, waits, then insists.
end_processes() {
  local limit=$((SECONDS + $1)) pid left
  shift
  (($#)) || return 0
  kill -TERM "$@" 2>/dev/null || true
  while :; do
    left=()
    for pid in "$@"; do
      ! alive "$pid" || left+=("$pid")
    done
    ((${#left[@]})) || return 0
    ((SECONDS < limit)) || break
    sleep 0.1
  done
  kill -KILL "${left[@]}" 2>/dev/null || true
  for pid in "${left[@]}"; do
    wait_for_end "$pid" || die "process $pid does not end, even by SIGKILL"
  done
}

wait_for_end() {
  for _ in {1..50}; do
    alive "$1" || return 0
    sleep 0.1
  done
  return 1
}

# Whether a process lives in the mount namespace of this host's libvirtd: the daemon itself and its guests.
sees_our_libvirt() { [[ "/proc/$1/root/run/libvirt" -ef "$base/run" ]]; }

# member_pids guests|libvirtd|others: what runs in this host, found by its namespaces: pid files may be stale or lost,
# and the network namespace may have lost its name.
member_pids() {
  local pid exe kind
  {
    namespace_pids "$ns"
    for pid in /proc/[0-9]*; do
      ! sees_our_libvirt "${pid#/proc/}" || echo "${pid#/proc/}"
    done
  } | sort -un | while read -r pid; do
    alive "$pid" || continue
    exe=$(readlink "/proc/$pid/exe") || continue
    case $exe in
      */qemu-system-*) kind=guests ;;
      */libvirtd*) kind=libvirtd ;;
      *) kind=others ;;
    esac
    [[ $kind != "$1" ]] || echo "$pid"
  done
}
