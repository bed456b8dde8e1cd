# What a server's configuration and application are told at its start. Sourced by lib/server.sh, never run.
# shellcheck shell=bash

# each_server FORMAT: a list of all servers, FORMAT with the offset of each for a number, joined by commas.
each_server() {
  local n list=''
  for n in $(seq 1 "$SERVERS"); do
    # shellcheck disable=SC2059 # a format of our own
    list+=,$(printf "$1" $(($2 + $(server_offset "$n"))))
  done
  echo "${list#,}"
}

# Servers of several machines are named by their addresses, those of one machine differ in their ports.
brokers() {
  if [[ -n $PEERS ]]; then echo "${PEERS//,/:5446,}:5446"; else each_server "$AGENTS_ADDRESS:%d" 5446; fi
}

members() {
  if [[ -n $PRIVATE_PEERS ]]; then echo "${PRIVATE_PEERS//,/[7600],}[7600]"; else each_server '127.0.0.1[%d]' 7600; fi
}

# A certificate of the operator's own, see the script keys.
secure_key_store() {
  if [[ -f $JARRAH_DATA/pki/api.pem ]]; then echo "$JARRAH_DATA/pki/api.p12"; else echo "$JARRAH_DATA/pki/server.p12"; fi
}

# What the configuration and the application read; see wildfly-config/README.md.
server_properties() {
  local joining=100
  if [[ $CLUSTER == 1 || $PRIVATE_PEERS == *,* ]]; then joining=2000; fi
  cat << PROPERTIES
-Djboss.home.dir=$HOME_DIR
-Djboss.server.base.dir=$BASE_DIR
-Djboss.node.name=$SERVER
-Djboss.socket.binding.port-offset=$SERVER_OFFSET
-Djarrah.data.dir=$JARRAH_DATA
-Djarrah.pki.dir=$JARRAH_DATA/pki
-Djarrah.keys.dir=$JARRAH_DATA/keys
-Djarrah.images.dir=$JARRAH_DATA/images
-Djarrah.images.import-dir=$JARRAH_DATA/import
-Djarrah.public.proxied=$([[ $CLUSTER == 1 ]] && echo true || echo false)
-Djarrah.secure.proxied=$([[ $CLUSTER == 1 || $PROXIED == 1 ]] && echo true || echo false)
-Djarrah.secure.address=$([[ $CLUSTER == 1 ]] && echo 127.0.0.1 || echo "$LISTEN")
-Djarrah.secure.key-store=$(secure_key_store)
-Djarrah.private.address=$PRIVATE
-Djarrah.agents.address=$AGENTS_ADDRESS
-Djarrah.agents.https.listen=$((8744 + SERVER_OFFSET))
-Djarrah.agents.messaging.listen=$((5446 + SERVER_OFFSET))
-Djarrah.agents.url=https://$AGENTS_NAME:$AGENTS_PORT
-Djarrah.hosts.brokers=$(brokers)
-Djarrah.zones.region=$REGION
-Djarrah.networks.subnet=$(subnet)
-Djarrah.cluster.join-timeout-ms=$joining
-Djarrah.cluster.hosts=$(members)
PROPERTIES
  if ! is_loopback "$LISTEN"; then echo "-Djarrah.zones.endpoint=$PUBLIC_NAME:$HTTPS_PORT"; fi
}
