# The servers' program: a read-only copy of what was built, one for each build, since servers may run from different ones.
# Sourced, never run; after lib/server.sh.
# shellcheck shell=bash

HOMES_DIR=$JARRAH_DATA/homes

# Copies beside and renames: a copy that was interrupted is never run.
copy_home() {
  [[ -f $BUILT_HOME/jarrah-home.sha256 ]] || fail "the server is not built: $BUILT_HOME"
  if [[ -d $HOME_DIR ]]; then return 0; fi
  local new=$HOME_DIR.new
  install -d -m 755 "$HOMES_DIR"
  remove_tree "$new"
  cp -a --reflink=auto "$BUILT_HOME" "$new"
  if is_root; then chown -R root:root "$new"; fi
  chmod -R a-w,a+rX "$new"
  mv "$new" "$HOME_DIR"
}

# Those that no server was started from any more.
remove_old_homes() {
  local home
  for home in "$JARRAH_DATA/home" "$HOMES_DIR"/*; do
    if [[ -d $home && $home != "$HOME_DIR" ]] && ! grep -qsxF -e "-Djboss.home.dir=$home" "$RUN_DIR"/server-*.choices; then
      remove_tree "$home"
    fi
  done
}

remove_tree() {
  if [[ ! -e $1 ]]; then return 0; fi
  chmod -R u+w "$1"
  rm -rf "$1"
}
