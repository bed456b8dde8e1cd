@NullMarked
package cloud.jarrah.platform.leases;

import org.jspecify.annotations.NullMarked;
