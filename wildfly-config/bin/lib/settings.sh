# Where things lie and on which ports they listen. Needs JARRAH_ROOT and JARRAH_DATA; sourced, never run.
# shellcheck shell=bash

export JARRAH_SERVER_USER=jarrah
RUN_DIR=$JARRAH_DATA/run
SETTINGS=$RUN_DIR/settings.env
export HOME_DIR=$JARRAH_DATA/home
export BASE_DIR=$JARRAH_DATA/server-1

# What the last `up` chose. Absent: nothing was ever started here.
load_settings() {
  PORT_OFFSET=0 LAB_ID=0 AGENTS_ADDRESS=127.0.0.1 MODE=none HOSTS=0 SMALL=0 REGION=${JARRAH_REGION:-jarrah-1}
  # shellcheck source=/dev/null
  if [[ -f $SETTINGS ]]; then . "$SETTINGS"; fi
  HTTP_PORT=$((8773 + PORT_OFFSET))
  HTTPS_PORT=$((8743 + PORT_OFFSET))
  AGENTS_PORT=$((8744 + PORT_OFFSET))
  MESSAGING_PORT=$((5446 + PORT_OFFSET))
  MANAGEMENT_PORT=$((9990 + PORT_OFFSET))
  ENDPOINT=http://127.0.0.1:$HTTP_PORT
  export PORT_OFFSET LAB_ID AGENTS_ADDRESS MODE HOSTS SMALL REGION
  export HTTPS_PORT AGENTS_PORT MESSAGING_PORT MANAGEMENT_PORT ENDPOINT
}

save_settings() {
  local name
  mkdir -p "$RUN_DIR"
  for name in PORT_OFFSET LAB_ID AGENTS_ADDRESS MODE HOSTS SMALL REGION; do
    printf '%s=%q\n' "$name" "${!name}"
  done > "$SETTINGS.new"
  mv "$SETTINGS.new" "$SETTINGS"
}

is_set_up() { [[ -f $SETTINGS ]]; }

require_set_up() {
  is_set_up || fail "nothing runs from $JARRAH_DATA; start it by: ./jarrah up"
}

# True when something on this machine listens on any of the ports that an offset would use.
offset_taken() {
  local off=$1 port wanted=' '
  for port in 8773 8743 8744 5446 5447 9990 7600 4712 4713; do
    wanted+="$(printf '%04X' $((port + off))) "
  done
  cat /proc/net/tcp /proc/net/tcp6 2> /dev/null |
    awk -v wanted="$wanted" '$4 == "0A" { n = split($2, a, ":"); if (index(wanted, " " a[n] " ")) found = 1 } END { exit !found }'
}

lab_taken() { [[ -e /sys/class/net/jr$1-main || -e /run/netns/jr$1-lan ]]; }

# Ports and lab number are chosen once and then kept, so that addresses stay the same.
choose_offset() {
  local off
  for off in $(seq 0 100 900); do
    if ! offset_taken "$off" && ! lab_taken $((off / 100)); then
      PORT_OFFSET=$off
      LAB_ID=$((off / 100))
      return 0
    fi
  done
  fail "no free ports: ten clouds seem to run on this machine; stop one by: ./jarrah down"
}

# Runs a command as the server's user: nothing of the server needs root.
as_server() {
  if is_root; then
    setpriv --reuid="$JARRAH_SERVER_USER" --regid="$JARRAH_SERVER_USER" --clear-groups -- "$@"
  else
    "$@"
  fi
}

ensure_server_user() {
  if ! is_root || id -u "$JARRAH_SERVER_USER" > /dev/null 2>&1; then return 0; fi
  useradd --system --user-group --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin "$JARRAH_SERVER_USER"
}

# make_server_dir MODE PATH...: directories that belong to the server.
make_server_dir() {
  local mode=$1
  shift
  if is_root; then
    install -d -m "$mode" -o "$JARRAH_SERVER_USER" -g "$JARRAH_SERVER_USER" "$@"
  else
    install -d -m "$mode" "$@"
  fi
}

ensure_layout() {
  ensure_server_user
  install -d -m 755 "$JARRAH_DATA" "$RUN_DIR" "$JARRAH_DATA/log" "$JARRAH_DATA/hosts"
  install -d -m 700 "$JARRAH_DATA/users"
  make_server_dir 700 "$JARRAH_DATA"/{pki,keys,images,db}
  make_server_dir 750 "$BASE_DIR"
  # Images are put here by the administrator and only read by the server.
  install -d -m 755 "$JARRAH_DATA/import"
}
