/**
 * Threads shared by all hosts of the process: timers that only hand over, a bounded pool for
 * commands and one for the network, so that a frozen broker cannot keep commands from being worked
 * on. No host owns a thread.
 */
@NullMarked
package cloud.jarrah.agent.scheduling;

import org.jspecify.annotations.NullMarked;
