/**
 * Time that decides something (leases, deadlines, next attempts) is the database's, so that all
 * servers of a cluster agree on it whatever their own clocks say.
 */
@NullMarked
package cloud.jarrah.platform.time;

import org.jspecify.annotations.NullMarked;
