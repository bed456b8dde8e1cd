@NullMarked
package cloud.jarrah.networks.control;

import org.jspecify.annotations.NullMarked;
