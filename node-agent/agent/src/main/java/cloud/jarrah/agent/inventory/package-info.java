/**
 * What the host says about itself: derived from the journal, which is kept true by watching the
 * hypervisor. An unreachable hypervisor changes nothing: the last known state is reported.
 */
@NullMarked
package cloud.jarrah.agent.inventory;

import org.jspecify.annotations.NullMarked;
