@NullMarked
package cloud.jarrah.images.control;

import org.jspecify.annotations.NullMarked;
