/**
 * The placement groups of an account: names for sets of instances that shall be near each other or
 * apart. Invariants: a name is unique in its account; a group that anything is in cannot be
 * deleted, and nothing gets into a group that is being deleted (both lock its row); its tags go
 * with it. That the members are where the strategy allows is held by the hosts feature, which
 * allocates their room.
 */
@NullMarked
package cloud.jarrah.placementgroups;

import org.jspecify.annotations.NullMarked;
