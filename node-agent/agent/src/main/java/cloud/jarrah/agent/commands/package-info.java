/**
 * Works off commands. Invariants: a command of an older generation than the journal's is never
 * applied; one instance is worked on by one thread at a time; the journal knows of a command before
 * anything is done; every command that was for this host is answered.
 */
@NullMarked
package cloud.jarrah.agent.commands;

import org.jspecify.annotations.NullMarked;
