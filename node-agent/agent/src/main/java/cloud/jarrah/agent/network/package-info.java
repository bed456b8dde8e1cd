/**
 * What the agent needs from the network on its host: that an instance's interface gets the address
 * that the cloud assigned.
 */
@NullMarked
package cloud.jarrah.agent.network;

import org.jspecify.annotations.NullMarked;
