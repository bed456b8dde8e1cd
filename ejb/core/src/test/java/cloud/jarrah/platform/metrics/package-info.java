@NullMarked
package cloud.jarrah.platform.metrics;

import org.jspecify.annotations.NullMarked;
