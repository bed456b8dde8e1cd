@NullMarked
package cloud.jarrah.instancetypes;

import org.jspecify.annotations.NullMarked;
