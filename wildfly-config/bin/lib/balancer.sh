# HAProxy in front of the servers of a cluster: one address for clients, and one for agents' enrolment and images.
# Agents speak to the servers' brokers themselves. Sourced, never run.
# shellcheck shell=bash

# Debian's place of haproxy, which not every user's path has.
PATH=$PATH:/usr/sbin
BALANCER_PID=$RUN_DIR/haproxy.pid
BALANCER_CONFIG=$RUN_DIR/haproxy.cfg
BALANCER_SOCKET=$RUN_DIR/haproxy.sock
BALANCER_LOG=$JARRAH_DATA/log/haproxy.log

# server_lines PORT OPTIONS: a line for each server of a backend; healthy is who says so by MicroProfile Health.
server_lines() {
  local n offset address=$3
  for n in $(seq 1 "$SERVERS"); do
    offset=$(server_offset "$n")
    echo "  server server-$n $address:$(($1 + offset)) $2 check addr 127.0.0.1 port $((9990 + offset))"
  done
}

# A server that died is left at its first broken connection; one that is frozen after two checks, and what waits for it
# is sent to another one, if doing it twice does no harm: questions, but no changes.
balancer_config() {
  local who=''
  if is_root; then who=$'user haproxy\n  group haproxy'; fi
  cat << CONFIG
global
  ${who:-# runs as its caller}
  maxconn 8192
  stats socket $BALANCER_SOCKET mode 600 level admin expose-fd listeners
  log stdout format raw local0 notice

defaults
  log global
  mode http
  timeout connect 2s
  timeout client 75s
  timeout server 75s
  timeout check 1s
  timeout queue 5s
  timeout http-request 10s
  option redispatch 1
  retries 3
  option httpchk
  http-check send meth GET uri /health/ready
  http-check expect status 200
  default-server inter 500ms fastinter 250ms fall 2 rise 2 observe layer4 error-limit 3 on-error mark-down on-marked-down shutdown-sessions

frontend api
  bind 127.0.0.1:$HTTP_PORT
  option http-buffer-request
  default_backend api

backend api
  balance leastconn
  retry-on conn-failure empty-response response-timeout
  acl asks_in_body req.body -m reg ^Action=(Describe|Get|List)[A-Za-z]*(&|\$)
  acl asks_in_query url_param(Action) -m reg ^(Describe|Get|List)[A-Za-z]*\$
  http-request disable-l7-retry unless METH_POST asks_in_body or METH_GET asks_in_query
$(server_lines 8773 'send-proxy-v2' 127.0.0.1)

listen api-tls
  bind $LISTEN:$HTTPS_PORT
  mode tcp
  balance leastconn
$(server_lines 8743 'send-proxy-v2' 127.0.0.1)

listen agents
  bind $AGENTS_ADDRESS:$AGENTS_PORT
  mode tcp
  balance leastconn
$(server_lines 8744 '' "$AGENTS_ADDRESS")
CONFIG
}

# Makes the balancer what the settings say. With another configuration a new one takes over the listeners, so that no
# connection is refused; the old one ends when its last connection does.
ensure_balancer() {
  local old=() pid
  if balancer_config | write_if_changed "$BALANCER_CONFIG"; then
    if pid=$(running_pid "$BALANCER_PID"); then old=(-x "$BALANCER_SOCKET" -sf "$pid"); fi
  elif running_pid "$BALANCER_PID" > /dev/null; then
    return 0
  fi
  say "starting the balancer ..."
  haproxy -c -q -f "$BALANCER_CONFIG" || fail "HAProxy does not accept $BALANCER_CONFIG"
  (
    close_inherited_files
    exec setsid haproxy -db -f "$BALANCER_CONFIG" ${old[@]+"${old[@]}"}
  ) < /dev/null >> "$BALANCER_LOG" 2>&1 &
  remember_pid "$BALANCER_PID" $!
  wait_balancer
}

wait_balancer() {
  local end=$((SECONDS + 10))
  until ask_balancer 'show info' 2> /dev/null | grep -qx "Pid: $(running_pid "$BALANCER_PID")"; do
    running_pid "$BALANCER_PID" > /dev/null || fail "HAProxy ended while starting; its log: $BALANCER_LOG"
    if ((SECONDS >= end)); then fail "HAProxy does not answer; its log: $BALANCER_LOG"; fi
    sleep 0.1
  done
}

ask_balancer() { socat -t 2 - "UNIX-CONNECT:$BALANCER_SOCKET" <<< "$1"; }

# Its rows of a server: backend, server, state, sessions.
balancer_rows() { { ask_balancer 'show stat' 2> /dev/null || true; } | awk -F, -v server="$1" '$2 == server { print $1, $2, $18, $5 }'; }

balancer_runs() { running_pid "$BALANCER_PID" > /dev/null && [[ -S $BALANCER_SOCKET ]]; }

# balance_state SERVER drain|ready
set_balance_state() {
  local backend
  if ! balancer_runs; then return 0; fi
  for backend in api api-tls agents; do
    ask_balancer "set server $backend/$1 state $2" > /dev/null
  done
}

# return_server SERVER: requests for it again; returns when the balancer sends some, since the next server may be drained
# then.
return_server() {
  local end=$((SECONDS + 15))
  if ! balancer_runs || [[ -z $(balancer_rows "$1") ]]; then return 0; fi
  set_balance_state "$1" ready
  until balancer_rows "$1" | awk '$3 != "UP" { waits = 1 } END { exit waits }'; do
    if ((SECONDS >= end)); then fail "the balancer does not find $1 healthy; see ./jarrah status"; fi
    sleep 0.1
  done
}

# No new requests for a server, and its last ones answered, at most 10 s.
drain_server() {
  local end=$((SECONDS + 10))
  if ! balancer_runs; then return 0; fi
  set_balance_state "$1" drain
  while balancer_rows "$1" | awk '{ n += $4 } END { exit n == 0 }'; do
    if ((SECONDS >= end)); then return 0; fi
    sleep 0.1
  done
}

# The cloud answers at its endpoint.
wait_endpoint() {
  local end=$((SECONDS + ${1:-30}))
  until curl -fsS -o /dev/null --max-time 3 "$ENDPOINT/ready" 2> /dev/null; do
    if ((SECONDS >= end)); then fail "the cloud does not answer at $ENDPOINT/ready; see ./jarrah status"; fi
    sleep 0.2
  done
}
