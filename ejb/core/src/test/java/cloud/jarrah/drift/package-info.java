/** Audits of a cloud that is put together by hand. */
@NullMarked
package cloud.jarrah.drift;

import org.jspecify.annotations.NullMarked;
