/**
 * A cloud in a test: the real handlers, planner, reconciler, outbox and report intake on a real
 * database, over hosts and a broker of our own that can lose, repeat, delay and crash. Time stands
 * still until the cloud has nothing left to do.
 */
@NullMarked
package cloud.jarrah.instances.testing;

import org.jspecify.annotations.NullMarked;
