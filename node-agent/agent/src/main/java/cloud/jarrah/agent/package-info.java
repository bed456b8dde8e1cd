/**
 * The node agent: a small daemon on each hypervisor host that makes true what the cloud commands
 * and reports what is. It keeps no state of its own but a journal; the cloud's database is the
 * memory. This package only puts the parts together.
 */
@NullMarked
package cloud.jarrah.agent;

import org.jspecify.annotations.NullMarked;
