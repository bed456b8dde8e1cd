# What a back-up holds, and how it goes there and back. Sourced, never run; after lib/database.sh.
# shellcheck shell=bash

ARCHIVE_FORMAT=1

# The control plane's parts below the data directory; those that do not exist are left out.
archived_parts() {
  local part
  for part in pki keys users images ca.pem run/settings.env run/image-id; do
    if [[ -e $JARRAH_DATA/$part ]]; then echo "$part"; fi
  done
}

describe_archive() {
  echo "ARCHIVE_FORMAT=$ARCHIVE_FORMAT"
  echo "ARCHIVE_DATABASE=$DATABASE"
  echo "ARCHIVE_MADE=$(date -u +%FT%TZ)"
}

# Of files in the archive nothing may lead out of it, and nothing else may be in it.
check_archive() {
  local listing
  listing=$(tar -tvf "$1" 2> /dev/null) || misuse "$1 is not a back-up: tar cannot read it"
  if awk '{ kind = substr($1, 1, 1); name = $6 }
    (kind != "-" && kind != "d") || name ~ /(^|\/)\.\.(\/|$)/ ||
    name !~ /^(backup|pki|keys|users|images|run)\/|^ca\.pem$/ { bad = 1 } END { exit !bad }' <<< "$listing"; then
    misuse "$1 is not a back-up of this program: it holds other things than a control plane"
  fi
  grep -qE ' backup/archive\.env$' <<< "$listing" || misuse "$1 is not a back-up: it does not say what it is"
  # It becomes a part of scripts.
  if tar -xOf "$1" run/settings.env 2> /dev/null | grep -qvE '^[A-Z_]+=[A-Za-z0-9._,/-]*$'; then
    misuse "$1 is not a back-up of this program: its settings hold other things than words"
  fi
  [[ $(tar -xOf "$1" backup/archive.env | sed -n 's/^ARCHIVE_FORMAT=//p') == "$ARCHIVE_FORMAT" ]] ||
    misuse "$1 was made by another version, whose back-ups this one cannot read"
}

CONTROL_PLANE=(postgresql pki keys db users images)

require_no_control_plane() {
  local part
  for part in "${CONTROL_PLANE[@]}"; do
    if compgen -G "$JARRAH_DATA/$part/*" > /dev/null; then
      misuse "$JARRAH_DATA has a control plane already ($part): use another --data, or move it away first"
    fi
  done
}

remove_control_plane() {
  local part
  for part in "${CONTROL_PLANE[@]}"; do rm -rf "${JARRAH_DATA:?}/$part"; done
  rm -f "$SETTINGS" "$JARRAH_DATA/ca.pem" "$RUN_DIR/image-id"
}

# put_back DIR: owners are this machine's, not those of the one that saved it.
put_back() {
  local part
  for part in pki keys images; do
    if [[ -d $1/$part ]]; then
      cp -a "$1/$part/." "$JARRAH_DATA/$part/"
      if is_root; then chown -R "$JARRAH_SERVER_USER:$JARRAH_SERVER_USER" "$JARRAH_DATA/$part"; fi
    fi
  done
  if [[ -d $1/users ]]; then cp -a "$1/users/." "$JARRAH_DATA/users/"; fi
  if [[ -f $1/run/image-id ]]; then cp "$1/run/image-id" "$RUN_DIR/image-id"; fi
  install -m 644 "$1/ca.pem" "$JARRAH_DATA/ca.pem"
}

# save_database DIR
save_database() {
  case $DATABASE in
    private) PGPASSWORD=$(database_password) "$(database_programs)/pg_dump" -Fc -h 127.0.0.1 -p "$DATABASE_PORT" -U jarrah -f "$1/database" jarrah ;;
    external) fail "this cloud's database is its owner's: save it by your own means (pg_dump), and the directory $JARRAH_DATA" ;;
    *)
      if running_pid "$RUN_DIR/server-1.pid" > /dev/null; then
        fail "the embedded database can be saved only while the cloud is down: ./jarrah down, then backup, then up"
      fi
      as_server tar -C "$JARRAH_DATA" -cf - db > "$1/database"
      ;;
  esac
}

# load_database DIR
load_database() {
  if [[ $DATABASE != private ]]; then
    as_server tar -C "$JARRAH_DATA" -xf - < "$1/database"
    return 0
  fi
  start_database
  PGPASSWORD=$(database_password) "$(database_programs)/pg_restore" --single-transaction --no-owner -h 127.0.0.1 \
    -p "$DATABASE_PORT" -U jarrah -d jarrah < "$1/database" || fail "the database could not be put back"
}
