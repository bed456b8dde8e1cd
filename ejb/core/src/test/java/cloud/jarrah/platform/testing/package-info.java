/** What tests stand on: a real database, transactions without a container, a settable clock. */
@NullMarked
package cloud.jarrah.platform.testing;

import org.jspecify.annotations.NullMarked;
