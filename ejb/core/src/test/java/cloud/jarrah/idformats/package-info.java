@NullMarked
package cloud.jarrah.idformats;

import org.jspecify.annotations.NullMarked;
