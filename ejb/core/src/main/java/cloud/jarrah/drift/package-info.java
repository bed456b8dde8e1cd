/**
 * Audit and heal: looks for things that should agree and do not, and mends them where that is safe.
 * The features bring their own checks; this one runs them, remembers what they found and shows it.
 * Invariants: nothing is mended that was not seen by two looks some time apart and once more under
 * the locks of the transaction that mends it; what was mended has an event row and a line in the
 * log; a look changes nothing.
 */
@NullMarked
package cloud.jarrah.drift;

import org.jspecify.annotations.NullMarked;
