@NullMarked
package cloud.jarrah.images.boundary;

import org.jspecify.annotations.NullMarked;
