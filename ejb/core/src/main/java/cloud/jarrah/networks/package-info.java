/**
 * Subnets and the network interfaces in them. Knows what an interface is attached to only by id.
 * Invariants: an address belongs to at most one interface; addresses are taken from rows locked by
 * the taker, so that parallel launches never wait for each other; the address longest free is taken
 * first.
 */
@NullMarked
package cloud.jarrah.networks;

import org.jspecify.annotations.NullMarked;
