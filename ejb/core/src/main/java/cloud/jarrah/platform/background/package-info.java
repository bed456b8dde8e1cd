/** Work that goes on by itself: on a signal at once, and by a timer in any case. */
@NullMarked
package cloud.jarrah.platform.background;

import org.jspecify.annotations.NullMarked;
