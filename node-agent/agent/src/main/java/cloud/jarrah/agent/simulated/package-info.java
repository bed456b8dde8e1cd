/**
 * Hosts without machines: many in one process, each with its own identity, connection, queue and
 * journal, the same engine as real hosts, and faults on demand.
 */
@NullMarked
package cloud.jarrah.agent.simulated;

import org.jspecify.annotations.NullMarked;
