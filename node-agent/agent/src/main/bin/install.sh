# Puts the agent's files in place. Sourced by install, never run.
# shellcheck shell=bash disable=SC2154

say() { echo "install: $*" >&2; }

# put MODE FILE: from standard input.
put() {
  (umask 077 && cat > "$root$2.new")
  chmod "$1" "$root$2.new"
  mv "$root$2.new" "$root$2"
}

install_program() {
  local program=$root/opt/jarrah/agent
  rm -rf "$program".{new,old}
  mkdir -p "$program.new"
  cp -r --no-preserve=ownership "$built"/{bin,lib,systemd} "$program.new/"
  chmod -R u=rwX,go=rX "$program.new"
  if [[ -d $program ]]; then mv "$program" "$program.old"; fi
  mv "$program.new" "$program"
  rm -rf "$program.old"
}

# As the agent reads it: blanks do not count, a colon or a blank is as good as '=', and what is said last holds.
of_config() {
  sed -nE -e 's/[[:space:]]+$//' \
    -e "s/^[[:space:]]*jarrah[.]agent[.]${1//./[.]}([[:space:]]*[=:]|[[:space:]])[[:space:]]*//p" "$root$config" | tail -n 1
}

# Before anything is changed: the rights of that directory are, so it must not be one that holds others' things.
require_state() {
  local state
  state=$(of_config state)
  if [[ $state != /* || $state == *\\* || $(realpath -m -- "$state") =~ ^/([^/]*|(usr|var)/[^/]*)$ ]]; then
    say "$root$config must say jarrah.agent.state: a directory of its own by its full path, such as $default_state, and without a backslash"
    exit 2
  fi
}

# The agent is started when the storage is there that it needs.
install_unit() {
  local unit=/etc/systemd/system/jarrah-agent.service state shared
  state=$(of_config state)
  shared=$(of_config shared-directory)
  put 644 "$unit" < "$built/systemd/jarrah-agent.service"
  if [[ -z $shared && $state == "$default_state" ]]; then return 0; fi
  mkdir -p "$root$unit.d"
  printf '[Unit]\nRequiresMountsFor=%s\n' "$state${shared:+ $shared}" | put 644 "$unit.d/storage.conf"
  # Its name in former releases.
  rm -f "$root$unit.d/shared-directory.conf"
}

install_token() {
  if [[ $token == - ]]; then token=/dev/stdin; fi
  if [[ -n $token ]]; then put 600 /etc/jarrah/enrolment.token < "$token"; fi
}

install_files() {
  mkdir -p "$root"/etc/systemd/system "$root/opt" "$root/var/lib"
  install -d -m 755 "$root"/{etc,opt}/jarrah
  if [[ -r $ca ]]; then put 644 /etc/jarrah/ca.pem < "$ca"; fi
  if [[ ! -f $root$config ]]; then configuration | put 600 "$config"; fi
  # Closed to all but those that may pass through: libvirt's user must reach the disks below.
  install -d -m 711 "$root$(of_config state)"
  install_program
  install_unit
  install_token
}

start() {
  if [[ -n $root || ! -d /run/systemd/system ]]; then
    say "installed, not started; later: systemctl daemon-reload && systemctl enable --now jarrah-agent"
    return 0
  fi
  systemctl daemon-reload
  systemctl enable jarrah-agent
  systemctl restart jarrah-agent
  say "started; what it says: journalctl -u jarrah-agent"
}
