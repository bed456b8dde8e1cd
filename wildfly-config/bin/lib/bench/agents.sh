# Many agents: 500 that lose their server at once; a server with 5 000. Sourced by bench.
# shellcheck shell=bash

bench_agents() {
  "$here/up" --yes --servers 2 --simulate 500 --small >> "$results/bench.log" 2>&1 || fail "the cloud did not start; see $results/bench.log"
  use_cloud
  /usr/bin/python3 "$here/lib/bench/agents.py" "$JARRAH_ROOT" "$JARRAH_DATA" > "$results/agents.raw" || fail "the agents did not come back; see $results/bench.log"
  value lost "$results/agents.raw" | report agents 'agents that lost their server at once' ''
  value connected "$results/agents.raw" | report agents 'until all are connected to the other one' s
  value rate "$results/agents.raw" | report agents 'agents admitted (50 are let in at most)' /s
  value failed "$results/agents.raw" | report agents 'calls of the API fail for' s
  value before "$results/agents.raw" | report agents 'DescribeInstances before, 95th percentile' s
  value meanwhile "$results/agents.raw" | report agents 'DescribeInstances while agents come back, 95th percentile' s
  "$here/down" --purge >> "$results/bench.log" 2>&1
  # 50 a second, and as many at once: so many that none would be kept waiting means that nobody counts.
  awk '$1 == "rate" { ok = $2 <= 60 } $1 == "connected" { soon = $2 <= 40 } END { exit !(ok && soon) }' "$results/agents.raw" || {
    say "agents come back too fast or too late: $(tr '\n' ' ' < "$results/agents.raw")"
    bench_failed=1
  }
}

bench_hosts() {
  # The default heap is full at some 3 500 hosts.
  durable_cloud 5000 -Xmx2g
  idle_hosts hosts 5000
  load storm 200 16 > /dev/null
  load storm 500 16 > "$results/hosts.raw"
  value accepted "$results/hosts.raw" | report hosts 'placements answered, 16 callers, among 5 000 hosts' /s
  value running "$results/hosts.raw" | report hosts 'placements until all run, 16 callers, among 5 000 hosts' /s
  resident server-1 | report hosts 'server, after that' MiB
  end_of_durable_cloud
}
