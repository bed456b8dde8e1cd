@NullMarked
package cloud.jarrah.drift.control;

import org.jspecify.annotations.NullMarked;
