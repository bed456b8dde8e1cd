@NullMarked
package cloud.jarrah.zones.boundary;

import org.jspecify.annotations.NullMarked;
