/**
 * Transactions as a port: JTA in the server, resource-local in tests, so that the same reconciler
 * runs in both. Work that must follow a commit is registered here and never runs before it.
 */
@NullMarked
package cloud.jarrah.platform.transactions;

import org.jspecify.annotations.NullMarked;
