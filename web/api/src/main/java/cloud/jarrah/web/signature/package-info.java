/**
 * Signature Version 4, by header and presigned, and Signature Version 2: from a request to the
 * identity that signed it.
 */
@NullMarked
package cloud.jarrah.web.signature;

import org.jspecify.annotations.NullMarked;
