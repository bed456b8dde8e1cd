@NullMarked
package cloud.jarrah.keypairs.boundary;

import org.jspecify.annotations.NullMarked;
