@NullMarked
package cloud.jarrah.networks.boundary;

import org.jspecify.annotations.NullMarked;
