# Processes are known by a file with pid and start time: a pid alone may have been given to another process.
# shellcheck shell=bash

# Start time of a process in clock ticks; empty when it is gone or a zombie.
start_time() {
  local stat fields
  stat=$(cat "/proc/$1/stat" 2> /dev/null) || return 0
  read -r -a fields <<< "${stat##*) }"
  if [[ ${fields[0]} != Z ]]; then echo "${fields[19]}"; fi
}

remember_pid() { echo "$2 $(start_time "$2")" > "$1"; }

# Prints the pid when the process that was remembered in this file still runs.
running_pid() {
  local pid since
  [[ -f $1 ]] || return 1
  read -r pid since < "$1" || return 1
  [[ -n $since && $(start_time "$pid") == "$since" ]] || return 1
  echo "$pid"
}

wait_gone() {
  local file=$1 seconds=$2 end
  end=$((SECONDS + seconds))
  while running_pid "$file" > /dev/null; do
    if ((SECONDS >= end)); then return 1; fi
    sleep 0.2
  done
}

# stop_process FILE SECONDS [SIGNAL]: asks politely, then not.
stop_process() {
  local file=$1 pid
  if pid=$(running_pid "$file"); then
    kill -"${3:-TERM}" "$pid" 2> /dev/null || true
    if ! wait_gone "$file" "$2"; then
      say "process $pid did not end within $2 s: killed"
      kill -KILL "$pid" 2> /dev/null || true
      wait_gone "$file" 5 || fail "process $pid cannot be ended"
    fi
  fi
  rm -f "$file"
}

# What runs on must not hold its caller's files, a lock above all: to be called in the subshell that becomes it.
close_inherited_files() {
  local fd
  for fd in /proc/self/fd/*; do
    fd=${fd##*/}
    if ((fd > 2)); then eval "exec $fd>&-"; fi
  done
}
