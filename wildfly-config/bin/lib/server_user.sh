# The user that the server runs as, and what belongs to it. Sourced by lib/settings.sh.
# shellcheck shell=bash

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

# make_server_dir MODE PATH...: directories that belong to the server. What is right already is left alone, which a network's
# file system may ask for: root may have no right there.
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
  # Images are put here by the administrator and only read by the server.
  [[ -d $JARRAH_DATA/import ]] || install -d -m 755 "$JARRAH_DATA/import"
}
