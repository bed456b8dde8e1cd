@NullMarked
package cloud.jarrah.idformats.boundary;

import org.jspecify.annotations.NullMarked;
