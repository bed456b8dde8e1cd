/**
 * The agent's line to the cloud: one TLS connection to one of the brokers, commands in, reports
 * out. Reports are slots, not a history: what waits is bounded and an inventory is made when it is
 * sent, so it is always the newest.
 */
@NullMarked
package cloud.jarrah.agent.messaging;

import org.jspecify.annotations.NullMarked;
