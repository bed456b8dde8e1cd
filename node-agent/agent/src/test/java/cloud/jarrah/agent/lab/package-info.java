/** The agent as a process on a lab host, with real virtual machines. */
@NullMarked
package cloud.jarrah.agent.lab;

import org.jspecify.annotations.NullMarked;
