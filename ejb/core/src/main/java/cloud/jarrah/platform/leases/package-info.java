/**
 * Work that only one server may do at a time. Invariants: at any moment of the database's clock a
 * lease has one owner at most; its epoch grows with each change of owner and after each lapse; a
 * transaction that has called {@link cloud.jarrah.platform.leases.Leases#requireCurrent} commits
 * only what it did as the owner, however long the server was paused.
 */
@NullMarked
package cloud.jarrah.platform.leases;

import org.jspecify.annotations.NullMarked;
