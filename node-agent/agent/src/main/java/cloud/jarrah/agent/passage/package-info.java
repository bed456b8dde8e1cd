/**
 * The ways that an instance takes from host to host. Hypervisors speak through local sockets only;
 * the agents join these by TLS, each with the certificate that the cloud gave its host. Invariant:
 * only the host that a waiting instance is to come from gets through, and only to its streams.
 */
@NullMarked
package cloud.jarrah.agent.passage;

import org.jspecify.annotations.NullMarked;
