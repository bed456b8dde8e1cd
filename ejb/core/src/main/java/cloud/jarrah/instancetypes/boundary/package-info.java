@NullMarked
package cloud.jarrah.instancetypes.boundary;

import org.jspecify.annotations.NullMarked;
