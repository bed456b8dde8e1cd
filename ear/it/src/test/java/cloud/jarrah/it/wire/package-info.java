/** Requests written byte by byte, so that wrong ones can be sent too. */
@NullMarked
package cloud.jarrah.it.wire;

import org.jspecify.annotations.NullMarked;
