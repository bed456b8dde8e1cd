# One server: its base directory, its process, its readiness. Sourced, never run.
# shellcheck shell=bash

SERVER_PID=$RUN_DIR/server-1.pid
SERVER_OUT=$JARRAH_DATA/log/server-1.out
BUILT_HOME=$JARRAH_ROOT/wildfly-config/target/server
BUILT_EAR=${JARRAH_EAR:-$JARRAH_ROOT/ear/app/target/jarrah.ear}

home_is_current() { cmp -s "$BUILT_HOME/jarrah-home.sha256" "$HOME_DIR/jarrah-home.sha256"; }

ear_is_current() { [[ $BUILT_EAR == none ]] || cmp -s "$BUILT_EAR" "$BASE_DIR/deployments/jarrah.ear"; }

# Other servers may run from the old home: it is replaced by renaming, never changed.
copy_home() {
  [[ -f $BUILT_HOME/jarrah-home.sha256 ]] || fail "the server is not built: $BUILT_HOME"
  if home_is_current; then return 0; fi
  local new=$HOME_DIR.new
  remove_tree "$new"
  cp -a --reflink=auto "$BUILT_HOME" "$new"
  if is_root; then chown -R root:root "$new"; fi
  chmod -R a-w,a+rX "$new"
  remove_tree "$HOME_DIR"
  mv "$new" "$HOME_DIR"
}

remove_tree() {
  if [[ ! -e $1 ]]; then return 0; fi
  chmod -R u+w "$1"
  rm -rf "$1"
}

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

# What the configuration and the application read; see wildfly-config/README.md.
server_properties() {
  cat << PROPERTIES
-Djboss.server.base.dir=$BASE_DIR
-Djboss.node.name=${JARRAH_NODE_NAME:-server-1}
-Djboss.socket.binding.port-offset=$PORT_OFFSET
-Djarrah.data.dir=$JARRAH_DATA
-Djarrah.pki.dir=$JARRAH_DATA/pki
-Djarrah.keys.dir=$JARRAH_DATA/keys
-Djarrah.images.dir=$JARRAH_DATA/images
-Djarrah.images.import-dir=$JARRAH_DATA/import
-Djarrah.agents.address=$AGENTS_ADDRESS
-Djarrah.agents.https.listen=$AGENTS_PORT
-Djarrah.agents.messaging.listen=$MESSAGING_PORT
-Djarrah.agents.url=https://$AGENTS_ADDRESS:$AGENTS_PORT
-Djarrah.hosts.brokers=$AGENTS_ADDRESS:$MESSAGING_PORT
-Djarrah.zones.region=$REGION
-Djarrah.networks.subnet=10.$((180 + LAB_ID)).0.0/16
-Djarrah.cluster.join-timeout-ms=100
-Djarrah.cluster.hosts=127.0.0.1[$((7600 + PORT_OFFSET))]
PROPERTIES
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
  if [[ -z ${JARRAH_DB_URL:-} ]]; then
    JARRAH_DB_PASSWORD=$(as_server cat "$JARRAH_DATA/keys/database.password")
    export JARRAH_DB_PASSWORD
  fi
}

launch_server() {
  local options properties
  mapfile -t options < <(memory_options)
  mapfile -t properties < <(server_properties)
  export_passwords
  # shellcheck disable=SC2086 # JARRAH_JAVA_OPTS is a list of words
  (
    cd "$BASE_DIR" || exit 1
    umask 027
    close_inherited_files
    as_server_exec "$JAVA" "-D[jarrah server-1]" "${options[@]}" -XX:+ExitOnOutOfMemoryError -Djava.awt.headless=true \
      -Djava.net.preferIPv4Stack=true -Djboss.modules.system.pkgs=org.jboss.byteman "${MODULE_OPTIONS[@]}" ${JARRAH_JAVA_OPTS:-} \
      "-Dorg.jboss.boot.log.file=$BASE_DIR/log/server.log" \
      "-Dlogging.configuration=file:$BASE_DIR/configuration/logging.properties" \
      -jar "$HOME_DIR/jboss-modules.jar" -mp "$HOME_DIR/modules" org.jboss.as.standalone \
      "-Djboss.home.dir=$HOME_DIR" "${properties[@]}" -c standalone-full-ha.xml
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

readiness_url() {
  if [[ $BUILT_EAR == none ]]; then echo "http://127.0.0.1:$MANAGEMENT_PORT/health/ready"; else echo "$ENDPOINT/ready"; fi
}

server_is_ready() { curl -fsS -o /dev/null --max-time 3 "$(readiness_url)" 2> /dev/null; }

# "Started with errors", or the application's deployment failed.
boot_failed() { [[ -f $BASE_DIR/deployments/jarrah.ear.failed ]] || grep -q WFLYSRV0026 "$SERVER_OUT"; }

wait_server_ready() {
  local end=$((SECONDS + ${1:-180}))
  until server_is_ready; do
    running_pid "$SERVER_PID" > /dev/null || server_trouble "the server ended while starting"
    if boot_failed; then server_trouble "the server started with errors"; fi
    if ((SECONDS >= end)); then server_trouble "the server was not ready in time"; fi
    sleep 0.3
  done
}

server_trouble() {
  grep -hE '(ERROR|FATAL|^Error|^Caused by)' "$SERVER_OUT" | head -n 12 | cut -c1-300 >&2 || true
  stop_process "$SERVER_PID" 20
  fail "$1; its log: $BASE_DIR/log/server.log and $SERVER_OUT"
}
