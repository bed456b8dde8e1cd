/**
 * Hypervisor hosts: enrolment, what they offer and when they were last heard, and placement, which
 * is the one place that allocates their room. Invariants: the used figures of a host equal the sum
 * of its allocation rows; an allocation is made and removed only while the host's row is locked; a
 * group of consumers uses a host only as its strategy allows, by a row of its own that goes with
 * the last allocation; a host's reports count only for its current epoch; a host counts as off only
 * when that was seen, and is told and given nothing from the moment it is to be switched off until
 * it has shown that it holds nothing which lives elsewhere; a host falls asleep only while its row
 * is locked and nothing has room there, and counts as awake only when it has seen the last order.
 */
@NullMarked
package cloud.jarrah.hosts;

import org.jspecify.annotations.NullMarked;
