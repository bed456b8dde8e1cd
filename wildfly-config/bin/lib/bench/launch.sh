# From an API call to a running domain, beside `virsh create` of the same domain. Sourced by bench.
# shellcheck shell=bash

bench_launch() {
  if ! is_root; then
    say "launch needs lab hosts, and they need root: left out"
    return 0
  fi
  "$here/up" --yes --hosts 1 --no-small >> "$results/bench.log" 2>&1
  use_cloud
  /usr/bin/python3 "$here/lib/bench/launch.py" "$JARRAH_DATA/hosts/host-1" "$runs" > "$results/launch.raw"
  awk '$1 == "api" { print $2 }' "$results/launch.raw" | report launch 'RunInstances sent → domain running' s
  awk '$1 == "answer" { print $2 }' "$results/launch.raw" | report launch 'RunInstances sent → answered' s
  awk '$1 == "create" { print $2 }' "$results/launch.raw" | report launch 'virsh create of the same domain' s
}
