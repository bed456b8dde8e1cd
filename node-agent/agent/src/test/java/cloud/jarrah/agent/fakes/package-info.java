/**
 * A cloud and a hypervisor that belong to the tests: real TLS and a real broker, scripted parts.
 */
@NullMarked
package cloud.jarrah.agent.fakes;

import org.jspecify.annotations.NullMarked;
