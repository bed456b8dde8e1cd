@NullMarked
package cloud.jarrah.tags.boundary;

import org.jspecify.annotations.NullMarked;
