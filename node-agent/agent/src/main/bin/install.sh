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

install_files() {
  local unit=/etc/systemd/system/jarrah-agent.service
  mkdir -p "$root"/etc/{jarrah,systemd/system} "$root/var/lib"
  # Closed to all but those that may pass through: libvirt's user must reach the disks below.
  install -d -m 711 "$root/var/lib/jarrah-agent"
  install_program
  put 644 "$unit" < "$built/systemd/jarrah-agent.service"
  if [[ -n ${settings[shared-directory]:-} ]]; then
    mkdir -p "$root$unit.d"
    printf '[Unit]\nRequiresMountsFor=%s\n' "${settings[shared-directory]}" | put 644 "$unit.d/shared-directory.conf"
  fi
  if [[ -n $token ]]; then cat -- "${token/#%-//dev/stdin}" | put 600 /etc/jarrah/enrolment.token; fi
  if [[ -r $ca ]]; then put 644 /etc/jarrah/ca.pem < "$ca"; fi
  if [[ ! -f $root$config ]]; then configuration | put 600 "$config"; fi
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
