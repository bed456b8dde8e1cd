@NullMarked
package cloud.jarrah.keypairs.control;

import org.jspecify.annotations.NullMarked;
