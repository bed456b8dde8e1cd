/**
 * How a host goes to sleep when it is told to, and why not. Invariants: it never goes while it has
 * a domain or a command in work; a number that was seen makes every smaller one void, for good; a
 * host that has said that it stays awake does not go to sleep for an earlier order.
 */
@NullMarked
package cloud.jarrah.agent.slumber;

import org.jspecify.annotations.NullMarked;
