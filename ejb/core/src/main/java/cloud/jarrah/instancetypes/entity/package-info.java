@NullMarked
package cloud.jarrah.instancetypes.entity;

import org.jspecify.annotations.NullMarked;
