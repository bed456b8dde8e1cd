/**
 * The region and its availability zones, which the administrator names in the configuration. A zone
 * is where hosts are: an instance names one or gets the first. Invariant: there is always at least
 * one zone, and the names never change meaning while hosts are in them.
 */
@NullMarked
package cloud.jarrah.zones;

import org.jspecify.annotations.NullMarked;
