# The agent's program: installed beside the data, and run from there. Sourced, never run.
# shellcheck shell=bash

BUILT_AGENT=${JARRAH_AGENT:-$JARRAH_ROOT/node-agent/agent/target/agent}
AGENT_HOME=$JARRAH_DATA/agent-home

# Agents run from a copy, so that a build under them changes nothing. True when the copy is a new one.
install_agent() {
  local sum
  sum=$(cd "$BUILT_AGENT" && find . -type f -print0 | sort -z | xargs -0 sha256sum | sha256sum)
  if [[ -f $AGENT_HOME/built.sha256 && $(< "$AGENT_HOME/built.sha256") == "$sum" ]]; then return 1; fi
  rm -rf "$AGENT_HOME".{new,old}
  cp -a "$BUILT_AGENT" "$AGENT_HOME.new"
  echo "$sum" > "$AGENT_HOME.new/built.sha256"
  if [[ -d $AGENT_HOME ]]; then mv "$AGENT_HOME" "$AGENT_HOME.old"; fi
  mv "$AGENT_HOME.new" "$AGENT_HOME"
}

# An agent ends at a key that it does not know, and an older one runs here when a cloud is upgraded.
agent_knows() { grep -qsxF "$1" "$AGENT_HOME/bin/newer-keys"; }

# run_agent NAME CONFIG [PREFIX...]: starts an agent in the background, in its own session.
run_agent() {
  local name=$1 config=$2
  shift 2
  (
    close_inherited_files
    exec "$@" setsid "$AGENT_HOME/bin/jarrah-agent" "$config"
  ) < /dev/null >> "$(agent_log "$name")" 2>&1 &
  remember_pid "$(agent_pid_file "$name")" $!
}
