#!/usr/bin/env bash
# A private PostgreSQL for tests: its own directory and port, run by an unprivileged user, gone after stop.
# Usage: postgres.sh start DIR [durable]   prints the JDBC URL (user and database 'jarrah', local connections need no password)
#        postgres.sh stop DIR
set -euo pipefail
[[ $# -eq 2 || ($# -eq 3 && $1 == start && $3 == durable) ]] || { echo "usage: postgres.sh start|stop DIR" >&2 && exit 2; }
dir=$2
user=nobody
# Durability is not what tests look at; measurements do.
fsync=off
if [[ ${3:-} == durable ]]; then fsync=on; fi

as_user() { if [[ $EUID -eq 0 ]]; then setpriv --reuid="$user" --regid="$(id -g "$user")" --clear-groups -- "$@"; else "$@"; fi; }

programs() {
  local found
  found=$(find /usr/lib/postgresql -maxdepth 2 -name bin 2> /dev/null | sort -V | tail -n 1)
  [[ -x $found/initdb ]] || { echo "postgres.sh: PostgreSQL's server is not installed" >&2 && return 1; }
  echo "$found"
}

free_port() {
  local port
  for port in $(seq 54320 54420); do
    if ! grep -qi ":$(printf '%04X' "$port") .* 0A " /proc/net/tcp; then
      echo "$port"
      return 0
    fi
  done
  echo "postgres.sh: no free port" >&2
  return 1
}

start() {
  local bin port
  bin=$(programs)
  port=$(free_port)
  rm -rf "$dir"
  if [[ $EUID -eq 0 ]]; then install -d -m 700 -o "$user" "$dir"; else install -d -m 700 "$dir"; fi
  cd "$dir"
  as_user "$bin/initdb" -D "$dir/data" -U jarrah --auth=trust --no-sync --locale=C --encoding=UTF8 > "$dir/initdb.log" 2>&1 ||
    { tail -n 5 "$dir/initdb.log" >&2 && return 1; }
  as_user "$bin/pg_ctl" -D "$dir/data" -w -t 30 -l "$dir/log" start > /dev/null \
    -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=$fsync -c max_connections=100" < /dev/null 9>&-
  "$bin/createdb" -h 127.0.0.1 -p "$port" -U jarrah jarrah
  echo "jdbc:postgresql://127.0.0.1:$port/jarrah?user=jarrah"
}

stop() {
  if [[ -f $dir/data/postmaster.pid ]]; then as_user "$(programs)/pg_ctl" -D "$dir/data" -m immediate -w stop > /dev/null || true; fi
  rm -rf "$dir"
}

case $1 in
  start) start ;;
  stop) stop ;;
  *) echo "postgres.sh: start or stop, not '$1'" >&2 && exit 2 ;;
esac
