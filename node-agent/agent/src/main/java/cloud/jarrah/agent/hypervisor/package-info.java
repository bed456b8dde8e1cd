/**
 * What the agent needs from a hypervisor, and nothing more. Implementations know domains by
 * instance id and never decide what should run.
 */
@NullMarked
package cloud.jarrah.agent.hypervisor;

import org.jspecify.annotations.NullMarked;
