# Signed calls of the administration API. Credentials go through a file descriptor, never through arguments.
# shellcheck shell=bash

ADMIN_KEYS=$JARRAH_DATA/keys/admin.json

# curl's configuration of a call: credentials, and the body when there is one.
admin_call_config() {
  # The file belongs to the server's user: nothing in it may become another line of the configuration.
  as_server cat "$ADMIN_KEYS" | jq -er 'select((.accessKeyId | test("\\A[A-Z0-9]{16,32}\\z")) and
    (.secretAccessKey | test("\\A[A-Za-z0-9+/=]{20,128}\\z"))) | "user = \"\(.accessKeyId):\(.secretAccessKey)\""'
  if [[ -n $1 ]]; then
    echo 'header = "Content-Type: application/json"'
    jq -rn --arg body "$1" '"data-binary = " + ($body | tojson)'
  fi
}

# admin_status METHOD PATH FILE [JSON]: writes the answer to FILE, prints the status (000: no answer).
admin_status() {
  [[ -r $ADMIN_KEYS ]] || fail "the first administrator's keys are not readable: $ADMIN_KEYS"
  curl -sS --max-time 120 -X "$1" -o "$3" -w '%{http_code}' --aws-sigv4 aws:amz:us-east-1:jarrah \
    -K <(admin_call_config "${4:-}") "$ENDPOINT$2" || true
}

# admin METHOD PATH [JSON]: prints the answer; ends with the server's own message when it refuses.
admin() {
  local file status why
  file=$(mktemp "$RUN_DIR/answer.XXXXXX")
  status=$(admin_status "$1" "$2" "$file" "${3:-}") || exit 1
  if [[ $status != 2* ]]; then
    why=$(jq -r '.message // .error.message // empty' "$file" 2> /dev/null || true)
    rm -f "$file"
    fail "$1 $2 answered $status${why:+: $why}"
  fi
  cat "$file"
  rm -f "$file"
}

# Name, state, id, duty and standing of every host, one a line.
list_hosts() { admin GET /admin/v1/hosts | jq -r '.hosts[] | "\(.name) \(.state) \(.id) \(.duty) \(.standing)"'; }

# token_for NAME: a one-time token with which a host of this name enrols.
token_for() {
  admin POST /admin/v1/enrolment-tokens "$(jq -n --arg name "$1" '{hostName: $name}')" | jq -r .token
}

# Takes a host's record away, and its instances with it: what they had on the host is removed as well.
forget_host() {
  local id file status
  id=$(list_hosts | awk -v name="$1" '$1 == name { print $3 }')
  if [[ -z $id ]]; then return 0; fi
  file=$(mktemp "$RUN_DIR/answer.XXXXXX")
  # The caller has ended it, so that may be said; while it counts as heard this is refused, and so is the removal
  # unless there is nothing on the host.
  admin_status POST "/admin/v1/hosts/$id/confirm-off" "$file" > /dev/null
  status=$(admin_status DELETE "/admin/v1/hosts/$id?force=true" "$file")
  if [[ $status != 2* ]]; then
    say "host $1 stays listed, call up again: $(jq -r '.message // .error.message // empty' "$file" 2> /dev/null)"
    rm -f "$file"
    return 1
  fi
  rm -f "$file"
}
