# What grows with the number of instances, and what must not: 1 000 simulated hosts, up to 20 000 instances. Sourced by bench.
# shellcheck shell=bash

scale_query() { PGCONNECT_TIMEOUT=5 psql -XAtq "${JARRAH_DB_URL#jdbc:}" -c "$1"; }

# Each must be 0: more on a host than it offers, figures that are not the sum of the rows, an address that two hold.
double_bookings() {
  scale_query "select count(*) from hosts h left join (select host_id, sum(cores) c, sum(memory_mib) m, sum(disk_gib) d
      from allocations group by host_id) a on a.host_id = h.id
    where coalesce(a.c, 0) > h.cores or coalesce(a.m, 0) > h.memory_mib or coalesce(a.d, 0) > h.disk_gib
      or coalesce(a.c, 0) <> h.used_cores or coalesce(a.m, 0) <> h.used_memory_mib or coalesce(a.d, 0) <> h.used_disk_gib"
  scale_query "select count(*) - count(distinct address) from network_interfaces"
  scale_query "select count(*) from instances i left join allocations a on a.consumer_id = i.id
    where i.terminated_at is null and (a.host_id is null or a.host_id <> i.host_id)"
}

# scale_at COUNT: the figures once there are about so many instances.
scale_at() {
  local count=$1 have page
  have=$(scale_query 'select count(*) from instances where terminated_at is null')
  load fill $((count - have - 500))
  load storm 500 16 > "$results/scale-$count.raw"
  value accepted "$results/scale-$count.raw" | report scale "placements answered, 16 callers, at $count instances" /s
  value running "$results/scale-$count.raw" | report scale "placements until all run, 16 callers, at $count instances" /s
  page=$(load url DescribeInstances MaxResults=1000)
  for _ in 1 2 3; do curl -fsS -o /dev/null "$page"; done
  for _ in $(seq 10); do curl -fsS -o /dev/null -w '%{time_total}\n' "$page"; done | report scale "first page of 1 000, at $count instances" s
  resident server-1 | report scale "server, at $count instances" MiB
  if double_bookings | grep -vqx 0; then
    say "double bookings at $count instances: $(double_bookings | tr '\n' ' ')"
    bench_failed=1
  fi
}

# Placement must not get slower with the number of instances: as a ratio, since machines differ.
placement_stays() {
  awk -F '\t' '$2 ~ /^placements answered/ { if (!first) first = $3; last = $3 }
    END { r = last / first; printf "placement at 20 000 instances against 1 000: %.2f, must be at least 0.7: %s\n", r, (r >= 0.7 ? "reached" : "MISSED"); exit r < 0.7 }' \
    "$results/scale.tsv" || bench_failed=1
}

bench_scale() {
  durable_cloud 1000
  load storm 500 16 > /dev/null
  for count in 1000 5000 20000; do
    say "$count instances ..."
    scale_at "$count"
  done
  end_of_durable_cloud
  placement_stays
}
