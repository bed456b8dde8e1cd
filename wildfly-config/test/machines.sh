# Three pretended machines on one wire, what runs on them, and a balancer. Sourced by real-machines, never run.
# shellcheck shell=bash disable=SC2154

# Addresses are for documentation only, and seen by nobody else. The host's machine is the balancer's as well.
declare -A address=([server-1]=198.51.100.1 [host]=198.51.100.2 [server-2]=198.51.100.3)
cloud=cloud.test
balancer=${address[host]}

net() { echo "jrt$$-$1"; }
in_net() { ip netns exec "$(net "$1")" "${@:2}"; }
on() { "$here/on-machine" "$scratch/$1" "$(net "$1")" "${@:2}"; }

make_wire() {
  local machine
  for machine in host server-1 server-2; do
    ip netns add "$(net "$machine")"
    ip -n "$(net "$machine")" link set lo up
  done
  ip -n "$(net host)" link add wire type bridge
  ip -n "$(net host)" link set wire up
  ip -n "$(net host)" addr add "$balancer/24" dev wire
  for machine in server-1 server-2; do
    ip -n "$(net "$machine")" link add eth0 type veth peer name "$machine" netns "$(net host)"
    ip -n "$(net host)" link set "$machine" master wire up
    ip -n "$(net "$machine")" addr add "${address[$machine]}/24" dev eth0
    ip -n "$(net "$machine")" link set eth0 up
  done
}

# background NAME COMMAND...: becomes the command, so that the remembered pid is its own.
background() {
  (close_inherited_files && exec setsid "${@:2}") < /dev/null >> "$scratch/$1.log" 2>&1 &
  remember_pid "$scratch/$1.pid" $!
}

# start_unit MACHINE UNIT: its ExecStart.
start_unit() { background "$1" "$here/on-machine" "$scratch/$1" "$(net "$1")" --unit "$2" ExecStart; }

# The database listens on its machine's loopback; what others reach leads there.
start_database() {
  local url port
  url=$(in_net server-1 "$JARRAH_ROOT/wildfly-config/bin/lib/postgres.sh" start "$scratch/pg")
  port=$(sed -E 's|.*:([0-9]+)/.*|\1|' <<< "$url")
  background database ip netns exec "$(net server-1)" \
    socat "TCP-LISTEN:5432,bind=${address[server-1]},fork,reuseaddr" "TCP:127.0.0.1:$port"
}

# settings_of MACHINE NUMBER: as an administrator would edit them.
edit_settings() {
  local both=${address[server-1]},${address[server-2]}
  sed -i "s|^NUMBER=.*|NUMBER=$2|; s|^DB_URL=.*|DB_URL=jdbc:postgresql://${address[server-1]}:5432/jarrah|; s|^PROXIED=.*|PROXIED=1|
    s|^SMALL=.*|SMALL=1|; s|^PEERS=.*|PEERS=$both|; s|^PRIVATE=.*|PRIVATE=${address[$1]}|; s|^PRIVATE_PEERS=.*|PRIVATE_PEERS=$both|" \
    "$scratch/$1/etc/jarrah/server.env"
  echo none > "$scratch/$1/etc/jarrah/database.password"
}

start_server() {
  on "$1" --unit jarrah-server.service ExecStartPre || return 1
  start_unit "$1" jarrah-server.service
  MAINPID=$(running_pid "$scratch/$1.pid") on "$1" --unit jarrah-server.service ExecStartPost
}

start_balancer() {
  cp "$scratch/server-1/var/lib/jarrah/ca.pem" "$scratch/ca.pem"
  sed "s|10.0.0.10|$balancer|; s|10.0.0.11|${address[server-1]}|; s|10.0.0.12|${address[server-2]}|
    s|/etc/haproxy/jarrah-ca|$scratch/ca|; s|/run/haproxy/admin.sock|$scratch/haproxy.sock|" "$JARRAH_ROOT/docs/haproxy.cfg" > "$scratch/haproxy.cfg"
  background haproxy ip netns exec "$(net host)" /usr/sbin/haproxy -db -f "$scratch/haproxy.cfg"
  await 10 balancer_has server-1 UP && await 10 balancer_has server-2 DOWN
}

balancer_has() {
  [[ $(socat -t 2 - "UNIX-CONNECT:$scratch/haproxy.sock" <<< 'show stat' | awk -F, -v s="$1" '$2 == s { print $18 }' | sort -u) == "$2"* ]]
}

remove_machines() {
  local name
  for name in watch runs host server-2 server-1 haproxy database; do stop_process "$scratch/$name.pid" 40; done
  if [[ -d $scratch/pg ]]; then "$JARRAH_ROOT/wildfly-config/bin/lib/postgres.sh" stop "$scratch/pg" || true; fi
  for name in host server-1 server-2; do ip netns del "$(net "$name")" 2> /dev/null || true; done
}
