# One server of the cloud: its base directory, its process, its readiness. Sourced, never run.
# shellcheck shell=bash
. "$(dirname "${BASH_SOURCE[0]}")/properties.sh"

BUILT_HOME=$JARRAH_ROOT/wildfly-config/target/server
BUILT_EAR=${JARRAH_EAR:-$JARRAH_ROOT/ear/app/target/jarrah.ear}

# use_server N: the server that all functions below are about.
use_server() {
  SERVER=server-$1
  SERVER_PID=$RUN_DIR/$SERVER.pid
  SERVER_CHOICES=$RUN_DIR/$SERVER.choices
  SERVER_OUT=$JARRAH_DATA/log/$SERVER.out
  BASE_DIR=$JARRAH_DATA/$SERVER
  SERVER_OFFSET=$(server_offset "$1")
  HOME_DIR=$HOMES_DIR/$(cut -c1-16 "$BUILT_HOME/jarrah-home.sha256" 2> /dev/null || echo none)
}

# Numbers of the servers that were ever made here.
server_numbers() { find "$JARRAH_DATA" -mindepth 1 -maxdepth 1 -name 'server-*' -printf '%f\n' | sed -n 's/^server-\([0-9]*\)$/\1/p' | sort -n; }

ear_is_current() { [[ $BUILT_EAR == none ]] || cmp -s "$BUILT_EAR" "$BASE_DIR/deployments/jarrah.ear"; }

# The configuration comes from the home at every start; data, log and deployments stay.
refresh_base() {
  local from=$HOME_DIR/standalone/configuration
  make_server_dir 750 "$BASE_DIR"
  # Below it as the server's user: root must not follow what that user may have put there.
  as_server mkdir -p -m 750 "$BASE_DIR"/{configuration,deployments,data,log,tmp}
  as_server find "$BASE_DIR/configuration" -mindepth 1 -delete
  as_server cp -r --no-preserve=mode "$from/." "$BASE_DIR/configuration/"
  as_server find "$BASE_DIR/deployments" "$BASE_DIR/tmp" -mindepth 1 -delete
  if [[ $BUILT_EAR == none ]]; then return 0; fi
  [[ -f $BUILT_EAR ]] || fail "the application is not built: $BUILT_EAR"
  as_server tee "$BASE_DIR/deployments/jarrah.ear" < "$BUILT_EAR" > /dev/null
}

# All that a running server was started with; passwords apart, these are in the environment.
launch_choices() {
  memory_options
  server_properties
  echo "${JARRAH_JAVA_OPTS:-} ${JARRAH_DB_DRIVER:-} ${JARRAH_DB_URL:-} ${JARRAH_DB_USER:-}"
}

# Passwords travel in the environment: argument lists are public. A database of one's own brings its own password.
export_passwords() {
  JARRAH_CLUSTER_PASSWORD=$(as_server cat "$JARRAH_DATA/keys/cluster.password")
  export JARRAH_CLUSTER_PASSWORD
  if [[ $INSTALLED == 1 ]]; then
    JARRAH_DB_PASSWORD=$(< "$DATABASE_PASSWORD")
    export JARRAH_DB_PASSWORD
  fi
  if [[ $DATABASE == external ]]; then return 0; fi
  JARRAH_DB_PASSWORD=$(as_server cat "$JARRAH_DATA/keys/database.password")
  export JARRAH_DB_PASSWORD
}

# Sets COMMAND: program and arguments of the server's process.
compose_command() {
  local options properties
  mapfile -t options < <(memory_options)
  mapfile -t properties < <(server_properties)
  # shellcheck disable=SC2206 # JARRAH_JAVA_OPTS is a list of words
  COMMAND=("$JAVA" "-D[jarrah $SERVER]" "${options[@]}" -XX:+ExitOnOutOfMemoryError -Djava.awt.headless=true
    -Djava.net.preferIPv4Stack=true -Djboss.modules.system.pkgs=org.jboss.byteman "${MODULE_OPTIONS[@]}" ${JARRAH_JAVA_OPTS:-}
    "-Dorg.jboss.boot.log.file=$BASE_DIR/log/server.log"
    "-Dlogging.configuration=file:$BASE_DIR/configuration/logging.properties"
    -jar "$HOME_DIR/jboss-modules.jar" -mp "$HOME_DIR/modules" org.jboss.as.standalone
    "${properties[@]}" -c standalone-full-ha.xml)
}

launch_server() {
  compose_command
  export_passwords
  (
    cd "$BASE_DIR" || exit 1
    umask 027
    close_inherited_files
    as_server_exec "${COMMAND[@]}"
  ) < /dev/null > "$SERVER_OUT" 2>&1 &
  remember_pid "$SERVER_PID" $!
}

# Replaces the shell, so that the remembered pid is the server's; its own session, so that Ctrl-C does not reach it.
as_server_exec() {
  if is_root; then
    exec setsid setpriv --reuid="$JARRAH_SERVER_USER" --regid="$JARRAH_SERVER_USER" --clear-groups \
      --no-new-privs --inh-caps=-all --bounding-set=-all -- "$@"
  else
    exec setsid "$@"
  fi
}

readiness_url() { echo "http://127.0.0.1:$((9990 + SERVER_OFFSET))/health/ready"; }

server_is_ready() { curl -fsS -o /dev/null --max-time 3 "$(readiness_url)" 2> /dev/null; }

# "Started with errors", or the application's deployment failed.
boot_failed() { [[ -f $BASE_DIR/deployments/jarrah.ear.failed ]] || grep -q WFLYSRV0026 "$SERVER_OUT"; }

wait_server_ready() {
  local end=$((SECONDS + ${1:-180}))
  until server_is_ready; do
    running_pid "$SERVER_PID" > /dev/null || server_trouble "$SERVER ended while starting"
    if boot_failed; then server_trouble "$SERVER started with errors"; fi
    if ((SECONDS >= end)); then server_trouble "$SERVER was not ready in time"; fi
    sleep 0.3
  done
}

server_trouble() {
  grep -hE '(ERROR|FATAL|^Error|^Caused by)' "$SERVER_OUT" | head -n 12 | cut -c1-300 >&2 || true
  stop_process "$SERVER_PID" 20
  fail "$1; its log: $BASE_DIR/log/server.log and $SERVER_OUT"
}
