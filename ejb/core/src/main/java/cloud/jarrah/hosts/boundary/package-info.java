@NullMarked
package cloud.jarrah.hosts.boundary;

import org.jspecify.annotations.NullMarked;
