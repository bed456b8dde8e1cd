@NullMarked
package cloud.jarrah.instances.control;

import org.jspecify.annotations.NullMarked;
