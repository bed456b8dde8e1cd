/**
 * How the agent gets its identity: a key made here that never leaves the host, a one-time token, a
 * certificate from the cloud. Afterwards the stored identity is used and the token is not needed
 * again.
 */
@NullMarked
package cloud.jarrah.agent.enrolment;

import org.jspecify.annotations.NullMarked;
