package cloud.jarrah.agent.simulated;

import cloud.jarrah.agent.hypervisor.DomainState;
import java.util.List;

/**
 * A domain as its machine has it.
 *
 * @param host name of the machine
 * @param addresses with which it was begun; of one that nobody ordered: none
 */
record DomainView(String host, String instanceId, DomainState state, List<String> addresses) {}
