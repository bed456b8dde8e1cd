@NullMarked
package cloud.jarrah.instancetypes.control;

import org.jspecify.annotations.NullMarked;
