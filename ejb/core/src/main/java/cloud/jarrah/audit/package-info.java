/**
 * Who did what, when, from where and to what: one row for every change, written in the change's own
 * transaction, and one for every refusal. Rows are only ever added. Later views (the audit log,
 * usage, the cloud as it was at some moment) read them. Invariant: no secret is in a row.
 */
@NullMarked
package cloud.jarrah.audit;

import org.jspecify.annotations.NullMarked;
