/**
 * Serial consoles: pushed to the cloud when they changed, often while an instance boots and seldom
 * later.
 */
@NullMarked
package cloud.jarrah.agent.console;

import org.jspecify.annotations.NullMarked;
