# Builds the cloud when its sources are newer than what was built. Sourced, never run.
# shellcheck shell=bash

BUILT_STAMP=$JARRAH_ROOT/target/jarrah-built
AGENT_DIR=$JARRAH_ROOT/node-agent/agent/target/agent

is_built() {
  local newer
  [[ -f $BUILT_STAMP && -f $JARRAH_ROOT/ear/app/target/jarrah.ear && -x $AGENT_DIR/bin/jarrah-agent ]] || return 1
  [[ -f $JARRAH_ROOT/wildfly-config/target/server/jarrah-home.sha256 ]] || return 1
  newer=$(
    find "$JARRAH_ROOT"/{pom.xml,ear,ejb,web,ws,node-agent,wildfly-config} \
      \( -name target -o -path '*/src/test' -o -path '*/wildfly-config/bin' -o -path '*/node-agent/lab' -o -path '*/ear/it' \) \
      -prune -o -type f -newer "$BUILT_STAMP" -print -quit
  )
  [[ -z $newer ]]
}

ensure_built() {
  local log=$JARRAH_DATA/log/build.log begun
  if is_built; then return 0; fi
  mkdir -p "$JARRAH_ROOT/target" "$JARRAH_DATA/log"
  say "building; the first time this downloads some 400 MB (log: $log) ..."
  begun=$(mktemp "$JARRAH_ROOT/target/begun.XXXXXX")
  if ! (cd "$JARRAH_ROOT" && mvn -B -q -Dmaven.test.skip=true -Dspotless.check.skip=true package) > "$log" 2>&1 < /dev/null; then
    rm -f "$begun"
    grep -E '^\[ERROR\]' "$log" | head -n 10 >&2 || tail -n 10 "$log" >&2
    fail "the build failed"
  fi
  # As old as the build's begin: what was changed meanwhile is built again.
  mv "$begun" "$BUILT_STAMP"
}
