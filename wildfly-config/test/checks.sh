# What real-machines checks. Sourced by it, never run.
# shellcheck shell=bash disable=SC2154

files_of() { (cd "$scratch/$1" && find . -path ./over -prune -o \( -type f -o -type l \) -printf '%p %l %m\n' -type f -exec sha256sum {} + | sort); }
same_files() { [[ $(files_of "$1") == "$2" ]]; }

# upgrade_keeps RELEASE...: beside the new one; of two older ones, of which the last is linked, and one that a process names.
upgrade_keeps() {
  local place=$scratch/server-1/opt/jarrah now
  now=$(readlink "$place/server")
  mkdir -p "$place/releases/"{older,before,runs} && ln -sfn releases/before "$place/server"
  if [[ $* == *runs* ]]; then
    background runs python3 -c 'import signal; signal.pause()' -Djboss.home.dir=/opt/jarrah/releases/runs/home
    await 10 names_release runs runs
  fi
  install_server server-1 &&
    [[ $(readlink "$place/server") == "$now" && $(cd "$place/releases" && echo *) == "$(printf '%s\n' "$@" "${now##*/}" | sort | paste -sd' ')" ]]
}
# names_release PROCESS RELEASE
names_release() { grep -qaz -e "^-Djboss.home.dir=/opt/jarrah/releases/$2/" "/proc/$(running_pid "$scratch/$1.pid")/cmdline"; }
runs_from_its_release() {
  local release
  release=$(readlink "$scratch/server-1/opt/jarrah/server")
  names_release server-1 "${release##*/}"
}

# listens_only_on MACHINE PID-FILE ADDRESS:PORT...
listens_only_on() {
  local found
  found=$(in_net "$1" ss -Hltnp | grep "pid=$(running_pid "$scratch/$2")," | awk '{ print $4 }' | sort -u | paste -sd' ')
  [[ $found == "$(printf '%s\n' "${@:3}" | sort -u | paste -sd' ')" ]] || { echo "$found" && return 1; }
}

asks() { in_net host curl -sS -o /dev/null -w '%{http_code}' --max-time 5 --cacert "$scratch/ca.pem" "$@"; }
ready_says() { [[ $(asks --resolve "$cloud:8743:$balancer" "https://$cloud:8743/ready") == "$1" ]]; }

# unreachable CURLS-EXIT-CODE ARGUMENTS...
unreachable() {
  local wanted=$1 code=0
  shift
  asks "$@" || code=$?
  ((code == wanted)) || { echo "curl ended with $code" && return 1; }
}

# A word that systemd does not know is only told, and not counted as an error.
sound() {
  local said
  said=$(on "$1" systemd-analyze verify "/etc/systemd/system/$2" 2>&1) || true
  [[ -z $said ]] || { echo "$said" && return 1; }
}
seen_by() { [[ $(on "$1" jarrah status | awk '$1 == "real-1" { print $2 }') == healthy ]]; }
keys_to_the_other() { tar -C "$scratch/server-1/var/lib/jarrah" -cf - pki keys | tar -C "$scratch/server-2/var/lib/jarrah" -xpf -; }
log_of() { echo "$scratch/$1/var/lib/jarrah/$1/log/server.log"; }
are_one_cluster() { grep -q "joined cluster 'ejb' with view: .* (2) " "$(log_of server-2)" && grep -q 'AMQ221027: Bridge' "$(log_of server-1)"; }
private() { [[ $(stat -c %a "$1") == 600 ]]; }

# watch_arguments TOKEN-FILE WORD: from now on notes when somebody's arguments have the token, or the word. That they were
# looked at in time is seen by the word.
watch_arguments() {
  { cat "$1" && echo "$2"; } > "$scratch/watched"
  : > "$scratch/shown"
  background watch "$here/watch-arguments" "$scratch/watched" "$scratch/shown"
}
nobody_showed() {
  stop_process "$scratch/watch.pid" 10
  [[ $(sort -u "$scratch/shown") == "$(tail -n 1 "$scratch/watched")" && $(wc -l < "$scratch/watched") == 2 ]]
}
runs_unprivileged() {
  local status
  status=/proc/$(running_pid "$scratch/server-1.pid")/status
  [[ $(awk '/^Uid:/ { print $2 }' "$status") == "$(id -u jarrah)" ]] &&
    [[ $(awk '/^Cap(Eff|Prm|Bnd):/ { print $2 }' "$status" | sort -u) == 0000000000000000 ]]
}
# connected TIMES [ADDRESS]: at least.
connected() { (($(grep -c "is connected to ${2:-}" "$scratch/host.log") >= $1)); }
# refuses MACHINE: as a wrong configuration.
refuses() {
  local code=0
  on "$1" --unit jarrah-server.service ExecStartPre || code=$?
  ((code == 2)) || { echo "ended with $code" && return 1; }
}
refuses_unreadable_password() {
  local file=$scratch/server-1/etc/jarrah/database.password result=0
  chmod 600 "$file"
  refuses server-1 || result=1
  chmod 640 "$file"
  return "$result"
}
refuses_to_begin() { refuses server-2 && [[ ! -e $scratch/server-2/var/lib/jarrah/keys ]]; }
says_that_hosts_are_unknown() {
  local keys=$scratch/server-1/var/lib/jarrah/keys/admin.json said code=0
  mv "$keys" "$keys.away"
  said=$(on server-1 jarrah status) || code=$?
  mv "$keys.away" "$keys"
  [[ $code == 1 && $said == *"hosts          unhealthy"* ]] || { echo "$said" && return 1; }
}
# As status does, of lines as list_hosts prints them.
judges_hosts() (
  part() { echo "$2"; }
  # shellcheck source=../bin/lib/host_parts.sh
  . "$JARRAH_ROOT/wildfly-config/bin/lib/host_parts.sh"
  judged() { [[ $(hosts=$1 && real_parts) == "$2" ]] || { echo "not $2: $1" && return 1; }; }
  judged "a UP h-1 IN_SERVICE ACTIVE" healthy && judged "a DOWN h-1 MAINTENANCE ACTIVE" healthy && judged "" "" &&
    judged "a DOWN h-1 IN_SERVICE ACTIVE" unhealthy && judged "a DOWN h-1 DRAINING FENCED" unhealthy && judged "a UP h-1 IN_SERVICE FENCING" unhealthy
)
leaves() {
  local pid
  pid=$(running_pid "$scratch/$1.pid")
  MAINPID=$pid on "$1" --unit jarrah-server.service ExecStop && balancer_has "$1" NOLB && kill -TERM "$pid" &&
    wait_gone "$scratch/$1.pid" 40 && await 10 balancer_has "$1" DOWN
}
