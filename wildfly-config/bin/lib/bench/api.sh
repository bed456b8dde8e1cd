# The API on 1 000 simulated hosts and PostgreSQL that syncs at commit, beside its peers and limits. Sourced by bench.
# shellcheck shell=bash

load() { /usr/bin/python3 "$here/lib/bench/load.py" "$@"; }

# requests_per_second SECONDS CONNECTIONS URL [HEADER]
requests_per_second() {
  local out
  out=$(wrk -t1 -c"$2" -d"${1}s" --timeout 30s ${4:+-H "$4"} "$3")
  if grep -q 'Non-2xx' <<< "$out"; then fail "wrong answers under load: $out"; fi
  awk '/^Requests\/sec/ { print $2 }' <<< "$out"
}

# Processor seconds that a process has used so far.
used() { awk -v hz="$(getconf CLK_TCK)" '{ sub(/.*\) /, ""); print ($12 + $13) / hz }' "/proc/$1/stat"; }

value() { awk -v name="$1" '$1 == name { print $2 }' "$2"; }

server_pid() { cut -d' ' -f1 "$RUN_DIR/server-1.pid"; }

# idle_hosts PART COUNT: what so many hosts cost that have nothing to do.
idle_hosts() {
  local before
  sleep 30
  before=$(used "$(server_pid)")
  sleep 60
  awk -v a="$before" -v b="$(used "$(server_pid)")" 'BEGIN { print (b - a) / 60 * 100 }' | report "$1" "server, $2 hosts with a heartbeat every 10 s" '% of a core'
  resident server-1 | report "$1" "server, $2 hosts" MiB
}

# A rival that answers from memory: moto's server with as many instances.
measure_moto() {
  local python port=5123 question shown
  # It looks at the header's scope to know which service is meant, and at nothing else.
  local header='Authorization: AWS4-HMAC-SHA256 Credential=a/20260101/us-east-1/ec2/aws4_request, SignedHeaders=host, Signature=0'
  python=$(for p in python3 /usr/bin/python3; do "$p" -c 'import moto.server' 2> /dev/null && echo "$p" && break; done || true)
  if [[ -z $python ]]; then
    say "moto is not installed: no comparison"
    [[ ${CI:-} != true ]] || fail "moto is needed here"
    return 0
  fi
  if curl -sS -o /dev/null "http://127.0.0.1:$port/" 2> /dev/null; then fail "something answers on port $port already"; fi
  "$python" -m moto.server -p "$port" > "$results/moto.log" 2>&1 &
  moto_pid=$!
  for _ in $(seq 100); do
    if curl -fsS -o /dev/null "http://127.0.0.1:$port/moto-api/" 2> /dev/null; then break; fi
    sleep 0.2
  done
  kill -0 "$moto_pid" || fail "moto's server ended; see $results/moto.log"
  AWS_ENDPOINT_URL=http://127.0.0.1:$port AWS_DEFAULT_REGION=us-east-1 AWS_ACCESS_KEY_ID=a AWS_SECRET_ACCESS_KEY=b \
    /usr/bin/python3 -c "
import boto3
e = boto3.client('ec2', endpoint_url='http://127.0.0.1:$port')
e.run_instances(ImageId=e.describe_images()['Images'][0]['ImageId'], MinCount=1000, MaxCount=1000)"
  question="http://127.0.0.1:$port/?Action=DescribeInstances&Version=2016-11-15"
  shown=$(curl -fsS -H "$header" "$question" | grep -o '<instanceId>' | wc -l)
  ((shown == 1000)) || fail "moto shows $shown instances instead of 1000"
  requests_per_second 15 4 "$question" "$header" | report api 'moto: DescribeInstances of 1 000, 4 clients' /s
  kill "$moto_pid" 2> /dev/null || true
  wait "$moto_pid" 2> /dev/null || true
  moto_pid=''
}

# What marshalling alone could do: the same answer, as many threads, in a JVM of its own.
measure_marshalling() {
  (cd "$JARRAH_ROOT" && mvn -B -q -pl web/api -am test -Dtest=MarshallingBench -Dsurefire.failIfNoSpecifiedTests=false \
    -Djarrah.bench.out="$results/marshalling.raw" < /dev/null) >> "$results/bench.log" 2>&1 || fail "the marshalling bench failed; see $results/bench.log"
  report api 'limit: marshalling that answer alone, 4 threads' /s < "$results/marshalling.raw"
}

measure_describe() {
  local one
  one=$(load one)
  requests_per_second 10 4 "$(load url DescribeInstances)" > /dev/null
  requests_per_second 20 4 "$(load url DescribeInstances)" | report api 'DescribeInstances of 1 000, 4 clients' /s
  requests_per_second 10 8 "$(load url DescribeInstances "InstanceId.1=$one")" > /dev/null
  requests_per_second 20 8 "$(load url DescribeInstances "InstanceId.1=$one")" | report api 'DescribeInstances of one id among 1 000, 8 clients' /s
}

measure_launches() {
  load storm 500 16 > /dev/null
  load storm 2000 16 > "$results/storm.raw"
  value accepted "$results/storm.raw" | report api 'RunInstances answered, 16 callers' /s
  value running "$results/storm.raw" | report api 'RunInstances until all run, 16 callers' /s
  load paced 10 60 > "$results/paced.raw"
  value running "$results/paced.raw" | sort -n | awk '{ v[NR] = $1 } END { print v[int(NR * 0.95)] }' | report api 'RunInstances sent → running, at 10/s: 95th percentile' s
}

# ratio NAME LIMIT A B: a gate that compares two figures of this run.
ratio() {
  awk -F '\t' -v a="$3" -v b="$4" -v limit="$2" -v name="$1" '$2 == a { x = $3 } $2 == b { y = $3 }
    END { if (y == "") exit 0; r = x / y; printf "%s: %.2f, must be at least %s: %s\n", name, r, limit, (r >= limit ? "reached" : "MISSED"); exit r < limit }' \
    "$results/api.tsv" || missed=1
}

bench_api() {
  missed=0
  durable_cloud 1000
  idle_hosts api 1000
  load fill 1000
  measure_describe
  measure_launches
  resident server-1 | report api 'server, 1 000 hosts, after all that' MiB
  end_of_durable_cloud
  measure_marshalling
  measure_moto
  ratio 'DescribeInstances against moto' 20 'DescribeInstances of 1 000, 4 clients' 'moto: DescribeInstances of 1 000, 4 clients'
  ratio 'DescribeInstances against marshalling alone' 0.4 'DescribeInstances of 1 000, 4 clients' 'limit: marshalling that answer alone, 4 threads'
  if ((missed)); then bench_failed=1; fi
}
