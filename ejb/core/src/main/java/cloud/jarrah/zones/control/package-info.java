@NullMarked
package cloud.jarrah.zones.control;

import org.jspecify.annotations.NullMarked;
