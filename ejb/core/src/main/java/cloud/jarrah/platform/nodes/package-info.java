/**
 * The way to the hosts: an outbox of commands and a transport. Invariants: a command is written in
 * the transaction of the change that causes it and sent only after that commit; at most one command
 * per resource is open, a newer generation supersedes it; a command is sent again until it is
 * answered, superseded or past its deadline.
 */
@NullMarked
package cloud.jarrah.platform.nodes;

import org.jspecify.annotations.NullMarked;
