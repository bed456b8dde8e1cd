@NullMarked
package cloud.jarrah.instances;

import org.jspecify.annotations.NullMarked;
