# The settings of a server that systemd runs: /etc/jarrah/server.env, read and not executed. Sourced by lib/settings.sh.
# shellcheck shell=bash

DATABASE_PASSWORD=/etc/jarrah/database.password
INSTALLATION_SETTINGS=(NUMBER LISTEN NAMES PROXIED PEERS PRIVATE PRIVATE_PEERS SUBNET REGION DB_URL DB_USER SMALL INSTALLED MODE DATABASE)

# load_installation FILE
load_installation() {
  local line name
  DB_URL='' DB_USER=jarrah
  while IFS= read -r line || [[ -n $line ]]; do
    if [[ $line =~ ^[[:space:]]*(#|$) ]]; then continue; fi
    name=${line%%=*}
    [[ $line == *=* && " ${INSTALLATION_SETTINGS[*]} " == *" $name "* ]] || fail "$1 has a line that is no setting: '$line'"
    printf -v "$name" %s "${line#*=}"
  done < "$1"
  # A database's address may have a host of several names, and options.
  export JARRAH_DB_DRIVER=postgresql JARRAH_DB_URL=$DB_URL JARRAH_DB_USER=$DB_USER
}

check_list() {
  local one
  # shellcheck disable=SC2086 # a list by commas
  for one in ${2//,/ }; do "$3" "$1" "$one"; done
}

require_ipv4() { is_ipv4 "$2" || misuse "$1 has '$2', which is not an IPv4 address"; }

# Says what is wrong before anything is started.
check_installation() {
  [[ $NUMBER =~ ^[1-9]$ ]] || misuse "NUMBER is 1 to 9, not '$NUMBER'"
  require_own_address LISTEN "$LISTEN"
  require_own_address PRIVATE "$PRIVATE"
  check_list NAMES "$NAMES" require_name
  check_list PEERS "$PEERS" require_ipv4
  check_list PRIVATE_PEERS "$PRIVATE_PEERS" require_ipv4
  require_subnet SUBNET "$SUBNET"
  [[ $PROXIED$SMALL =~ ^[01][01]$ ]] || misuse "PROXIED and SMALL are 0 or 1"
  [[ -z $PEERS || ",$PEERS," == *",$LISTEN,"* ]] || misuse "PEERS lacks this server's own address $LISTEN"
  [[ -z $PRIVATE_PEERS || ",$PRIVATE_PEERS," == *",$PRIVATE,"* ]] || misuse "PRIVATE_PEERS lacks this server's own address $PRIVATE"
  [[ -z $PEERS$PRIVATE_PEERS || $(tr -cd , <<< "$PEERS") == $(tr -cd , <<< "$PRIVATE_PEERS") ]] ||
    misuse "PEERS and PRIVATE_PEERS name as many servers"
  [[ $DB_URL =~ ^jdbc:postgresql://[A-Za-z0-9.-]+(:[0-9]+)?/ ]] || misuse "DB_URL is not jdbc:postgresql://HOST:PORT/DATABASE"
  [[ -s $DATABASE_PASSWORD ]] || misuse "$DATABASE_PASSWORD must hold the password of the database's user $DB_USER"
  require_readable "$SETTINGS"
  require_readable "$DATABASE_PASSWORD"
  require_common_keys
}

# The server is not root.
require_readable() {
  as_server test -r "$1" ||
    misuse "$1 cannot be read by the user $JARRAH_SERVER_USER: chgrp $JARRAH_SERVER_USER $1 && chmod g+r $1 && chmod 755 ${1%/*}"
}

# With keys made here it would be a cloud of its own, on the others' database.
require_common_keys() {
  if [[ $NUMBER == 1 || $PEERS != *,* ]]; then return 0; fi
  [[ -f $JARRAH_DATA/keys/master.key && -f $JARRAH_DATA/pki/ca.key ]] ||
    misuse "before its first start server $NUMBER needs the directories pki and keys of the first one in $JARRAH_DATA: docs/operations.md, \"Several servers\""
}
