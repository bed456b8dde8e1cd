# Two pretended machines, what runs on them, and a balancer. Sourced by real-machines, never run.
# shellcheck shell=bash disable=SC2154

cable() {
  local net
  for net in "$net_server" "$net_host"; do
    ip netns add "$net"
    ip -n "$net" link set lo up
  done
  ip -n "$net_server" link add eth0 type veth peer name eth0 netns "$net_host"
  ip -n "$net_server" addr add "$address/24" dev eth0
  ip -n "$net_host" addr add "$balancer/24" dev eth0
  ip -n "$net_server" link set eth0 up
  ip -n "$net_host" link set eth0 up
}

on_server() { "$here/on-machine" "$server" "$net_server" "$@"; }
on_host() { "$here/on-machine" "$host" "$net_host" "$@"; }

# start_unit NAME DIR NETNS: the ExecStart of jarrah-NAME.service, in the background.
start_unit() {
  (close_inherited_files && exec setsid "$here/on-machine" "$2" "$3" --unit "jarrah-$1.service" ExecStart) < /dev/null >> "$scratch/$1.log" 2>&1 &
  remember_pid "$scratch/$1.pid" $!
}

set_database() {
  local url
  url=$(ip netns exec "$net_server" "$JARRAH_ROOT/wildfly-config/bin/lib/postgres.sh" start "$scratch/pg")
  sed -i "s|^DB_URL=.*|DB_URL=${url%%\?*}|; s|^PROXIED=.*|PROXIED=1|; s|^SMALL=.*|SMALL=1|" "$server/etc/jarrah/server.env"
  echo none > "$server/etc/jarrah/database.password"
}

start_server() {
  on_server --unit jarrah-server.service ExecStartPre || return 1
  start_unit server "$server" "$net_server"
  MAINPID=$(running_pid "$scratch/server.pid") on_server --unit jarrah-server.service ExecStartPost
}

# The other server of the documentation is none here.
start_balancer() {
  cp "$server/var/lib/jarrah/ca.pem" "$scratch/ca.pem"
  sed "s|10.0.0.10|$balancer|; s|10.0.0.11|$address|; s|10.0.0.12|198.51.100.3|; s|/etc/haproxy/jarrah-ca|$scratch/ca|; s|/run/haproxy/admin.sock|$scratch/haproxy.sock|" \
    "$JARRAH_ROOT/docs/haproxy.cfg" > "$scratch/haproxy.cfg"
  (close_inherited_files && exec setsid ip netns exec "$net_host" /usr/sbin/haproxy -db -f "$scratch/haproxy.cfg") < /dev/null > "$scratch/haproxy.log" 2>&1 &
  remember_pid "$scratch/haproxy.pid" $!
  await 10 balancer_has server-1 UP && await 10 balancer_has server-2 DOWN
}

balancer_has() { [[ $(socat -t 2 - "UNIX-CONNECT:$scratch/haproxy.sock" <<< 'show stat' | awk -F, -v s="$1" '$2 == s { print $18 }' | sort -u) == "$2"* ]]; }
