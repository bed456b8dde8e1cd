@NullMarked
package cloud.jarrah.instances.boundary;

import org.jspecify.annotations.NullMarked;
