# Host agents: lab hosts (one agent each) or one process that plays many hosts. Sourced, never run.
# shellcheck shell=bash

LAB_BIN=$JARRAH_ROOT/node-agent/lab/bin
HOSTS_DIR=$JARRAH_DATA/hosts
SIM_DIR=$JARRAH_DATA/sim

agent_pid_file() { echo "$RUN_DIR/$1.pid"; }

agent_log() { echo "$JARRAH_DATA/log/$1.log"; }

# Numbers of the lab hosts that were ever made here.
lab_numbers() { find "$HOSTS_DIR" -mindepth 1 -maxdepth 1 -name 'host-*' -printf '%f\n' 2> /dev/null | sed 's/host-//' | sort -n; }

common_properties() {
  cat << PROPERTIES
jarrah.agent.state=$1
jarrah.agent.name=$2
jarrah.agent.enrolment-url=https://$AGENTS_ADDRESS:$AGENTS_PORT/node/v1/enrolment
jarrah.agent.ca=$JARRAH_DATA/ca.pem
jarrah.agent.enrolment-token-file=$1/token
PROPERTIES
}

# A lab host offers an equal share of half of the machine's memory, at least one small instance.
lab_properties() {
  local n=$1 dir=$2 memory
  memory=$(awk -v hosts="$HOSTS" '/^MemTotal/ { m = int($2 / 1024 / 2 / hosts); print (m < 512 ? 512 : m) }' /proc/meminfo)
  common_properties "$dir/agent" "host-$n"
  cat << PROPERTIES
jarrah.agent.hypervisor=libvirt
jarrah.agent.libvirt.uri=qemu+unix:///system?socket=$dir/libvirt/run/libvirt-sock
jarrah.agent.libvirt.domain-type=${JARRAH_DOMAIN_TYPE:-qemu}
jarrah.agent.libvirt.machine=pc
jarrah.agent.cores=$(($(nproc) > 4 ? $(nproc) : 4))
jarrah.agent.memory-mb=$memory
jarrah.agent.disk-gb=20
jarrah.agent.bridge=br0
jarrah.agent.bridge-address=10.$((180 + LAB_ID)).0.$n
jarrah.agent.metadata.bind=169.254.169.254:80
PROPERTIES
  if [[ -n ${JARRAH_LAB_SHARED_DIRECTORY:-} ]]; then echo "jarrah.agent.shared-directory=$JARRAH_LAB_SHARED_DIRECTORY"; fi
  if agent_knows migration.bind; then echo "jarrah.agent.migration.bind=10.$((180 + LAB_ID)).0.$n:16514"; fi
}

sim_properties() {
  common_properties "$SIM_DIR" sim
  cat << PROPERTIES
jarrah.agent.hypervisor=simulated
jarrah.agent.cores=${JARRAH_SIMULATED_CORES:-16}
jarrah.agent.memory-mb=32768
jarrah.agent.disk-gb=500
jarrah.agent.simulated.hosts=$HOSTS
jarrah.agent.simulated.boot-ms=200
jarrah.agent.simulated.control=127.0.0.1:$((8790 + PORT_OFFSET))
PROPERTIES
  if agent_knows simulated.wake-port; then echo "jarrah.agent.simulated.wake-port=$((8791 + PORT_OFFSET))"; fi
}

# start_lab_host N CHANGED: CHANGED is not empty when the agent must be started anew.
start_lab_host() {
  local n=$1 dir=$HOSTS_DIR/host-$1 changed=$2
  install -d -m 700 "$dir" "$dir/agent"
  (close_inherited_files && exec "$LAB_BIN/lab-host" up "$LAB_ID" "$n" "$dir")
  if lab_properties "$n" "$dir" | write_if_changed "$dir/agent.properties"; then changed=1; fi
  if [[ -z $changed ]] && running_pid "$(agent_pid_file "host-$n")" > /dev/null; then return 0; fi
  stop_process "$(agent_pid_file "host-$n")" 10
  if [[ -z $(find "$dir/agent" -name identity.json -print -quit) ]]; then
    (umask 077 && token_for "host-$n" > "$dir/agent/token")
  fi
  run_agent "host-$n" "$dir/agent.properties" "$LAB_BIN/lab-host" exec "$LAB_ID" "$n"
}

stop_lab_host() {
  stop_process "$(agent_pid_file "host-$1")" 10
  "$LAB_BIN/lab-host" down "$LAB_ID" "$1" "$HOSTS_DIR/host-$1"
}

# A host that is not wanted any more: its instances are lost with it.
remove_lab_host() {
  stop_lab_host "$1"
  forget_host "host-$1" || return 0
  rm -rf "${HOSTS_DIR:?}/host-$1"
}

sim_identities() {
  if [[ -d $SIM_DIR/sim ]]; then find "$SIM_DIR/sim" -name identity.json -path "*/identity/*"; fi
}

# Tokens for those hosts that are not enrolled yet; the file has one line for each.
sim_tokens() {
  local names i
  names=" $(sim_identities | xargs -r jq -r .name | tr '\n' ' ')"
  for i in $(seq 1 "$HOSTS"); do
    if [[ $names != *" sim-$i "* ]]; then echo "sim-$i $(token_for "sim-$i")"; fi
  done
}

# The hosts that the process does not play any more, when it is to play fewer.
drop_surplus_sims() {
  local file place name
  while read -r file; do
    place=$(dirname "$(dirname "$file")")
    if ((${place##*host-} > HOSTS)); then
      name=$(jq -r .name "$file")
      forget_host "$name" || continue
      rm -rf "$place"
    fi
  done < <(sim_identities)
}

start_sims() {
  local changed=$1
  install -d -m 700 "$SIM_DIR"
  if sim_properties | write_if_changed "$SIM_DIR/agent.properties"; then changed=1; fi
  if [[ -z $changed ]] && running_pid "$(agent_pid_file sim)" > /dev/null; then return 0; fi
  stop_process "$(agent_pid_file sim)" 10
  drop_surplus_sims
  (umask 077 && sim_tokens > "$SIM_DIR/token")
  JARRAH_AGENT_HEAP_MB=$((64 + HOSTS)) run_agent sim "$SIM_DIR/agent.properties" env
}
