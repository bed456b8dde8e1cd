# Where things lie and on which ports clients and agents find them. Needs JARRAH_ROOT and JARRAH_DATA; sourced, never run.
# shellcheck shell=bash

export JARRAH_SERVER_USER=jarrah
RUN_DIR=$JARRAH_DATA/run
. "$(dirname "${BASH_SOURCE[0]}")/installation.sh"
. "$(dirname "${BASH_SOURCE[0]}")/server_user.sh"
SETTINGS=${JARRAH_SETTINGS:-$RUN_DIR/settings.env}
# As many servers as one machine may be asked for; their ports must not meet.
export MOST_SERVERS=9
KNOWN_SETTINGS=(PORT_OFFSET LAB_ID AGENTS_ADDRESS MODE HOSTS SMALL SERVERS CLUSTER DATABASE REGION LISTEN NAMES SUBNET)

# What the last `up` chose. Absent: nothing was ever started here. CLUSTER is 1 once there were several servers: from
# then on they stand behind a balancer, also when only one is left. DATABASE is embedded, private or external. LISTEN is where
# other machines reach the cloud, NAMES what they call it (by commas, the first one is told to them).
load_settings() {
  PORT_OFFSET=0 LAB_ID=0 AGENTS_ADDRESS=127.0.0.1 MODE=none HOSTS=0 SMALL=0 SERVERS=1 CLUSTER=0 DATABASE=none REGION=${JARRAH_REGION:-jarrah-1}
  LISTEN=127.0.0.1 NAMES='' SUBNET=''
  INSTALLED=0 NUMBER=1 PEERS='' PRIVATE=127.0.0.1 PRIVATE_PEERS='' PROXIED=0
  if [[ -f $SETTINGS && -n ${JARRAH_SETTINGS:-} ]]; then
    load_installation "$SETTINGS"
  elif [[ -f $SETTINGS ]]; then
    # shellcheck source=/dev/null
    . "$SETTINGS"
  fi
  derive_ports
  derive_names
  export "${KNOWN_SETTINGS[@]}"
}

derive_ports() {
  HTTP_PORT=$((8773 + PORT_OFFSET))
  HTTPS_PORT=$((8743 + PORT_OFFSET))
  AGENTS_PORT=$((8744 + PORT_OFFSET))
  DATABASE_PORT=$((15432 + PORT_OFFSET))
  ENDPOINT=http://127.0.0.1:$HTTP_PORT
  export HTTP_PORT HTTPS_PORT AGENTS_PORT DATABASE_PORT ENDPOINT
}

save_settings() {
  local name value
  mkdir -p "$RUN_DIR"
  for name in "${KNOWN_SETTINGS[@]}"; do
    # A comma needs no quoting, and back-ups let no quoting in.
    value=${!name:+$(printf '%q' "${!name}")}
    echo "$name=${value//\\,/,}"
  done > "$SETTINGS.new"
  mv "$SETTINGS.new" "$SETTINGS"
}

is_loopback() { [[ $1 == 127.* ]]; }

# What users and agents of other machines are told.
derive_names() {
  PUBLIC_NAME=${NAMES%%,*}
  PUBLIC_NAME=${PUBLIC_NAME:-$LISTEN}
  PUBLIC_ENDPOINT=https://$PUBLIC_NAME:$HTTPS_PORT
  if is_loopback "$LISTEN"; then PUBLIC_ENDPOINT=$ENDPOINT; fi
  AGENTS_NAME=$AGENTS_ADDRESS
  if [[ $MODE == real ]]; then AGENTS_ADDRESS=$LISTEN AGENTS_NAME=$PUBLIC_NAME; fi
  export PUBLIC_NAME PUBLIC_ENDPOINT AGENTS_NAME
}

subnet() { echo "${SUBNET:-10.$((180 + LAB_ID)).0.0/16}"; }

# Where servers were made by `install`, systemd runs them and /etc/jarrah/server.env has the settings.
require_launcher() {
  if [[ $INSTALLED == 1 ]]; then misuse "the server of this machine is run by systemd ($1); settings: $SETTINGS"; fi
}

is_set_up() { [[ -f $SETTINGS ]]; }

require_set_up() {
  is_set_up || fail "nothing runs from $JARRAH_DATA; start it by: ./jarrah up"
}

# By how much the ports of a server are moved. In a cluster the cloud's own ports are the balancer's.
server_offset() { echo $((PORT_OFFSET + CLUSTER * 1000 * $1)); }

# ports_taken PORT...: true when something on this machine listens on any of them.
ports_taken() {
  local port wanted=' '
  for port in "$@"; do wanted+="$(printf '%04X' "$port") "; done
  cat /proc/net/tcp /proc/net/tcp6 2> /dev/null |
    awk -v wanted="$wanted" '$4 == "0A" { n = split($2, a, ":"); if (index(wanted, " " a[n] " ")) found = 1 } END { exit !found }'
}

# Of one server whose ports are moved by so much.
server_ports_taken() {
  local port ports=()
  for port in 8773 8743 8744 5446 5447 9990 7600 4712 4713; do ports+=($((port + $1))); done
  ports_taken "${ports[@]}"
}

# Of all that a cloud needs whose offset is PORT_OFFSET.
offset_taken() {
  local n
  for n in $(seq 1 "$SERVERS"); do
    if server_ports_taken "$(server_offset "$n")"; then return 0; fi
  done
  if [[ $CLUSTER == 0 ]]; then return 1; fi
  ports_taken "$HTTP_PORT" "$HTTPS_PORT" "$AGENTS_PORT" "$DATABASE_PORT"
}

lab_taken() { [[ -e /sys/class/net/jr$1-main || -e /run/netns/jr$1-lan ]]; }

# Ports and lab number are chosen once and then kept, so that addresses stay the same.
choose_offset() {
  local off
  for off in $(seq 0 100 900); do
    PORT_OFFSET=$off LAB_ID=$((off / 100))
    derive_ports
    if ! offset_taken && ! lab_taken "$LAB_ID"; then return 0; fi
  done
  fail "no free ports: ten clouds seem to run on this machine; stop one by: ./jarrah down"
}
