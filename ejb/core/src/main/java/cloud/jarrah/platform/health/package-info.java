/** Whether this server can serve requests, and if not, why. */
@NullMarked
package cloud.jarrah.platform.health;

import org.jspecify.annotations.NullMarked;
