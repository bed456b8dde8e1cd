@NullMarked
package cloud.jarrah.hosts.control;

import org.jspecify.annotations.NullMarked;
