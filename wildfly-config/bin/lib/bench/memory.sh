# How much memory server and agents take. Sourced by bench.
# shellcheck shell=bash

# launch COUNT: instances of the smallest type, and waits until they run.
launch() {
  use_cloud
  local ids
  ids=$(aws ec2 run-instances --image-id "$JARRAH_IMAGE" --instance-type m1.small --count "$1" --query 'Instances[].InstanceId' --output text)
  # shellcheck disable=SC2086 # a list of words
  aws ec2 wait instance-running --instance-ids $ids
}

measure_server() {
  local name=$1
  shift
  "$here/up" --yes "$@" >> "$results/bench.log" 2>&1
  sleep 60
  resident server-1 | report memory "server, $name, 60 s after up" MiB
  (launch 100)
  resident server-1 | report memory "server, $name, after 100 launches" MiB
  "$here/down" --purge >> "$results/bench.log" 2>&1
}

bench_memory() {
  measure_server default --simulate 20 --no-small
  measure_server small --simulate 20 --small
  if is_root; then
    "$here/up" --yes --hosts 1 --no-small >> "$results/bench.log" 2>&1
    sleep 10
    resident host-1 | report memory 'agent, no instance' MiB
    (launch 2)
    sleep 10
    resident host-1 | report memory 'agent, 2 instances' MiB
  fi
}
