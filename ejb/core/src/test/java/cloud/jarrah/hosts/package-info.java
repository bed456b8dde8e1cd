@NullMarked
package cloud.jarrah.hosts;

import org.jspecify.annotations.NullMarked;
