# The JVM's options of a server. Sourced, never run.
# shellcheck shell=bash

export JAVA=${JAVA_HOME:+$JAVA_HOME/bin/}java

# What WildFly needs of the Java modules; the same list as its own start script computes on Java 17 and later.
# shellcheck disable=SC2034 # used by lib/server.sh
MODULE_OPTIONS=(
  --add-exports=java.desktop/sun.awt=ALL-UNNAMED
  --add-exports=java.naming/com.sun.jndi.ldap=ALL-UNNAMED
  --add-exports=java.naming/com.sun.jndi.url.ldap=ALL-UNNAMED
  --add-exports=java.naming/com.sun.jndi.url.ldaps=ALL-UNNAMED
  --add-exports=jdk.naming.dns/com.sun.jndi.dns=ALL-UNNAMED
  --add-opens=java.base/java.lang=ALL-UNNAMED
  --add-opens=java.base/java.lang.invoke=ALL-UNNAMED
  --add-opens=java.base/java.lang.reflect=ALL-UNNAMED
  --add-opens=java.base/java.io=ALL-UNNAMED
  --add-opens=java.base/java.net=ALL-UNNAMED
  --add-opens=java.base/java.security=ALL-UNNAMED
  --add-opens=java.base/java.util=ALL-UNNAMED
  --add-opens=java.base/java.util.concurrent=ALL-UNNAMED
  --add-opens=java.management/javax.management=ALL-UNNAMED
  --add-opens=java.naming/javax.naming=ALL-UNNAMED
)

# Of the memory beside the heap, the C library's arenas are most.
export MALLOC_ARENA_MAX=${MALLOC_ARENA_MAX:-2}

# The small variant compiles less and needs less memory; production runs the default compiler. It gives memory back
# when it has nothing to do for a while.
memory_options() {
  if [[ ${SMALL:-0} == 1 ]]; then
    printf '%s\n' -Xms64m -Xmx512m -XX:MaxMetaspaceSize=320m -XX:TieredStopAtLevel=1 -XX:+UseSerialGC
  else
    printf '%s\n' -Xms128m -Xmx640m -XX:MaxMetaspaceSize=384m -XX:G1PeriodicGCInterval=20000 -XX:MinHeapFreeRatio=15 -XX:MaxHeapFreeRatio=40
  fi
}
