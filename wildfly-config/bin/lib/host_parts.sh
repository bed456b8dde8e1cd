# What `status` says of the hosts: part NAME healthy|unhealthy|down TEXT for each; $hosts is what list_hosts printed. Sourced,
# never run.
# shellcheck shell=bash disable=SC2154

network_part() {
  local why
  if why=$("$LAB_BIN/lab-net" status "$LAB_ID" 2>&1); then part network healthy "$why"; else part network unhealthy "$why"; fi
}

# host_part NAME AGENT: state as the server sees it, and the processes behind it.
host_part() {
  local name=$1 state why=''
  state=$(awk -v name="$name" '$1 == name { print $2 }' <<< "$hosts")
  if ! running_pid "$(agent_pid_file "$2")" > /dev/null; then why="its agent does not run; start it by: ./jarrah up; "; fi
  if [[ $MODE == lab ]] && ! lab=$("$LAB_BIN/lab-host" status "$LAB_ID" "${name#host-}" "$HOSTS_DIR/$name" 2>&1); then why+="$lab; "; fi
  if [[ -z $why && $state == @(UP|ASLEEP) ]]; then
    part "$name" healthy "the server sees it"
  else
    part "$name" unhealthy "${why}the server says ${state:-nothing of it}"
  fi
}

# Hosts of one's own: who does not answer is not healthy, unless it is meant to be off.
real_parts() {
  local name state duty standing _
  while read -r name state _ duty standing; do
    if [[ $duty == MAINTENANCE ]]; then
      part "$name" healthy "in maintenance, the server says $state"
    elif [[ $state == @(UP|ASLEEP) && $standing != FENC* ]]; then
      part "$name" healthy "the server sees it"
    elif [[ -n $name ]]; then
      part "$name" unhealthy "the server says $state, $standing; look at its agent: systemctl status jarrah-agent"
    fi
  done <<< "$hosts"
}

# A thousand simulated hosts are told in one line.
sims_part() {
  local up
  up=$(awk '$1 ~ /^sim-/ && ($2 == "UP" || $2 == "ASLEEP")' <<< "$hosts" | wc -l)
  if ! running_pid "$(agent_pid_file sim)" > /dev/null; then
    part simulator down "it does not run; start it by: ./jarrah up"
  elif ((up < HOSTS)); then
    part simulator unhealthy "$up of $HOSTS hosts are up"
  else
    part simulator healthy "$up of $HOSTS hosts are up"
  fi
}
