@NullMarked
package cloud.jarrah.drift.boundary;

import org.jspecify.annotations.NullMarked;
