# How long `up` takes: cold, warm, and when there is nothing to do. Sourced by bench.
# shellcheck shell=bash

# Nothing built, no data; the packages and the Maven repository are there.
cold_up() {
  "$here/down" --purge >> "$results/bench.log" 2>&1
  find "$JARRAH_ROOT" -mindepth 2 -maxdepth 4 -name target -type d -not -path '*/node_modules/*' -prune -exec rm -rf {} +
  rm -rf "$JARRAH_ROOT/target/guest" "$BUILT_STAMP"
  seconds "$here/up" --yes "$@"
}

warm_up() {
  "$here/down" >> "$results/bench.log" 2>&1
  seconds "$here/up" --yes "$@"
}

measure_up() {
  local name=$1 i
  shift
  for i in 1 2 3; do cold_up "$@"; done | report up "cold, $name" s
  for ((i = 0; i < runs; i++)); do warm_up "$@"; done | report up "warm, $name" s
  for ((i = 0; i < runs; i++)); do seconds "$here/up" --yes "$@"; done | report up "nothing to do, $name" s
}

bench_up() {
  measure_up '2 simulated hosts' --simulate 2
  if is_root; then
    "$here/down" --purge >> "$results/bench.log" 2>&1
    measure_up '2 lab hosts' --hosts 2
  fi
}
