@NullMarked
package cloud.jarrah.platform.traces;

import org.jspecify.annotations.NullMarked;
