/**
 * Virtual machines. What should be (desired, generation) is written by action handlers and by the
 * planner giving up; what was seen (observed) by report intake alone; the EC2 state is a pure
 * function of both. The planner decides the next step from a snapshot, the reconciler carries it
 * out. Invariants: an instance is terminated only when its host has said so for the current
 * generation; a settled stopped instance keeps its disk's room on its host and no more; a settled
 * terminated one keeps nothing.
 */
@NullMarked
package cloud.jarrah.instances;

import org.jspecify.annotations.NullMarked;
