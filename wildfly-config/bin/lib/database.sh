# The cluster's own PostgreSQL: a private data directory, a port on loopback, durable. Sourced, never run.
# A cloud of one server has H2 in a file, or, as a cluster may, a database of its owner's by JARRAH_DB_URL.
# shellcheck shell=bash

DATABASE_DIR=$JARRAH_DATA/postgresql
DATABASE_PID=$RUN_DIR/postgresql.pid
DATABASE_LOG=$JARRAH_DATA/log/postgresql.log

# Debian's user of that package; nothing of the servers' can be written by it, and the other way round.
database_user() { if is_root; then echo postgres; else id -un; fi; }

as_database() {
  if is_root; then
    setpriv --reuid=postgres --regid=postgres --clear-groups -- "$@"
  else
    "$@"
  fi
}

database_programs() {
  local found wanted
  wanted=$(cat "$DATABASE_DIR/PG_VERSION" 2> /dev/null || true)
  found=$(find /usr/lib/postgresql -maxdepth 2 -path "*/${wanted:-*}/bin" 2> /dev/null | sort -V | tail -n 1)
  [[ -x $found/postgres ]] || fail "PostgreSQL${wanted:+ $wanted}'s server is not installed"
  echo "$found"
}

# What servers of this cloud use, unless its owner gave them a database.
use_private_database() {
  if [[ $DATABASE != private ]]; then return 0; fi
  export JARRAH_DB_DRIVER=postgresql JARRAH_DB_USER=jarrah
  export JARRAH_DB_URL="jdbc:postgresql://127.0.0.1:$DATABASE_PORT/jarrah?connectTimeout=5&socketTimeout=60&tcpKeepAlive=true"
}

database_password() { as_server cat "$JARRAH_DATA/keys/database.password"; }

# Without the password in any argument list: in files that only their reader may open.
make_database() {
  local bin=$1 password=$DATABASE_DIR.password result=0
  if [[ -f $DATABASE_DIR/PG_VERSION ]]; then return 0; fi
  install -m 600 -o "$(database_user)" <(database_password) "$password"
  rm -rf "$DATABASE_DIR.new"
  install -d -m 700 -o "$(database_user)" "$DATABASE_DIR.new"
  (cd / && as_database "$bin/initdb" -D "$DATABASE_DIR.new" -U jarrah --pwfile="$password" --auth=scram-sha-256 \
    --locale=C --encoding=UTF8) > "$DATABASE_LOG" 2>&1 || result=1
  rm -f "$password"
  if ((result)); then
    tail -n 5 "$DATABASE_LOG" >&2
    fail "the database could not be made; its log: $DATABASE_LOG"
  fi
  mv "$DATABASE_DIR.new" "$DATABASE_DIR"
}

# A server that is frozen in the middle of a transaction must not hold its locks for long: transactions are short.
start_database() {
  local bin
  if running_pid "$DATABASE_PID" > /dev/null; then
    wait_database
    return 0
  fi
  # Else the one that has the port would answer for this one.
  if ports_taken "$DATABASE_PORT"; then fail "another program listens on port $DATABASE_PORT of this cloud's database; see: ss -ltn"; fi
  bin=$(database_programs)
  make_database "$bin"
  say "starting PostgreSQL ..."
  (
    cd "$DATABASE_DIR" || exit 1
    close_inherited_files
    if is_root; then set -- setpriv --reuid=postgres --regid=postgres --clear-groups --no-new-privs --; else set --; fi
    exec setsid "$@" "$bin/postgres" -D "$DATABASE_DIR" -p "$DATABASE_PORT" -c listen_addresses=127.0.0.1 \
      -c unix_socket_directories= -c max_connections=$((40 + 50 * MOST_SERVERS)) -c shared_buffers=128MB \
      -c idle_in_transaction_session_timeout=8s -c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3
  ) < /dev/null >> "$DATABASE_LOG" 2>&1 &
  remember_pid "$DATABASE_PID" $!
  wait_database
  make_empty_database
}

# Of the process that was started here, not of another one on its port.
wait_database() {
  local end=$((SECONDS + 60))
  while running_pid "$DATABASE_PID" > /dev/null; do
    if tail -n 1 "$DATABASE_DIR/postmaster.pid" 2> /dev/null | grep -q '^ready' &&
      [[ $(head -n 1 "$DATABASE_DIR/postmaster.pid") == "$(running_pid "$DATABASE_PID")" ]]; then return 0; fi
    if ((SECONDS >= end)); then fail "PostgreSQL was not ready in time; its log: $DATABASE_LOG"; fi
    sleep 0.1
  done
  fail "PostgreSQL ended while starting; its log: $DATABASE_LOG"
}

# database_query SQL: asks the cloud's own database; one row a line, columns separated by '|'.
database_query() {
  PGPASSWORD=$(database_password) \
    "$(database_programs)/psql" -XAtq -h 127.0.0.1 -p "$DATABASE_PORT" -U jarrah -d "${2:-jarrah}" -c "$1"
}

make_empty_database() {
  if [[ $(database_query "select count(*) from pg_database where datname = 'jarrah'" postgres) == 0 ]]; then
    database_query "create database jarrah" postgres
  fi
}

# SIGINT: connections are ended, the data is written.
stop_database() { stop_process "$DATABASE_PID" 60 INT; }

# A cloud stays with the kind of database it began with: what is in one is not in another.
settle_database() {
  local want=embedded
  if [[ -n ${JARRAH_DB_URL:-} ]]; then
    want=external
    if [[ $CLUSTER == 1 && $JARRAH_DB_URL != jdbc:postgresql:* ]]; then misuse "several servers need PostgreSQL, not $JARRAH_DB_DRIVER"; fi
  elif [[ $CLUSTER == 1 ]]; then
    want=private
  fi
  if [[ $DATABASE == private && $want == embedded ]]; then want=private; fi
  case $DATABASE:$want in
    none:private)
      if compgen -G "$JARRAH_DATA/db/*.mv.db" > /dev/null; then DATABASE=embedded && settle_database; fi
      ;;
    none:* | "$want:$want") ;;
    embedded:*) misuse "this cloud's data is in the embedded database, which serves one server: begin anew by ./jarrah down --purge, then ./jarrah up --servers $SERVERS" ;;
    external:*) misuse "this cloud's data is in a database of your own: set JARRAH_DB_DRIVER, JARRAH_DB_URL, JARRAH_DB_USER and JARRAH_DB_PASSWORD as before" ;;
    *) misuse "this cloud's data is in its own PostgreSQL: unset JARRAH_DB_URL" ;;
  esac
  DATABASE=$want
}
