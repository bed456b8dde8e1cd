@NullMarked
package cloud.jarrah.idformats.control;

import org.jspecify.annotations.NullMarked;
