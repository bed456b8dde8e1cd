/**
 * Whether this server can serve requests, and if not, why. A library of the EAR, since the server's
 * health subsystem sees no check that lies in one of its modules.
 */
@NullMarked
package cloud.jarrah.health;

import org.jspecify.annotations.NullMarked;
