@NullMarked
package cloud.jarrah.tags.control;

import org.jspecify.annotations.NullMarked;
