/**
 * Limits of what an account may use. Usage is never counted by keeping a number up to date: the
 * feature that owns the resource counts its rows, while the account's row is locked, so that
 * requests at the same moment cannot exceed a limit together.
 */
@NullMarked
package cloud.jarrah.quotas;

import org.jspecify.annotations.NullMarked;
